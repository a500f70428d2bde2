import type { Assertion, CaseFile, Entity, Fact, FlatReport, Incident, Position } from "../../core/casefile.ts"
import type { Attribution } from "../../core/reading.ts"
import type { Status } from "../../core/status.ts"
import type { Count, Value } from "../../core/value.ts"

const text = "Nine people died at the quay. Police said 14 people died. Blue Tide was blamed, and Ola Berg was hurt."
const origins = { low: 1, high: 2, names: ["Police"] }

const report = (id: string, day: string): FlatReport => ({
  id,
  title: id,
  publisher: `The ${id}`,
  ...(day !== "" && { published: { edtf: day, method: "meta" } }),
  language: "en",
  encoding: "utf-8",
  text,
  blocks: [{ start: 0, end: text.length, label: "paragraph" }],
  removed: [],
  repairs: [],
})

const place = (reportId: string, words: string) => {
  const start = text.indexOf(words)
  return { reportId, start, end: start + words.length, text: words }
}

const count = (low: number, high: number | null = low, of = "people"): Count => ({
  kind: "count",
  low,
  high,
  qualifier: high === null ? "at-least" : low === high ? "exact" : "range",
  of,
  text: `${low}`,
})

const entity = (id: string, name: string): Value => ({ kind: "entity", entityId: id, type: "person", name, text: name })

export type Step = Pick<Attribution, "kind" | "name">
export const step = (name: string, kind: Step["kind"] = "organization"): Step => ({ kind, name })

let made = 0
function assertion(slot: string, value: Value, reportId: string, words: string, ...chain: Step[]): Assertion {
  const attribution = [step(`The ${reportId}`, "outlet"), ...chain]
  const evidence = [place(reportId, words)]
  return { id: `assertion${++made}`, subject: "i1", slot, value, status: "occurred", attribution, evidence, rule: "r" }
}

function position(assertions: readonly Assertion[], first: string, status: Status = "occurred"): Position {
  const told = assertions.map(one => ({ ...one, status }))
  return { value: told[0]!.value, status, assertions: told, origins, firstReported: first, lastReported: first }
}

const fact = (slot: string, relation: Fact["relation"], ...positions: Position[]): Fact => ({
  id: `fact-${slot}`,
  subject: "i1",
  slot,
  relation,
  value: positions.at(-1)!.value,
  positions,
  origins,
  why: "rose from 2031-11-04",
})

const incident = (id: string, more: Partial<Incident>): Incident => ({
  id,
  code: `QUA-${id.toUpperCase()}`,
  type: "attack",
  status: "occurred",
  title: `Attack ${id}`,
  background: false,
  when: null,
  where: null,
  facts: [],
  statements: [],
  warnings: [],
  reports: ["a"],
  mentions: [],
  origins,
  ...more,
})

const person = (id: string, name: string): Entity => ({
  id,
  type: "person",
  name,
  aliases: [],
  roles: [],
  facts: [],
  mentions: [{ ...place("a", "Ola Berg"), localEntityId: "l1" }],
  merges: [],
  refused: [],
})

export const killed = fact(
  "killed",
  "update",
  position(
    [
      assertion("killed", count(9), "a", "Nine people died"),
      assertion("killed", count(9), "b", "Nine people died"),
      assertion("killed", count(2, 2, "officers"), "b", "Nine people died"),
    ],
    "2031-11-04",
  ),
  position([assertion("killed", count(14, null), "c", "14 people", step("Police"))], "2031-11-06"),
)

const blamed = fact(
  "blamed-on",
  "contradict",
  position([assertion("blamed-on", entity("e1", "Blue Tide"), "a", "Blue Tide", step("Police"))], "", "alleged"),
  position([assertion("blamed-on", entity("e1", "Blue Tide"), "c", "Blue Tide", step("Blue Tide"))], "", "denied"),
)

const victim = fact("target", "single", position([assertion("target", entity("e2", "Ola Berg"), "a", "Ola Berg")], ""))

/** A small case: three incidents in three reports of the same words; one victim, one actor blamed and denied, one fact corrected. */
export const caseFile: CaseFile = {
  format: "heed-casefile/1",
  case: { name: "Quay", engine: "1", asOf: null, policy: "keep-range", origins, blindSpots: [] },
  reports: [report("a", "2031-11-04"), report("b", "2031-11-05"), report("c", "2031-11-06")],
  origins: [],
  lineage: [],
  entities: [{ ...person("e1", "Blue Tide"), type: "armed-group" }, person("e2", "Ola Berg")],
  incidents: [
    incident("i1", {
      title: "Attack on Ola Berg",
      reports: ["a", "b", "c"],
      facts: [victim, blamed, killed],
      mentions: ["c", "a"].map(id => ({
        id: `m-${id}`,
        reportId: id,
        status: "occurred",
        background: false,
        evidence: place(id, "Nine people died"),
        sentence: place(id, "Nine people died at the quay."),
        why: "first telling",
        rule: "r",
      })),
    }),
    incident("i2", {
      status: "foiled",
      title: "Foiled plot at the lock",
      facts: [{ ...blamed, id: "fact-2" }],
      when: { kind: "time", edtf: "2031-10-02", precision: "day", text: "", method: "explicit" },
    }),
    incident("i3", { type: "pledge", title: "Pledge", background: true }),
  ],
  statements: [],
  utterances: [],
  warnings: [],
  decisions: [
    {
      id: "d1",
      decidedAt: "2031-11-07T10:00:00Z",
      by: "ana",
      action: "correct",
      subject: "fact-killed",
      applies: true,
      withdrawn: false,
    },
    {
      id: "d2",
      decidedAt: "2031-11-07T10:00:00Z",
      by: "ana",
      action: "grade",
      subject: "i1",
      applies: true,
      withdrawn: true,
    },
  ],
  problems: [],
}
