import { daysOf } from "../../core/edtf.ts"
import { civilOf, monthValue, partOf, type Resolved, rangeValue } from "./calendar.ts"
import type { Situation } from "./situation.ts"
import type { Unit } from "./vocabulary.ts"

/** The beginning, middle or end of a value where the words ask for it. */
export function withPart(value: Resolved, mod: string | undefined): Resolved {
  if (!mod) return value
  const plain = mod.toLowerCase()
  const which =
    /early|beginning|start|turn/.test(plain) && !/earlier/.test(plain)
      ? "early"
      : /mid/.test(plain)
        ? "mid"
        : /late|end|close/.test(plain) && !/later/.test(plain)
          ? "late"
          : undefined
  return (which && partOf(value, which)) ?? value
}

/** The year an EDTF text begins with. */
export function civilYear(edtf: string): number | undefined {
  const match = /^(-?\d{4})/.exec(edtf)
  return match ? Number(match[1]) : undefined
}

/** The year of two digits: up to 49 of this century. */
export function fullYear(short: number): number {
  return short < 50 ? 2000 + short : 1900 + short
}

/** "earlier this year", "later this week", "the rest of the month": up to the day of publication, or from it. */
export function sideOfNow(value: Resolved, earlier: boolean, at: Situation): Resolved {
  const range = daysOf(value.edtf)
  if (!range || at.published === undefined || at.narrative || at.published < range.first || range.last < at.published)
    return value
  const [first, last] = earlier ? [range.first, at.published] : [at.published, range.last]
  return value.precision === "year" || value.precision === "decade"
    ? stretchOf(first, last, "year")
    : rangeValue(first, last, "relative-to-publication")
}

/** From one day to another, told in months where it was counted in months or more. */
export function stretchOf(first: number, last: number, unit: Unit): Resolved {
  if (unit === "year" || unit === "decade" || unit === "century" || unit === "quarter" || unit === "month") {
    const [from, to] = [civilOf(first), civilOf(last)]
    return {
      edtf: `${monthValue(from.year, from.month, "relative-to-publication").edtf}/${monthValue(to.year, to.month, "relative-to-publication").edtf}`,
      precision: "range",
      method: "relative-to-publication",
    }
  }
  return rangeValue(first, last, "relative-to-publication")
}

/** Words before "from X to Y" where it is no stretch: what is moved from one day to another lasts from neither to the other, what rises is compared. */
export const MOVED =
  /\b(?:mov(?:e|ed|ing)|postpon(?:e|ed|ing)|delay(?:ed|ing)?|shift(?:ed|ing)?|chang(?:e|ed|ing)|reschedul(?:e|ed|ing)|brought forward|extend(?:ed|ing)?|push(?:ed|ing)?|rose|risen|ris(?:e|ing)|fell|fallen|grew|grown|up|down|increas(?:e|ed|ing)|decreas(?:e|ed|ing)|drop(?:ped)?|compared|differ(?:ence|s|ed)?|chose|choose|choice|decid(?:e|ed))\b[^.;]*$/i
