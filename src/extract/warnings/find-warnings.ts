import { idOf } from "../../core/id.ts"
import type { Outcome } from "../../core/problem.ts"
import type { EventMention, Statement, WarningMention } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { contains, evidenceAt, overlaps, type Span } from "../../core/span.ts"
import type { SpeechPack } from "../../core/speech-pack.ts"
import type { Analysis } from "../../english/analysis.ts"
import { childrenOf, hasRelation, sentenceAt } from "../../english/tree.ts"
import { mediumOf } from "../statements/media.ts"
import { type Range, rangeOfSpan, spanOfRange } from "../statements/phrase.ts"
import { type SpeechWords, speechWordsOf } from "../statements/speech-words.ts"
import { subjectOf } from "./describe-threat.ts"
import { eventsBefore } from "./events-before.ts"
import { findNotices } from "./find-notices.ts"
import { findThreat, type Threat, threatRulesBefore } from "./find-threat.ts"
import { holdsUntil, horizonOf, occasionWords, UNKNOWN_TIME } from "./horizon.ts"
import { issuedBefore, issuedBehind, issuedInSameMessage } from "./issued.ts"
import { joinRetellings } from "./join-retellings.ts"
import { isGroup, kindOf, THREAT_CUE } from "./kind.ts"
import { likelihoodOf } from "./likelihood.ts"
import { isDevice, isInStory, isUnthought } from "./no-warning.ts"
import { occasionOf } from "./occasion.ts"
import { AMBIGUOUS, VIOLENT } from "./threat-words.ts"
import { audienceOf, isPublicAudience, type WarningDraft } from "./warning-draft.ts"
import { type WarningWords, warningWordsOf } from "./warning-words.ts"

const WARN_CUE = /\b(?:warn|caution|alert)/i

/** "I'm not claiming that there is a threat", "I hesitate to say": the speaker makes no such claim. */
const UNCLAIMED =
  /\b(?:not|n['’]t|never)\s+(?:claim(?:ing)?|say(?:ing)?|suggest(?:ing)?|predict(?:ing)?)\b|\bhesitates? to (?:say|call|claim|predict)\b/i
const SEEING = /^(?:see|read|receive|get|hear|find|know|notice|remember|recall|have|send|write|issue|give|publish)$/
const NEVER = /^(?:not|n['’]t|never|nobody|neither|no-one)$/i
/** "It was clearly written that the threat would grow": what was foreseen once, told now. */
const FORETOLD = /\b(?:it was|it had been)\s+(?:\w+\s+)?(?:written|predicted|foreseen|foretold|known|obvious|clear)\b/i

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
  const notices = findNotices(analysis, statements, words, speech, trace)
  const drafts = [...notices]
  for (const statement of statements) {
    const draft = warningOf(analysis, statement, statements, words, speech)
    const isNew = draft !== undefined && !isToldAlready(draft, statement, drafts)
    trace?.({
      ruleset: "warnings",
      at: statement.evidence[0]!.span,
      rule: isNew ? draft.rule : null,
      // A warning that a notice tells already names its rule here.
      declined: draft && !isNew ? [draft.rule] : threatRulesBefore(draft?.rule),
    })
    if (isNew) drafts.push(draft)
  }
  const value = joinRetellings(analysis, drafts, trace).map(draft =>
    mentionOf(analysis, draft, statements, events, words, speech),
  )
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
  if (mediumOf(statement.speaker.name, speech) || isOfPapers(statement, speech)) return undefined
  if (
    isUnseen(analysis, statement) ||
    isDevice(statement) ||
    isInStory(analysis, statement) ||
    isUnthought(analysis, statement)
  )
    return undefined
  const cue = statement.cue?.text ?? ""
  const isWarned = WARN_CUE.test(cue)
  // "The minister called on the army to strike" is an order; a group that calls on its supporters threatens.
  const isThreat = THREAT_CUE.test(cue)
  if (isThreat && !/\b(?:threaten|vow)/i.test(cue) && !isGroup(analysis, statement) && !isCallToFollowers(statement))
    return undefined
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
      audience: audienceFor(analysis, statement, range, isThreat, speech),
      channel: channelOf(statement, kind, words),
      issued: statement.time ?? UNKNOWN_TIME,
      range,
      threat,
      // The words with the harm come first.
      evidence: withHarmFirst(statement.evidence, threat),
      statementId: statement.id,
      rule: threat.rule,
    }
  }
  return undefined
}

/** "urged its supporters to carry out stabbings", "promised to take revenge": calls and promises of violence, whoever speaks. */
function isCallToFollowers({ cue, evidence }: Statement): boolean {
  const text = evidence[0]!.text
  return /\b(?:urg|call)/i.test(cue?.text ?? "")
    ? /^(?:on |its |his |their |all |the )*(?:supporters|followers|sympathi[sz]ers|believers|faithful|muslims|loyalists|adherents|lone wolves)\b/i.test(
        text,
      )
    : /^to (?:take|exact|seek|have) (?:\p{L}+ )?revenge\b|^(?:\p{L}+ )?(?:revenge|retaliation|vengeance)\b|^to (?:avenge|retaliate)\b/iu.test(
        text,
      )
}

/** "Cables warned of an attack": papers of which nobody knows whose they are. */
function isOfPapers({ speaker }: Statement, { documents }: SpeechWords): boolean {
  return /^\p{L}\p{Ll}+s$/u.test(speaker.name) && documents.has(speaker.name.toLowerCase())
}

/** "She never saw letters warning of an attack": what nobody saw, got or gave is told as missing. */
function isUnseen(analysis: Analysis, { cue }: Statement): boolean {
  // Few cues are words of warning; the words of the others need not be looked for.
  if (!cue?.text.split(/\s+/u).some(word => WARN_CUE.test(word))) return false
  const token = analysis.tokens.find(one => contains(cue.span, one) && WARN_CUE.test(one.text))
  // The word of warning hangs on its noun or on the verb, as the parser chose.
  for (let up = token, steps = 0; up && 0 <= up.head && steps < 2; steps++) {
    if (!["acl", "xcomp", "advcl", "obj", "nsubj:pass"].some(relation => hasRelation(up!, relation))) return false
    up = analysis.tokens[up.head]
    if (up && SEEING.test(up.lemma) && childrenOf(analysis, up).some(child => NEVER.test(child.text))) return true
  }
  return false
}

function withHarmFirst(evidence: Statement["evidence"], { harm, holder }: Threat): Statement["evidence"] {
  const first =
    evidence.find(({ span }) => span.start <= harm.start && harm.end <= span.end) ??
    evidence.find(({ span }) => span.start <= holder.start && holder.end <= span.end)
  return first ? [first, ...evidence.filter(one => one !== first)] : evidence
}

/** Who heard it; those a group calls on are the hearers of its call. */
function audienceFor(
  analysis: Analysis,
  statement: Statement,
  range: Range,
  isThreat: boolean,
  speech: SpeechWords,
): WarningMention["audience"] {
  if (statement.audience)
    return speech.media.has(statement.audience.name.replace(/^the\s+/i, "")) ||
      /\bconfidence$/i.test(statement.audience.name)
      ? []
      : [audienceOf(analysis, statement.audience.evidence)]
  if (!isThreat || !/\b(?:call|urg)/i.test(statement.cue?.text ?? "")) return []
  const to = analysis.tokens
    .slice(range.first, Math.min(range.last, range.first + 6))
    .find(token => token.text.toLowerCase() === "to")
  if (!to || to.index === range.first || !/^(NOUN|PROPN)$/.test(analysis.tokens[to.index - 1]!.upos)) return []
  const span = spanOfRange(analysis, { first: range.first, last: to.index })
  return [audienceOf(analysis, evidenceAt(analysis.report, span))]
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
  const own = analysis.sentences[threat.harm.sentence]!
  const ownWords = report.text.slice(own.start, own.end)
  if (UNCLAIMED.test(ownWords) || FORETOLD.test(ownWords)) return true
  if (entity?.type === "armed-group") return false
  const subject = tokens
    .slice(Math.max(range.first, threat.first - 3), threat.first + 1)
    .map(token => token.text.toLowerCase())
  const isFirst = subject.includes("we") || subject.includes("i")
  if (isFirst) return !isGroup(analysis, statement) && !isAtHearer(analysis, threat)
  const sentence = analysis.sentences[threat.harm.sentence]!
  const behind = report.text.slice(threat.harm.end, tokens[threat.last - 1]!.end)
  if (
    threat.harm.upos === "VERB" &&
    /^\s*(?:the|these|those|all|any|its|his)?\s*(?:[\p{L}-]+\s+){0,2}(?:terrorists?|terrorist group|militants?|extremists?|insurgents?|jihadists?|gunmen|rebels)\b/iu.test(
      behind,
    )
  )
    return true
  // "questioned cables that warned of an attack": somebody else's warning.
  const ahead = report.text.slice(Math.max(sentence.start, tokens[range.first]!.start), threat.harm.start)
  if (/\b(?:warnings?|warned|warns)\b/i.test(ahead) && !/\b(?:we|i)\s+(?:had\s+|have\s+)?warn/i.test(ahead)) return true
  // "the weapons the government intends to target": nothing is hit.
  if (threat.harm.lemma === "target" && threat.harm.upos === "VERB" && /^\s*(?:$|[.,;])/.test(behind)) return true
  if (!/^(posesThreat|threatWillGrow)$/.test(threat.rule) && !isAmbiguous(analysis, threat)) return false
  const around = report.text.slice(sentence.start, sentence.end)
  return (
    !VIOLENT.test(around) &&
    !analysis.mentions.some(
      mention => mention.type === "armed-group" && sentence.start <= mention.start && mention.end <= sentence.end,
    )
  )
}

/** "We will burn your cities": who talks so to his hearers threatens. */
function isAtHearer({ tokens }: Analysis, { harm }: Threat): boolean {
  return tokens.slice(harm.index + 1, harm.index + 4).some(one => /^your?$/i.test(one.text))
}

/** A "threat" or a "war" may be one of words; "open war" is not. */
function isAmbiguous({ tokens }: Analysis, { harm }: Threat): boolean {
  return (
    AMBIGUOUS.has(harm.lemma.toLowerCase()) &&
    !(
      harm.lemma === "war" &&
      /^(?:civil|open|all-out|full-scale|full-blown|regional|wider|new)$/i.test(tokens[harm.index - 1]?.text ?? "")
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

function channelOf(statement: Statement, kind: WarningMention["kind"], words: WarningWords): WarningMention["channel"] {
  const cue = statement.cue?.text.toLowerCase() ?? ""
  if (/privately|quietly|behind closed doors|confidential/.test(cue)) return "private"
  if (kind === "notice" && statement.audience && !isPublicAudience(statement.audience.name, words)) return "private"
  return "public"
}

function mentionOf(
  analysis: Analysis,
  draft: WarningDraft,
  statements: readonly Statement[],
  events: readonly EventMention[],
  words: WarningWords,
  speech: SpeechWords,
): WarningMention {
  const { report } = analysis
  const { range, threat } = draft
  const before = eventsBefore(analysis, draft.evidence, events)
  const at = draft.evidence[0]!.span
  const issued =
    draft.issued.edtf !== ""
      ? draft.issued
      : (issuedBefore(analysis, draft.issued, at, before, events) ??
        issuedInSameMessage(analysis, at.start, draft.issuer.entityId, statements) ??
        (draft.kind === "notice" ? issuedBehind(analysis, at.start) : undefined) ??
        draft.issued)
  const holds = draft.kind === "advisory" ? holdsUntil(analysis, range) : undefined
  const tellings = [{ range, threat }, ...(draft.again ?? [])]
  const horizon = firstOf(
    tellings,
    one => one.threat && horizonOf(analysis, one.range, one.threat, issued, draft.kind === "threat"),
  )
  const likelihood = firstOf(tellings, one =>
    likelihoodOf(analysis, one.threat ? sentencesOf(analysis, one.range, one.threat) : one.range, words),
  )
  const subject = threat ? subjectOf(analysis, range, threat, words, speech) : {}
  const coming =
    horizon ??
    holds ??
    (threat && (occasionOf(analysis, threat, subject, words) ?? occasionWords(analysis, threat, words)))
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
    issued,
    subject,
    ...(coming && { horizon: coming }),
    ...(likelihood && { likelihood }),
    before,
    ...(draft.statementId && { statementId: draft.statementId }),
    evidence: draft.evidence,
    rule: draft.rule,
  }
}

function firstOf<T, Found>(items: readonly T[], find: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** The part of the range that lies in the sentence of the threat: words of likelihood elsewhere speak of something else. */
function sentencesOf(analysis: Analysis, range: Range, threat: Threat): Range {
  const sentence = sentenceAt(analysis, threat.harm.start)
  if (!sentence) return range
  // "Raids at home are unlikely, he said, but the group can strike abroad": what stands beyond the "but" is said of something else.
  const turns = analysis.tokens
    .slice(sentence.firstToken, sentence.lastToken)
    .filter(({ index, text }) => /^but$/i.test(text) && analysis.tokens[index - 1]?.text === ",")
  const before = turns.findLast(turn => turn.start < threat.harm.start)
  const after = turns.find(turn => threat.harm.end <= turn.start)
  return {
    first: Math.max(range.first, sentence.firstToken, before?.index ?? 0),
    last: Math.min(range.last, sentence.lastToken, after?.index ?? sentence.lastToken),
  }
}
