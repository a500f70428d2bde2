import type { Assertion, Fact, Incident, Position } from "../../core/casefile.ts"
import type { Status } from "../../core/status.ts"
import type { Value } from "../../core/value.ts"
import { gradeInWords } from "../grades.ts"
import { datesInWords, edtfInWords, originsInWords, shortened, slotInWords, valueInWords } from "../words.ts"
import { asideWords, type Line, line, type Marks, signWords } from "./brief.ts"

/** A fact in one line when it has one position or is one list; with a line for each position when it has more. A position's status is told where it is not `usual`. */
export function factLines(fact: Fact, marks: Marks, usual: Status = "occurred"): Line[] {
  const label = slotInWords(fact.slot)
  const evidenceOf = (position: Position) =>
    marks.of(
      position.assertions.flatMap(assertion => assertion.evidence),
      4,
    )
  const positions = fact.positions.flatMap(partsOf)
  const note = (position: Position) =>
    `${position.status === usual ? "" : statusNote(position)}${position.assertions.flatMap(({ grade }) => (grade ? ` (${gradeInWords(grade)})` : [])).join("")}`
  const listed = fact.positions.toSorted((a, b) => startOf(a) - startOf(b))
  if (fact.listed && new Set(fact.positions.map(position => `${note(position)}${sayers(position)}`)).size === 1) {
    const values = listed.map(positionWords).join(", ")
    const evidence = marks.of(listed.flatMap(({ assertions }) => assertions.flatMap(one => one.evidence)))
    const said = asideWords(`${sayers(positions[0]!)} `)
    return [
      {
        ...line(1, label, `${values}${note(positions[0]!)}`, said, evidence),
        id: fact.id,
        signs: { origins: fact.origins },
      },
    ]
  }
  const bestLines = () => bestOf(fact).map(words => line(2, "", `${words} `, evidenceOf(heldBy(fact))))
  const known = positions.filter(isKnown)
  const [first] = positions
  if (positions.length === 1) {
    const value = positionWords(first!)
    const said = asideWords(`${sayers(first!)} `)
    const head = {
      ...line(1, label, `${value}${note(first!)}`, said, evidenceOf(first!)),
      id: fact.id,
      signs: { origins: fact.origins },
    }
    return [head, ...bestLines()]
  }
  const value = fact.value ? valueInWords(fact.value) : "not settled"
  const relation = known.filter(({ value: own }) => !isByOthers(own)).length < 2 ? "" : `   ${fact.relation}`
  const { origins } = fact
  const head: Line = {
    ...line(1, label, value, signWords(`${relation}   ${originsInWords(origins)}`)),
    id: fact.id,
    signs: { ...(relation !== "" && { relation: fact.relation }), origins },
  }
  return [
    head,
    ...joinAlike([...known, ...positions.filter(position => !isKnown(position))]).map(position =>
      line(
        2,
        "",
        `${positionWords(position)}${note(position)}`,
        asideWords(`${sayers(position)}${since(position)} `),
        evidenceOf(position),
      ),
    ),
    ...bestLines(),
  ]
}

/** Positions in the same words are one line: two people whose names an overview folds are both "a named person". */
function joinAlike(positions: readonly Position[]): Position[] {
  const alike = Map.groupBy(positions, one => `${positionWords(one)}${one.status}${sayers(one)}`)
  return [...alike.values()].map(same => ({ ...same[0]!, assertions: same.flatMap(({ assertions }) => assertions) }))
}

/** The position that has the value best supported; the first one where no position has it. */
function heldBy({ best, positions }: Fact): Position {
  const value = best && valueInWords(best.value)
  return positions.find(position => valueInWords(position.value) === value) ?? positions[0]!
}

/** The value that the evidence speaks for, and why: of a disputed fact, and where it is none of the values told. */
export function bestOf({ relation, best, positions }: Fact): string[] {
  if (best === undefined) return []
  const words = valueInWords(best.value)
  const isTold = positions.some(({ value }) => valueInWords(value) === words)
  return relation === "contradict" || relation === "mixed" || !isTold
    ? [`best supported: ${words} (${datesInWords(best.why)})`]
    : []
}

/** What no report is read to say of an incident and a learned scorer takes to be likely, told as that. */
export function likelyLines({ likely = [] }: Incident): Line[] {
  return likely.map(item => line(1, slotInWords(item.slot), `likely ${valueInWords(item.value)}`, `   ${item.why}`))
}

/**
 * What a position rests on, with the tellings that only go with it kept apart: who says "Friday" in a report without a date
 * has not said the day that others name, even where the other reports tell which Friday it was; and of one hall in two towns each is told.
 */
export function partsOf(position: Position): Position[] {
  const held = valueInWords(position.value)
  const kindOf = ({ value }: Assertion) => {
    if (value.kind === "place") return valueInWords(value) === held ? "" : valueInWords(value)
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
const isByOthers = (value: Value) => value.kind === "time" && value.method === "relative-to-case"

const startOf = ({ assertions }: Position) => assertions[0]!.evidence[0]!.start

/** False for a time that no date can be given to: it is shown, but neither agrees nor disagrees. */
export const isKnown = ({ value }: Position) => value.kind !== "time" || value.edtf !== ""

/** The value with the words that gave it, when they say it otherwise. */
export function positionWords({ value }: Position): string {
  const words = valueInWords(value)
  // The part of the day stands in the report's words already.
  if (value.kind === "time" && isByOthers(value))
    return `"${value.text}", which was ${edtfInWords(value.edtf)} by what other reports tell`
  if (value.kind !== "count" && value.kind !== "time") return words
  return value.text === "" || words.includes(value.text) ? words : `${words} ("${shortened(value.text, 48)}")`
}

const since = (position: Position) =>
  position.firstReported === "" ? "" : `, reported ${edtfInWords(position.firstReported.slice(0, 10))}`

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
export function sayersOf({ assertions }: Position): { readonly names: readonly string[]; readonly own: boolean } {
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
