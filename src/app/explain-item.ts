import type { CaseFile, FlatEvidence } from "../core/casefile.ts"
import type { Engine } from "../core/engine.ts"
import type { RawReport } from "../core/report.ts"
import type { Decided } from "../core/rules.ts"
import { overlaps } from "../core/span.ts"
import { type Brief, line, newMarks, type Section } from "./brief/brief.ts"
import { reportNumbers } from "./brief/report-numbers.ts"
import { writeBrief } from "./brief/write-brief.ts"
import { markNumberOf, markSections } from "./explain/explain-mark.ts"
import { evidenceOf } from "./explain/item-evidence.ts"
import { itemSections } from "./explain/item-sections.ts"
import { itemTitle } from "./explain/item-title.ts"
import { type Item, requireItem } from "./find-item.ts"
import { counted, shortened } from "./words.ts"

/** Reports that are read again for one explanation, at most. An incident told by a hundred reports is explained from these. */
const MAX_REPORTS = 12
/** Decisions shown in words. The data holds all. */
const SHOWN_DECISIONS = 40

/** One decision of a rule over the words of an item. */
export interface ExplainedDecision extends Decided {
  readonly reportId: string
  readonly words: string
}

/** Why an item is in the case. */
export interface Explanation {
  /** "words" when a number of the brief was asked about. */
  readonly kind: Item["kind"] | "words"
  /** The item's id, or the number. */
  readonly id: string
  /** The item as the case file has it; the evidence for words. */
  readonly item: unknown
  readonly evidence: readonly FlatEvidence[]
  /** Decisions over the item's words, in the order of the text; empty when the reports' bytes are not at hand. */
  readonly decisions: readonly ExplainedDecision[]
  /** The same for people. */
  readonly brief: Brief
}

/**
 * Tells which rules made an item, which declined, and from which words. Asked about a number of the brief, it tells what rests on those words.
 * `rawOf` gives a report as it arrived, to be read again with a trace. Throws HeedError "not-found", or "bad-request" on an ambiguous prefix.
 */
export async function explainItem(
  caseFile: CaseFile,
  asked: string,
  engine: Engine,
  rawOf: (reportId: string) => Promise<RawReport | undefined>,
): Promise<Explanation> {
  const numbers = reportNumbers(caseFile)
  const { notes } = writeBrief(caseFile)
  // The numbers of the whole brief go on here, so that [7] is the same words everywhere.
  const marks = newMarks(numbers)
  const known = notes.map(note => note.evidence)
  marks.of(known, known.length)
  const mark = markNumberOf(asked)
  const words = mark === undefined ? undefined : notes[mark - 1]?.evidence
  const found = words ? undefined : requireItem(caseFile, asked)
  const evidence = words ? [words] : evidenceOf(found!)
  const decisions = await decisionsOver(evidence, engine, rawOf)
  const about = words ? markSections(words, caseFile, marks, numbers) : itemSections(found!, caseFile, marks, numbers)
  const sections = [...about, decisionSection(decisions, numbers)].filter(section => 0 < section.lines.length)
  const used = new Set(sections.flatMap(section => section.lines.flatMap(({ parts }) => parts.map(markOf))))
  const kind = found?.kind ?? "words"
  const id = found?.id ?? `${mark}`
  return {
    kind,
    id,
    item: found?.item ?? words,
    evidence,
    decisions,
    brief: {
      title: found ? `${kind}: ${itemTitle(found, caseFile)}` : `[${mark}]`,
      summary: found ? id : "",
      asOf: "",
      sections,
      notes: marks.notes().filter(note => used.has(note.mark)),
    },
  }
}

const markOf = (part: object) => ("mark" in part ? (part.mark as number) : undefined)

async function decisionsOver(
  evidence: readonly FlatEvidence[],
  engine: Engine,
  rawOf: (reportId: string) => Promise<RawReport | undefined>,
): Promise<ExplainedDecision[]> {
  const byReport = [...Map.groupBy(evidence, one => one.reportId)].slice(0, MAX_REPORTS)
  const found: ExplainedDecision[] = []
  for (const [reportId, spans] of byReport) {
    const raw = await rawOf(reportId)
    if (!raw) continue
    const { reading, decided } = engine.trace(raw)
    const over = decided
      .filter(({ at }) => spans.some(span => overlaps(span, at)))
      .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
    for (const one of over) found.push({ ...one, reportId, words: reading.report.text.slice(one.at.start, one.at.end) })
  }
  return found
}

function decisionSection(decisions: readonly ExplainedDecision[], numbers: ReadonlyMap<string, number>): Section {
  // What decided something is told first; where every rule declined is told after it.
  const told = decisions.filter(one => one.rule !== null || 0 < one.declined.length)
  const ordered = [...told.filter(one => one.rule !== null), ...told.filter(one => one.rule === null)]
  const lines = ordered.slice(0, SHOWN_DECISIONS).map(({ reportId, ruleset, words, rule, declined }) => {
    const before = declined.length === 0 ? "" : `; declined: ${declined.join(", ")}`
    const verdict =
      rule === null
        ? `all ${counted(declined.length, "rule")} declined: ${declined.join(", ")}`
        : `rule ${rule}${before}`
    return line(0, `r${numbers.get(reportId)}`, `${ruleset}: "${shortened(words, 60)}" - ${verdict}`)
  })
  const left = ordered.length - lines.length
  return {
    key: "rules",
    heading: "RULES THAT LOOKED AT THESE WORDS",
    lines: 0 < left ? [...lines, line(0, "", `and ${left} more; --json lists them all`)] : lines,
  }
}
