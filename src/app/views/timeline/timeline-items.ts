import { z } from "zod"
import { type FlatEvidence, type Incident, originCountSchema, warningSchema } from "../../../core/casefile.ts"
import { statusSchema } from "../../../core/status.ts"
import type { ToldWarning } from "../../brief/told-warnings.ts"
import {
  issuedInWords,
  issuerInWords,
  leadInWords,
  outcomeWords,
  warningKindInWords,
} from "../../brief/warning-words.ts"
import { inSteps } from "../../steps.ts"
import { storyWeight } from "../../story-days.ts"
import { shortened, timeInWords, valueInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"
import { type PlaceView, placeView } from "../place-view.ts"
import { tableOf } from "../table.ts"
import { ledgerOf } from "../warnings/warning-rows.ts"
import { type TimeExtent, timeExtent, timeExtentSchema } from "./time-extent.ts"

const whereSchema = z
  .object({ key: z.string().optional(), words: z.string(), country: z.string().optional() })
  .readonly()

/** An incident on the line of days. `when`, `where.words` are in words, "unknown" when not known; without `extent` it has no place on the line. */
export const incidentMarkSchema = z
  .object({
    kind: z.literal("incident"),
    id: z.string(),
    code: z.string(),
    title: z.string(),
    /** The title without its date, which the line shows. */
    label: z.string(),
    status: statusSchema,
    background: z.boolean(),
    when: z.string(),
    extent: timeExtentSchema.optional(),
    where: whereSchema,
    reports: z.number().int(),
    origins: originCountSchema,
    warnings: z.array(z.string()).readonly(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type IncidentMark = z.infer<typeof incidentMarkSchema>

/** A warning on the line of days: a bar from its issue to the end of the time it speaks of. */
export const warningMarkSchema = z
  .object({
    kind: z.literal("warning"),
    id: z.string(),
    label: z.string(),
    warned: z.string(),
    channel: warningSchema.unwrap().shape.channel,
    outcome: warningSchema.unwrap().shape.outcome,
    outcomeWords: z.string(),
    hindsight: z.boolean(),
    when: z.string(),
    extent: timeExtentSchema.optional(),
    horizon: z.object({ words: z.string(), extent: timeExtentSchema.optional() }).readonly().optional(),
    where: whereSchema,
    met: z.array(z.object({ id: z.string(), title: z.string(), lead: z.string() }).readonly()).readonly(),
    reports: z.number().int(),
    origins: originCountSchema,
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type WarningMark = z.infer<typeof warningMarkSchema>

/** An item with what filters and drawing need of it; `mark` words it when it is shown. */
export interface TimelineItem {
  readonly id: string
  readonly kind: "incident" | "warning"
  /** The days it covers; of a warning from issue to horizon. */
  readonly extent: TimeExtent | undefined
  readonly place: PlaceView | undefined
  readonly weight: number
  /** Of a warning: the incidents it met. */
  readonly met: readonly string[]
  readonly mark: () => IncidentMark | WarningMark
}

/** Every incident and warning of the case, by their days, what has none last. */
export const timelineItems = tableOf(function* (index): Generator<void, readonly TimelineItem[]> {
  const { overview } = index
  yield
  const items: TimelineItem[] = []
  yield* inSteps(overview.incidents, 500, incident => items.push(incidentItem(index, incident)))
  yield* ledgerOf.steps(index)
  yield* inSteps(ledgerOf(index), 500, told => items.push(warningItem(index, told)))
  yield
  return items.sort(byDay)
})

const dayOf = ({ extent }: TimelineItem) => extent?.first ?? Number.POSITIVE_INFINITY

function byDay(a: TimelineItem, b: TimelineItem): number {
  if (dayOf(a) !== dayOf(b)) return dayOf(a) < dayOf(b) ? -1 : 1
  return b.weight - a.weight || (a.id < b.id ? -1 : 1)
}

/** Stretches of text that come with a mark. The screen of the item itself has all. */
const MOST_EVIDENCE = 2

function evidenceOf(index: CaseIndex, evidence: readonly FlatEvidence[]) {
  return evidence.slice(0, MOST_EVIDENCE).map(one => evidenceView(index, one))
}

function incidentItem(index: CaseIndex, incident: Incident): TimelineItem {
  const { id, code, title, status, background, when, where, reports, origins, warnings, mentions } = incident
  const extent = when ? timeExtent(when.edtf) : undefined
  const place = placeView(where)
  return {
    id,
    kind: "incident",
    extent,
    place,
    weight: storyWeight(incident),
    met: [],
    mark: () => ({
      kind: "incident",
      id,
      code,
      title,
      label: withoutTime(title, when?.edtf ?? ""),
      status,
      background,
      when: when ? timeInWords(when) : "unknown",
      ...(extent && { extent }),
      where: whereOf(place, where === null ? "unknown" : valueInWords(where)),
      reports: reports.length,
      origins: fewNames(origins),
      warnings,
      evidence: evidenceOf(
        index,
        mentions.slice(0, MOST_EVIDENCE).map(({ evidence }) => evidence),
      ),
    }),
  }
}

function whereOf(place: PlaceView | undefined, words: string) {
  return {
    words: place?.words ?? words,
    ...(place && { key: place.key }),
    ...(place?.country !== undefined && { country: place.country }),
  }
}

/** Letters of what was warned of that stand beside a bar. */
const LABEL_LETTERS = 90

function warningItem(index: CaseIndex, { warning, words }: ToldWarning): TimelineItem {
  const { id, kind, channel, outcome, hindsight, issued, horizon, subject, incidents, reports, origins, evidence } =
    warning
  const issue = timeExtent(issued.edtf)
  const until = horizon && timeExtent(horizon.edtf)
  const place = placeView(subject.place)
  return {
    id,
    kind: "warning",
    extent: issue && until ? { ...issue, last: Math.max(issue.last, until.last), openEnd: until.openEnd } : issue,
    place,
    weight: reports.length + (0 < incidents.length ? 2000 : 0),
    met: incidents.map(link => link.id),
    mark: () => ({
      kind: "warning",
      id,
      label: `${issuerInWords({ issuer: warning.issuer })}: ${warningKindInWords(kind)}`,
      warned: shortened(subject.threat?.text ?? words, LABEL_LETTERS),
      channel,
      outcome,
      outcomeWords: outcomeWords[outcome],
      hindsight,
      when: issuedInWords(warning),
      ...(issue && { extent: issue }),
      ...(horizon && { horizon: { words: timeInWords(horizon), ...(until && { extent: until }) } }),
      where: whereOf(place, "unknown"),
      met: incidents.map(link => ({
        id: link.id,
        title: index.overviews.get(link.id)?.title ?? link.id,
        lead: leadInWords(link),
      })),
      reports: reports.length,
      origins: fewNames(origins),
      evidence: evidenceOf(index, evidence),
    }),
  }
}

/** A title without the time at its end, which the line of days shows. */
function withoutTime(title: string, edtf: string): string {
  const years = edtf.match(/\d{4}/gu) ?? []
  const at = title.lastIndexOf(", ")
  return 0 < at && years.some(year => title.includes(year, at)) ? title.slice(0, at) : title
}
