import { z } from "zod"
import { type Fact, originCountSchema, type Position, relationSchema } from "../../core/casefile.ts"
import { statusSchema } from "../../core/status.ts"
import type { Value } from "../../core/value.ts"
import type { Line } from "../brief/brief.ts"
import { isKnown, statusNote } from "../brief/position-words.ts"
import { rivals } from "../brief/rivals.ts"
import { daysOf } from "../brief/sources.ts"
import { writeBrief } from "../brief/write-brief.ts"
import { edtfInWords, valueInWords } from "../words.ts"
import type { CaseIndex } from "./case-index.ts"
import { decidedMarkSchema, decidedMarks } from "./decided-view.ts"
import { evidenceView, evidenceViewSchema } from "./evidence-view.ts"
import { fewNames } from "./few-names.ts"

const partSchema = z.union([
  z.object({ text: z.string(), sign: z.literal(true).optional(), aside: z.literal(true).optional() }),
  z.object({ mark: z.number().int().min(1) }),
])

/** What an item of a line is, for the address that shows it. */
const itemKindSchema = z.enum(["incident", "fact", "entity", "warning", "statement", "report", "other"])

const lineSchema = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  label: z.string(),
  parts: z.array(partSchema).readonly(),
  id: z.string().optional(),
  kind: itemKindSchema.optional(),
  /** What people decided about the item. */
  decided: z.array(decidedMarkSchema).readonly().optional(),
  signs: z
    .object({
      relation: relationSchema.optional(),
      status: statusSchema.optional(),
      origins: originCountSchema.optional(),
      reports: z.number().int().optional(),
    })
    .readonly()
    .optional(),
  /** Of a fact that changed: its values one after the other. Of one that is disputed: what is told against its value. */
  trail: z
    .object({ kind: z.enum(["update", "beside"]), values: z.array(z.string()).readonly() })
    .readonly()
    .optional(),
})

/** The brief as a screen shows it: its lines as `write-brief` words them, with the signs to draw and the words behind each mark. */
export const briefViewSchema = z
  .object({
    title: z.string(),
    asOf: z.string(),
    /** How many reports, from how many origins, and the days on which they came out. */
    reports: z.number().int(),
    origins: originCountSchema,
    days: z.string(),
    sections: z
      .array(
        z
          .object({
            key: z.string(),
            heading: z.string(),
            /** Told in full; of the others an item opens when asked. */
            inFull: z.boolean(),
            /** Items of the section; `lines` may hold fewer. */
            total: z.number().int().min(0),
            lines: z.array(lineSchema.readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    notes: z.array(z.object({ mark: z.number().int().min(1), evidence: evidenceViewSchema }).readonly()).readonly(),
  })
  .readonly()
export type BriefView = z.infer<typeof briefViewSchema>
export type BriefLine = BriefView["sections"][number]["lines"][number]

/** What a screen gets at once of a section, and of one fact. A choice: a case of thousands of reports has lists for the rest. */
const MOST = { items: 40, lines: 160 }
const MOST_DETAILS = 24

/** Sections that answer what is known, how sure, and who says so. */
const IN_FULL = new Set(["happened", "plots", "warned", "disputed", "profiles"])

/** Headings are capitals in a terminal, a sentence on a screen. */
const inSentenceCase = (heading: string) => heading.slice(0, 1) + heading.slice(1).toLowerCase()

/** The brief of the case. */
export function briefView(index: CaseIndex): BriefView {
  const { caseFile } = index
  const { title, asOf, sections, notes } = writeBrief(caseFile, index.numbers, MOST)
  const shown = sections.map(({ key, heading, lines, total }) => ({
    key,
    heading: inSentenceCase(heading),
    inFull: IN_FULL.has(key),
    total: total ?? lines.filter(({ level }) => level === 0).length,
    lines: withFewDetails(lines).map(({ signs, ...line }) => ({
      ...line,
      ...(signs && { signs: { ...signs, ...(signs.origins && { origins: fewNames(signs.origins) }) } }),
      ...trailOf(index.facts.get(line.id ?? "")),
      ...(line.id !== undefined && { kind: kindOf(index, line.id), ...decidedOf(index, line.id) }),
    })),
  }))
  const used = new Set(
    shown.flatMap(({ lines }) =>
      lines.flatMap(({ parts }) => parts.flatMap(part => ("mark" in part ? [part.mark] : []))),
    ),
  )
  return {
    title,
    asOf,
    reports: caseFile.reports.length,
    origins: fewNames(caseFile.case.origins),
    days: daysOf(caseFile),
    sections: shown,
    notes: notes
      .filter(({ mark }) => used.has(mark))
      .map(({ mark, evidence }) => ({ mark, evidence: evidenceView(index, evidence) })),
  }
}

/** Of a fact with hundreds of positions the first of them, and how many more there are. */
function withFewDetails(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = []
  let details = 0
  const close = () => {
    if (MOST_DETAILS < details)
      kept.push({
        level: 2,
        label: "",
        parts: [{ text: `and ${details - MOST_DETAILS} more; the fact itself has them` }],
      })
    details = 0
  }
  for (const line of lines) {
    if (line.level !== 2) close()
    else details++
    if (details <= MOST_DETAILS) kept.push(line)
  }
  close()
  return kept
}

function decidedOf(index: CaseIndex, id: string): Pick<BriefLine, "decided"> {
  const decided = decidedMarks(index, id)
  return decided.length === 0 ? {} : { decided }
}

/** Values of a trail, at most; the fact's own screen has all. */
const MOST_VALUES = 4

/** How a value came to be, in one line: "9 or more (4 November)", "14 (6 November)", "17 (8 November)"; or what is told beside it. */
function trailOf(fact: Fact | undefined): Pick<BriefLine, "trail"> {
  // Who blames whom stands in the line with who rejects it.
  if (fact === undefined || fact.slot === "blamed-on") return {}
  if (fact.relation === "update") return movedTo(fact)
  return fact.relation === "contradict" ? toldBeside(fact) : {}
}

function movedTo(fact: Fact): Pick<BriefLine, "trail"> {
  const day = (edtf: string) => (edtf === "" ? "" : ` (${edtfInWords(edtf.slice(0, 10)).replace(/ \d{4}$/, "")})`)
  const values = new Set(
    inTime(fact.positions).map(({ value, firstReported }) => `${inShort(value)}${day(firstReported)}`),
  )
  return values.size < 2 ? {} : { trail: { kind: "update", values: inRoom([...values]) } }
}

/** The value itself stands before it and is not told again. */
function toldBeside({ value, positions }: Fact): Pick<BriefLine, "trail"> {
  const chosen = value === null ? "" : inShort(value)
  const others = new Set(
    inTime(rivals(positions.filter(isKnown))).flatMap(position => {
      const words = inShort(position.value)
      return words === chosen ? [] : [`${words}${statusNote(position)}`]
    }),
  )
  return others.size === 0 ? {} : { trail: { kind: "beside", values: inRoom([...others]) } }
}

const inTime = (positions: readonly Position[]) =>
  positions
    .filter(isKnown)
    .toSorted((a, b) => (a.firstReported < b.firstReported ? -1 : a.firstReported > b.firstReported ? 1 : 0))

const inRoom = (values: readonly string[]) =>
  values.length <= MOST_VALUES ? values : [values[0]!, "…", ...values.slice(2 - MOST_VALUES)]

/** A value without the words of the report that gave it. */
function inShort(value: Value): string {
  if (value.kind === "time") return edtfInWords(value.edtf)
  return value.kind === "count" && value.qualifier === "vague" ? `"${value.text}"` : valueInWords(value)
}

function kindOf(index: CaseIndex, id: string): z.infer<typeof itemKindSchema> {
  if (index.incidents.has(id)) return "incident"
  if (index.facts.has(id)) return "fact"
  if (index.entities.has(id)) return "entity"
  if (index.warnings.has(id)) return "warning"
  if (index.statements.has(id)) return "statement"
  return index.reports.has(id) ? "report" : "other"
}
