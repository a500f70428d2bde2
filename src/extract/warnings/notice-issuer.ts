import type { Statement, WarningMention } from "../../core/reading.ts"
import { contains } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { type NounPhrase, nounPhraseAt } from "../statements/phrase.ts"
import { mentionIn } from "../statements/resolve-speaker.ts"
import { type Place, phraseAfter, textOf } from "./notice-words.ts"

/** Who warned is not told. */
export const UNNAMED: WarningMention["issuer"] = { name: "" }

export function agentOf(place: Place, highest = place.sentence.lastToken): WarningMention["issuer"] | undefined {
  const phrase = phraseAfter(place, /^by$/i, place.token.index + 1, highest)
  return phrase && issuerAt(place, phrase)
}

/** Who did it: the subject of the verb; "we" in a quotation is the body that speaks. */
export function issuerOfVerb(place: Place): WarningMention["issuer"] | undefined {
  const { analysis, token, sentence } = place
  if (childrenOf(analysis, token, "aux:pass").length > 0) return agentOf(place)
  for (let verb: Token | undefined = token, steps = 0; verb && steps < 3; steps++) {
    const subject = childrenOf(analysis, verb, "nsubj").find(child => child.index < token.index)
    if (subject)
      return issuerAt(
        place,
        nounPhraseAt(analysis, subject.index, sentence.firstToken, Math.max(subject.index + 1, token.index)),
      )
    if (!["conj", "xcomp", "advcl", "acl", "parataxis"].some(deprel => hasRelation(verb!, deprel))) break
    // "with Italy having raised": the noun it modifies.
    const head: Token | undefined = analysis.tokens[verb.head]
    if (head && hasRelation(verb, "acl") && head.index < token.index && /^(NOUN|PROPN)$/.test(head.upos))
      return issuerAt(place, nounPhraseAt(analysis, head.index, sentence.firstToken, token.index))
    verb = head
  }
  let at = token.index - 1
  while (sentence.firstToken <= at && /^(AUX|ADV|PART)$/.test(analysis.tokens[at]!.upos)) at--
  const before = analysis.tokens[at]
  if (at < sentence.firstToken || !before || !/^(NOUN|PROPN|PRON)$/.test(before.upos)) return undefined
  return issuerAt(place, nounPhraseAt(analysis, at, sentence.firstToken, token.index))
}

export function issuerAt(place: Place, phrase: NounPhrase): WarningMention["issuer"] | undefined {
  const { analysis, statements, token, speech } = place
  const head = analysis.tokens[phrase.head]!
  const statement = statements.find(one => one.evidence.some(evidence => contains(evidence.span, token)))
  const text = head.text.toLowerCase()
  if (/^(we|i|us|our)$/.test(text)) return statement && speakingBody(place, statement)
  // "his country warned", told by the minister: what he says of his own side is his.
  if (
    statement &&
    /^(his|her|their|its|our)$/i.test(analysis.tokens[phrase.first]!.text) &&
    /^(country|government|nation|administration|ministry|agency|army|service|side|state)$/.test(text)
  )
    return issuerOfSpeaker(statement)
  const mention = mentionIn(analysis, phrase)
  const entity = mention && analysis.entities[mention.entity]
  if (head.upos === "PRON" || head.upos === "DET") {
    if (entity?.mentions.some(one => one.form !== "pronoun")) return { entityId: entity.id, name: entity.name }
    // "Officials said they had warned": the speaker.
    return /^(they|he|she|it)$/.test(text) && statement ? issuerOfSpeaker(statement) : undefined
  }
  if (entity && mention.form === "name" && entity.type !== "event-name") {
    const role = entity.roles[0]?.role
    return { entityId: entity.id, name: entity.name, ...(role && { role }) }
  }
  // "the group", "the ministry": the name it stands for.
  if (entity && entity.type === "armed-group" && entity.mentions.some(one => one.form === "name"))
    return { entityId: entity.id, name: entity.name }
  const isSource =
    head.upos === "PROPN" || speech.people.has(text) || speech.bodies.has(text) || speech.documents.has(text)
  return isSource ? { name: ownersName(place, phrase), ...(entity && { entityId: entity.id }) } : undefined
}

/** "its embassy in Oslo": with the name of the owner in the place of "its". */
function ownersName({ analysis }: Place, phrase: NounPhrase): string {
  const text = textOf(analysis, phrase)
  const first = analysis.tokens[phrase.first]!
  if (!/^(?:its|their|his|her)$/i.test(first.text)) return text
  const owner = analysis.mentions.find(one => one.start === first.start && one.form === "pronoun")
  const entity = owner && analysis.entities[owner.entity]
  return entity?.mentions.some(one => one.form === "name") ? `${entity.name}'s${text.slice(first.text.length)}` : text
}

function issuerOfSpeaker({ speaker }: Statement): WarningMention["issuer"] {
  return {
    name: speaker.name,
    ...(speaker.entityId && { entityId: speaker.entityId }),
    ...(speaker.role && { role: speaker.role }),
  }
}

/** "We" of a spokeswoman is the body named as subject before in the same quotation, else she herself. */
function speakingBody(place: Place, statement: Statement): WarningMention["issuer"] {
  const { analysis, token, speech } = place
  for (const evidence of statement.evidence)
    for (const one of analysis.tokens) {
      if (one.start < evidence.span.start || evidence.span.end < one.end || token.index <= one.index) continue
      if (!hasRelation(one, "nsubj") || !speech.bodies.has(one.text.toLowerCase())) continue
      const sentence = analysis.sentences[one.sentence]!
      const phrase = nounPhraseAt(analysis, one.index, sentence.firstToken, one.index + 1)
      const mention = mentionIn(analysis, phrase)
      return { name: textOf(analysis, phrase), ...(mention && { entityId: analysis.entities[mention.entity]!.id }) }
    }
  return issuerOfSpeaker(statement)
}

/** Whose warning it is: "American warnings", "the embassy's warning", "a warning from Oslo", "warnings issued by officials". */
export function ownerOf(place: Place): WarningMention["issuer"] | undefined {
  const { analysis, token, sentence, speech } = place
  const from = phraseAfter(place, /^(?:from|by)$/i, token.index + 1, Math.min(sentence.lastToken, token.index + 6))
  if (from) return issuerAt(place, from)
  for (let at = token.index - 1; Math.max(sentence.firstToken, token.index - 6) <= at; at--) {
    const one = analysis.tokens[at]!
    if (/^['’]s?$/.test(one.text)) continue
    const mention = analysis.mentions.find(other => other.end === one.end)
    const entity = mention && analysis.entities[mention.entity]
    if (
      entity &&
      mention.form === "name" &&
      ["organization", "place", "nationality", "person", "armed-group"].includes(entity.type)
    )
      return {
        entityId: entity.id,
        name: entity.type === "nationality" ? (entity.place?.name ?? entity.name) : entity.name,
      }
    if (
      one.upos === "PROPN" ||
      speech.bodies.has(one.text.toLowerCase()) ||
      (one.upos === "ADJ" && /^\p{Lu}/u.test(one.text))
    )
      return { name: one.text }
    if (!/^(ADJ|NOUN|CCONJ|ADV|DET)$/.test(one.upos)) return undefined
  }
  return undefined
}

/** "Italy and France have raised": those that stand beside the subject. */
export function otherSubjects(place: Place): (WarningMention["issuer"] | undefined)[] {
  const { analysis, token, sentence } = place
  const head = analysis.tokens[token.head]
  const subject = childrenOf(analysis, token, "nsubj")[0] ?? (head && hasRelation(token, "acl") ? head : undefined)
  if (!subject) return []
  return childrenOf(analysis, subject, "conj")
    .filter(child => child.index < token.index)
    .map(child =>
      issuerAt(place, { ...nounPhraseAt(analysis, child.index, sentence.firstToken, token.index), first: child.index }),
    )
}
