import { partOf, type Resolved } from "./calendar.ts"

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
