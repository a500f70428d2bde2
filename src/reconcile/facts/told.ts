import type { Assertion, FlatEvidence } from "../../core/casefile.ts"
import { flatAttribution, flatEvidence } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import type { Attribution, SlotFill } from "../../core/reading.ts"
import type { Status } from "../../core/status.ts"
import type { Value } from "../../core/value.ts"
import { type CaseReport, sentenceAt, type Teller, tellerOf } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import type { OriginRef } from "../lineage/count-origins.ts"
import type { OriginBook } from "../lineage/origins.ts"
import { groupBy, sortBy } from "../union.ts"
import { type Manner, mannerOf } from "./manner.ts"
import { valueKey } from "./values.ts"

/** An assertion with what is needed to reconcile it. */
export interface Told {
  readonly assertion: Assertion
  readonly report: Teller
  readonly origin: OriginRef
  /** Ids of the sentences it stands in. */
  readonly sentences: readonly string[]
  /** The best way in which the report gives it. */
  readonly manner: Manner
}

/** What a learned scorer takes for the value of a slot, from one report: no assertion, but a weak voice for what others assert. */
export interface Proposal {
  readonly slot: string
  readonly value: Value
  /** From 0 to 1. */
  readonly chance: number
  readonly report: Teller
  readonly origin: OriginRef
}

/** What an assertion is made from: a fill with the status and attribution of what it belongs to. */
export interface FillSource {
  readonly report: CaseReport
  readonly fill: SlotFill
  readonly slot: string
  readonly status: Status
  readonly attribution: readonly Attribution[]
  /** Id of the mention or entity the fill belongs to. */
  readonly owner: string
  /** More words it rests on. */
  readonly evidence?: readonly FlatEvidence[]
  /** The report tells of it in passing: it is about something else. */
  readonly inPassing?: boolean
}

/** Replaces the local entity ids of a value by those of the case. */
export type ToCaseValue = (reportId: string, value: Value) => Value

/** Makes the assertions of one subject: one for each report, slot, value, status and source, however often the report says it. */
export function toTold(
  subject: string,
  sources: readonly FillSource[],
  origins: OriginBook,
  toCaseValue: ToCaseValue,
  change: (assertion: Assertion) => Assertion | undefined,
): Told[] {
  const prepared = sources.map(source => ({ source, value: toCaseValue(source.report.id, source.fill.value) }))
  const groups = groupBy(prepared, ({ source, value }) =>
    [
      source.report.id,
      source.slot,
      valueKey(value),
      source.status,
      source.attribution.map(step => `${step.kind} ${step.name}`).join("<"),
    ].join("\u001f"),
  )
  const told = [...groups.values()].flatMap((group): Told[] => {
    const sorted = sortBy(
      group,
      ({ source }) => source.fill.evidence.span.start,
      ({ source }) => source.fill.evidence.span.end,
      ({ source }) => source.owner,
    )
    const { source, value } = sorted[0]!
    const { report, fill } = source
    const made: Assertion = {
      id: idOf(
        "assertion",
        report.id,
        source.owner,
        source.slot,
        fill.evidence.span.start,
        fill.evidence.span.end,
        valueKey(fill.value),
        source.status,
      ),
      subject,
      slot: source.slot,
      value,
      status: source.status,
      attribution: flatAttribution([
        { kind: "outlet", name: report.sourceName },
        ...source.attribution.map(step => toCaseStep(report.id, step, toCaseValue)),
      ]),
      evidence: orderEvidence(
        sorted.flatMap(item => [flatEvidence(item.source.fill.evidence), ...(item.source.evidence ?? [])]),
      ),
      rule: fill.rule,
    }
    const assertion = change(made)
    if (!assertion) return []
    const origin = origins.of(report, fill.evidence.span, source.attribution)
    const sentences = assertion.evidence.flatMap(evidence => sentenceAt(report, evidence.start)?.id ?? [])
    const manners = sorted.map(item =>
      mannerOf(report, item.source.fill, source.attribution, item.source.inPassing ?? false),
    )
    return [{ assertion, report: tellerOf(report), origin, sentences, manner: bestManner(manners) }]
  })
  return sortBy(
    told,
    item => item.assertion.slot,
    item => item.report.id,
    item => item.assertion.evidence[0]!.start,
    item => item.assertion.id,
  )
}

/** Who says so, as an entity of the case: so that it can be told whether a claim is the claimant's own word. */
function toCaseStep(reportId: string, step: Attribution, toCaseValue: ToCaseValue): Attribution {
  if (step.entityId === undefined) return step
  const { entityId, name } = step
  const value = toCaseValue(reportId, { kind: "entity", type: "organization", entityId, name, text: name })
  return value.kind === "entity" ? { ...step, entityId: value.entityId } : step
}

/** A report that gives a number in its title and counts people further down gives the number. */
function bestManner(manners: readonly Manner[]): Manner {
  const chances = manners.flatMap(({ chance }) => chance ?? [])
  return {
    asNews: manners.some(({ asNews }) => asNews),
    atHead: manners.some(({ atHead }) => atHead),
    addedUp: manners.every(({ addedUp }) => addedUp),
    besidesKiller: manners.some(({ besidesKiller }) => besidesKiller),
    official: manners.some(({ official }) => official),
    chance: chances.length < manners.length ? undefined : Math.max(...chances),
  }
}
