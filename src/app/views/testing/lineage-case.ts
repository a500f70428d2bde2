import type { CaseFile, FlatEvidence, FlatReport, Lineage, Origin, Passage } from "../../../core/casefile.ts"
import { type CaseIndex, indexCase } from "../case-index.ts"
import { caseOf } from "./small-case.ts"

/** A report of paragraphs; the title is not in the text. */
export function smallReport(id: string, paragraphs: readonly string[], more: Partial<FlatReport> = {}): FlatReport {
  let at = 0
  const blocks = paragraphs.map(paragraph => {
    const start = at
    at += paragraph.length + 2
    return { start, end: start + paragraph.length, label: "paragraph" as const }
  })
  return {
    id,
    title: `Title of ${id}`,
    language: "en",
    encoding: "utf-8",
    text: paragraphs.join("\n\n"),
    blocks,
    removed: [],
    repairs: [],
    ...more,
  }
}

/** Where the words stand first in the report. */
export function wordsIn({ id, text }: FlatReport, words: string): FlatEvidence {
  const start = text.indexOf(words)
  if (start < 0) throw new RangeError(`"${words}" is not in report ${id}`)
  return { reportId: id, start, end: start + words.length, text: words }
}

export function smallPassage(
  [from, fromWords]: readonly [FlatReport, string],
  [to, toWords]: readonly [FlatReport, string],
  kind: Passage["kind"] = "verbatim",
): Passage {
  return { from: wordsIn(from, fromWords), to: wordsIn(to, toWords), kind, similarity: kind === "verbatim" ? 1 : 0.6 }
}

export function smallLink(from: string, to: string | null, more: Partial<Lineage> = {}): Lineage {
  return {
    id: `${from}-${to ?? more.source}`,
    from,
    to,
    kind: "rewrites",
    strength: 0.5,
    evidence: [],
    passages: [],
    why: "it was published earlier",
    ...more,
  }
}

export function smallOrigin(id: string, reports: readonly string[], more: Partial<Origin> = {}): Origin {
  return { id, name: id, kind: "unproven", reports, evidence: [], ...more }
}

/** A case of these and nothing else. */
export function smallCase(more: Partial<CaseFile>): CaseIndex {
  const origins = { low: 1, high: more.origins?.length ?? 1, names: (more.origins ?? []).map(({ name }) => name) }
  return indexCase(
    caseOf({
      case: { name: "small", engine: "0", asOf: null, policy: "keep-range", origins, blindSpots: [] },
      ...more,
    }),
  )
}
