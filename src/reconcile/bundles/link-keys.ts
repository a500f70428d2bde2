import { daysOf } from "../../core/edtf.ts"
import { featureOf } from "../../core/linear-model.ts"
import { isProposal, isSaying, type Reading } from "../../core/reading.ts"
import { wordsOf } from "../../core/words.ts"
import { nameKey } from "../entities/name-key.ts"
import { namesGiven } from "../lineage/implied-citations.ts"
import { publisherKey } from "../lineage/publishers.ts"
import { isPoint, placeKey } from "../places.ts"
import { unique } from "../union.ts"

/**
 * What two stories may have in common, with how much it says: a sentence of the same words, a long quotation and a house that one cites and
 * the other is of nearly prove that one knows the other, a town on a day says much, a name little. Chosen so that one sentence, a town on a day or two names are enough (`ENOUGH` in link-book.ts).
 */
const WEIGHTS = { house: 4, sentence: 3, quotation: 3, day: 2, name: 1 } as const

/** Weight of a house with a town: of few stories a citation, of more a newsroom and its town. */
export const HOUSE: number = WEIGHTS.house

/** A sentence or quotation of fewer words may be anybody's. */
const LEAST_WORDS = 8
/** A sentence of so many words is its writer's own, even without a name or number. */
const LONG = 16
/** Keys are numbers below this: two of half a million share one in a few hundred cases, which links nothing by itself. */
const KEYS = 2 ** 30

/** Keys that lead from a report to others, each with its weight: hashed, for a case holds very many. */
export interface LinkKeys {
  readonly keys: Uint32Array
  readonly weights: Uint8Array
}

/** Weight of a tie that a person has made. It is heavier than anything two reports can have in common. */
export const TIED = 200

/** The keys with those of ties that people have made between reports, by name. */
export function withTies({ keys, weights }: LinkKeys, ties: readonly string[]): LinkKeys {
  return {
    keys: Uint32Array.from([...keys, ...ties.map(tie => featureOf(`tie ${tie}`, KEYS))]),
    weights: Uint8Array.from([...weights, ...ties.map(() => TIED)]),
  }
}

/** The keys of a report: sentences, quotations, houses, towns on days, names of people, bodies and groups. */
export function linkKeysOf(reading: Reading): LinkKeys {
  const { report } = reading
  const found = new Map<number, number>()
  const add = (kind: keyof typeof WEIGHTS, text: string): void => {
    found.set(featureOf(`${kind} ${text}`, KEYS), WEIGHTS[kind])
  }
  for (const { start, end } of reading.sentences) {
    const words = wordsOf(report.text.slice(start, end))
    // "He was taken to a hospital in serious condition" is told of many.
    const isOwn = LONG <= words.length || words.some(word => !word.empty && (word.capital || /\d/.test(word.plain)))
    if (LEAST_WORDS <= words.length && isOwn) add("sentence", words.map(word => word.plain).join(" "))
  }
  for (const statement of reading.statements.filter(isSaying)) {
    const words = statement.kind === "indirect" ? [] : wordsOf(statement.text)
    if (LEAST_WORDS <= words.length) add("quotation", words.map(word => word.plain).join(" "))
  }
  const towns = new Set<string>()
  for (const entity of reading.entities) {
    const name = nameKey(entity.name)
    if (entity.type === "armed-group") add("name", entity.known ?? name)
    // What is in a list of the world is in too many stories to lead anywhere.
    else if (NAMED.has(entity.type) && entity.known === undefined && name.includes(" ")) add("name", name)
  }
  for (const { fills } of reading.events) {
    const sure = fills.filter(fill => !isProposal(fill))
    const days = sure.flatMap(({ slot, value }) => {
      const range = slot === "when" && value.kind === "time" ? daysOf(value.edtf) : undefined
      return range && range.last - range.first <= 1 ? [range.first] : []
    })
    for (const { slot, value } of sure)
      if (slot === "where" && value.kind === "place" && isPoint(value)) {
        towns.add(placeKey(value))
        for (const day of days) add("day", `${day} ${placeKey(value)}`)
      }
  }
  const own = publisherKey(report.publisher?.value ?? "")
  // Who names a house as where it has something from is read with what that house says of the same town.
  for (const house of unique([own, ...namesGiven(reading)]).filter(key => key !== "")) {
    for (const town of towns) add("house", `${house} ${town}`)
  }
  const sorted = [...found].sort(([a], [b]) => a - b)
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    weights: Uint8Array.from(sorted, ([, weight]) => weight),
  }
}

const NAMED: ReadonlySet<string> = new Set(["person", "organization", "facility", "event-name"])
