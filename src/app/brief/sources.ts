import type { CaseFile, Entity, Fact, FlatReport, Lineage } from "../../core/casefile.ts"
import { cleaningWords } from "../cleaning.ts"
import { gradeInWords } from "../grades.ts"
import { counted, datesInWords, edtfInWords, originsInWords, quoted, shortened } from "../words.ts"
import { type Extent, type Line, line, type Marks, type Section, sectionOf } from "./brief.ts"
import { factLines } from "./fact-lines.ts"
import { inRanges } from "./report-numbers.ts"

/** Organizations and people of whom the reports say more than that they acted or spoke. */
export function profileSection(caseFile: CaseFile, marks: Marks, extent?: Extent): Section {
  const profiled = caseFile.entities
    .filter(entity => 0 < entity.facts.length)
    .sort((a, b) => b.facts.length - a.facts.length || (a.id < b.id ? -1 : 1))
  const linesOf = (entity: Entity): Line[] => {
    const names = otherNames(entity)
    const head = line(0, entity.name, names.length === 0 ? "" : `also ${names.join(", ")}`)
    return [{ ...head, id: entity.id }, ...entity.facts.flatMap(fact => factLines(withoutSlotName(fact), marks))]
  }
  return sectionOf({ key: "profiles", heading: "GROUPS AND PEOPLE" }, profiled, linesOf, extent)
}

/** Other names that tell something: not those with other capitals, not the surname alone, not those that a line of their own shows with its words. */
function otherNames({ name, type, aliases, facts }: Entity): readonly string[] {
  const shown = facts
    .filter(({ slot }) => slot === "also-known-as")
    .flatMap(({ positions }) => positions.map(({ value }) => plain("name" in value ? value.name : value.text)))
  const seen = new Set([plain(name), ...shown])
  const own = new Set(plain(name).split(" "))
  const found = aliases
    .map(alias => alias.name)
    .filter(alias => {
      const key = plain(alias)
      const isPart = type === "person" && key.split(" ").every(word => own.has(word) || /^\p{L}\.?$/u.test(word))
      if (isPart || seen.has(key)) return false
      seen.add(key)
      return true
    })
  return found.slice(0, 6)
}

const plain = (name: string) => name.toLowerCase().replace(/^the /u, "")

/** "reward   $750,000 for information", where the words begin with the slot's own name. */
function withoutSlotName(fact: Fact): Fact {
  const bare = new RegExp(`^(?:a |the )?${fact.slot} (?:of )?(?=\\S)`, "iu")
  const shorten = <T extends { readonly text: string } | null>(value: T): T =>
    value === null ? value : { ...value, text: value.text.replace(bare, "") }
  if (fact.value?.kind !== "text") return fact
  const positions = fact.positions.map(position => ({ ...position, value: shorten(position.value) }))
  return { ...fact, value: shorten(fact.value), positions }
}

const kindOrder: readonly Lineage["kind"][] = ["copies", "rewrites", "updates", "cites"]

/** Which report rests on which. */
export function lineageSection(
  caseFile: CaseFile,
  marks: Marks,
  number: (reportId: string) => number,
  extent?: Extent,
): Section {
  const label = (reportId: string) => `r${number(reportId)}`
  const numbered = numberedReports(caseFile, label)
  const linksOf = Map.groupBy(caseFile.lineage, link => link.from)
  const links = caseFile.lineage
    .filter(link => !isToldAgain(link, linksOf.get(link.from)!))
    .sort(
      (a, b) =>
        number(a.from) - number(b.from) ||
        kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
        (a.id < b.id ? -1 : 1),
    )
  const lineOf = ([link, ...others]: readonly [Lineage, ...Lineage[]]): Line => {
    const to = link.to === null ? (link.source ?? "a source outside the case") : label(link.to)
    const evidence = [...link.evidence, ...link.passages.flatMap(passage => [passage.from, passage.to])]
    const why = datesInWords(numbered(link.why)).replace(`it names ${to}, which is `, "")
    return {
      ...line(
        0,
        label(link.from),
        `${link.kind} ${to}: ${why} `,
        marks.of(evidence, 4),
        others.length === 0
          ? ""
          : `, and so ${others.length === 1 ? "does" : `do ${others.length} others:`} ${inRanges([...others.map(other => number(other.from))])}`,
      ),
      id: link.id,
    }
  }
  return sectionOf({ key: "lineage", heading: "WHO RESTS ON WHOM" }, foldAlike(links), same => [lineOf(same)], extent)
}

/** Exact copies of one report that are told in the same words stand in one line, however many they are. */
function foldAlike(links: readonly Lineage[]): [Lineage, ...Lineage[]][] {
  const keyOf = (link: Lineage): string =>
    link.kind === "copies" && link.strength === 1 && link.evidence.length === 0 ? `${link.to} ${link.why}` : link.id
  return [...Map.groupBy(links, keyOf).values()].map(([first, ...others]) => [first!, ...others])
}

/** Whether a citation is told with the copying that it led to: all its words stand there. `all`: at least the links of its report. */
export function isToldAgain(link: Lineage, all: readonly Lineage[]): boolean {
  if (link.kind !== "cites" || link.to !== null) return false
  const copied = all
    .filter(other => other.from === link.from && other.kind !== "cites")
    .flatMap(({ evidence }) => evidence.map(({ start, end }) => `${start}:${end}`))
  return link.evidence.every(({ start, end }) => copied.includes(`${start}:${end}`))
}

/** Puts the number of a report in the place of its name with its day, "Gazette (2031-05-03)", where just one report has both. */
function numberedReports(caseFile: CaseFile, label: (reportId: string) => string): (text: string) => string {
  const named = caseFile.reports.flatMap(({ id, publisher, file, published }) =>
    [publisher, file].flatMap(name =>
      name === undefined ? [] : [{ id, words: `${name} (${published?.edtf.slice(0, 10) ?? "no date"})` }],
    ),
  )
  const single = [...Map.groupBy(named, ({ words }) => words).values()].flatMap(same => (same.length === 1 ? same : []))
  // By what stands in brackets: a large case has thousands of names, and a reason one or two days.
  const byDay = Map.groupBy(single, ({ words }) => words.slice(words.lastIndexOf("(")))
  return text =>
    [...new Set(text.match(/\([^()]*\)/g))]
      .flatMap(day => byDay.get(day) ?? [])
      .reduce((said, { id, words }) => said.replaceAll(words, label(id)), text)
}

/** The reports in the order of the brief's numbers. */
export function reportSection(caseFile: CaseFile, number: (reportId: string) => number, extent?: Extent): Section {
  const reports = [...caseFile.reports].sort((a, b) => number(a.id) - number(b.id))
  const lineOf = (report: FlatReport) => ({
    ...line(0, `r${number(report.id)}`, reportWords(report)),
    id: report.id,
  })
  return sectionOf({ key: "reports", heading: "REPORTS" }, reports, report => [lineOf(report)], extent)
}

/** "Title - publisher, 24 March 2024 (001.txt)". */
export function reportWords(report: FlatReport): string {
  const between = report.publishedBetween
  const published = report.published
    ? edtfInWords(report.published.edtf)
    : between
      ? `no date (${edtfInWords(between.edtf)}, for ${datesInWords(between.why)})`
      : "no date"
  const publisher = report.publisher ?? "publisher unknown"
  return `${report.title || untitled(report)} - ${publisher}, ${published}${report.file === undefined ? "" : ` (${report.file})`}${report.grade ? `; ${gradeInWords(report.grade)}` : ""}`
}

/** A report without a title is known by how it begins. */
export function untitled({ text, blocks }: FlatReport): string {
  const first = blocks.find(({ label }) => label === "paragraph")
  return first ? `no title, begins ${quoted(shortened(text.slice(first.start, first.end), 60))}` : "no title"
}

/** What the case cannot show. */
export function blindSpotSection(caseFile: CaseFile): Section {
  return {
    key: "blind-spots",
    heading: "NOT TO BE SEEN",
    lines: caseFile.case.blindSpots.map(spot => line(0, "", datesInWords(spot.text))),
  }
}

/** What was left out and repaired, report by report. */
export function cleaningSection(caseFile: CaseFile, number: (reportId: string) => number, extent?: Extent): Section {
  const cleaned = [...caseFile.reports]
    .filter(({ removed, repairs }) => 0 < removed.length + repairs.length)
    .sort((a, b) => number(a.id) - number(b.id))
  const lineOf = (report: FlatReport) => line(0, `r${number(report.id)}`, cleaningWords(report))
  return sectionOf({ key: "cleaned", heading: "CLEANED" }, cleaned, report => [lineOf(report)], extent)
}

/** What was odd in the input; the same thing in several reports is one line. */
export function problemSection(caseFile: CaseFile, label: (reportId: string) => string): Section {
  const said = Map.groupBy(caseFile.problems, ({ code, message }) => `${code}: ${message}`)
  const lines = [...said].map(([words, problems]) => {
    const where = problems.map(problem => (problem.reportId ? label(problem.reportId) : (problem.file ?? "")))
    return line(0, [...new Set(where)].join(", "), words)
  })
  return { key: "problems", heading: "PROBLEMS IN THE INPUT", lines }
}

/** "5 reports, 3-4 origins (3 shown to be independent, 4 at most), 24 March 2024 to 1 April 2024". */
export function summaryOf(caseFile: CaseFile): string {
  const { low, high } = caseFile.case.origins
  const shown = low === high ? "" : ` (${low} shown to be independent, ${high} at most)`
  return `${counted(caseFile.reports.length, "report")}, ${originsInWords(caseFile.case.origins)}${shown}, ${daysOf(caseFile)}`
}

/** Days on which the reports came out: "24 March 2024 to 1 April 2024". */
export function daysOf({ reports }: CaseFile): string {
  const days = reports
    .map(report => report.published?.edtf.slice(0, 10) ?? "")
    .filter(day => day !== "")
    .sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined) return "no report has a date"
  return first === last ? edtfInWords(first) : `${edtfInWords(first)} to ${edtfInWords(last!)}`
}
