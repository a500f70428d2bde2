import type { Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation, sentenceAt } from "../../english/tree.ts"
import { type NounPhrase, nounPhraseAt, spanOfRange } from "../statements/phrase.ts"
import type { Threat } from "./find-threat.ts"
import { endOfClause } from "./harm-words.ts"
import { draftOf } from "./notice-draft.ts"
import { issuerAt, issuerOfVerb, ownerOf } from "./notice-issuer.ts"
import { carrierOf, hearerBehind, isDenied, type Place, phraseAfter, textOf } from "./notice-words.ts"
import { THREATS } from "./threat-words.ts"
import { isPublicAudience, type WarningDraft } from "./warning-draft.ts"

const PRIVATELY = /\b(?:privately|in private|secretly|in secret|quietly|confidentially|behind closed doors)\b/i
const GOVERNMENT =
  /\b(?:governments?|ministry|ministries|authorities|officials?|police|embassy|minister|intelligence|agency|agencies|diplomats?|army|military|president)\b/i

/** "The annual threat assessment that the ministry published in May rated the danger to shipping as high and named the group" */
export function ratedInAssessment(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:rate|assess|judge|grade|put|describe|class|classify|call|raise)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const document = ratedDocument(place)
  if (!document) return undefined
  const danger = analysis.tokens
    .slice(token.index + 1, Math.min(sentence.lastToken, token.index + 5))
    .find(one => THREATS.has(one.text.toLowerCase()) && one.upos === "NOUN")
  if (!danger) return undefined
  const published = analysis.tokens
    .slice(document.index + 1, token.index)
    .find(one => /^(?:publish|release|issue|present|write|prepare|draw)$/.test(one.lemma) && one.upos === "VERB")
  const issuer = published ? issuerOfVerb({ ...place, token: published }) : ownerOf({ ...place, token: document })
  if (!issuer) return undefined
  let last = danger.index + 1
  while (last < sentence.lastToken && !/^(?:as|at|and|,|;|\.)$/i.test(analysis.tokens[last]!.text)) last++
  const threat: Threat = { first: danger.index, last, harm: danger, holder: danger, rule: "ratedDanger" }
  return draftOf(published ? { ...place, token: published } : place, {
    kind: "assessment",
    issuer,
    audience: undefined,
    channel: "public",
    threat,
    range: { first: sentence.firstToken, last: sentence.lastToken },
  })
}

/** The assessment that rates: the subject of the verb, or its head where a relative clause between them misled the parser. */
function ratedDocument({ analysis, token }: Place): Token | undefined {
  return [...childrenOf(analysis, token, "nsubj"), analysis.tokens[token.head]].find(
    one =>
      one !== undefined &&
      one.sentence === token.sentence &&
      one.index < token.index &&
      /^(?:assessment|report|estimate|outlook|bulletin|review)$/i.test(one.text) &&
      /^(?:threat|intelligence|risk|security)$/i.test(analysis.tokens[one.index - 1]?.text ?? ""),
  )
}

/** "alerted the government in private": what of is not told, but that it was a warning is. */
export function alertedInPrivate(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence } = place
  if (token.upos !== "VERB" || !/^(?:warn|alert|tip)$/.test(token.lemma) || isDenied(analysis, token)) return undefined
  const around = textOf(analysis, {
    first: Math.max(sentence.firstToken, token.index - 3),
    last: Math.min(sentence.lastToken, token.index + 12),
  })
  if (!PRIVATELY.test(around)) return undefined
  const hearer = hearerBehind(place)
  const issuer = issuerOfVerb(place)
  if (!hearer || !issuer) return undefined
  const audience = nounPhraseAt(analysis, hearer.index, token.index + 1, sentence.lastToken)
  const first = trimmedPhrase(place, audience)
  if (!isState(place, first)) return undefined
  return draftOf(place, {
    kind: "notice",
    issuer,
    audience: first,
    channel: "private",
    threat: undefined,
    range: { first: token.index, last: sentence.lastToken },
  })
}

/** The phrase up to the words of manner: "the government | in private". */
function trimmedPhrase(place: Place, phrase: NounPhrase): NounPhrase {
  let { last } = phrase
  for (let at = phrase.head + 1; at < last; at++)
    if (/^(?:in|on|at|that|of|about)$/i.test(place.analysis.tokens[at]!.text)) {
      last = at
      break
    }
  return { head: phrase.head, first: phrase.first, last }
}

function isState(place: Place, phrase: NounPhrase): boolean {
  const { analysis } = place
  const span = spanOfRange(analysis, phrase)
  return (
    GOVERNMENT.test(textOf(analysis, phrase)) ||
    analysis.places.some(one => one.place.precision === "country" && span.start <= one.start && one.end <= span.end)
  )
}

/** "threatened crews who remain on the ships after June 1": those who use force, and people. */
export function threatenedPeople(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (token.upos !== "VERB" || token.lemma !== "threaten" || token.xpos === "VBG" || isDenied(analysis, token))
    return undefined
  if (place.statements.some(one => one.cue && one.cue.span.start <= token.start && token.end <= one.cue.span.end))
    return undefined
  const issuer = groupOf(place)
  if (!issuer) return undefined
  const object = childrenOf(analysis, token, "obj").find(child => token.index < child.index)
  if (!object || !/^(NOUN|PROPN)$/.test(object.upos)) return undefined
  const audience = nounPhraseAt(analysis, object.index, token.index + 1, sentence.lastToken)
  let last = audience.last
  for (let at = audience.head + 1; at < last; at++)
    if (analysis.tokens[at]!.text === "," || /^(?:who|that|which)$/i.test(analysis.tokens[at]!.text)) last = at
  const end = endOfClause(
    { analysis, tokens: analysis.tokens, last: sentence.lastToken, words, cue: "warned" },
    token.index,
  )
  const threat: Threat = { first: token.index, last: end, harm: token, holder: token, rule: "threatenedPeople" }
  return draftOf(place, {
    kind: "threat",
    issuer,
    audience: { ...audience, last },
    channel: "public",
    threat,
    range: { first: token.index, last: sentence.lastToken },
  })
}

/** The armed group that is the subject; "it" nobody could resolve is the group that spoke last in the same paragraph. */
function groupOf(place: Place): WarningDraft["issuer"] | undefined {
  const { analysis, token, sentence, statements } = place
  const issuer = issuerOfVerb(place)
  const isGroup = (id: string | undefined) =>
    id !== undefined && analysis.entities.some(one => one.id === id && one.type === "armed-group")
  if (issuer) return isGroup(issuer.entityId) ? issuer : undefined
  const subject = childrenOf(analysis, token, "nsubj").find(child => child.index < token.index)
  if (!subject || !/^(?:it|they)$/i.test(subject.text)) return undefined
  const before = statements.findLast(one => one.evidence[0]!.span.start < sentence.start)
  const at = before && sentenceAt(analysis, before.evidence[0]!.span.start)
  if (!before || !at || at.blockIndex !== sentence.blockIndex || !isGroup(before.speaker.entityId)) return undefined
  return { entityId: before.speaker.entityId!, name: before.speaker.name }
}

/** Words that tell of protection that is missing. */
const PROTECTION =
  /^(?:search|guard|check|screen|lock|protect|secure|patrol|inspect|staff|monitor|watch|man|fence|scan|close|cover)$/
const UNPROTECTED =
  /^(?:unsearched|unguarded|unchecked|unscreened|unlocked|unprotected|unsecured|unstaffed|unmanned|unwatched|vulnerable)$/i

/** "wrote to the harbor office to warn that bags were not being searched": a weakness, told by an explicit word of warning to somebody named. */
export function warnedOfWeakness(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (token.upos !== "VERB" || token.lemma !== "warn") return undefined
  const carrier = carrierOf(analysis, token)
  const isPurpose = carrier !== undefined
  if ((!isPurpose && isDenied(analysis, token)) || (isPurpose && isDenied(analysis, carrier!))) return undefined
  const that = analysis.tokens
    .slice(token.index + 1, token.index + 10)
    .find(one => /^(?:that|of|about)$/i.test(one.text))
  if (!that || sentence.lastToken <= that.index + 1) return undefined
  const weak = analysis.tokens
    .slice(that.index + 1, Math.min(sentence.lastToken, that.index + 14))
    .find(
      one =>
        UNPROTECTED.test(one.text) ||
        (PROTECTION.test(one.lemma) &&
          one.upos === "VERB" &&
          childrenOf(analysis, one).some(child => /^(?:not|n['’]t|never|no|nobody|hardly|poorly)$/i.test(child.text))),
    )
  if (!weak) return undefined
  const verb = isPurpose ? { ...place, token: carrier! } : place
  const hearer = isPurpose
    ? phraseAfter(place, /^to$/i, carrier!.index + 1, token.index)
    : hearerPhrase(place, that.index)
  const issuer = issuerOfVerb(verb)
  if (!hearer || !issuer) return undefined
  const end = endOfClause(
    { analysis, tokens: analysis.tokens, last: sentence.lastToken, words, cue: "warned" },
    weak.index,
  )
  const threat: Threat = { first: that.index + 1, last: end, harm: weak, holder: weak, rule: "weakness" }
  const isPublic = isPublicAudience(textOf(analysis, hearer), words)
  return draftOf(verb, {
    kind: "notice",
    issuer,
    audience: hearer,
    channel: isPublic ? "public" : "private",
    threat,
    range: { first: that.index + 1, last: end },
  })
}

function hearerPhrase(place: Place, highest: number): NounPhrase | undefined {
  const hearer = hearerBehind(place)
  return hearer && hearer.index < highest
    ? nounPhraseAt(place.analysis, hearer.index, place.token.index + 1, highest)
    : undefined
}

/** "an advisory that told citizens": who published the advisory. */
export function issuerOfDocument(place: Place): WarningDraft["issuer"] | undefined {
  const { analysis, token } = place
  const noun = hasRelation(token, "acl") ? analysis.tokens[token.head] : undefined
  if (noun?.upos !== "NOUN") return undefined
  const verb = analysis.tokens[noun.head]
  if (!verb || !hasRelation(noun, "obj") || !/^(?:publish|issue|release|post|send|put|circulate)$/.test(verb.lemma))
    return undefined
  const subject = childrenOf(analysis, verb, "nsubj").find(child => child.index < verb.index)
  return subject && issuerAt(place, nounPhraseAt(analysis, subject.index, place.sentence.firstToken, verb.index))
}
