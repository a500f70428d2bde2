import type { FlatEvidence, Lineage } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import type { Citation, Reading } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import { comparePublished, publishedBefore, type ReportHead, toCaseReport, toReportHead } from "../case-report.ts"
import { DecisionBook } from "../decisions/decision-book.ts"
import { flatAt, orderEvidence } from "../evidence.ts"
import type { CaseOptions } from "../options.ts"
import { groupBy, sortBy } from "../union.ts"
import { SIGNALS } from "./direction.ts"
import { LEAST_WORDS, SPEECH } from "./find-passages.ts"
import { isByWire, isPublisherOf, isSameHouse } from "./houses.ts"
import { publishersOf, withImpliedCitations } from "./implied-citations.ts"
import { provesResting } from "./proof.ts"
import { type Publishers, toPublishers } from "./publishers.ts"

/** A report with the same words as another of the case, and its link to that one. */
export interface Copy {
  readonly report: ReportHead
  readonly link: Lineage & { readonly to: string }
}

/** Readings of which no two are copies, word for word, and the copies that were set aside. Both in order of id. */
export interface United {
  readonly readings: readonly Reading[]
  readonly copies: readonly Copy[]
}

interface Tools {
  readonly publishers: Publishers
  readonly houses: ReadonlyMap<string, string>
  /** Links that a person rejected: such a report stays apart. */
  readonly rejected: ReadonlySet<string>
}

/** A text without sentences of ours (another language) needs this many words before its being the same means anything. A choice. */
const LEAST_TEXT = 40

/**
 * Sets aside the exact copies: reports whose clean text has the same words as another's, whatever its marks, spaces and bytes.
 * The one that stays is their source as far as that can be told, so a story with thousands of copies costs what one report costs.
 */
export function uniteCopies(readings: readonly Reading[], options: Pick<CaseOptions, "pack" | "decisions">): United {
  const rejections = new DecisionBook(options.decisions ?? []).of("reject")
  const tools: Tools = {
    publishers: toPublishers(options.pack.publishers),
    houses: publishersOf(readings),
    rejected: new Set(rejections.map(({ subject }) => subject)),
  }
  const stay: Reading[] = []
  const copies: Copy[] = []
  for (const same of bySameWords(readings)) {
    const united = same.length < 2 || !isTelling(same[0]!, tools.publishers) ? undefined : uniteGroup(same, tools)
    stay.push(...(united?.readings ?? same))
    copies.push(...(united?.copies ?? []))
  }
  return {
    readings: sortBy(stay, reading => reading.report.id),
    copies: sortBy(copies, copy => copy.report.id),
  }
}

/** Groups of readings with the same words. The same text is looked at once, however many have it. */
function bySameWords(readings: readonly Reading[]): Reading[][] {
  const byText = groupBy(readings, reading => reading.report.text)
  const byWords = groupBy([...byText], ([text]) => sameWordsKey(text))
  return [...byWords.values()].map(texts => texts.flatMap(([, same]) => same))
}

/** The words of a text in order, whatever its marks and spaces: two texts with the same may be copies. */
export function sameWordsKey(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")
}

/** True unless the words are so few or so common that two houses may have them by chance: "please switch on JavaScript". */
function isTelling(reading: Reading, publishers: Publishers): boolean {
  const report = toCaseReport(reading, publishers)
  if (report.sentences.length === 0) return LEAST_TEXT <= reading.report.text.split(/\s+/u).length
  const shared = report.sentences
    .filter(sentence => LEAST_WORDS <= sentence.words.length)
    .map(sentence => ({
      a: sentence,
      b: sentence,
      kind: "verbatim" as const,
      similarity: 1,
      speech: SPEECH <= sentence.quoted,
    }))
  return provesResting(report, shared, false)
}

function uniteGroup(same: readonly Reading[], { publishers, houses, rejected }: Tools): United {
  const heads = same.map(reading => toReportHead(reading, publishers)).sort(comparePublished)
  const [read] = same
  const named = citationsOf(read!, houses)
  const namingOf = (head: ReportHead): Citation[] => named.filter(citation => isPublisherOf(head, citation, publishers))
  const { original, apart } = findOriginal(heads, head => 0 < namingOf(head).length)
  const naming = namingOf(original)
  const readings = [original.reading, ...apart.map(head => head.reading)]
  const copies: Copy[] = []
  for (const head of heads) {
    if (head === original || apart.includes(head)) continue
    const id = idOf("lineage", head.id, original.id)
    if (rejected.has(id)) readings.push(head.reading)
    else {
      const citations = namingOf(head).length === 0 ? naming : []
      // Where the copy has the same words in other places, that they stand there is told by the passage.
      const evidence =
        head.report.text === read!.report.text
          ? citations.map(citation => flatAt(head.report, citation.evidence.span))
          : []
      copies.push({ report: head, link: linkOf(id, head, original, 0 < citations.length, evidence) })
    }
  }
  return { readings, copies }
}

/** Whom the text names as its source, its own publisher included: which of the copies is that one's is asked afterwards. */
function citationsOf(reading: Reading, houses: ReadonlyMap<string, string>): readonly Citation[] {
  const { publisher: _, ...report } = reading.report
  return withImpliedCitations({ ...reading, report }, houses).citations
}

/**
 * The source of copies, in order of publication: who is named in the text, a wire unless somebody is known to be earlier, else
 * the first; a portal that shows the reports of others only where everybody else is known to be later.
 * A source without a date stays apart from dated copies: its times are read from theirs, not theirs from it.
 */
function findOriginal(
  heads: readonly ReportHead[],
  isNamed: (head: ReportHead) => boolean,
): { original: ReportHead; apart: readonly ReportHead[] } {
  const first = heads[0]!
  const isDated = (head: ReportHead): boolean => head.publishedDays !== undefined || first.publishedDays === undefined
  const named = heads.filter(isNamed)
  const isOneHouse = named.every(head => isSameHouse(head, named[0]!))
  const source =
    (isOneHouse ? named.find(isDated) : undefined) ??
    heads.find(head => isByWire(head) && isDated(head) && 0 <= publishedBefore(first, head))
  const writer = heads.find(
    head => head.publisher?.aggregator !== true && isDated(head) && 0 <= publishedBefore(first, head),
  )
  const apart = heads.filter(head => !isDated(head) && (isNamed(head) || isByWire(head)))
  return { original: source ?? (first.publisher?.aggregator ? writer : undefined) ?? first, apart }
}

function linkOf(
  id: string,
  copy: ReportHead,
  original: ReportHead,
  isNamed: boolean,
  evidence: readonly FlatEvidence[],
): Copy["link"] {
  const house = isSameHouse(copy, original) ? ", of one house" : ""
  return {
    id,
    from: copy.id,
    to: original.id,
    kind: "copies",
    strength: 1,
    evidence: orderEvidence(evidence),
    passages: [
      {
        from: flatAt(copy.report, firstSentence(copy.reading)),
        to: flatAt(original.report, firstSentence(original.reading)),
        kind: "verbatim",
        similarity: 1,
      },
    ],
    why: `the same words from beginning to end${house}; ${signalOf(copy, original, isNamed)}`,
  }
}

function signalOf(copy: ReportHead, original: ReportHead, isNamed: boolean): string {
  if (isNamed) return SIGNALS.named(original)
  const before = publishedBefore(original, copy)
  if (isByWire(original) && !isByWire(copy) && before <= 0) return SIGNALS.wire(original)
  if (copy.publisher?.aggregator && !original.publisher?.aggregator && before <= 0) return SIGNALS.aggregator(copy)
  return before < 0 ? SIGNALS.earlier(original) : SIGNALS.unknown
}

/** Evidence that costs nothing: the first sentence of some length stands for all of them. */
function firstSentence({ report, sentences }: Reading): Span {
  const found = sentences.find(({ start, end }) => LEAST_WORDS <= report.text.slice(start, end).split(/\s+/u).length)
  return found ?? sentences[0] ?? report.blocks[0] ?? { start: 0, end: report.text.length }
}
