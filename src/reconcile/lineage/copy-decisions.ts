import { idOf } from "../../core/id.ts"
import type { Reading } from "../../core/reading.ts"
import type { Decision } from "../../core/store.ts"
import type { Copy } from "./unite-copies.ts"

interface Words {
  readonly reportId: string
}

/** What a decision's value may name by id or by words, see `decisionValueSchema`. */
interface Named {
  readonly words?: readonly Words[]
  readonly withWords?: readonly Words[]
  readonly with?: string
  readonly mentions?: readonly string[]
  readonly slot?: string
}

/**
 * Decisions about what stands in a copy, as decisions about the same words of its original: when they were made the report was no copy
 * yet, or another was the original. Only for copies whose text is the same to the letter: elsewhere the words stand in other places.
 */
export function decideOnOriginals(
  decisions: readonly Decision[],
  copies: readonly Copy[],
  originals: readonly Reading[],
): readonly Decision[] {
  if (decisions.length === 0 || copies.length === 0) return decisions
  const named = new Set(decisions.flatMap(decision => wordsOf(namedBy(decision)).map(word => word.reportId)))
  const about = copies.filter(copy => named.has(copy.report.id))
  if (about.length === 0) return decisions
  const byId = new Map(originals.map(reading => [reading.report.id, reading]))
  const slots = new Set(decisions.flatMap(decision => namedBy(decision).slot ?? []))
  const renamed = new Map<string, string>()
  const originalOf = new Map<string, string>()
  for (const { report, link } of about) {
    const original = byId.get(link.to)!
    if (report.report.text !== original.report.text) continue
    originalOf.set(report.id, original.report.id)
    for (const [from, to] of namesOf(report.reading, original, slots)) renamed.set(from, to)
  }
  const rename = (id: string): string => renamed.get(id) ?? id
  return decisions.map(decision => {
    const value = namedBy(decision)
    const moved = (words: readonly Words[]) =>
      words.map(word => ({ ...word, reportId: originalOf.get(word.reportId) ?? word.reportId }))
    return {
      ...decision,
      subject: rename(decision.subject),
      value: {
        ...value,
        ...(value.words && { words: moved(value.words) }),
        ...(value.withWords && { withWords: moved(value.withWords) }),
        ...(value.with !== undefined && { with: rename(value.with) }),
        ...(value.mentions && { mentions: value.mentions.map(rename) }),
      },
    }
  })
}

function namedBy(decision: Decision): Named {
  return (decision.value ?? {}) as Named
}

function wordsOf({ words, withWords }: Named): readonly Words[] {
  return [...(words ?? []), ...(withWords ?? [])]
}

/** Ids that a copy gave to items, and those of the same items of the original: of one text both readings find the same in the same order. */
function namesOf(copy: Reading, original: Reading, slots: ReadonlySet<string>): [string, string][] {
  const inOrder = (one: readonly { readonly id: string }[], two: readonly { readonly id: string }[]) =>
    one.length === two.length ? one.map((item, at): [string, string] => [item.id, two[at]!.id]) : []
  const withFacts = ([from, to]: [string, string]): [string, string][] => [
    [from, to],
    ...[...slots].map((slot): [string, string] => [idOf("fact", from, slot), idOf("fact", to, slot)]),
  ]
  const events = inOrder(copy.events, original.events)
  const warnings = inOrder(copy.warnings, original.warnings)
  const entities = inOrder(copy.entities, original.entities)
  const keyed = entities.map(([from, to]): [string, string] => [
    `${copy.report.id} ${from}`,
    `${original.report.id} ${to}`,
  ])
  return [
    ...inOrder(copy.statements, original.statements),
    ...inOrder(copy.citations, original.citations),
    ...events,
    ...warnings,
    ...entities,
    ...keyed,
    ...events.flatMap(([from, to]) => withFacts([idOf("incident", from), idOf("incident", to)])),
    ...warnings.map(([from, to]): [string, string] => [idOf("warning", from), idOf("warning", to)]),
    ...keyed.flatMap(([from, to]) => withFacts([idOf("entity", from), idOf("entity", to)])),
  ]
}
