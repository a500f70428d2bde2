import { countInWords } from "../../core/count.ts"
import type { Count } from "../../core/value.ts"
import { wordsOf } from "../../core/words.ts"

/** Words that count everybody. Source: English of casualty reporting; Apache-2.0. */
const EVERYBODY = new Set(
  "total people person persons other others dead fatality fatalities death deaths body bodies victim victims life lives human casualty casualties injured wounded hurt killed man men woman women individual individuals soul souls suspect suspects".split(
    " ",
  ),
)

/** Words of one kind of people that reports use for each other. Source: English; Apache-2.0. */
const SAME_SCOPE: readonly (readonly string[])[] = [
  [
    "soldier",
    "soldiers",
    "troop",
    "troops",
    "service",
    "serviceman",
    "servicemen",
    "servicemember",
    "servicemembers",
    "military",
    "marine",
    "marines",
  ],
  ["civilian", "civilians"],
  ["police", "policeman", "policemen", "officer", "officers"],
  ["worker", "workers", "employee", "employees"],
  [
    "attacker",
    "attackers",
    "gunman",
    "gunmen",
    "assailant",
    "assailants",
    "militant",
    "militants",
    "bomber",
    "bombers",
  ],
  ["child", "children", "kid", "kids"],
]

/** What is counted, made comparable: "total" for everybody, else the kind of people. */
export function scopeOf(count: Pick<Count, "of">): string {
  const words = wordsOf(count.of).filter(word => !word.empty)
  const last = words.at(-1)?.plain
  if (last === undefined || (words.length === 1 && EVERYBODY.has(last))) return "total"
  for (const same of SAME_SCOPE) if (words.some(word => same.includes(word.plain))) return same[0]!
  if (EVERYBODY.has(last) && words.length === 1) return "total"
  return words.map(word => word.stem).join(" ")
}

/** True for words such as "scores": they agree with what they hold and never become a toll of their own. */
export function isVague(count: Count): boolean {
  return count.qualifier === "vague"
}

/** Sum of parts, as an interval. */
export function sumOf(counts: readonly Count[]): { low: number; high: number | null } {
  let low = 0
  let high: number | null = 0
  for (const count of counts) {
    low += count.low
    high = high === null || count.high === null ? null : high + count.high
  }
  return { low, high }
}

/** True when both intervals hold a common number. */
export function intervalsMeet(
  a: { readonly low: number; readonly high: number | null },
  b: { readonly low: number; readonly high: number | null },
): boolean {
  return a.low <= (b.high ?? Number.POSITIVE_INFINITY) && b.low <= (a.high ?? Number.POSITIVE_INFINITY)
}

/** A count that a policy made out of others. */
export function toCount(low: number, high: number | null, of: string, text?: string): Count {
  const qualifier = high === null ? "at-least" : low === high ? "exact" : low === 0 ? "at-most" : "range"
  return { kind: "count", low, high, qualifier, of, text: text ?? countInWords({ low, high }) }
}
