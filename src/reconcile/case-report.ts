import type { DayRange } from "../core/edtf.ts"
import { daysOf } from "../core/edtf.ts"
import { isSaying, type Reading } from "../core/reading.ts"
import type { Report } from "../core/report.ts"
import type { Span } from "../core/span.ts"
import { type Word, wordsOf } from "../core/words.ts"
import type { Publishers } from "./lineage/publishers.ts"
import type { Publisher } from "./options.ts"
import { compareText } from "./union.ts"

/** A sentence of a report with its words, made once and used by every stage. */
export interface CaseSentence {
  readonly id: string
  readonly reportId: string
  readonly index: number
  readonly span: Span
  readonly text: string
  readonly words: readonly Word[]
  /** Stems with content, each once. */
  readonly stems: readonly string[]
  /** Share of the sentence that is somebody's own words, 0-1. */
  readonly quoted: number
}

/** Who tells something, and when: what is left of a report once its words are read. */
export interface Teller {
  readonly id: string
  /** EDTF of publication, "" when unknown. */
  readonly published: string
  readonly publishedDays: DayRange | undefined
}

/** A reading with what is known of its report as a whole. */
export interface ReportHead extends Teller {
  readonly reading: Reading
  readonly report: Report
  /** Where the pack knows the publisher. */
  readonly publisher: Publisher | undefined
  /** What people call the report's source: publisher, else the host, file or title. */
  readonly sourceName: string
  /** What the report is called in sentences: source and day. */
  readonly label: string
}

/** The same with its sentences: what every stage works on. */
export interface CaseReport extends ReportHead {
  /** Houses that printed exact copies of it: name by key, see `houseOf`. */
  readonly printedBy: ReadonlyMap<string, string>
  readonly sentences: readonly CaseSentence[]
}

/** Order of publication; reports without a date come last, ties by id. Two instants of a day are compared as written. */
export function comparePublished(a: Teller, b: Teller): number {
  const one = a.publishedDays
  const two = b.publishedDays
  if (one === undefined || two === undefined) {
    if (one !== two) return one === undefined ? 1 : -1
    return compareText(a.id, b.id)
  }
  return one.first - two.first || one.last - two.last || compareInstant(a, b) || compareText(a.id, b.id)
}

/** Negative when `a` is known to be published before `b`, positive when after, 0 when it cannot be told. */
export function publishedBefore(a: Teller, b: Teller): number {
  const one = a.publishedDays
  const two = b.publishedDays
  if (one === undefined || two === undefined) return 0
  if (one.last < two.first) return -1
  if (two.last < one.first) return 1
  return one.first === one.last && two.first === two.last ? compareInstant(a, b) : 0
}

/** Order of two instants of one day; 0 when one of them has no time or the zones differ. */
function compareInstant(a: Teller, b: Teller): number {
  const one = /T(.+?)(Z|[+-]\d\d:?\d\d)?$/.exec(a.published)
  const two = /T(.+?)(Z|[+-]\d\d:?\d\d)?$/.exec(b.published)
  if (!one || !two || zoneOf(one[2]) !== zoneOf(two[2])) return 0
  return compareText(one[1]!, two[1]!)
}

function zoneOf(mark: string | undefined): string {
  return mark === undefined || mark === "" ? "" : /^(Z|[+-]00:?00)$/.test(mark) ? "Z" : mark.replace(":", "")
}

/** Who published a reading's report, and when. Costs nothing, however long the text. */
export function toReportHead(reading: Reading, publishers: Publishers): ReportHead {
  const { report } = reading
  const published = report.published?.time.edtf ?? ""
  const publisher = publishers.ofReport(report)
  const sourceName =
    publisher?.name ??
    report.publisher?.value ??
    hostOf(report.url?.value) ??
    report.file ??
    report.title?.value ??
    report.id
  return {
    id: report.id,
    reading,
    report,
    published,
    publishedDays: daysOf(published),
    publisher,
    sourceName,
    label: published === "" ? `${sourceName} (no date)` : `${sourceName} (${published.slice(0, 10)})`,
  }
}

/** Makes the report of the case from a reading. */
export function toCaseReport(
  reading: Reading,
  publishers: Publishers,
  printedBy: ReadonlyMap<string, string> = new Map(),
): CaseReport {
  const { report } = reading
  const own = reading.statements.filter(statement => isSaying(statement) && statement.kind !== "indirect")
  const quoteSpans = own.flatMap(statement => statement.evidence.map(evidence => evidence.span))
  const sentences = reading.sentences.map((span, index): CaseSentence => {
    const text = report.text.slice(span.start, span.end)
    const words = wordsOf(text)
    const covered = quoteSpans.reduce(
      (sum, quote) => sum + Math.max(0, Math.min(quote.end, span.end) - Math.max(quote.start, span.start)),
      0,
    )
    return {
      id: `${report.id}:${index}`,
      reportId: report.id,
      index,
      span,
      text,
      words,
      stems: [...new Set(words.flatMap(word => (word.empty ? [] : [word.stem])))],
      quoted: Math.min(1, covered / Math.max(1, span.end - span.start)),
    }
  })
  return { ...toReportHead(reading, publishers), printedBy, sentences }
}

/** The sentence of a report that holds the offset, or undefined. */
export function sentenceAt(report: Pick<CaseReport, "sentences">, offset: number): CaseSentence | undefined {
  let low = 0
  let high = report.sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (report.sentences[middle]!.span.end <= offset) low = middle + 1
    else high = middle
  }
  const sentence = report.sentences[low]
  return sentence && sentence.span.start <= offset ? sentence : undefined
}

function hostOf(url: string | undefined): string | undefined {
  return /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? "")?.[1]?.toLowerCase()
}

/** The report without its words. */
export function tellerOf({ id, published, publishedDays }: Teller): Teller {
  return { id, published, publishedDays }
}
