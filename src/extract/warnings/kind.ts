import type { Statement, WarningMention } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import type { Threat } from "./find-threat.ts"
import { isPublicAudience } from "./warning-draft.ts"
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
  if (isFighter(who) && !isCivil(who) && /^(?:i|we|our|my|his|her|its|their)$/.test(doerBefore(analysis, threat)))
    return "threat"
  if (isOwnThreat(analysis, threat)) return "threat"
  const said = sentenceOf(analysis, statement)
  if (/\bclaim(?:ed|s|ing) (?:responsibility|the (?:attack|bombing|killing|shooting|blast)s?)\b/i.test(said))
    return "threat"
  if (statement.audience && isFormal(statement.audience.name, words)) return "testimony"
  if (
    /\btestif(?:y|ied|ies|ying)\b|\btestimony\b|\b(?:appearing|speaking|testimony) before (?:the|a)\b[^,.;]{0,40}\b(?:committee|council|parliament|senate|congress|panel|inquiry|hearing|assembly)\b|\bevidence to (?:the|a|members|mps)\b|^before the (?:security council|senate|parliament)/i.test(
      said,
    )
  )
    return "testimony"
  if (who.some(word => /^(?:advisory|advisories|alert|bulletin|notice|circular|guidance)$/.test(word)))
    return "advisory"
  if (isAdvice(who, said, statement, words)) return "advisory"
  if (who.some(word => speech.documents.has(word)) && !statement.speaker.role) return "assessment"
  if (isThinker(who)) return "forecast"
  if (statement.audience && isGovernment(statement.audience.name, speech, analysis)) return "notice"
  if (isOfficial(who) && !/\bformer(?:ly)?\b/i.test(statement.speaker.role ?? ""))
    return threat.rule === "anyHarm" || /warn|alert|caution/.test(cue) ? noticeOrAssessment(statement) : "assessment"
  if (entity && (entity.type === "organization" || entity.type === "place" || entity.type === "nationality"))
    return /warn|alert|caution/.test(cue) ? noticeOrAssessment(statement) : "assessment"
  return /warn|alert|caution/.test(cue) ? "notice" : "forecast"
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

function sentenceOf(analysis: Analysis, { evidence, cue }: Statement): string {
  const at = cue?.span.start ?? evidence[0]!.span.start
  const sentence = analysis.sentences.find(one => one.start <= at && at < one.end)
  return sentence ? analysis.report.text.slice(sentence.start, sentence.end) : ""
}

/** An embassy that speaks to the public, or anybody who does so in advice for travellers. */
function isAdvice(who: readonly string[], said: string, { audience }: Statement, words: WarningWords): boolean {
  const isPublic = !audience || isPublicAudience(audience.name, words)
  if (!isPublic) return false
  if (
    /\b(?:travel (?:advice|advisory|alert|warning)s?|security alert|safety alert|in (?:its|an|the) (?:advice|advisory|alert|bulletin))\b/i.test(
      said,
    )
  )
    return true
  return (
    who.some(word => /^(?:embassy|embassies|consulate|consulates)$/.test(word)) ||
    /\bhigh commission\b/.test(who.join(" "))
  )
}

/** "We will burn your cities", "his men would storm", "would be treated as targets": harm that the speaker's own side means to do. */
function isOwnThreat(analysis: Analysis, threat: Threat): boolean {
  const { tokens } = analysis
  const behind = tokens.slice(threat.harm.index + 1, threat.harm.index + 5).map(one => one.text.toLowerCase())
  const doer = doerBefore(analysis, threat)
  if (/^(?:we|i)$/.test(doer) && behind.some(word => /^(?:you|your|them|their)$/.test(word))) return true
  if (threat.rule === "wouldBeTarget")
    return tokens
      .slice(threat.first, threat.harm.index)
      .some(one => /^(?:treated|considered|regarded|seen|legitimate|fair)$/i.test(one.text))
  const before = tokens
    .slice(Math.max(0, threat.holder.index - 3), threat.holder.index)
    .map(one => one.text.toLowerCase())
  return (
    /^(?:his|her|its|our|their|my)$/.test(before.at(-2) ?? "") &&
    /^(?:men|fighters|forces|followers|gang|soldiers|army|missiles|drones)$/.test(before.at(-1) ?? "")
  )
}

/** The word right before the one the harm hangs on, in lower case. */
function doerBefore({ tokens }: Analysis, { holder }: Threat): string {
  return tokens[holder.index - 1]?.text.toLowerCase() ?? ""
}

/** "the rights group": no fighters. */
function isCivil(who: readonly string[]): boolean {
  return who.some(word =>
    /^(?:aid|rights|advocacy|monitoring|environmental|research|lobby|trade|industry|civil|charity|student|women)$/.test(
      word,
    ),
  )
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
  if (who.some(word => /^(?:national|ministry|state|panel|committee|council)$/.test(word))) return false
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
    analysis.places.some(place => audience.replace(/^the\s+/i, "") === place.place.text) ||
    (words.length === 1 && speech.bodies.has(words[0]!))
  )
}

function isFighter(who: readonly string[]): boolean {
  return who.some(word =>
    /^(militants?|rebels?|insurgents?|fighters?|jihadists?|warlords?|guerrillas?|hijackers?|gunmen|group|militia|militias|movement|faction|gang|cartel|brigade|pirates?|bandits?)$/.test(
      word,
    ),
  )
}

function isOfficial(who: readonly string[]): boolean {
  return who.some(word =>
    /^(officials?|authorities|minister|ministers|ministry|government|governments|president|premier|general|gen|commander|director|chief|head|police|agency|department|secretary|embassy|spokesman|spokeswoman|spokesperson|ambassador|military|army|admiral|prosecutors?|service|services|bureau|commissioner|chancellor|administration|state|mayor|governor|monitors?|experts|panel|committee|mission|command|deputy|envoy|intelligence)$/.test(
      word,
    ),
  )
}
