import { expect, test } from "vitest"
import type { Assertion, Fact } from "../../core/casefile.ts"
import type { Time } from "../../core/value.ts"
import { newMarks } from "./brief.ts"
import { factLines } from "./incidents.ts"

const time = (edtf: string, text: string): Time => ({
  kind: "time",
  edtf,
  text,
  precision: edtf === "" ? "unknown" : "day",
  method: edtf === "" ? "unknown" : "explicit",
})
const assertion = (value: Time, says: string | undefined, start: number): Assertion => ({
  id: `a${start}`,
  subject: "i",
  slot: "when",
  value,
  status: "occurred",
  attribution: [
    { kind: "outlet", name: "Gazette" },
    ...(says === undefined ? [] : [{ kind: "person" as const, name: says }]),
  ],
  evidence: [{ reportId: "r", start, end: start + value.text.length, text: value.text }],
  rule: "test",
})

test("who says a day of the week without a date has not said the date that others name", () => {
  const origins = { low: 1, high: 2, names: ["Gazette", "Herald"] }
  const assertions = [
    assertion(time("2031-11-07", "7 November 2031"), undefined, 0),
    assertion(time("", "Friday"), "the mayor", 40),
  ]
  const fact: Fact = {
    id: "f",
    subject: "i",
    slot: "when",
    relation: "agree",
    value: time("2031-11-07", "7 November 2031"),
    positions: [
      { value: assertions[0]!.value, status: "occurred", assertions, origins, firstReported: "", lastReported: "" },
    ],
    origins,
    why: "test",
  }
  const said = factLines(fact, newMarks(new Map([["r", 1]]))).map(({ parts }) =>
    parts.map(part => ("text" in part ? part.text : `[${part.mark}]`)).join(""),
  )
  expect(said).toEqual([
    "7 November 2031   1-2 origins",
    "7 November 2031 [1]",
    '"Friday" (no date can be given), according to the mayor [2]',
  ])
})
