import { edtfOfDay } from "../../core/edtf.ts"
import type { CaseSentence } from "../case-report.ts"
import type { SharedSentence } from "../lineage/find-passages.ts"
import { TextIndex } from "../lineage/similar.ts"
import type { CaseOptions, CasePack } from "../options.ts"
import { isPoint, placeKey } from "../places.ts"
import { groupBy, sortBy } from "../union.ts"
import { compareTellings, type TellingVerdict } from "./compare-tellings.ts"
import type { Telling } from "./telling.ts"

/** A key shared by more tellings than this leads nowhere: with its first ones only. */
const CROWD = 40
/** A word in more tellings than this leads to no candidate. */
const RARE = 12

/** Passages that two reports share when one rests on the other. A choice: fewer may be quotations of one speaker. */
const ONE_TEXT = 5

/** Two tellings that were compared. */
export interface TellingPair {
  readonly a: Telling
  readonly b: Telling
  readonly verdict: TellingVerdict
}

/** Compares tellings that share a key: family with place and month, country and day, participant, passage or a rare word. Never all pairs. */
export function findCandidates(
  tellings: readonly Telling[],
  shared: readonly SharedSentence[],
  pack: CasePack,
  options: Pick<CaseOptions, "count">,
): TellingPair[] {
  const index = new TextIndex(
    tellings.map(telling => ({ id: telling.id, group: telling.report.id, words: telling.words, stems: telling.stems })),
  )
  const frequency = new Map<string, number>()
  const stemCount = new Map<string, number>()
  const reportsOfName = new Map<string, Set<string>>()
  for (const telling of tellings) {
    for (const stem of telling.names)
      reportsOfName.set(stem, (reportsOfName.get(stem) ?? new Set()).add(telling.report.id))
    for (const id of new Set([...telling.actors, ...telling.targets, ...telling.people]))
      frequency.set(id, (frequency.get(id) ?? 0) + 1)
    for (const stem of telling.stems) stemCount.set(stem, (stemCount.get(stem) ?? 0) + 1)
  }
  const bySentence = new Map<string, Map<string, SharedSentence>>()
  const remember = (one: CaseSentence, two: CaseSentence, item: SharedSentence): void => {
    bySentence.set(one.id, (bySentence.get(one.id) ?? new Map()).set(two.id, item))
  }
  for (const item of shared) {
    remember(item.a, item.b, item)
    remember(item.b, item.a, item)
  }
  const passages = new Map<string, number>()
  for (const { a, b } of shared) {
    const key = [a.reportId, b.reportId].sort().join(" ")
    passages.set(key, (passages.get(key) ?? 0) + 1)
  }
  const evidence = {
    pack,
    index,
    isOneText: (a: Telling, b: Telling): boolean =>
      ONE_TEXT <= (passages.get([a.report.id, b.report.id].sort().join(" ")) ?? 0),
    namedIn: (stem: string): number => reportsOfName.get(stem)?.size ?? 0,
    frequencyOf: (id: string): number => frequency.get(id) ?? 0,
    sharedBetween: (a: Telling, b: Telling): SharedSentence | undefined =>
      sortBy(
        a.sentences.flatMap(one => b.sentences.flatMap(two => bySentence.get(one.id)?.get(two.id) ?? [])),
        item => (item.kind === "paraphrase" ? 1 : 0),
        item => -item.similarity,
      )[0],
  }
  const keyed = tellings.flatMap(telling => keysOf(telling, bySentence, stemCount).map(key => ({ key, telling })))
  const pairs = new Map<string, TellingPair>()
  for (const [, group] of sortBy([...groupBy(keyed, item => item.key)], ([key]) => key))
    for (const [at, { telling: b }] of group.entries())
      for (const { telling: a } of group.slice(0, Math.min(at, CROWD))) {
        const key = `${a.id}|${b.id}`
        if (a.id === b.id || pairs.has(key)) continue
        pairs.set(key, { a, b, verdict: compareTellings(a, b, evidence) })
      }
  options.count?.("incidents", pairs.size)
  return sortBy([...pairs.values()], pair => `${pair.a.id}|${pair.b.id}`)
}

function keysOf(
  telling: Telling,
  bySentence: ReadonlyMap<string, ReadonlyMap<string, SharedSentence>>,
  stemCount: ReadonlyMap<string, number>,
): string[] {
  const { family, days } = telling
  const keys = new Set<string>()
  const months = new Set<string>()
  const dayKeys: string[] = []
  if (days) {
    if (days.last - days.first <= 62)
      for (const day of [days.first - 1, days.first, days.last, days.last + 1]) months.add(edtfOfDay(day).slice(0, 7))
    months.add(edtfOfDay(days.first).slice(0, 4))
    months.add(edtfOfDay(days.last).slice(0, 4))
    if (days.last - days.first <= 3)
      for (let day = days.first - 1; day <= days.last + 1; day++) dayKeys.push(String(day))
  }
  for (const place of telling.places) {
    const name = placeKey(place)
    if (isPoint(place) || place.precision === "admin2" || place.precision === "admin1") {
      for (const month of months) keys.add(`m ${family} ${name} ${month}`)
      keys.add(`p ${family} ${name}`)
    }
    for (const outer of place.within?.slice(0, 2) ?? [])
      for (const month of months) keys.add(`m ${family} ${placeKey({ name: outer })} ${month}`)
    if (place.country !== undefined) {
      for (const day of dayKeys) keys.add(`d ${family} ${place.country} ${day}`)
      if (dayKeys.length === 0) for (const month of months) keys.add(`c ${family} ${place.country} ${month}`)
      else for (const month of months) if (month.length === 7) keys.add(`c ${family} ${place.country} ${month}`)
    }
  }
  for (const day of telling.places.length === 0 ? dayKeys : dayKeys.slice(1, -1)) keys.add(`t ${family} ${day}`)
  if (telling.isMain && telling.story !== undefined) keys.add(`story ${telling.story}`)
  for (const stem of telling.targetStems) keys.add(`x ${family} ${stem}`)
  for (const id of [...telling.actors, ...telling.targets, ...telling.people]) keys.add(`e ${family} ${id}`)
  for (const sentence of telling.sentences)
    for (const other of bySentence.get(sentence.id)?.keys() ?? [])
      keys.add(`s ${family} ${[sentence.id, other].sort().join(" ")}`)
  for (const stem of telling.stems) {
    const count = stemCount.get(stem) ?? 0
    if (2 <= count && count <= RARE) keys.add(`w ${family} ${stem}`)
  }
  return [...keys]
}
