import { contains } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { nounPhraseAt } from "../statements/phrase.ts"
import { findThreat, type Threat } from "./find-threat.ts"
import { endOfClause } from "./harm-words.ts"
import { draftOf } from "./notice-draft.ts"
import { issuerAt, issuerOfVerb, ownerOf } from "./notice-issuer.ts"
import {
  behind,
  hearerBehind,
  isDenied,
  isMasked,
  isUnreal,
  objectOf,
  type Place,
  phraseAfter,
} from "./notice-words.ts"
import type { WarningDraft } from "./warning-draft.ts"

const INFORMATION = /^(?:warnings?|alerts?|tip|tips|tip-off|intelligence|information)$/i

/** "received a warning from its neighbour that", "got a tip of a planned attack from": who got it is the hearer. */
export function receivedWarning(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (token.upos !== "VERB" || !/^(?:receive|get|obtain|have)$/.test(token.lemma) || isDenied(analysis, token))
    return undefined
  const noun = objectOf(place, 7, INFORMATION)
  if (!noun || isMasked(place, noun) || isUnreal(place)) return undefined
  const range = behind(analysis, noun.index + 1, sentence, /^(?:of|about|that|over|on)$/i)
  const threat = range && findThreat(analysis, range, words, "warned")
  const issuer = ownerOf({ ...place, token: noun })
  const subject = childrenOf(analysis, token, "nsubj").find(one => one.index < token.index)
  if (!range || !threat || !issuer || !subject || subject.upos === "PRON") return undefined
  const audience = nounPhraseAt(analysis, subject.index, sentence.firstToken, token.index)
  return draftOf(place, { kind: "notice", issuer, audience, channel: "private", threat, range })
}

/** "advised against all travel to the border, citing a risk of kidnapping" */
export function advisedAgainst(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:advise|warn|caution|recommend|counsel)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const against = analysis.tokens
    .slice(token.index + 1, token.index + 7)
    .find(one => one.text.toLowerCase() === "against")
  const travel =
    against &&
    analysis.tokens
      .slice(against.index + 1, against.index + 7)
      .find(one => /^(?:travel|travell?ing|trips?|visits?|going)$/i.test(one.text))
  const issuer = travel && issuerOfVerb(place)
  if (!travel || !issuer) return undefined
  const range = { first: travel.index + 1, last: sentence.lastToken }
  const threat = findThreat(analysis, range, words, "warned")
  const hearer = against.index === token.index + 1 ? undefined : hearerBehind(place)
  const audience = hearer && nounPhraseAt(analysis, hearer.index, token.index + 1, against.index)
  return draftOf(place, { kind: "advisory", issuer, audience, channel: "public", threat, range })
}

/** "told teachers to leave or be killed", "gave the garrison a day to surrender or face an assault" */
export function gaveUltimatum(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:tell|give|order|warn|urge|demand|command|threaten)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const last = Math.min(sentence.lastToken, token.index + 26)
  const or = analysis.tokens
    .slice(token.index + 3, last)
    .find(
      one =>
        one.text.toLowerCase() === "or" &&
        /^(?:face|be|risk|suffer|die|they|it|he|she)$/i.test(analysis.tokens[one.index + 1]?.text ?? ""),
    )
  const to = or && analysis.tokens.slice(token.index + 1, or.index).some(one => one.text.toLowerCase() === "to")
  if (!or || !to) return undefined
  const stretch = { analysis, tokens: analysis.tokens, last: sentence.lastToken, words, cue: "threatened" as const }
  const harm = analysis.tokens
    .slice(or.index + 1, Math.min(sentence.lastToken, or.index + 6))
    .find(
      one =>
        one.text.toLowerCase() === "die" ||
        (one.upos === "VERB"
          ? words.harmVerbs.has(one.lemma) || words.weakHarmVerbs.has(one.lemma)
          : words.harmNouns.has(one.text.toLowerCase())),
    )
  const issuer = harm && (signerOf(place) ?? issuerOfVerb(place))
  if (!harm || !issuer) return undefined
  const hearer = hearerBehind(place)
  const audience =
    hearer && hearer.index < or.index ? nounPhraseAt(analysis, hearer.index, token.index + 1, or.index) : undefined
  const threat: Threat = {
    first: or.index + 1,
    last: endOfClause(stretch, harm.index),
    harm,
    holder: or,
    rule: "orElse",
  }
  return draftOf(place, {
    kind: "threat",
    issuer,
    audience,
    channel: "public",
    threat,
    range: { first: token.index + 1, last: sentence.lastToken },
  })
}

/** "Leaflets signed by the Front told teachers": who signed. */
function signerOf(place: Place): WarningDraft["issuer"] | undefined {
  const { analysis, token } = place
  const paper = childrenOf(analysis, token, "nsubj").find(
    one =>
      one.index < token.index &&
      /^(?:leaflet|letter|note|banner|message|video|pamphlet|flyer|poster|statement)$/.test(one.lemma),
  )
  const phrase = paper && phraseAfter(place, /^(?:by|from)$/i, paper.index + 1, token.index)
  return phrase && issuerAt(place, phrase)
}

/** "Experts fear revenge killings", "diplomats expect further attacks" */
export function seesHarmComing(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words, speech } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:fear|expect|anticipate|predict|foresee|dread|worry)$/.test(token.lemma) ||
    isDenied(analysis, token) ||
    isUnreal(place)
  )
    return undefined
  const subject = subjectOf(place)
  if (!subject) return undefined
  const noun = subject.text.toLowerCase()
  const mention = analysis.mentions.find(one => one.headToken === subject.index && one.form === "name")
  const isSource =
    speech.people.has(noun) ||
    speech.anonymous.has(noun) ||
    speech.bodies.has(noun) ||
    /^(?:person|organization|nationality)$/.test(mention?.type ?? "")
  const issuer = isSource
    ? issuerAt(place, nounPhraseAt(analysis, subject.index, sentence.firstToken, token.index))
    : speakerOf(place)
  if (!issuer) return undefined
  const range = { first: token.index + 1, last: sentence.lastToken }
  const threat = findThreat(analysis, range, words, "warned")
  // The harm itself is feared, not something that has to do with one.
  if (!threat || token.index + 9 < threat.first) return undefined
  return draftOf(place, { kind: "forecast", issuer, audience: undefined, channel: "public", threat, range })
}

/** "Insurers said they feared": whoever speaks. */
function speakerOf({ token, statements }: Place): WarningDraft["issuer"] | undefined {
  const statement = statements.find(one => one.evidence.some(each => contains(each.span, token)))
  if (!statement) return undefined
  const { name, entityId, role } = statement.speaker
  return { name, ...(entityId && { entityId }), ...(role && { role }) }
}

/** Whose fear it is; "said they feared" leads to the one who says it. */
function subjectOf({ analysis, token }: Place): Token | undefined {
  const subject = childrenOf(analysis, token, "nsubj").find(one => one.index < token.index)
  if (!subject || !/^(?:they|he|she|it)$/i.test(subject.text)) return subject
  const says = hasRelation(token, "ccomp") ? analysis.tokens[token.head] : undefined
  return says && childrenOf(analysis, says, "nsubj").find(one => one.index < says.index)
}
