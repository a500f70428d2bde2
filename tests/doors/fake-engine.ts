import type { CaseFile, Fact, FlatEvidence, OriginCount } from "../../src/core/casefile.ts"
import { flatEvidence, flatReport } from "../../src/core/casefile.ts"
import { daysOf } from "../../src/core/edtf.ts"
import type { Engine } from "../../src/core/engine.ts"
import { idOf, idOfRaw } from "../../src/core/id.ts"
import type { EventMention, LocalEntity, Reading, Statement, WarningMention } from "../../src/core/reading.ts"
import type { RawReport, Report } from "../../src/core/report.ts"
import { type Evidence, evidenceAt, type Span } from "../../src/core/span.ts"
import type { Count, Time } from "../../src/core/value.ts"

/**
 * A reading machine for the tests of doors: it finds four kinds of words and nothing else.
 * "killed N", "“...” said Name Name", "X warned Y on 2031-05-01", "police arrested Name Name". First line: title; "Published: 2031-05-04": date.
 * What it gives is valid by the schemas and keeps the slice law, so that doors and exports can be tried without models.
 */
export function fakeEngine(version = "fake-1"): Engine {
  const read = (raw: RawReport) => readOne(raw, version)
  return {
    version,
    read,
    decode: raw => new TextDecoder("utf-8").decode(raw.bytes).toWellFormed(),
    trace(raw) {
      const reading = read(raw)
      const decided = reading.events.map(event => ({
        ruleset: "events",
        at: event.trigger.span,
        rule: event.rule,
        declined: ["heartAttack"],
      }))
      return { reading, decided }
    },
    build: (readings, options) => build(readings, options.name, options.asOf, options.policy, version),
    open(options) {
      const held = new Map<string, Reading>()
      const waiting = new Set<string>()
      const packed = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
      const unpacked = <T>(bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as T
      const question = (asked: typeof options) => ({
        waiting: () => [...waiting].map(id => ({ id, reports: [id], key: id })),
        draft: (id: string) => packed(held.get(id)),
        restore(id: string, draft: Uint8Array) {
          held.set(id, unpacked(draft))
          waiting.delete(id)
        },
        keys: () => new Set([...held.keys(), ...waiting]),
        settle(id: string, [reading]: readonly Reading[]) {
          held.set(id, reading!)
          waiting.delete(id)
        },
        file: () => build([...held.values()], asked.name, asked.asOf, asked.policy, version),
      })
      return {
        add: readings => {
          for (const reading of readings) waiting.add(reading.report.id)
        },
        sketch: id => packed(id),
        addSketches: sketches => {
          for (const sketch of sketches) waiting.add(unpacked(sketch))
        },
        remove: ids => {
          for (const id of ids) {
            held.delete(id)
            waiting.delete(id)
          }
        },
        decide: () => undefined,
        at: asked => question({ ...options, ...asked }),
        ...question(options),
      }
    },
  }
}

function readOne(raw: RawReport, engine: string): Reading {
  const decoded = new TextDecoder("utf-8").decode(raw.bytes).toWellFormed()
  if (decoded.includes("\u0000CRASH")) throw new RangeError("bad span [3, 1)")
  const id = idOfRaw(raw)
  const lines = decoded.split("\n").filter(line => line.trim() !== "")
  const story = lines.filter(line => !line.startsWith("Published: ") && !line.startsWith("ALSO READ"))
  const text = story.join("\n\n")
  let at = 0
  const blocks = story.map((line, index) => {
    const start = text.indexOf(line, at)
    at = start + line.length
    return { start, end: at, label: index === 0 ? ("title" as const) : ("paragraph" as const) }
  })
  const published = raw.stated?.published ?? /^Published: (\S+)/m.exec(decoded)?.[1]
  const title = raw.stated?.title ?? story[0]
  const report: Report = {
    id,
    ...(raw.file !== undefined && { file: raw.file }),
    ...(raw.stated?.publisher !== undefined && { publisher: { value: raw.stated.publisher, source: "user" } }),
    ...(title !== undefined && { title: { value: title, source: "text" } }),
    ...(published !== undefined && { published: { time: day(published, published), source: "text" } }),
    language: "en",
    encoding: "utf-8",
    format: "text",
    text,
    blocks,
    removed: lines
      .filter(line => line.startsWith("ALSO READ"))
      .map(line => ({ text: line, label: "teaser", raw: { start: 0, end: line.length } })),
    repairs: [],
    rawMap: [],
  }
  const find = (pattern: RegExp) => [...text.matchAll(pattern)].map(match => ({ match, evidence: at_(report, match) }))
  const problems =
    story.length === 0 ? [{ code: "no-text", message: `${raw.file ?? "report"} has no text`, reportId: id }] : []
  const people = new Map<string, LocalEntity>()
  const person = (name: string, role?: Evidence): LocalEntity => {
    const start = text.indexOf(name)
    const entity: LocalEntity = {
      id: idOf(id, "entity", name),
      type: "person",
      name,
      aliases: [],
      roles: role ? [{ role: "spokesman", evidence: role }] : [],
      mentions: [{ span: { start, end: start + name.length }, text: name, form: "name" }],
    }
    people.set(name, entity)
    return entity
  }
  const events = find(/killed (\d+)/g).map(
    ({ match, evidence }): EventMention => ({
      id: idOf(id, "event", match.index),
      reportId: id,
      type: "attack",
      status: "occurred",
      background: false,
      trigger: evidence,
      description: evidence,
      sentence: evidence.span,
      fills: [
        { slot: "killed", value: count(Number(match[1]), match[1]!), evidence, attribution: [], rule: "killedNumber" },
      ],
      attribution: [],
      plural: false,
      rule: "killedNumber",
    }),
  )
  const arrests = find(/arrested ([A-Z]\w+ [A-Z]\w+)/g).map(({ match, evidence }) => ({
    entity: person(match[1]!),
    evidence,
  }))
  for (const { entity, evidence } of arrests.slice(0, events.length === 0 ? 0 : undefined))
    events[0] = {
      ...events[0]!,
      fills: [
        ...events[0]!.fills,
        {
          slot: "arrested",
          value: { kind: "entity", entityId: entity.id, type: "person", name: entity.name, text: entity.name },
          evidence,
          attribution: [],
          rule: "arrestedName",
        },
      ],
    }
  const statements = find(/“([^”]+)” said ([A-Z]\w+ [A-Z]\w+)/g).map(
    ({ match, evidence }): Statement => ({
      id: idOf(id, "statement", match.index),
      reportId: id,
      kind: "direct",
      mode: "speech",
      strength: "neutral",
      speaker: { name: match[2]!, entityId: person(match[2]!, evidence).id, role: "spokesman", anonymous: false },
      text: match[1]!,
      evidence: [evidence],
      via: [],
      rule: "quotedSaid",
    }),
  )
  const warnings = find(/([A-Z][\w ]*?) warned ([\w ]+?) on (\d{4}-\d\d-\d\d)/g).map(
    ({ match, evidence }): WarningMention => ({
      id: idOf(id, "warning", match.index),
      reportId: id,
      kind: "notice",
      issuer: { name: match[1]! },
      audience: [{ name: match[2]! }],
      channel: "private",
      issued: day(match[3]!, match[3]!),
      subject: {},
      before: [],
      evidence: [evidence],
      rule: "warnedOn",
    }),
  )
  return {
    engine,
    report,
    sentences: blocks.map(({ start, end }) => ({ start, end })),
    entities: [...people.values()],
    events,
    setting: [],
    statements,
    warnings,
    profiles: [],
    citations: [],
    times: [],
    counts: [],
    problems,
  }
}

const at_ = (report: Report, match: RegExpMatchArray) =>
  evidenceAt(report, { start: match.index!, end: match.index! + match[0].length } satisfies Span)

const day = (edtf: string, text: string): Time => ({ kind: "time", edtf, precision: "day", text, method: "explicit" })

const count = (low: number, text: string): Count => ({
  kind: "count",
  low,
  high: low,
  qualifier: "exact",
  of: "people",
  text,
})

function build(
  all: readonly Reading[],
  name: string,
  asOf: string | undefined,
  policy: string | undefined,
  engine: string,
): CaseFile {
  const limit = asOf === undefined ? undefined : daysOf(asOf)!.last
  const readings = [...all]
    .filter(({ report }) => {
      const published = report.published && daysOf(report.published.time.edtf)
      return limit === undefined || (published !== undefined && published.first <= limit)
    })
    .sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  const reports = readings.map(({ report }) => report)
  const dateOf = (id: string) => reports.find(report => report.id === id)?.published?.time.edtf ?? ""
  const events = readings.flatMap(reading => reading.events)
  const incidentId = idOf("incident", events[0]?.id ?? "none")
  const originsOf = (ids: readonly string[]): OriginCount => {
    const high = Math.max(1, new Set(ids).size)
    return { low: 1, high, names: [...new Set(ids)].map(id => `report ${id.slice(0, 4)}`) }
  }
  const facts = [
    ...Map.groupBy(
      events.flatMap(event => event.fills.map(fill => ({ event, fill }))),
      ({ fill }) => fill.slot,
    ),
  ].map(([slot, fills]): Fact => {
    const positions = [...Map.groupBy(fills, ({ fill }) => JSON.stringify({ ...fill.value, entityId: "" }))].map(
      ([, sharing]) => ({
        value: sharing[0]!.fill.value,
        status: "occurred" as const,
        assertions: sharing.map(({ event, fill }) => ({
          id: idOf("assertion", event.id, slot, fill.evidence.span.start),
          subject: incidentId,
          slot,
          value: fill.value,
          status: "occurred" as const,
          attribution: [{ kind: "outlet" as const, name: event.reportId.slice(0, 4) }],
          evidence: [flatEvidence(fill.evidence)] as FlatEvidence[],
          rule: fill.rule,
        })),
        origins: originsOf(sharing.map(({ event }) => event.reportId)),
        firstReported: sharing.map(({ event }) => dateOf(event.reportId)).sort()[0]!,
        lastReported: sharing
          .map(({ event }) => dateOf(event.reportId))
          .sort()
          .at(-1)!,
      }),
    )
    const [first] = positions
    return {
      id: idOf("fact", incidentId, slot),
      subject: incidentId,
      slot,
      relation: positions.length === 1 ? (fills.length === 1 ? "single" : "agree") : "contradict",
      value: positions.length === 1 ? first!.value : null,
      positions,
      origins: originsOf(fills.map(({ event }) => event.reportId)),
      why: "made up for a test",
    }
  })
  const told = [...new Set(events.map(event => event.reportId))]
  const dates = told
    .map(dateOf)
    .filter(date => date !== "")
    .sort()
  return {
    format: "heed-casefile/1",
    case: {
      name,
      engine,
      asOf: asOf ?? null,
      policy: policy ?? "keep-range",
      origins: originsOf(reports.map(report => report.id)),
      blindSpots: [],
    },
    reports: reports.map(flatReport),
    origins: reports.map(report => ({
      id: idOf("origin", report.id),
      name: report.file ?? report.id,
      kind: "own-reporting",
      reports: [report.id],
      evidence: [],
    })),
    lineage: [],
    entities: readings.flatMap(reading =>
      reading.entities.map(entity => ({
        id: entity.id,
        type: entity.type,
        name: entity.name,
        aliases: [],
        roles: entity.roles.map(({ role, evidence }) => ({ role, evidence: [flatEvidence(evidence)] })),
        facts: [],
        mentions: entity.mentions.map(({ span, text }) => ({
          reportId: reading.report.id,
          ...span,
          text,
          localEntityId: entity.id,
        })),
        merges: [],
        refused: [],
      })),
    ),
    incidents:
      events.length === 0
        ? []
        : [
            {
              id: incidentId,
              code: "SEL-4F2",
              type: "attack",
              status: "occurred",
              title: reports.find(report => report.id === told[0])!.title!.value,
              background: false,
              when: dates[0] === undefined ? null : day(dates[0], dates[0]),
              where: null,
              facts,
              statements: [],
              warnings: [],
              reports: told,
              mentions: events.map(event => ({
                id: event.id,
                reportId: event.reportId,
                status: event.status,
                background: false,
                evidence: flatEvidence(event.trigger),
                sentence: flatEvidence(event.trigger),
                why: "same type",
                rule: event.rule,
              })),
              origins: originsOf(told),
            },
          ],
    statements: readings.flatMap(reading =>
      reading.statements.map(({ cue: _cue, audience: _audience, venue: _venue, ...statement }) => ({
        ...statement,
        speaker: { name: statement.speaker.name, role: "spokesman", anonymous: false },
        via: [],
        evidence: statement.evidence.map(flatEvidence),
        incidents: [],
      })),
    ),
    utterances: [],
    warnings: readings.flatMap(reading =>
      reading.warnings.map(warning => ({
        id: idOf("case", warning.id),
        kind: warning.kind,
        issuer: { name: warning.issuer.name },
        audience: warning.audience,
        channel: warning.channel,
        issued: warning.issued,
        firstReported: dateOf(warning.reportId),
        subject: {},
        outcome: "unknown" as const,
        incidents: [],
        hindsight: false,
        reports: [warning.reportId],
        origins: originsOf([warning.reportId]),
        evidence: warning.evidence.map(flatEvidence),
        mentions: [warning.id],
        rule: warning.rule,
      })),
    ),
    problems: readings.flatMap(reading => reading.problems),
  }
}
