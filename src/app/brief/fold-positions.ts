import type { Fact, Position } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import type { Place, Value } from "../../core/value.ts"
import { valueInWords } from "../words.ts"

/** The positions of a fact as a reader takes them: one value, and what others tell of the same thing. */
export interface Folded {
  /** The value of the fact as somebody told it. */
  readonly main: Position
  /** As exact, but not the same: told on lines of their own. */
  readonly others: readonly Position[]
  /** The same less exactly: the town of a hall, the month of a day, the group of its branch. */
  readonly wider: readonly Position[]
  /** The same by what it is: "a concert hall", "four gunmen". */
  readonly described: readonly Position[]
}

/** Slots in which a description goes with a name. Keys of the pack of political violence. */
const DESCRIBED: ReadonlySet<string> = new Set(["target", "perpetrator", "weapon"])

/** Folds what goes together, so that one hall in other words is no list of places. Undefined where positions differ, where numbers grew, and where no position has the fact's value. */
export function foldPositions({ slot, value, relation, listed }: Fact, parts: readonly Position[]): Folded | undefined {
  if (value === null || listed || parts.length < 2 || (relation !== "refine" && relation !== "agree")) return undefined
  if (value.kind === "count") return undefined
  const words = valueInWords(value)
  const main = parts.find(part => valueInWords(part.value) === words && part.value.kind === value.kind)
  if (main === undefined) return undefined
  const rest = parts.filter(part => part !== main)
  const wider = rest.filter(part => isWider(part.value, main.value))
  const described = DESCRIBED.has(slot) ? rest.filter(part => part.value.kind === "text" && !wider.includes(part)) : []
  const others = rest.filter(part => !wider.includes(part) && !described.includes(part))
  return { main, others, wider, described }
}

/** Whether `outer` says the same as `inner`, less exactly. That the two go together is known. */
function isWider(outer: Value, inner: Value): boolean {
  if (outer.kind === "time" && inner.kind === "time") {
    const one = daysOf(outer.edtf)
    const two = daysOf(inner.edtf)
    return one !== undefined && two !== undefined && two.last - two.first < one.last - one.first
  }
  if (outer.kind === "place" && inner.kind === "place") return rankOf(inner) < rankOf(outer)
  if (outer.kind !== "entity" || inner.kind !== "entity") return false
  const own = wordsOf(inner.name)
  const other = wordsOf(outer.name)
  return other.length < own.length && other.every(word => own.includes(word))
}

/** Smaller is finer. "Near" a town is no finer than the town. */
function rankOf({ precision }: Place): number {
  const ranks = ["site", "vicinity settlement near-settlement", "admin2", "admin1", "region", "country"]
  const rank = ranks.findIndex(names => names.split(" ").includes(precision))
  return rank < 0 ? ranks.length : rank
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
