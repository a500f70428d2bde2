import type { FlatEvidence, OriginCount, Relation } from "../../core/casefile.ts"
import type { Status } from "../../core/status.ts"

/** A stretch of a brief's line: words, or a mark that opens the words of a report. Words that only say the line's signs are marked so: a screen draws the signs instead. An aside is who says so and since when: a screen may tell it more quietly. */
export type Part = { readonly text: string; readonly sign?: true; readonly aside?: true } | { readonly mark: number }

/** What a line says by signs: how the positions of a fact relate, how an incident stands, how many tell it. */
export interface Signs {
  readonly relation?: Relation
  readonly status?: Status
  readonly origins?: OriginCount
  readonly reports?: number
}

/** One line of a brief. `label` is what stands in the first column, "" when there is none. `level` 0 is an item, 1 a fact of it, 2 a detail of a fact. */
export interface Line {
  readonly level: 0 | 1 | 2
  readonly label: string
  readonly parts: readonly Part[]
  /** Id of the item the line shows, for `heed explain`. */
  readonly id?: string
  readonly signs?: Signs
}

export interface Section {
  readonly key: string
  readonly heading: string
  readonly lines: readonly Line[]
  /** How many items there are, where `lines` hold not all of them. */
  readonly total?: number
}

/** How much of a section is wanted: the first items, as long as there are not too many lines. */
export interface Extent {
  readonly items: number
  readonly lines: number
}
const WHOLE: Extent = { items: Number.POSITIVE_INFINITY, lines: Number.POSITIVE_INFINITY }

/** A section of items, each told in some lines. What is not wanted is not worded: a large case has thousands of items. */
export function sectionOf<T>(
  head: Pick<Section, "key" | "heading">,
  items: readonly T[],
  linesOf: (item: T) => readonly Line[],
  extent = WHOLE,
): Section {
  const lines: Line[] = []
  let told = 0
  for (const item of items) {
    if (told === extent.items || extent.lines <= lines.length) break
    lines.push(...linesOf(item))
    told++
  }
  return { ...head, lines, ...(told < items.length && { total: items.length }) }
}

/** The words behind a mark. `report` is the number of the report in the brief's list, from 1. */
export interface Note {
  readonly mark: number
  readonly report: number
  readonly evidence: FlatEvidence
}

/** A case in words. Every claim carries marks; every mark has a note. */
export interface Brief {
  readonly title: string
  /** "5 reports, 4 origins, 24 March to 1 April 2024". */
  readonly summary: string
  readonly asOf: string
  readonly sections: readonly Section[]
  readonly notes: readonly Note[]
}

/** Gives out marks: numbers for evidence in the order it is first shown; the same words get the same number. */
export interface Marks {
  /** Marks for the evidence, at most `limit`, one for each place. */
  readonly of: (evidence: readonly FlatEvidence[], limit?: number) => Part[]
  readonly notes: () => readonly Note[]
}

/** Evidence shown beside one claim, at most. The case file holds all of it. */
const SHOWN_EVIDENCE = 6

export function newMarks(reportNumbers: ReadonlyMap<string, number>): Marks {
  const notes: Note[] = []
  const byPlace = new Map<string, number>()
  // Where not all can be shown, the first words of each report tell more than the first that come.
  const firstOfEach = (evidence: readonly FlatEvidence[]): readonly FlatEvidence[] => {
    const first = new Map<string, FlatEvidence>()
    for (const one of evidence) {
      const before = first.get(one.reportId)
      if (before === undefined || one.start < before.start) first.set(one.reportId, one)
    }
    const chosen = [...first.values()].sort((a, b) => reportNumbers.get(a.reportId)! - reportNumbers.get(b.reportId)!)
    return [...chosen, ...evidence.filter(one => first.get(one.reportId) !== one)]
  }
  const markOf = (evidence: FlatEvidence): number => {
    const key = `${evidence.reportId}:${evidence.start}:${evidence.end}`
    const known = byPlace.get(key)
    if (known !== undefined) return known
    const mark = notes.length + 1
    byPlace.set(key, mark)
    notes.push({ mark, report: reportNumbers.get(evidence.reportId)!, evidence })
    return mark
  }
  return {
    of(evidence, limit = SHOWN_EVIDENCE) {
      const marks = new Set<number>()
      const shown = evidence.length <= limit ? evidence : firstOfEach(evidence)
      for (const item of shown) if (marks.size < limit) marks.add(markOf(item))
      return [...marks].map(mark => ({ mark }))
    },
    notes: () => notes,
  }
}

/** The words that say a line's signs. */
export const signWords = (text: string): Part[] => (text === "" ? [] : [{ text, sign: true }])

/** Words beside what is claimed: who says so, and since when. */
export const asideWords = (text: string): Part[] => (text.trim() === "" ? [{ text }] : [{ text, aside: true }])

/** Words and marks in a row: `line(1, "killed", "17 or more", marks)`. */
export function line(level: Line["level"], label: string, ...parts: readonly (string | readonly Part[])[]): Line {
  return {
    level,
    label,
    parts: parts.flatMap(part => (typeof part === "string" ? (part === "" ? [] : [{ text: part }]) : part)),
  }
}
