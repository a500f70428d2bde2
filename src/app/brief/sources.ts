import type { CaseFile, CaseStatement, Entity, FlatReport } from "../../core/casefile.ts"
import { isSaying } from "../../core/reading.ts"
import { cleaningWords } from "../cleaning.ts"
import { counted, edtfInWords, originsInWords, quoted, shortened } from "../words.ts"
import { type Line, line, type Marks, type Section } from "./brief.ts"
import { factLines } from "./incidents.ts"

/** Who said what, by speaker; the same statement in several reports stands once, with a note when its words differ. */
export function statementSection(caseFile: CaseFile, marks: Marks): Section {
  const sayings = caseFile.statements.filter(isSaying)
  const speakerOf = joinSpeakers(sayings)
  const bySpeaker = Map.groupBy(sayings, speakerOf)
  const utterances = new Map(caseFile.utterances.map(utterance => [utterance.id, utterance]))
  const reportCount = (statements: readonly CaseStatement[]) =>
    new Set(statements.map(statement => statement.reportId)).size
  const speakers = [...bySpeaker.values()].sort(
    (a, b) =>
      reportCount(b) - reportCount(a) || b.length - a.length || (a[0]!.speaker.name < b[0]!.speaker.name ? -1 : 1),
  )
  const lines = speakers.flatMap(statements => {
    const { name } = longestName(statements)
    const roles = [...new Set(statements.map(statement => statement.speaker.role).filter(role => role !== undefined))]
    const head = line(0, name, roles.slice(0, 2).join("; "))
    const shown = new Set<string>()
    return [
      head,
      ...statements.flatMap((statement): Line[] => {
        const utterance = statement.utteranceId === undefined ? undefined : utterances.get(statement.utteranceId)
        if (utterance && shown.has(utterance.id)) return []
        if (utterance) shown.add(utterance.id)
        const told = utterance ? statements.filter(other => other.utteranceId === utterance.id) : [statement]
        const words =
          statement.kind === "direct" ? quoted(shortened(statement.text, 200)) : shortened(statement.text, 200)
        const audience = statement.audience ? ` (to ${statement.audience.name})` : ""
        const note =
          utterance && 1 < reportCount(told)
            ? ` - in ${counted(reportCount(told), "report")}, ${utterance.sameWords ? "same words" : "worded differently"}`
            : ""
        return [
          {
            ...line(
              1,
              cueWorthTelling(statement),
              words,
              `${audience}${note} `,
              marks.of(told.flatMap(one => one.evidence.slice(0, 1))),
            ),
            id: statement.id,
          },
        ]
      }),
    ]
  })
  return {
    key: "said",
    heading: `WHO SAID WHAT: ${counted(speakers.length, "speaker")}, ${counted(sayings.length, "statement")}`,
    lines,
  }
}

/** The cue as its report has it, where it is more than plain saying: "denied", "believes". */
function cueWorthTelling({ cue, mode, strength }: CaseStatement): string {
  return cue && (mode !== "speech" || strength !== "neutral") ? cue.text : ""
}

/**
 * Who speaks, as a key: the entity; for those without one, the name, or one of those who are told to have said the same words
 * ("officials" here, "American officials" in the copy). An entity is never joined with another.
 */
function joinSpeakers(statements: readonly CaseStatement[]): (statement: CaseStatement) => string {
  const ownKey = ({ speaker }: CaseStatement) =>
    speaker.entityId ?? `name:${speaker.name.replace(/^(the|a|an) /iu, "").toLowerCase()}`
  const byUtterance = Map.groupBy(
    statements.filter(({ utteranceId }) => utteranceId !== undefined),
    ({ utteranceId }) => utteranceId,
  )
  const joined = new Map<string, string>()
  const rootOf = (key: string): string => {
    const up = joined.get(key)
    return up === undefined ? key : rootOf(up)
  }
  for (const told of byUtterance.values()) {
    const keys = [...new Set(told.map(one => rootOf(ownKey(one))))].sort()
    const known = keys.filter(key => !key.startsWith("name:"))
    if (1 < known.length) continue
    const root = known[0] ?? keys[0]!
    for (const key of keys) if (key !== root) joined.set(key, root)
  }
  return statement => rootOf(ownKey(statement))
}

function longestName(statements: readonly CaseStatement[]): CaseStatement["speaker"] {
  return statements
    .map(statement => statement.speaker)
    .reduce((longest, speaker) => (longest.name.length < speaker.name.length ? speaker : longest))
}

/** Organizations and people of whom the reports say more than that they acted or spoke. */
export function profileSection(caseFile: CaseFile, marks: Marks): Section {
  const profiled = caseFile.entities.filter(entity => 0 < entity.facts.length)
  const lines = [...profiled]
    .sort((a, b) => b.facts.length - a.facts.length || (a.id < b.id ? -1 : 1))
    .flatMap((entity): Line[] => {
      const names = otherNames(entity)
      const head = line(0, entity.name, names.length === 0 ? "" : `also ${names.join(", ")}`)
      return [{ ...head, id: entity.id }, ...entity.facts.flatMap(fact => factLines(fact, marks))]
    })
  return { key: "profiles", heading: "GROUPS AND PEOPLE", lines }
}

const otherNames = (entity: Entity) =>
  entity.aliases
    .map(alias => alias.name)
    .filter(name => name !== entity.name)
    .slice(0, 6)

/** Which report rests on which. */
export function lineageSection(caseFile: CaseFile, marks: Marks, label: (reportId: string) => string): Section {
  const lines = caseFile.lineage.map(link => {
    const to = link.to === null ? (link.source ?? "a source outside the case") : label(link.to)
    const passages = link.passages.length === 0 ? "" : `, ${counted(link.passages.length, "shared passage")}`
    const share = link.kind === "cites" ? "" : `, ${Math.round(link.strength * 100)} % of its sentences`
    const evidence = [...link.evidence, ...link.passages.flatMap(passage => [passage.from, passage.to])]
    return {
      ...line(0, label(link.from), `${link.kind} ${to}${share}${passages}: ${link.why} `, marks.of(evidence, 4)),
      id: link.id,
    }
  })
  return { key: "lineage", heading: "WHO RESTS ON WHOM", lines }
}

/** The reports in the order of the brief's numbers. */
export function reportSection(caseFile: CaseFile, number: (reportId: string) => number): Section {
  const lines = [...caseFile.reports]
    .sort((a, b) => number(a.id) - number(b.id))
    .map(report => ({ ...line(0, `r${number(report.id)}`, reportWords(report)), id: report.id }))
  return { key: "reports", heading: "REPORTS", lines }
}

/** "Title - publisher, 24 March 2024 (001.txt)". */
export function reportWords(report: FlatReport): string {
  const between = report.publishedBetween
  const published = report.published
    ? edtfInWords(report.published.edtf)
    : between
      ? `no date (${edtfInWords(between.edtf)}, for ${between.why})`
      : "no date"
  const publisher = report.publisher ?? "publisher unknown"
  return `${report.title || "no title"} - ${publisher}, ${published}${report.file === undefined ? "" : ` (${report.file})`}`
}

/** What the case cannot show. */
export function blindSpotSection(caseFile: CaseFile): Section {
  return {
    key: "blind-spots",
    heading: "NOT TO BE SEEN",
    lines: caseFile.case.blindSpots.map(spot => line(0, "", spot.text)),
  }
}

/** What was left out and repaired, report by report. */
export function cleaningSection(caseFile: CaseFile, number: (reportId: string) => number): Section {
  const lines = [...caseFile.reports]
    .sort((a, b) => number(a.id) - number(b.id))
    .flatMap(report => {
      const said = cleaningWords(report)
      return said === "" ? [] : [line(0, `r${number(report.id)}`, said)]
    })
  return { key: "cleaned", heading: "CLEANED", lines }
}

/** What was odd in the input. */
export function problemSection(caseFile: CaseFile, label: (reportId: string) => string): Section {
  const lines = caseFile.problems.map(problem =>
    line(0, problem.reportId ? label(problem.reportId) : (problem.file ?? ""), `${problem.code}: ${problem.message}`),
  )
  return { key: "problems", heading: "PROBLEMS IN THE INPUT", lines }
}

/** "5 reports, 3-4 origins, 24 March 2024 to 1 April 2024". */
export function summaryOf(caseFile: CaseFile): string {
  const days = caseFile.reports
    .map(report => report.published?.edtf.slice(0, 10) ?? "")
    .filter(day => day !== "")
    .sort()
  const [first] = days
  const last = days.at(-1)
  const span =
    first === undefined
      ? "no report has a date"
      : first === last
        ? edtfInWords(first)
        : `${edtfInWords(first)} to ${edtfInWords(last!)}`
  return `${counted(caseFile.reports.length, "report")}, ${originsInWords(caseFile.case.origins)}, ${span}`
}
