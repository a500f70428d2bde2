import type { Assertion, CaseFile, CaseStatement, Entity, Fact, FlatReport, Incident } from "../../../core/casefile.ts"
import type { Value } from "../../../core/value.ts"

/** Small case files by hand, for tests of views: only what a test names is in them. Ids are words. */

const noOrigins = { low: 1, high: 1, names: [] }

/** A case of these items, and nothing else. */
export function caseOf(items: Partial<CaseFile>): CaseFile {
  return {
    format: "heed-casefile/1",
    case: { name: "test", engine: "test", asOf: null, policy: "keep-range", origins: noOrigins, blindSpots: [] },
    reports: [],
    origins: [],
    lineage: [],
    entities: [],
    incidents: [],
    statements: [],
    utterances: [],
    warnings: [],
    problems: [],
    ...items,
  }
}

/** A report of one paragraph. */
export function report(id: string, text: string, more: Partial<FlatReport> = {}): FlatReport {
  const blocks = [{ kind: "paragraph" as const, start: 0, end: text.length }]
  return {
    id,
    title: `Report ${id}`,
    published: { edtf: "2031-05-03", method: "text" },
    language: "en",
    encoding: "utf-8",
    text,
    blocks: blocks as unknown as FlatReport["blocks"],
    removed: [],
    repairs: [],
    ...more,
  }
}

/** Every place of a report where the words stand, as mentions of one of its entities. */
export function named({ id, text }: FlatReport, words: string, localEntityId: string): Entity["mentions"] {
  return [...text.matchAll(new RegExp(words, "gu"))].map(({ index }) => ({
    reportId: id,
    start: index,
    end: index + words.length,
    text: words,
    localEntityId,
  }))
}

export function entity(
  id: string,
  type: Entity["type"],
  name: string,
  mentions: Entity["mentions"],
  more: Partial<Entity> = {},
): Entity {
  return { id, type, name, aliases: [], roles: [], facts: [], mentions, merges: [], refused: [], ...more }
}

export function assertion(subject: string, slot: string, value: Value, evidence: Assertion["evidence"]): Assertion {
  const [first] = evidence
  return {
    id: `${slot}-${value.text}-${first!.reportId}`,
    subject,
    slot,
    value,
    status: "occurred",
    attribution: [],
    evidence,
    rule: "test",
  }
}

/** A fact with one position for each assertion. */
export function fact(
  subject: string,
  slot: string,
  relation: Fact["relation"],
  assertions: readonly Assertion[],
  more: Partial<Fact> = {},
): Fact {
  const positions = assertions.map(one => ({
    value: one.value,
    status: one.status,
    assertions: [one],
    origins: noOrigins,
    firstReported: "2031-05-03",
    lastReported: "2031-05-03",
  }))
  return {
    id: `${subject}-${slot}`,
    subject,
    slot,
    relation,
    value: assertions[0]!.value,
    positions,
    origins: noOrigins,
    why: "test",
    ...more,
  }
}

export function incident(id: string, facts: readonly Fact[], more: Partial<Incident> = {}): Incident {
  return {
    id,
    code: `${id.toUpperCase()}-1`,
    type: "attack",
    status: "occurred",
    title: `The ${id}`,
    background: false,
    when: null,
    where: null,
    facts,
    statements: [],
    warnings: [],
    reports: [],
    mentions: [],
    origins: noOrigins,
    ...more,
  }
}

/** The words of a report, given to somebody. */
export function said(
  from: FlatReport,
  words: string,
  name: string,
  entityId?: string,
  more: Partial<CaseStatement> = {},
): CaseStatement {
  const start = from.text.indexOf(words)
  if (start < 0) throw new RangeError(`"${words}" is not in ${from.id}`)
  return {
    id: `${from.id}-${start}`,
    reportId: from.id,
    kind: "indirect",
    mode: "speech",
    strength: "neutral",
    speaker: { name, anonymous: entityId === undefined, ...(entityId !== undefined && { entityId }) },
    text: words,
    via: [],
    evidence: [{ reportId: from.id, start, end: start + words.length, text: words }],
    incidents: [],
    rule: "test",
    ...more,
  }
}
