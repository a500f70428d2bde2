import type { FlatReport, Passage } from "../../core/casefile.ts"
import type { Span } from "../../core/span.ts"
import { overlaps } from "../../core/span.ts"
import { sentencesIn } from "../sentences.ts"
import type { CaseIndex } from "../views/case-index.ts"
import { type LineageIndex, lineageIndex } from "../views/reports/lineage-index.ts"

/** Stretches of two reports that tell the same, in these or in other words. */
export interface SharedPassage {
  readonly a: Span
  readonly b: Span
  readonly kind: Passage["kind"]
  /** 0-1. */
  readonly similarity: number
}

/** Sentences of fewer words than this are the same by chance. */
const LEAST_WORDS = 5

/**
 * What two reports share: the passages of their lineage; where they rest on a third, the passages that both have from it;
 * and sentences with the same words, which the case file keeps once for exact copies and not at all where they prove nothing.
 */
export function sharedPassages(index: CaseIndex, a: FlatReport, b: FlatReport): SharedPassage[] {
  const lineage = lineageIndex(index)
  const direct = between(index, lineage, a.id, b.id)
  const found = 0 < direct.length ? direct : throughThird(index, lineage, a.id, b.id)
  const same = sameSentences(a, b).filter(
    one => !found.some(other => overlaps(one.a, other.a) || overlaps(one.b, other.b)),
  )
  return [...found, ...same].sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

/** Passages of a link between two reports, either way. An exact copy has those of its original, where its text is the same to the letter. */
function between(index: CaseIndex, lineage: LineageIndex, a: string, b: string): SharedPassage[] {
  const [here, there] = [standIn(index, lineage, a), standIn(index, lineage, b)]
  const passages = (from: string, to: string): readonly Passage[] =>
    lineage.originalOf.get(from) === to
      ? []
      : (lineage.from.get(from) ?? []).filter(link => link.to === to).flatMap(link => link.passages)
  return [
    ...passages(here, there).map(({ from, to, ...rest }) => shared(from, to, rest)),
    ...passages(there, here).map(({ from, to, ...rest }) => shared(to, from, rest)),
  ]
}

function standIn({ reports }: CaseIndex, { originalOf }: LineageIndex, id: string): string {
  const original = originalOf.get(id)
  return original !== undefined && reports.get(original)!.text === reports.get(id)!.text ? original : id
}

function shared(a: Span, b: Span, { kind, similarity }: Pick<Passage, "kind" | "similarity">): SharedPassage {
  return { a: { start: a.start, end: a.end }, b: { start: b.start, end: b.end }, kind, similarity }
}

/** From the nearest kind of passage to the farthest. */
const kinds: readonly Passage["kind"][] = ["verbatim", "near", "paraphrase", "translation"]

/** Both have it from a third: where what they took from there overlaps, they share it, as loosely as the looser of the two. */
function throughThird(index: CaseIndex, lineage: LineageIndex, a: string, b: string): SharedPassage[] {
  const thirds = (id: string) =>
    new Set((lineage.from.get(standIn(index, lineage, id)) ?? []).flatMap(({ to }) => to ?? []))
  const common = [...thirds(a)].filter(id => thirds(b).has(id))
  return common.flatMap(third => {
    const ofA = between(index, lineage, a, third)
    const ofB = between(index, lineage, b, third)
    return ofA.flatMap(one =>
      ofB
        .filter(other => isSameStretch(one.b, other.b))
        .map(other => ({
          a: one.a,
          b: other.a,
          kind: kinds[Math.max(kinds.indexOf(one.kind), kinds.indexOf(other.kind))]!,
          similarity: one.similarity * other.similarity,
        })),
    )
  })
}

/** Half of the shorter one lies in the other. */
function isSameStretch(a: Span, b: Span): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return Math.min(a.end - a.start, b.end - b.start) <= 2 * both
}

/** Sentences with the same words, each paired once, in order. */
function sameSentences(a: FlatReport, b: FlatReport): SharedPassage[] {
  const waiting = Map.groupBy(keyed(b), ({ key }) => key)
  return keyed(a).flatMap(({ key, span }) => {
    const other = waiting.get(key)?.shift()
    return other ? [{ a: span, b: other.span, kind: "verbatim", similarity: 1 }] : []
  })
}

function keyed(report: FlatReport): { readonly key: string; readonly span: Span }[] {
  return sentencesIn(report).flatMap(span => {
    const words =
      report.text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    return words.length < LEAST_WORDS ? [] : [{ key: words.join(" "), span }]
  })
}
