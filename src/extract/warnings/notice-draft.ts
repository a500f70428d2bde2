import type { WarningMention } from "../../core/reading.ts"
import { contains, type Evidence, evidenceAt, type Span } from "../../core/span.ts"
import type { Analysis, Sentence, Token } from "../../english/analysis.ts"
import { type NounPhrase, type Range, spanOfRange } from "../statements/phrase.ts"
import { UNKNOWN_TIME } from "./horizon.ts"
import { issuedIn } from "./issued.ts"
import type { Place } from "./notice-words.ts"
import { audienceOf, type WarningDraft } from "./warning-draft.ts"

/** What a rule knows of a notice. */
export interface Parts {
  readonly kind: WarningMention["kind"]
  readonly issuer: WarningMention["issuer"]
  readonly audience: NounPhrase | undefined
  readonly channel: WarningMention["channel"]
  readonly threat: WarningDraft["threat"]
  readonly range: Range
}

/** A notice as a draft: who heard it, when it was given, and the words that tell of it. */
export function draftOf({ analysis, sentence, token, statements }: Place, parts: Parts): WarningDraft {
  const { report } = analysis
  const statement = statements.find(one => one.evidence.some(evidence => contains(evidence.span, token)))
  const audience = parts.audience && evidenceAt(report, spanOfRange(analysis, parts.audience))
  return {
    kind: parts.kind,
    issuer: parts.issuer,
    audience: audience ? [audienceOf(analysis, audience)] : [],
    channel: parts.channel,
    issued: issuedIn(analysis, sentence, token, parts.threat) ?? UNKNOWN_TIME,
    range: parts.range,
    threat: parts.threat,
    evidence: [clauseOf(analysis, sentence, token, parts)],
    ...(statement && { statementId: statement.id }),
    rule: "",
  }
}

/** The words of the notice: its sentence, without the words that say who tells of it. */
function clauseOf(analysis: Analysis, sentence: Sentence, token: Token, parts: Parts): Evidence {
  const { tokens, report } = analysis
  let first = sentence.firstToken
  let last = sentence.lastToken
  // Within a quotation only the quoted words.
  const quotation = analysis.quotations.find(one => one.start <= token.start && token.end <= one.end)
  const span: Span = { start: tokens[first]!.start, end: tokens[last - 1]!.end }
  // One quoted word ("notified") is no telling.
  const isWhole =
    quotation &&
    (!parts.threat || (quotation.start <= parts.threat.harm.start && parts.threat.harm.end <= quotation.end))
  if (quotation && (isWhole || 40 < quotation.end - quotation.start)) {
    const start = Math.max(span.start, quotation.inner.start)
    const end = Math.min(span.end, quotation.inner.end)
    return evidenceAt(report, trimmed(report.text, start, end))
  }
  while (first < token.index && tokens[first]!.upos === "PUNCT") first++
  if (parts.threat && parts.threat.last < last && sentence.lastToken - sentence.firstToken > 60)
    last = parts.threat.last
  return evidenceAt(report, trimmed(report.text, tokens[first]!.start, tokens[last - 1]!.end))
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /[\s,;:]/.test(text[start]!)) start++
  while (start < end && /[\s,;:.]/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : { start: from, end: to }
}
