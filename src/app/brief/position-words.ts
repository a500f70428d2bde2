import type { Assertion, Position } from "../../core/casefile.ts"
import type { Count, Value } from "../../core/value.ts"
import { fold } from "../../core/words.ts"
import { edtfInWords, shortened, valueInWords } from "../words.ts"

/**
 * What a position rests on, with the tellings that only go with it kept apart: who says "Friday" in a report without a date
 * has not said the day that others name, even where the other reports tell which Friday it was; and of one hall in two towns each is told.
 */
export function partsOf(position: Position): Position[] {
  const held = fold(valueInWords(position.value))
  const kindOf = ({ value }: Assertion) => {
    if (value.kind === "place") return fold(valueInWords(value)) === held ? "" : valueInWords(value)
    return value.kind === "time" && (value.edtf === "" || isByOthers(value)) ? value.text.toLowerCase() : ""
  }
  const parts = Map.groupBy(position.assertions, kindOf)
  if (parts.size === 1) return [position]
  return [...parts]
    .sort(([a], [b]) => (a === "" ? -1 : b === "" ? 1 : 0))
    .map(([kind, assertions]) =>
      kind === ""
        ? { ...position, assertions }
        : { ...position, value: closedBy(position.value, assertions[0]!.value), assertions, firstReported: "" },
    )
}

/** An open time with the date of the position it goes with: "Friday" beside a day that is one. */
function closedBy(held: Value, open: Value): Value {
  if (open.kind !== "time" || open.edtf !== "" || held.kind !== "time" || held.edtf === "") return open
  return { ...held, text: open.text, method: "relative-to-case" }
}

/** A time that a report without a date leaves open and the other reports close. */
export const isByOthers = (value: Value) => value.kind === "time" && value.method === "relative-to-case"

/** False for a time that no date can be given to: it is shown, but neither agrees nor disagrees. */
export const isKnown = ({ value }: Position) => value.kind !== "time" || value.edtf !== ""

/** The value with the words that gave it, when they say it otherwise. */
export function positionWords({ value }: Position): string {
  const words = valueInWords(value)
  // "Scores" is no 40 to 199: the interval is for comparing only.
  if (value.kind === "count" && value.qualifier === "vague" && value.text !== "")
    return `"${shortened(value.text, 48)}"`
  // The part of the day stands in the report's words already.
  if (value.kind === "time" && isByOthers(value))
    return `"${value.text}", which was ${edtfInWords(value.edtf)} by what other reports tell`
  if (value.kind !== "count" && value.kind !== "time") return words
  const isSame = words.includes(value.text) || (value.kind === "count" && saysNoMore(value, words))
  return value.text === "" || isSame ? words : `${words} ("${shortened(value.text, 48)}")`
}

/** Words for people of whom nothing more is said. Source: English of casualty reporting; Apache-2.0. */
const PEOPLE = "people|persons?|individuals|others|deaths?|dead|fatalities|lives|victims|wounded|injured"

/** "More than 100 others" says no more than "more than 100", nor "four people" more than 4. */
function saysNoMore({ qualifier, text, of }: Count, words: string): boolean {
  if (new RegExp(`^${words}\\b(?: (?:${PEOPLE}))?$`, "iu").test(text)) return true
  return qualifier === "exact" && new RegExp(`^[\\p{L}-]+(?: (?:${PEOPLE}|${of}))?$`, "iu").test(text)
}

/** How a position stands, where it is not simply told: " (alleged)". A blame that was taken back by who had made it is withdrawn. */
export function statusNote({ status, assertions }: Position): string {
  if (status === "occurred") return ""
  return assertions.every(({ rule }) => rule === "withdrawn-blame") ? " (withdrawn)" : ` (${status})`
}

/** Who says so, when it is neither the report in its own voice nor, of a claim, the claimant: ", according to Russian officials". */
export function sayers(position: Position): string {
  const { names, own } = sayersOf(position)
  if (names.length === 0) return ""
  return `, according to ${names.slice(0, 3).join("; ")}${3 < names.length ? " and others" : ""}${own ? "; also told without attribution" : ""}`
}

/** Names of who says so beyond the reports themselves, each once; `own` when a report also says it in its own voice. */
export function sayersOf({ assertions }: Pick<Position, "assertions">): {
  readonly names: readonly string[]
  readonly own: boolean
} {
  const said = assertions.filter(assertion => !isOwnClaim(assertion)).map(sayerOf)
  const names = new Set(said.filter(name => name !== undefined))
  return { names: [...names], own: said.includes(undefined) }
}

/** A claim is the claimant's word by its nature, so that "according to" himself says nothing. */
function isOwnClaim({ slot, value, attribution }: Assertion): boolean {
  if (slot !== "claimed-by" || value.kind !== "entity") return false
  return attribution.length === 2 && attribution[1]!.entityId === value.entityId
}

/** The last step of the chain: the report itself is its first and says nothing more than that it tells so. */
function sayerOf(assertion: Assertion): string | undefined {
  const chain = assertion.attribution.slice(1)
  return chain.length === 0
    ? undefined
    : chain.map(step => step.name.replace(/^(The|A|An)\b/, word => word.toLowerCase())).join(", by way of ")
}
