import type { Token } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import { findThreat } from "./find-threat.ts"
import { draftOf } from "./notice-draft.ts"
import { agentOf, issuerOfVerb, otherSubjects, ownerOf } from "./notice-issuer.ts"
import { isDenied, type Place, textOf } from "./notice-words.ts"
import type { WarningDraft } from "./warning-draft.ts"

const LEVEL = /^(?:level|levels|alert|status|state)$/i
const OF_DANGER = /^(?:alert|threat|security|terror|terrorism|terrorist|readiness|warning)$/i
/** Alerts of nature and of health: no warnings of violence. */
const OF_NATURE =
  /\b(?:volcan\w*|eruption|storm|flood\w*|avalanche|weather|cyclone|typhoon|hurricane|tsunami|earthquake|wildfire|bushfire|heat\w*|fire danger|covid\w*|coronavirus|pandemic|epidemic|flu|virus|disease|outbreak|pollution|smog|drought|tornado|landslide)\b/i

/** "raised its alert level", "the threat level was lifted to severe", "the security level went up to three" */
export function raisedLevel(place: Place): WarningDraft[] | undefined {
  const { analysis, token, sentence } = place
  if (token.upos !== "VERB" || isDenied(analysis, token)) return undefined
  if (OF_NATURE.test(analysis.report.text.slice(sentence.start, sentence.end))) return undefined
  const isRaised = /^(?:raise|increase|elevate|heighten|lift|upgrade)$/.test(token.lemma)
  const isPassive = childrenOf(analysis, token, "aux:pass").length > 0
  const goesUp =
    (/^(?:go|move|jump)$/.test(token.lemma) && analysis.tokens[token.index + 1]?.text === "up") ||
    /^(?:rise|climb)$/.test(token.lemma)
  const level = (isRaised && isPassive) || goesUp ? levelBefore(place) : isRaised ? levelBehind(place) : undefined
  if (!level) return undefined
  const last = Math.max(level.index, token.index) + 1
  const threat = reasonBehind(place, last)
  const parts = {
    kind: "alert-level",
    audience: undefined,
    channel: "public",
    threat,
    range: { first: Math.min(level.index, token.index), last: threat ? sentence.lastToken : last },
  } as const
  const issuers =
    level.index < token.index
      ? [
          agentOf(place) ??
            ownerOf({ ...place, token: analysis.tokens[firstOfLevel(place, level)]! }) ??
            placeBehind(place, level),
        ]
      : [issuerOfVerb(place), ...otherSubjects(place)]
  return issuers.filter(issuer => issuer !== undefined).map(issuer => draftOf(place, { ...parts, issuer }))
}

/** "because of a bomb threat", "saying attacks were possible", "amid fears of sabotage": the danger that is the reason. */
function reasonBehind({ analysis, sentence, words }: Place, from: number) {
  const opener = analysis.tokens
    .slice(from, sentence.lastToken)
    .find(one => /^(?:because|saying|amid|citing|over|for|meaning|means|warning|due|as|against)$/i.test(one.text))
  return opener && findThreat(analysis, { first: opener.index + 1, last: sentence.lastToken }, words, "warned")
}

function levelBehind({ analysis, token, sentence }: Place): Token | undefined {
  for (let at = token.index + 1; at < Math.min(sentence.lastToken, token.index + 9); at++) {
    const level = analysis.tokens[at]!
    if (/^[,;.]$/.test(level.text)) return undefined
    if (LEVEL.test(level.text))
      return analysis.tokens.slice(token.index + 1, at + 1).some(one => OF_DANGER.test(one.text)) ? level : undefined
  }
  return undefined
}

function levelBefore({ analysis, token }: Place): Token | undefined {
  return childrenOf(analysis, token, "nsubj").find(
    one =>
      one.index < token.index &&
      LEVEL.test(one.text) &&
      analysis.tokens.slice(Math.max(0, one.index - 3), one.index + 1).some(each => OF_DANGER.test(each.text)),
  )
}

/** The first word of "terrorism threat level", so that its owner stands right before it. */
function firstOfLevel({ analysis }: Place, level: Token): number {
  let first = level.index
  while (0 < first && /^(?:NOUN|ADJ)$/.test(analysis.tokens[first - 1]!.upos)) first--
  return first
}

/** "The threat level in Belgium": the state whose level it is. */
function placeBehind({ analysis }: Place, level: Token): WarningDraft["issuer"] | undefined {
  const mention = analysis.mentions.find(
    one => level.end < one.start && one.start <= level.end + 8 && one.type === "place" && one.form === "name",
  )
  const entity = mention && analysis.entities[mention.entity]
  return entity && { entityId: entity.id, name: entity.name }
}

/** "put its coast guard on high alert", "placed the army on the highest level of alert" */
export function putOnAlert(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence } = place
  if (token.upos !== "VERB" || !/^(?:put|place)$/.test(token.lemma) || isDenied(analysis, token)) return undefined
  const last = Math.min(sentence.lastToken, token.index + 14)
  const words = textOf(analysis, { first: token.index, last })
  const match =
    /^\S+\s(?:[^,;.]{1,50}?\s)?on (?:(?:high|higher|heightened|full|maximum|red|orange) alert|(?:the |a |its )?(?:[\p{L}-]+ ){0,3}(?:level|state) of (?:alert|readiness)|(?:the |a |its )?(?:[\p{L}-]+ ){0,3}alert level)\b/iu.exec(
      words,
    )
  const issuer = match && issuerOfVerb(place)
  if (!match || !issuer) return undefined
  return draftOf(place, {
    kind: "alert-level",
    issuer,
    audience: undefined,
    channel: "public",
    threat: reasonBehind(place, token.index + 1),
    range: { first: token.index, last: sentence.lastToken },
  })
}
