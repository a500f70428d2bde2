import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { CaseFile, Incident } from "../src/core/casefile.ts"
import { daysOf } from "../src/core/edtf.ts"
import type { Reading } from "../src/core/reading.ts"
import { makeEngine } from "../src/make-engine.ts"

// Reports into incidents, and the facts of each incident, on reports grouped by people (gva-incidents). One case of all reports.

interface Article {
  readonly id: string
  readonly incident_id: string
  readonly title: string
  readonly dct: string
  readonly text: string
  readonly quality: string
}
interface Record {
  readonly incident_id: string
  readonly date: string
  readonly state: string
  readonly city_or_county: string
  readonly num_killed: number
  readonly num_injured: number
}

const { values } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, limit: { type: "string" }, part: { type: "string" } },
})
const folder = join(values.data ?? ".", "gva-incidents")
const part = values.part ?? "dev"
if (!existsSync(join(folder, `articles.${part}.jsonl`))) {
  console.error(
    `no articles.${part}.jsonl in ${folder}; expected --data FOLDER with gva-incidents/articles.${part}.jsonl`,
  )
  process.exit(66)
}
const lines = <T>(file: string): T[] =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line) as T)
const articles = lines<Article>(`articles.${part}.jsonl`)
  .filter(({ quality }) => quality === "good")
  .slice(0, Number(values.limit ?? Number.POSITIVE_INFINITY))
const records = new Map(lines<Record>(`incidents.${part}.jsonl`).map(record => [record.incident_id, record]))

const engine = makeEngine()
const started = performance.now()
const readings: Reading[] = []
const gold = new Map<string, string>()
for (const article of articles) {
  const bytes = new TextEncoder().encode(`${article.title}\n\n${article.text}`)
  const reading = engine.read({ bytes, file: `${article.id}.txt`, stated: { published: article.dct } })
  readings.push(reading)
  gold.set(reading.report.id, article.incident_id)
}
const read = performance.now()
const caseFile = engine.build(readings, { name: "gva" })
const built = performance.now()

/** The incident a report is about: told first in it, and not as background. */
function mainIncidents(of: CaseFile): Map<string, Incident> {
  const best = new Map<string, { incident: Incident; rank: number }>()
  for (const incident of of.incidents)
    for (const mention of incident.mentions) {
      const rank = mention.evidence.start + (mention.background ? 1e6 : 0)
      const held = best.get(mention.reportId)
      if (!held || rank < held.rank) best.set(mention.reportId, { incident, rank })
    }
  return new Map([...best].map(([report, { incident }]) => [report, incident]))
}

const main = mainIncidents(caseFile)
const found = new Map([...gold.keys()].map(report => [report, main.get(report)?.id ?? `alone ${report}`]))

function groups(of: ReadonlyMap<string, string>): Map<string, string[]> {
  return Map.groupBy([...of.keys()], report => of.get(report)!)
}

/** B-cubed precision, recall and F1 of a grouping against another (Bagga and Baldwin 1998). */
function bCubed(guess: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string>) {
  const guessed = groups(guess)
  const true_ = groups(truth)
  let precision = 0
  let recall = 0
  for (const report of truth.keys()) {
    const mine = guessed.get(guess.get(report)!)!
    const theirs = new Set(true_.get(truth.get(report)!)!)
    const shared = mine.filter(other => theirs.has(other)).length
    precision += shared / mine.length / truth.size
    recall += shared / theirs.size / truth.size
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Pairs of reports put together, against pairs that belong together. */
function pairwise(guess: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string>) {
  const pairs = (of: ReadonlyMap<string, string>) =>
    new Set(
      [...groups(of).values()].flatMap(group =>
        group.flatMap((a, index) => group.slice(index + 1).map(b => [a, b].sort().join())),
      ),
    )
  const guessed = pairs(guess)
  const right = pairs(truth)
  const shared = [...guessed].filter(pair => right.has(pair)).length
  const precision = shared / Math.max(1, guessed.size)
  const recall = shared / Math.max(1, right.size)
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

/** Facts of an incident as one value each, for comparison with the record: undefined when the case does not know. */
function factsOf(incident: Incident | undefined) {
  const value = (slot: string) => incident?.facts.find(fact => fact.slot === slot)?.value
  const day = daysOf(incident?.when?.edtf ?? "")
  const count = (slot: string) => {
    const held = value(slot)
    return held?.kind === "count" ? held.low : 0
  }
  const where = value("where")
  return {
    date: day && day.first === day.last ? day.first : undefined,
    city: where?.kind === "place" ? [where.name, ...(where.within ?? [])].map(name => name.toLowerCase()) : [],
    killed: count("killed"),
    injured: count("wounded"),
  }
}

const fields = ["date", "city", "killed", "injured"] as const
type Right = { [field in (typeof fields)[number]]: boolean }
function compare(incident: Incident | undefined, record: Record): Right {
  const facts = factsOf(incident)
  return {
    date: facts.date !== undefined && facts.date === daysOf(record.date)?.first,
    city: facts.city.includes(record.city_or_county.toLowerCase()),
    killed: facts.killed === record.num_killed,
    injured: facts.injured === record.num_injured,
  }
}

/** Facts of each incident of two and more reports: from the case, and from its latest report alone. */
function factScores() {
  const byIncident = [...groups(gold)].filter(([, reports]) => 2 <= reports.length)
  const totals = {
    case: { date: 0, city: 0, killed: 0, injured: 0 },
    latest: { date: 0, city: 0, killed: 0, injured: 0 },
  }
  const readingOf = new Map(readings.map(reading => [reading.report.id, reading]))
  for (const [id, reports] of byIncident) {
    const record = records.get(id)!
    const votes = Map.groupBy(reports, report => found.get(report)!)
    const [largest] = [...votes.values()].sort((a, b) => b.length - a.length)
    const newest = [...reports]
      .sort((a, b) =>
        readingOf.get(a)!.report.published!.time.edtf < readingOf.get(b)!.report.published!.time.edtf ? -1 : 1,
      )
      .at(-1)!
    const alone = mainIncidents(engine.build([readingOf.get(newest)!], { name: "one" })).get(newest)
    const right = { case: compare(main.get(largest![0]!), record), latest: compare(alone, record) }
    for (const field of fields)
      for (const way of ["case", "latest"] as const) if (right[way][field]) totals[way][field]++
  }
  const share = (of: number) => of / byIncident.length
  return {
    incidents: byIncident.length,
    case: Object.fromEntries(fields.map(field => [field, share(totals.case[field])])),
    latestReport: Object.fromEntries(fields.map(field => [field, share(totals.latest[field])])),
  }
}

const figures = {
  reports: articles.length,
  incidentsInRecords: groups(gold).size,
  incidentsFound: groups(found).size,
  withoutIncident: [...gold.keys()].filter(report => !main.has(report)).length,
  bCubed: bCubed(found, gold),
  pairwise: pairwise(found, gold),
  facts: factScores(),
  reportsPerSecond: articles.length / ((read - started) / 1000),
  buildSeconds: (built - read) / 1000,
  memoryMb: Math.round(process.memoryUsage().rss / 1e6),
}
if (values.json) console.log(JSON.stringify(figures, null, 2))
else {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.table({
    "B-cubed": Object.fromEntries(Object.entries(figures.bCubed).map(([key, value]) => [key, percent(value)])),
    pairwise: Object.fromEntries(Object.entries(figures.pairwise).map(([key, value]) => [key, percent(value)])),
  })
  console.table({
    "whole case": Object.fromEntries(
      Object.entries(figures.facts.case).map(([key, value]) => [key, percent(value as number)]),
    ),
    "latest report": Object.fromEntries(
      Object.entries(figures.facts.latestReport).map(([key, value]) => [key, percent(value as number)]),
    ),
  })
  console.log(
    `${figures.reports} reports, ${figures.incidentsInRecords} incidents in the records, ${figures.incidentsFound} found, ${figures.withoutIncident} reports without one; ` +
      `${figures.reportsPerSecond.toFixed(1)} reports read a second, case built in ${figures.buildSeconds.toFixed(1)} s, ${figures.memoryMb} MB`,
  )
}
