import type {
  Assertion,
  CaseFile,
  CaseStatement,
  Fact,
  FlatEvidence,
  FlatReport,
  Warning,
} from "../../../core/casefile.ts"
import type { Time, Value } from "../../../core/value.ts"
import { assertion, caseOf, entity, fact, incident, report, said } from "./small-case.ts"

const day: Time = { kind: "time", edtf: "2031-05-03", precision: "day", text: "3 May", method: "explicit" }
const people = (low: number): Value =>
  ({ kind: "count", low, high: low, qualifier: "exact", of: "people", text: `${low}` }) as Value
const tide: Value = { kind: "entity", entityId: "tide", type: "armed-group", name: "Tide", text: "Tide" }

/** A case of so many reports that all tell one incident, each in words and numbers of its own: the worst for a screen of one item. */
export function toldByAll(count: number): CaseFile {
  const reports = Array.from({ length: count }, (_, at) => reportAt(at))
  const ids = reports.map(({ id }) => id)
  const origins = { low: 2, high: count, names: ids.map(id => `Paper of ${id}`) }
  const told = (slot: string, valueAt: (at: number) => Value, words: string) =>
    positionsOf(
      slot,
      reports.map((one, at) => assertion("raid", slot, valueAt(at), [wordsIn(one, words)])),
      origins,
    )
  const statements = reports.map(
    (one): CaseStatement => ({ ...said(one, "would find them", "Ana Diaz", "ana"), incidents: ["raid"] }),
  )
  const mentions = (words: string) =>
    reports.map(one => ({ ...wordsIn(one, words), localEntityId: `${words}-${one.id}` }))
  return caseOf({
    case: { name: "raid", engine: "test", asOf: null, policy: "keep-range", origins, blindSpots: [] },
    reports,
    entities: [
      entity("ana", "person", "Ana Diaz", mentions("Ana Diaz"), { roles: [{ role: "minister", evidence: [] }] }),
      entity("tide", "armed-group", "Tide", mentions("Tide")),
    ],
    incidents: [
      incident(
        "raid",
        [
          told("killed", at => people(3 + at), "killed"),
          told("wounded", at => people(at % 40), "wounded"),
          told("claimed-by", () => tide, "Tide"),
        ],
        {
          reports: ids,
          origins,
          when: day,
          statements: statements.map(({ id }) => id),
          warnings: ["early"],
          mentions: reports.map(one => ({
            id: `m-${one.id}`,
            reportId: one.id,
            status: "occurred",
            background: false,
            evidence: wordsIn(one, "killed"),
            sentence: wordsIn(one, "killed"),
            why: "the same place and day",
            rule: "test",
          })),
        },
      ),
    ],
    statements,
    origins: ids.map(id => ({
      id: `o-${id}`,
      name: `Paper of ${id}`,
      kind: "unproven",
      reports: [id],
      own: [id],
      evidence: [],
    })),
    warnings: [warningOf(reports, origins)],
  })
}

function reportAt(at: number): FlatReport {
  const text = `A bomb at the harbour of Sella killed ${3 + at} people and wounded ${at % 40}, paper ${at} reported. The Tide group claimed it. Minister Ana Diaz said she would find them.`
  const blocks = [{ start: 0, end: text.length, label: "paragraph" as const }]
  const published = { edtf: `2031-05-${String(3 + (at % 25)).padStart(2, "0")}`, method: "text" as const }
  return report(`r${at}`, text, { publisher: `Paper ${at % 400}`, published, blocks })
}

function wordsIn({ id, text }: FlatReport, words: string): FlatEvidence {
  const start = text.indexOf(words)
  return { reportId: id, start, end: start + words.length, text: words }
}

/** A fact with a position for each value. */
function positionsOf(slot: string, assertions: readonly Assertion[], origins: Fact["origins"]): Fact {
  const alike = [...Map.groupBy(assertions, ({ value }) => JSON.stringify(value)).values()]
  const made = fact(
    "raid",
    slot,
    alike.length === 1 ? "agree" : "contradict",
    alike.map(([first]) => first!),
    { origins },
  )
  return { ...made, positions: made.positions.map((one, at) => ({ ...one, assertions: alike[at]!, origins })) }
}

function warningOf(reports: readonly FlatReport[], origins: Warning["origins"]): Warning {
  return {
    id: "early",
    kind: "advisory",
    issuer: { name: "the port" },
    audience: [],
    channel: "public",
    issued: { ...day, edtf: "2031-05-01" },
    firstReported: "2031-05-03",
    subject: {},
    outcome: "fulfilled",
    incidents: [{ id: "raid", leadDays: { low: 2, high: 2 }, why: "two days before" }],
    hindsight: true,
    reports: reports.map(({ id }) => id),
    origins,
    evidence: reports.map(one => wordsIn(one, "harbour of Sella")),
    mentions: [],
    rule: "test",
  }
}
