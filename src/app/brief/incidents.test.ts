import { expect, test } from "vitest"
import type { Assertion, CaseFile, Fact } from "../../core/casefile.ts"
import type { Time } from "../../core/value.ts"
import { type Line, newMarks } from "./brief.ts"
import { factLines } from "./fact-lines.ts"
import { isEarlier } from "./incident-kinds.ts"
import { disputeSection, mainIncident } from "./incidents.ts"

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
    "7 November 2031   1-2 origins [1]",
    '"Friday", which was 7 November 2031 by what other reports tell, according to the mayor [2]',
  ])
})

test("of a disputed fact it is told which value the evidence speaks for, and why", () => {
  const origins = { low: 1, high: 2, names: ["Gazette", "Herald"] }
  const values = [time("2031-11-07", "7 November"), time("2031-11-08", "8 November")]
  const fact: Fact = {
    id: "f",
    subject: "i",
    slot: "when",
    relation: "contradict",
    value: null,
    positions: values.map((value, index) => ({
      value,
      status: "occurred",
      assertions: [assertion(value, undefined, 40 * index)],
      origins,
      firstReported: "",
      lastReported: "",
    })),
    best: { value: values[1]!, origins, why: "2 origins have it, against 1 for 7 November" },
    origins,
    why: "test",
  }
  const last = (lines: readonly Line[]) => lines.at(-1)!.parts
  // The words of the position that has it stand behind it.
  const said = [{ text: "best supported: 8 November 2031 (2 origins have it, against 1 for 7 November) " }, { mark: 2 }]
  expect(last(factLines(fact, newMarks(new Map([["r", 1]]))))).toEqual(said)
  expect(last(factLines({ ...fact, relation: "refine" }, newMarks(new Map([["r", 1]]))))).not.toEqual(said)
})

test("where no report has a date, what they tell is no background", () => {
  const incident = {
    id: "i",
    code: "SEL-2A2",
    title: "Attack in Port Sella",
    type: "attack",
    status: "occurred",
    background: false,
    when: time("2031-05-03", "3 May 2031"),
    reports: ["r"],
    mentions: [],
    facts: [],
    origins: { low: 1, high: 1, names: ["Gazette"] },
  }
  const caseFile = { incidents: [incident], entities: [], reports: [{ id: "r" }] } as unknown as CaseFile
  expect(mainIncident(caseFile)?.id).toBe("i")
})

test("a loose time that holds two days takes no side in their dispute", () => {
  const origins = { low: 1, high: 1, names: ["Gazette"] }
  const values = [
    time("2031-11-07", "7 November"),
    time("2031-11-03~/2031-11-12~", "last week"),
    time("2031-11-08", "8 November"),
  ]
  const fact: Fact = {
    id: "f",
    subject: "i",
    slot: "when",
    relation: "contradict",
    value: null,
    positions: values.map((value, index) => ({
      value,
      status: "occurred",
      assertions: [assertion(value, undefined, 40 * index)],
      origins,
      firstReported: "",
      lastReported: "",
    })),
    origins,
    why: "test",
  }
  const caseFile = {
    reports: [],
    incidents: [],
    entities: [{ name: "Port Sella", facts: [fact] }],
  } as unknown as CaseFile
  const [said] = disputeSection(caseFile, newMarks(new Map([["r", 1]]))).lines
  const words = said!.parts.map(part => ("text" in part ? part.text : `[${part.mark}]`)).join("")
  expect(words).toBe("Port Sella: 7 November 2031 [1]   |   8 November 2031 [2]")
})

test("an arrest without a date that one sentence tells with the story is no background", () => {
  const mention = (start: number) => ({ sentence: { reportId: "r", start, end: start + 50, text: "" } })
  const attack = {
    id: "i",
    status: "occurred",
    background: false,
    when: time("2031-05-03", "3 May 2031"),
    reports: ["r", "s", "t"],
    mentions: [mention(0), mention(300)],
  }
  const arrest = { ...attack, id: "j", when: null, reports: ["r"], mentions: [mention(300)] }
  const other = { ...arrest, id: "k", mentions: [mention(600)] }
  const reports = ["r", "s", "t"].map(id => ({ id }))
  const caseFile = { incidents: [attack, arrest, other], entities: [], reports } as unknown as CaseFile
  expect(caseFile.incidents.filter(isEarlier(caseFile)).map(({ id }) => id)).toEqual(["k"])
})
