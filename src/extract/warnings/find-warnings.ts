import { idOf } from "../../core/id.ts"
import type { Outcome } from "../../core/problem.ts"
import type { EventMention, Statement, WarningMention } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { overlaps, type Span } from "../../core/span.ts"
import type { SpeechPack } from "../../core/speech-pack.ts"
import type { Analysis } from "../../english/analysis.ts"
import { sentenceAt } from "../../english/tree.ts"
import { mediumOf } from "../statements/media.ts"
import { type Range, rangeOfSpan } from "../statements/phrase.ts"
import { type SpeechWords, speechWordsOf } from "../statements/speech-words.ts"
import { subjectOf } from "./describe-threat.ts"
import { eventsBefore } from "./events-before.ts"
import { findNotices } from "./find-notices.ts"
import { findThreat, type Threat } from "./find-threat.ts"
import { horizonOf, UNKNOWN_TIME } from "./horizon.ts"
import { likelihoodOf } from "./likelihood.ts"
import { VIOLENT } from "./threat-words.ts"
import { audienceOf, isPublicAudience, type WarningDraft } from "./warning-draft.ts"
import { type WarningWords, warningWordsOf } from "./warning-words.ts"

const WARN_CUE = /\b(?:warn|caution|alert)/i
const THREAT_CUE = /\b(?:threaten|vow|pledg|promis|urg|call(?:s|ed|ing)? (?:on|for))/i

/** Statements and notices that harm may come, as this report tells them, in order of their first word. */
export function findWarnings(
  analysis: Analysis,
  statements: readonly Statement[],
  events: readonly EventMention[],
  pack: SpeechPack,
  trace?: Trace,
): Outcome<WarningMention[]> {
  const words = warningWordsOf(pack)
  const speech = speechWordsOf(pack)
  const notices = findNotices(analysis, statements, words, speech)
  const drafts = [...notices]
  for (const statement of statements) {
    const draft = warningOf(analysis, statement, statements, words, speech)
    trace?.({ ruleset: "warnings", at: statement.evidence[0]!.span, rule: draft?.rule ?? null, declined: [] })
    if (draft && !isToldAlready(draft, statement, drafts)) drafts.push(draft)
  }
  const value = drafts.map(draft => mentionOf(analysis, draft, events, words))
  return {
    value: value.sort(
      (a, b) =>
        a.evidence[0]!.span.start - b.evidence[0]!.span.start || a.evidence[0]!.span.end - b.evidence[0]!.span.end,
    ),
    problems: [],
  }
}

/** A notice inside a statement ("she said the government had told Oslo of a plot") is the notice, told once. */
function isToldAlready(draft: WarningDraft, statement: Statement, drafts: readonly WarningDraft[]): boolean {
  return drafts.some(
    other =>
      other.evidence.some(one => statement.evidence.some(two => overlaps(one.span, two.span))) &&
      (draft.threat === undefined || other.threat === undefined || overlapsRange(other.threat, draft.threat)),
  )
}

function overlapsRange(a: Range, b: Range): boolean {
  return a.first < b.last && b.first < a.last
}

/** The warning a statement is, if it is one. */
function warningOf(
  analysis: Analysis,
  statement: Statement,
  all: readonly Statement[],
  words: WarningWords,
  speech: SpeechWords,
): WarningDraft | undefined {
  // What an outlet tells in its own name is its reporting; those it quotes warn.
  if (mediumOf(statement.speaker.name, speech)) return undefined
  const cue = statement.cue?.text ?? ""
  const isWarned = WARN_CUE.test(cue)
  // "The minister called on the army to strike" is an order; a group that calls on its supporters threatens.
  const isThreat = THREAT_CUE.test(cue)
  if (isThreat && !/\b(?:threaten|vow)/i.test(cue) && !isGroup(analysis, statement)) return undefined
  for (const evidence of statement.evidence) {
    const range = rangeOfSpan(analysis, evidence.span)
    if (!range) continue
    const threat =
      leaveOrder(analysis, statement, range) ??
      findThreat(analysis, range, words, isThreat ? "threatened" : isWarned ? "warned" : "said")
    if (!threat || isNoWarning(analysis, statement, range, threat)) continue
    // What lies within another's words is told with those: only the inner statement warns.
    if (
      all.some(other => other !== statement && isInner(other, evidence.span) && isSpeakersOwn(analysis, other, words))
    )
      return undefined
    const kind = kindOf(analysis, statement, threat, words, speech)
    return {
      kind,
      issuer: issuerOf(ownSideOf(statement, all)),
      audience:
        statement.audience && !speech.media.has(statement.audience.name.replace(/^the\s+/i, ""))
          ? [audienceOf(analysis, statement.audience.evidence)]
          : [],
      channel: channelOf(statement, kind, words),
      issued: statement.time ?? UNKNOWN_TIME,
      range,
      threat,
      evidence: statement.cue
        ? [statement.cue, ...statement.evidence].sort((a, b) => a.span.start - b.span.start)
        : statement.evidence,
      statementId: statement.id,
      rule: threat.rule,
    }
  }
  return undefined
}

/** "The group told the crews to leave their ships": from those who use force, an order to go is a threat. */
function leaveOrder(analysis: Analysis, statement: Statement, range: Range): Threat | undefined {
  const entity = analysis.entities.find(one => one.id === statement.speaker.entityId)
  if (entity?.type !== "armed-group") return undefined
  const to = analysis.tokens[range.first]!
  const verb = analysis.tokens[range.first + 1]
  if (
    to.text.toLowerCase() !== "to" ||
    !verb ||
    !/^(leave|evacuate|surrender|withdraw|quit|flee|abandon|vacate)$/.test(verb.lemma)
  )
    return undefined
  return { first: range.first, last: range.last, harm: verb, holder: to, rule: "orderToLeave" }
}

/** What the speaker's own side would do ("we will strike"), harm to those who do violence, threats that nobody makes ("the climate is a threat"). */
function isNoWarning(analysis: Analysis, statement: Statement, range: Range, threat: Threat): boolean {
  const { tokens, report } = analysis
  const entity = analysis.entities.find(one => one.id === statement.speaker.entityId)
  if (entity?.type === "armed-group") return false
  const subject = tokens
    .slice(Math.max(range.first, threat.first - 3), threat.first + 1)
    .map(token => token.text.toLowerCase())
  if (subject.includes("we") || subject.includes("i")) return true
  const sentence = analysis.sentences[threat.harm.sentence]!
  const behind = report.text.slice(threat.harm.end, tokens[threat.last - 1]!.end)
  if (
    threat.harm.upos === "VERB" &&
    /^\s*(?:the|these|those|all|any|its|his)?\s*(?:[\p{L}-]+\s+){0,2}(?:terrorists?|terrorist group|militants?|extremists?|insurgents?|jihadists?|gunmen|rebels)\b/iu.test(
      behind,
    )
  )
    return true
  if (!/^(posesThreat|threatWillGrow)$/.test(threat.rule)) return false
  const around = report.text.slice(sentence.start, sentence.end)
  return (
    !VIOLENT.test(around) &&
    !analysis.mentions.some(
      mention => mention.type === "armed-group" && sentence.start <= mention.start && mention.end <= sentence.end,
    )
  )
}

function isInner(other: Statement, outer: Span): boolean {
  const first = other.evidence[0]!.span
  return outer.start <= first.start && first.end <= outer.end && first.end - first.start < outer.end - outer.start
}

function isSpeakersOwn(analysis: Analysis, statement: Statement, words: WarningWords): boolean {
  const range = rangeOfSpan(analysis, statement.evidence[0]!.span)
  return (
    range !== undefined &&
    findThreat(analysis, range, words, WARN_CUE.test(statement.cue?.text ?? "") ? "warned" : "said") !== undefined
  )
}

/** "His government warned", within the words of a minister: the minister. */
function ownSideOf(statement: Statement, all: readonly Statement[]): Statement {
  if (!/^(?:his|her|their|its|our)\s/i.test(statement.speaker.name)) return statement
  const cue = statement.cue?.span
  return (
    (cue &&
      all.find(
        other =>
          other !== statement && other.evidence.some(one => one.span.start <= cue.start && cue.end <= one.span.end),
      )) ??
    statement
  )
}

function issuerOf({ speaker }: Statement): WarningMention["issuer"] {
  return {
    name: speaker.name,
    ...(speaker.entityId && { entityId: speaker.entityId }),
    ...(speaker.role && { role: speaker.role }),
  }
}

function kindOf(
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

function isGroup(analysis: Analysis, { speaker }: Statement): boolean {
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

function channelOf(statement: Statement, kind: WarningMention["kind"], words: WarningWords): WarningMention["channel"] {
  const cue = statement.cue?.text.toLowerCase() ?? ""
  if (/privately|quietly|behind closed doors|confidential/.test(cue)) return "private"
  if (kind === "notice" && statement.audience && !isPublicAudience(statement.audience.name, words)) return "private"
  return "public"
}

function mentionOf(
  analysis: Analysis,
  draft: WarningDraft,
  events: readonly EventMention[],
  words: WarningWords,
): WarningMention {
  const { report } = analysis
  const { range, threat } = draft
  const horizon = threat && horizonOf(analysis, range, threat, draft.issued)
  const likelihood = likelihoodOf(analysis, threat ? sentencesOf(analysis, range, threat) : range, words)
  return {
    id: idOf(
      report.id,
      "warning",
      draft.kind,
      draft.issuer.name,
      ...draft.evidence.flatMap(one => [one.span.start, one.span.end]),
    ),
    reportId: report.id,
    kind: draft.kind,
    issuer: draft.issuer,
    audience: draft.audience,
    channel: draft.channel,
    issued: draft.issued,
    subject: threat ? subjectOf(analysis, range, threat, words) : {},
    ...(horizon && { horizon }),
    ...(likelihood && { likelihood }),
    before: eventsBefore(analysis, draft.evidence, events),
    ...(draft.statementId && { statementId: draft.statementId }),
    evidence: draft.evidence,
    rule: draft.rule,
  }
}

/** The part of the range that lies in the sentence of the threat: words of likelihood elsewhere speak of something else. */
function sentencesOf(analysis: Analysis, range: Range, threat: Threat): Range {
  const sentence = sentenceAt(analysis, threat.harm.start)
  return sentence
    ? { first: Math.max(range.first, sentence.firstToken), last: Math.min(range.last, sentence.lastToken) }
    : range
}
