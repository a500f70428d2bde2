import { z } from "zod"
import type { CaseStatement } from "../../../core/casefile.ts"
import { type Utterance, wordingPartSchema } from "../../../core/utterance.ts"
import { cueWords } from "../../brief/statements.ts"
import { counted, timeInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { decidedMarkSchema, decidedMarks } from "../decided-view.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { peopleTable } from "../people/people-table.ts"
import { isFoundByScore, type Saying, statementTable, type Voice } from "./statement-table.ts"

const kindSchema = z.enum(["direct", "indirect", "mixed"])
const differSchema = z.enum(["differ", "same"])

/** What is asked: of one speaker (key or id of a person or group), about one incident, in one report, of one kind; whose wordings differ; words that occur. */
export const statementsAskedSchema = z.object({
  speaker: z.string().optional(),
  incident: z.string().optional(),
  report: z.string().optional(),
  kind: kindSchema.optional(),
  /** Id of a telling: what was said there, and nothing else. */
  item: z.string().optional(),
  wordings: differSchema.optional(),
  /** "only" what a learned scorer found, "no": without it. */
  scored: z.enum(["only", "no"]).optional(),
  text: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
export type StatementsAsked = z.infer<typeof statementsAskedSchema>

/** A wording and the reports that have it word for word; `parts` against the fullest. `form` in words. */
const wordingViewSchema = z
  .object({
    form: z.string(),
    parts: z.array(wordingPartSchema).readonly(),
    /** The first of them; `total` counts all. */
    reports: z.array(z.string()).readonly(),
    total: z.number().int(),
    statement: z.string(),
  })
  .readonly()

/** Something said. `evidence`: its words in each report, the fullest first. `via`: the outlets through which a report has it, from the report outwards. */
export const sayingSchema = z
  .object({
    id: z.string(),
    utterance: z.string().optional(),
    kind: kindSchema,
    /** How it is held when it is no plain saying: belief, intention, stance, finding; "" for speech. */
    mode: z.string(),
    text: z.string(),
    cue: z.string(),
    /** The cue where the words need it to be understood: "declined" before "to say who"; "" for plain saying. */
    lead: z.string(),
    audience: z.string(),
    venue: z.string(),
    time: z.string(),
    via: z.array(z.object({ report: z.string(), chain: z.array(z.string()).readonly() }).readonly()).readonly(),
    /** Who said it as the report names him there. */
    given: z.string(),
    /** The first of them; `total` counts all. */
    reports: z.array(z.string()).readonly(),
    total: z.number().int(),
    tellings: z.number().int(),
    incidents: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() }).readonly()).readonly(),
    wordings: z.array(wordingViewSchema).readonly(),
    moreWordings: z.number().int(),
    /** "same words in 3 reports", "other words in 2 of 3 reports"; "" where one report has it. */
    differs: z.string(),
    why: z.string(),
    /** Chance that it is something said, where a learned scorer found it. */
    score: z.number().optional(),
    decided: z.array(decidedMarkSchema).readonly(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type SayingView = z.infer<typeof sayingSchema>

/** A speaker as the list heads him. `isPrivate`: named here because the report quotes him, and without a page of his own. */
const voiceSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    entityId: z.string().optional(),
    isPrivate: z.boolean(),
    roles: z.array(z.string()).readonly(),
    /** Of what was asked for; `scored`: how many of them only a learned scorer found. */
    sayings: z.number().int(),
    scored: z.number().int(),
    reports: z.number().int(),
  })
  .readonly()
export type VoiceView = z.infer<typeof voiceSchema>

/** One page of what was said, by speaker; `voices` are those of the page, `rows` go with them by `voice`. */
export const statementsViewSchema = z
  .object({
    total: z.number().int(),
    speakers: z.number().int(),
    offset: z.number().int(),
    counts: z
      .object({
        direct: z.number().int(),
        indirect: z.number().int(),
        mixed: z.number().int(),
        differ: z.number().int(),
        scored: z.number().int(),
      })
      .readonly(),
    voices: z.array(voiceSchema).readonly(),
    rows: z.array(z.object({ voice: z.string(), saying: sayingSchema }).readonly()).readonly(),
    /** The speakers with most to say, whom a filter offers. */
    offered: z.array(z.object({ key: z.string(), name: z.string(), sayings: z.number().int() }).readonly()).readonly(),
  })
  .readonly()
export type StatementsView = z.infer<typeof statementsViewSchema>

/** Wordings, reports, tellings and incidents shown of one thing said, and speakers offered, at most. */
const SHOWN_REPORTS = 12
const SHOWN_WORDINGS = 12
const SHOWN_EVIDENCE = 6
const SHOWN_INCIDENTS = 3
const OFFERED = 40

/** What was said, by speaker, those first of whom most reports have words. */
export function statementsView(index: CaseIndex, asked: StatementsAsked = {}): StatementsView {
  const { offset = 0, limit = 100 } = asked
  const words = (asked.text ?? "")
    .toLowerCase()
    .split(/\s+/u)
    .filter(word => word !== "")
  const counts = { direct: 0, indirect: 0, mixed: 0, differ: 0, scored: 0 }
  const voices = statementTable(index).flatMap(voice => {
    if (asked.speaker !== undefined && voice.key !== asked.speaker && voice.entityId !== asked.speaker) return []
    const near = voice.sayings.filter(
      one =>
        (asked.item === undefined ||
          one.utterance?.id === asked.item ||
          one.told.some(({ id }) => id === asked.item)) &&
        (asked.report === undefined || one.reportIds.includes(asked.report)) &&
        (asked.incident === undefined || one.told.some(({ incidents }) => incidents.includes(asked.incident!))) &&
        words.every(word => one.searched.includes(word)),
    )
    for (const one of near) {
      counts[one.best.kind]++
      if (one.utterance && !one.utterance.sameWords) counts.differ++
      if (isFoundByScore(one)) counts.scored++
    }
    const sayings = near.filter(one => isOfKind(one, asked))
    return sayings.length === 0 ? [] : [{ voice, sayings }]
  })
  const rows = voices.flatMap(({ voice, sayings }) => sayings.map(saying => ({ voice, saying })))
  const page = rows.slice(offset, offset + limit)
  const shown = new Set(page.map(row => row.voice))
  return {
    total: rows.length,
    speakers: voices.length,
    offset,
    counts,
    voices: voices
      .filter(({ voice }) => shown.has(voice))
      .map(({ voice, sayings }) => voiceView(index, voice, sayings)),
    rows: page.map(({ voice, saying }) => ({ voice: voice.key, saying: sayingView(index, saying) })),
    offered: statementTable(index)
      .slice(0, OFFERED)
      .map(({ key, name, sayings }) => ({ key, name, sayings: sayings.length })),
  }
}

function isOfKind(saying: Saying, { kind, wordings, scored }: StatementsAsked): boolean {
  if (kind !== undefined && saying.best.kind !== kind) return false
  if (wordings !== undefined && saying.utterance?.sameWords !== (wordings === "same")) return false
  return scored === undefined || isFoundByScore(saying) === (scored === "only")
}

function voiceView(index: CaseIndex, { key, name, entityId, roles }: Voice, sayings: readonly Saying[]): VoiceView {
  return {
    key,
    name: name.slice(0, 1).toUpperCase() + name.slice(1),
    ...(entityId !== undefined && { entityId }),
    isPrivate: entityId !== undefined && peopleTable(index).get(entityId)?.isPrivate === true,
    roles: roles.slice(0, 2),
    sayings: sayings.length,
    scored: sayings.filter(isFoundByScore).length,
    reports: new Set(sayings.flatMap(({ reportIds }) => reportIds)).size,
  }
}

/** Something said, as the list and the page of a person show it. */
export function sayingView(index: CaseIndex, saying: Saying): SayingView {
  const { best, told, utterance, reportIds } = saying
  const wordings = utterance ? wordingsOf(utterance) : []
  const incidents = [...new Set(told.flatMap(one => one.incidents))].flatMap(id => index.incidents.get(id) ?? [])
  const order = [best, ...told.filter(one => one !== best)]
  return {
    id: best.id,
    ...(utterance && { utterance: utterance.id }),
    kind: best.kind,
    mode: best.mode === "speech" ? "" : best.mode,
    text: best.text,
    cue: best.cue?.text ?? "",
    lead: leadOf(best),
    audience: best.audience?.name ?? "",
    venue: best.venue?.name ?? "",
    time: best.time ? timeInWords(best.time) : "",
    via: viaOf(told),
    given: best.speaker.given?.text ?? best.speaker.name,
    reports: reportIds.slice(0, SHOWN_REPORTS),
    total: reportIds.length,
    tellings: told.length,
    incidents: incidents.slice(0, SHOWN_INCIDENTS).map(({ id, code, title }) => ({ id, code, title })),
    wordings: wordings
      .slice(0, SHOWN_WORDINGS)
      .map(one => ({ ...one, reports: one.reports.slice(0, SHOWN_REPORTS), total: one.reports.length })),
    moreWordings: Math.max(0, wordings.length - SHOWN_WORDINGS),
    differs: utterance ? differsInWords(utterance) : "",
    why: utterance?.why ?? "",
    ...(best.score !== undefined && { score: best.score }),
    decided: decidedMarks(index, ...(utterance ? [utterance.id] : []), ...told.map(({ id }) => id)),
    evidence: order.slice(0, SHOWN_EVIDENCE).flatMap(one => one.evidence.map(words => evidenceView(index, words))),
  }
}

/** Plain saying is not told. */
function leadOf(statement: CaseStatement): string {
  const words = cueWords(statement)
  return words === "said" ? "" : words
}

/** The outlets through which reports have it: "as reported by". */
function viaOf(told: readonly CaseStatement[]): SayingView["via"] {
  return told
    .filter(({ via }) => 0 < via.length)
    .slice(0, SHOWN_EVIDENCE)
    .map(({ reportId, via }) => ({ report: reportId, chain: via.map(({ name }) => name) }))
}

const formWords: Readonly<Record<Utterance["wordings"][number]["form"], string>> = {
  fullest: "fullest wording",
  same: "same words",
  shortened: "shortened",
  edited: "other words",
  "put-anew": "put anew",
  retold: "retold without quoting",
}

/** The wordings, the fullest first; reports that have one word for word stand together. */
function wordingsOf({ wordings }: Utterance): Omit<SayingView["wordings"][number], "total">[] {
  const fullest = wordings.find(({ form }) => form === "fullest")
  const groups = Map.groupBy(wordings, ({ text, form }) =>
    form === "same" || form === "fullest" ? (fullest?.text ?? text) : text,
  )
  return [...groups.values()]
    .map(same => {
      const first = same.find(({ form }) => form === "fullest") ?? same[0]!
      return {
        form: formWords[first.form],
        parts: first.parts,
        reports: [...new Set(same.map(({ reportId }) => reportId))],
        statement: first.statementId,
      }
    })
    .sort(
      (a, b) =>
        Number(b.form === formWords.fullest) - Number(a.form === formWords.fullest) ||
        b.reports.length - a.reports.length,
    )
}

/** How many reports have it in other words. */
function differsInWords({ wordings }: Utterance): string {
  const all = new Set(wordings.map(({ reportId }) => reportId))
  const plain = new Set(
    wordings.filter(({ form }) => form === "fullest" || form === "same").map(({ reportId }) => reportId),
  )
  const other = [...all].filter(reportId => !plain.has(reportId)).length
  if (all.size === 1) return "twice in one report"
  return other === 0
    ? `same words in ${counted(all.size, "report")}`
    : `other words in ${other} of ${counted(all.size, "report")}`
}
