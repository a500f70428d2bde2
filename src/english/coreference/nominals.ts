import type { Token } from "../analysis.ts"
import { armedWords, fighterNouns, groupNouns } from "../names/words.ts"
import { type Draft, type EntityParts, type Mentioned, nameOf } from "./draft.ts"
import { genderOfPronoun, isStranger, personFor, type Standing } from "./pronouns.ts"

/** How far back an antecedent may be, in sentences. */
const REACH = 4
const THING = /^(?:it|its|itself)$/i

/** Nouns for bodies and the words that the name of such a body holds; the noun itself is always one of them. */
const BODIES: { readonly [noun: string]: RegExp } = {
  newspaper:
    /Times|Post|Journal|Herald|Guardian|Tribune|Telegraph|Gazette|Standard|Courier|News|Mail|Chronicle|Independent|Monde|País|Spiegel/,
  agency: /Agency|Reuters|Press|AFP|CIA|F\.?B\.?I|Tass|TASS|Interfax|Agence|Service|Bureau|Intelligence/,
  ministry: /Ministry/,
  department: /Department/,
  company: /Inc|Corp|Co\.|Ltd|Company|Lines?$|Airlines|Holdings|Group$/,
  university: /University/,
  embassy: /Embassy/,
  airport: /Airport/,
  hospital: /Hospital|Clinic/,
  party: /Party/,
  council: /Council/,
  commission: /Commission/,
  committee: /Committee/,
  bank: /Bank/,
  court: /Court/,
  observatory: /Observatory/,
  center: /Center|Centre/,
  centre: /Center|Centre/,
  institute: /Institute/,
  foundation: /Foundation/,
  union: /Union/,
}

/** Titles that stand for a person named with them: "the general" for "Gen. Kurilla". */
const OFFICES: { readonly [noun: string]: RegExp } = {
  general: /\bgen\b|general/i,
  president: /president/i,
  minister: /minister/i,
  senator: /senator|\bsen\b/i,
  governor: /governor|\bgov\b/i,
  mayor: /mayor/i,
  ambassador: /ambassador/i,
  spokesman: /spokesman/i,
  spokeswoman: /spokeswoman/i,
  director: /director/i,
  commander: /commander/i,
  colonel: /colonel|\bcol\b/i,
  admiral: /admiral|\badm\b/i,
  prosecutor: /prosecutor/i,
  chancellor: /chancellor/i,
  congressman: /congressman|representative|\brep\b/i,
  congresswoman: /congresswoman|representative|\brep\b/i,
  professor: /professor|\bprof\b/i,
}

/** Gives nominals such as "the group" and pronouns to the entities of the report. Where two would fit alike it gives them to none. */
export function findNominals(parts: EntityParts, drafts: readonly Draft[]): void {
  const { tokens, sentences } = parts
  const inName = new Uint8Array(tokens.length)
  for (const draft of drafts) for (const { first, last } of draft.mentions) inName.fill(1, first, last)
  const quoted = quotedTokens(parts)
  // People without a name compete for pronouns; they are given out no further.
  const strangers: Draft[] = []
  const standing: Standing[][] = sentences.map(() => [])
  for (const draft of drafts)
    for (const mention of draft.mentions) standing[tokens[mention.first]!.sentence]!.push({ draft, mention })
  const give = (draft: Draft, mention: Mentioned) => {
    draft.mentions.push(mention)
    standing[tokens[mention.first]!.sentence]!.push({ draft, mention })
  }
  for (const sentence of sentences)
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      if (inName[at]) continue
      const token = tokens[at]!
      if (token.upos === "PRON" || token.xpos === "PRP$") {
        const gender = genderOfPronoun(token.text)
        const draft = quoted[at]
          ? undefined
          : gender
            ? personFor(parts, standing, token, gender)
            : forThing(parts, drafts, token)
        if (draft) give(draft, mentionOf(tokens, at, at + 1, draft, "pronoun"))
      } else if (token.upos === "NOUN") {
        const first = startOfPhrase(tokens, at, sentence.firstToken, inName)
        const draft =
          first === undefined
            ? undefined
            : (forNoun(parts, drafts, token, first) ?? forKind(parts, standing, token, first))
        if (draft) give(draft, mentionOf(tokens, first!, at + 1, draft, "nominal"))
        else if (isStranger(tokens, token, inName)) {
          const same =
            first === undefined
              ? undefined
              : strangers.findLast(({ mentions }) => tokens[mentions[0]!.last - 1]!.lemma === token.lemma)
          const stranger = same ?? {
            type: "person",
            known: undefined,
            place: undefined,
            mentions: [],
            names: new Set(),
          }
          if (!same) strangers.push(stranger)
          give(stranger, mentionOf(tokens, at, at + 1, stranger, "nominal"))
        }
      }
    }
}

/** Where "the group" begins: an article right before it, or with one adjective that says what it is ("the terrorist group"). */
function startOfPhrase(tokens: readonly Token[], noun: number, from: number, inName: Uint8Array): number | undefined {
  const next = tokens[noun + 1]
  // "the group of", "the group that": another thing may be meant. "the group's" is the group.
  if (next && /^(?:of|that|which|who|called|known|led|named)$/.test(next.text)) return undefined
  if (next && next.upos === "NOUN" && next.deprel !== "appos") return undefined
  for (let at = noun - 1; from <= at && noun - 3 <= at; at--) {
    const { text, upos } = tokens[at]!
    if (/^the$/i.test(text)) return at
    if (
      inName[at] ||
      !(upos === "ADJ" || upos === "NOUN") ||
      !(armedWords.has(text.toLowerCase()) || /^(?:same|news)$/.test(text))
    )
      return undefined
  }
  return undefined
}

function forNoun(parts: EntityParts, drafts: readonly Draft[], noun: Token, first: number): Draft | undefined {
  const lemma = noun.lemma.toLowerCase()
  const { text } = parts.report
  if (groupNouns.has(lemma) && lemma !== "front" && lemma !== "army" && lemma !== "branch") {
    const armed = nearest(parts, drafts, first, draft => draft.type === "armed-group")
    if (armed || lemma !== "organization") return armed
    return nearest(parts, drafts, first, draft => draft.type === "organization")
  }
  if (
    fighterNouns.has(lemma) &&
    noun.xpos === "NNS" &&
    /^(?:militant|insurgent|rebel|jihadist|extremist|guerrilla|separatist)$/.test(lemma)
  )
    return nearest(parts, drafts, first, draft => draft.type === "armed-group")
  const body = BODIES[lemma]
  if (body && noun.xpos === "NN")
    return nearest(
      parts,
      drafts,
      first,
      draft =>
        (draft.type === "organization" || draft.type === "facility") &&
        draft.mentions.some(mention => mention.form === "name" && body.test(nameOf(text, mention))),
    )
  const office = OFFICES[lemma]
  if (office && noun.xpos === "NN")
    return nearest(
      parts,
      drafts,
      first,
      draft =>
        draft.type === "person" &&
        draft.mentions.some(mention => mention.form === "name" && office.test(around(parts, mention))),
    )
  return undefined
}

/** The words before and behind a name in its sentence, where titles and appositions stand. */
function around({ tokens }: EntityParts, { first, last }: Mentioned): string {
  const before = tokens.slice(Math.max(0, first - 3), first)
  const behind = tokens[last]?.text === "," ? tokens.slice(last + 1, last + 6) : []
  return [...before, ...behind]
    .filter(token => token.sentence === tokens[first]!.sentence)
    .map(token => token.text)
    .join(" ") // prettier-ignore
}

function forThing(parts: EntityParts, drafts: readonly Draft[], token: Token): Draft | undefined {
  if (!THING.test(token.text) || isExpletive(parts.tokens, token)) return undefined
  // As an object it is more often a thing than a body.
  if (/^(?:obj|iobj|obl|nmod)$/.test(token.deprel) && token.xpos !== "PRP$") return undefined
  // "it" goes to the last subject before it in its sentence, else to the first subject of the sentence before, when that is a body.
  const { tokens, sentences } = parts
  const own = sentences[token.sentence]!
  let subject = subjectsIn(tokens, own.firstToken, token.index).at(-1)
  if (!subject && 0 < own.index) {
    const previous = sentences[own.index - 1]!
    subject = subjectsIn(tokens, previous.firstToken, previous.lastToken)[0]
  }
  if (!subject) return undefined
  const { index } = subject
  const draft = drafts.find(other => other.mentions.some(mention => mention.first <= index && index < mention.last))
  return draft && /^(?:organization|armed-group|place)$/.test(draft.type) ? draft : undefined
}

/** Nouns that say what kind of place or body is meant. */
const KINDS: { readonly [noun: string]: (draft: Draft) => boolean } = {
  city: isTown,
  town: isTown,
  village: isTown,
  country: isLand,
  nation: isLand,
  company: draft => draft.type === "organization",
  organization: draft => draft.type === "organization",
  organisation: draft => draft.type === "organization",
}

function isTown({ type, place }: Draft): boolean {
  return type === "place" && place?.precision === "settlement"
}

function isLand({ type, place }: Draft): boolean {
  return type === "place" && place?.precision === "country"
}

/** "The city" is the one town, "the company" the one body that the last two sentences and this one speak of. */
function forKind(
  { tokens }: EntityParts,
  standing: readonly (readonly Standing[])[],
  noun: Token,
  first: number,
): Draft | undefined {
  const fits = noun.xpos === "NN" ? KINDS[noun.lemma] : undefined
  if (!fits) return undefined
  const found = new Set<Draft>()
  for (let sentence = Math.max(0, noun.sentence - 2); sentence <= noun.sentence; sentence++)
    for (const { draft, mention } of standing[sentence]!) if (mention.last <= first && fits(draft)) found.add(draft)
  for (const draft of found)
    if (draft.mentions.some(mention => isDoerOf(tokens, mention, tokens[noun.head], first))) found.delete(draft)
  return found.size === 1 ? [...found][0] : undefined
}

/** "the Norwegian withdrawal from the country", "Norway's attack on the town": whose deed it is, is not what it is done to. */
function isDoerOf(tokens: readonly Token[], mention: Mentioned, deed: Token | undefined, before: number): boolean {
  return (
    deed?.upos === "NOUN" &&
    deed.index < before &&
    mention.last <= deed.index &&
    tokens
      .slice(mention.first, mention.last)
      .some(token => token.head === deed.index && /^(?:compound|nmod:poss|amod)$/.test(token.deprel))
  )
}

/** Subjects among the tokens that a pronoun may stand for, in order. */
function subjectsIn(tokens: readonly Token[], first: number, last: number): Token[] {
  return tokens
    .slice(first, last)
    .filter(
      token =>
        /^nsubj/.test(token.deprel) &&
        (token.upos !== "PRON" || THING.test(token.text) || /^(?:he|she|they|we|i|you)$/i.test(token.text)),
    )
}

/** "it is possible that" */
function isExpletive(tokens: readonly Token[], token: Token): boolean {
  return (
    token.deprel === "expl" ||
    (/^it$/i.test(token.text) &&
      tokens[token.index + 1]?.lemma === "be" &&
      /^(?:ADJ|ADV|SCONJ)$/.test(tokens[token.index + 2]?.upos ?? ""))
  )
}

/** The entity mentioned last before the token among those that fit, a subject before others in the same sentence. */
function nearest(
  parts: EntityParts,
  drafts: readonly Draft[],
  before: number,
  fits: (draft: Draft) => boolean,
): Draft | undefined {
  const { tokens } = parts
  const sentence = tokens[before]!.sentence
  const found: { draft: Draft; distance: number; subject: boolean; topic: boolean; start: number }[] = []
  for (const draft of drafts) {
    if (!fits(draft) || draft.mentions.some(mention => actsOn(tokens, mention, before))) continue
    const last = draft.mentions.filter(mention => mention.last <= before).sort((a, b) => b.start - a.start)
    const subject = last.find(mention => isSubject(tokens, mention))
    for (const mention of last.slice(0, 1).concat(subject ?? [])) {
      const distance = sentence - tokens[mention.first]!.sentence
      if (distance <= REACH)
        found.push({
          draft,
          distance,
          subject: isSubject(tokens, mention),
          topic: hasClause(parts, mention),
          start: mention.start,
        })
    }
  }
  // What a report speaks of most is what it means most often: a subject and every mention before weigh as half and a quarter of a sentence.
  // A name that a clause goes on about is what its sentence is about.
  const score = ({ draft, distance, subject, topic }: (typeof found)[number]) =>
    distance -
    (subject ? 0.5 : 0) -
    (topic ? 1 : 0) -
    Math.min(draft.mentions.filter(mention => mention.last <= before).length, 8) / 4
  found.sort((a, b) => score(a) - score(b) || b.start - a.start)
  return found[0]?.draft
}

/** True when the mention is in the subject of the verb whose object the token is in: "the Taliban prevented the group" are two. */
function actsOn(tokens: readonly Token[], mention: Mentioned, token: number): boolean {
  if (tokens[mention.first]!.sentence !== tokens[token]!.sentence) return false
  // The token may be the article: its noun counts.
  const noun = tokens[token]!.deprel === "det" ? tokens[tokens[token]!.head]! : tokens[token]!
  if (!/^(?:obj|iobj|obl)$/.test(noun.deprel)) return false
  const verb = noun.head
  for (let at = mention.last - 1, steps = 0; 0 <= at && steps < 6; at = tokens[at]!.head, steps++)
    if (tokens[at]!.head === verb) return /^nsubj/.test(tokens[at]!.deprel)
  return false
}

/** "the Sella Column, which is active in the north and has ...": a clause of its own says more of the name. */
function hasClause({ tokens, sentences }: EntityParts, { first, last, form }: Mentioned): boolean {
  if (form !== "name") return false
  const end = sentences[tokens[first]!.sentence]!.lastToken
  return tokens.slice(last, end).some(token => token.deprel === "acl:relcl" && first <= token.head && token.head < last)
}

function isSubject(tokens: readonly Token[], { first, last }: Mentioned): boolean {
  for (let at = first; at < last; at++) {
    const { deprel, head } = tokens[at]!
    // Of "X and Y said" both are subjects.
    if (/^nsubj/.test(deprel) || (deprel === "conj" && /^nsubj/.test(tokens[head]!.deprel))) return true
  }
  return false
}

/** 1 for tokens between quotation marks, where "he" may be anybody. */
function quotedTokens({ tokens, quotations }: EntityParts): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  let at = 0
  for (const { inner } of quotations) {
    // Quotations are in order; a nested one begins within the one before.
    while (0 < at && inner.start < tokens[at - 1]!.end) at--
    while (at < tokens.length && tokens[at]!.start < inner.start) at++
    for (; at < tokens.length && tokens[at]!.end <= inner.end; at++) inside[at] = 1
  }
  return inside
}

function mentionOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  draft: Draft,
  form: "nominal" | "pronoun",
): Mentioned {
  return { first, last, start: tokens[first]!.start, end: tokens[last - 1]!.end, type: draft.type, form }
}
