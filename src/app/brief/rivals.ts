import type { Fact, Position } from "../../core/casefile.ts"
import { countsOverlap } from "../../core/count.ts"
import { timesOverlap } from "../../core/edtf.ts"
import type { Value } from "../../core/value.ts"
import { counted, valueInWords } from "../words.ts"
import { isKnown } from "./position-words.ts"

/** The positions that exclude another: "last week" beside two days of that week takes no side, nor does "scores" beside two numbers. */
export function rivals<T extends Position>(positions: readonly T[]): readonly T[] {
  const sides = positions.filter(one => positions.some(other => other !== one && excludes(one, other)))
  return sides.length < 2 ? positions : sides
}

/** How many reports do not have the value that most have: "; 1 of 4 reports differs". "" where it is no small number of them. */
export function differingWords({ value, relation, positions }: Fact): string {
  if (relation !== "contradict" || value === null) return ""
  const known = positions.filter(isKnown)
  const main = known.find(one => !isAgainst(one) && valueInWords(one.value) === valueInWords(value))
  if (main === undefined) return ""
  const against = reportsOf(known.filter(one => excludes(one, main)))
  const all = reportsOf(known)
  if (against.size === 0 || all.size <= 2 * against.size) return ""
  return `; ${against.size} of ${counted(all.size, "report")} ${against.size === 1 ? "differs" : "differ"}`
}

/** Whether the two cannot both hold. */
function excludes(one: Position, other: Position): boolean {
  return !areTogether(one.value, other.value) || isAgainst(one) !== isAgainst(other)
}

/** Whether one time or number can be both. */
function areTogether(a: Value, b: Value): boolean {
  if (a.kind === "time" && b.kind === "time") return timesOverlap(a.edtf, b.edtf)
  return a.kind === "count" && b.kind === "count" && countsOverlap(a, b)
}

/** Whether it is said not to be so. */
export const isAgainst = ({ status }: Pick<Position, "status">) => status === "denied" || status === "negated"

/** Reports that have any of them. */
export const reportsOf = (positions: readonly Position[]) =>
  new Set(
    positions.flatMap(({ assertions }) => assertions.flatMap(({ evidence }) => evidence.map(one => one.reportId))),
  )
