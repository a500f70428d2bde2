import type { Statement, WarningMention } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import type { Threat } from "./find-threat.ts"
import type { WarningWords } from "./warning-words.ts"

/** Cues of those who want harm rather than fear it. */
export const THREAT_CUE = /\b(?:threaten|vow|pledg|promis|urg|call(?:s|ed|ing)? (?:on|for))/i

/** What kind of warning a statement is: by its cue, its speaker and who heard it. */
export function kindOf(
  analysis: Analysis,
  statement: Statement,
  threat: Threat,
  words: WarningWords,
  speech: SpeechWords,
): WarningMention["kind"] {
  const entity = analysis.entities.find(one => one.id === statement.speaker.entityId)
  const who = `${statement.speaker.role ?? ""} ${statement.speaker.name}`.toLowerCase().split(/[^\p{L}-]+/u)
  const cue = statement.cue?.text.toLowerCase() ?? ""
  if (THREAT_CUE.test(cue) || threat.rule === "orderToLeave") return "threat"
  if (entity?.type === "armed-group") return "threat"
  if (statement.audience && isFormal(statement.audience.name, words)) return "testimony"
  if (who.some(word => speech.documents.has(word)) && !statement.speaker.role) return "assessment"
  if (isThinker(who)) return "forecast"
  if (statement.audience && isGovernment(statement.audience.name, speech, analysis)) return "notice"
  if (isOfficial(who) && !/\bformer(?:ly)?\b/i.test(statement.speaker.role ?? ""))
    return threat.rule === "anyHarm" || /warn|alert|caution/.test(cue) ? noticeOrAssessment(statement) : "assessment"
  if (entity && (entity.type === "organization" || entity.type === "place" || entity.type === "nationality"))
    return /warn|alert|caution/.test(cue) ? noticeOrAssessment(statement) : "assessment"
  return "forecast"
}

function noticeOrAssessment(statement: Statement): WarningMention["kind"] {
  return statement.audience ? "notice" : "assessment"
}

function isFormal(audience: string, words: WarningWords): boolean {
  return audience
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(word => words.formalAudiences.has(word))
}

/** An armed group, its fighters, or somebody who speaks for one. */
export function isGroup(analysis: Analysis, { speaker }: Statement): boolean {
  const entity = analysis.entities.find(one => one.id === speaker.entityId)
  const who = `${speaker.role ?? ""} ${speaker.name}`.toLowerCase().split(/[^\p{L}-]+/u)
  return (
    entity?.type === "armed-group" ||
    isFighter(who) ||
    analysis.mentions.some(
      mention =>
        mention.type === "armed-group" &&
        (speaker.role ?? "").includes(analysis.report.text.slice(mention.start, mention.end)),
    )
  )
}

/** "an analyst at the institute", "the director of the observatory": somebody who studies it. */
function isThinker(who: readonly string[]): boolean {
  if (who.includes("national") || who.includes("ministry") || who.includes("state")) return false
  return (
    who.some(word =>
      /^(analysts?|scholars?|experts?|researchers?|fellow|specialists?|professor|institute|institution|observatory|university|foundation|think-tank|consultant|historian|strategist|college)$/.test(
        word,
      ),
    ) && !who.some(word => /^(officials?|minister|general|gen)$/.test(word))
  )
}

/** A country, a ministry, officials: those one tells a warning in private. */
function isGovernment(audience: string, speech: SpeechWords, analysis: Analysis): boolean {
  const words = audience.toLowerCase().split(/[^\p{L}-]+/u)
  if (
    words.some(word =>
      /^(conference|reporters?|journalists?|interview|rally|crowd|newspaper|television|radio)$/.test(word),
    )
  )
    return false
  if (
    words.some(word =>
      /^(ministry|government|governments|officials?|authorities|authority|police|embassy|army|agency|minister|president|diplomats?)$/.test(
        word,
      ),
    )
  )
    return true
  return (
    analysis.places.some(
      place => place.place.precision === "country" && audience.replace(/^the\s+/i, "") === place.place.text,
    ) ||
    (words.length === 1 && speech.bodies.has(words[0]!))
  )
}

function isFighter(who: readonly string[]): boolean {
  return who.some(word =>
    /^(militants?|rebels?|insurgents?|fighters?|jihadists?|warlords?|guerrillas?|hijackers?|gunmen|group|militia|militias|movement|faction)$/.test(
      word,
    ),
  )
}

function isOfficial(who: readonly string[]): boolean {
  return who.some(word =>
    /^(officials?|authorities|minister|ministers|ministry|government|governments|president|premier|general|gen|commander|director|chief|head|police|agency|department|secretary|embassy|spokesman|spokeswoman|spokesperson|ambassador|military|army|admiral|prosecutors?|service|services|bureau|commissioner|chancellor|administration|state)$/.test(
      word,
    ),
  )
}
