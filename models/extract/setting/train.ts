/**
 * Trains the scorers of days and towns and writes src/extract/setting/when-weights.ts and where-weights.ts:
 * node models/extract/setting/train.ts --data FOLDER [--held-out REST]
 * FOLDER holds gva-articlefacts/train, gva-incidents/articles.train.jsonl and muc4/raw/dev. With --held-out nothing is written: of five parts
 * of the incidents the one with number REST is left out of the training and measured.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { analysisOf } from "../../../measure/extract/events-of.ts"
import { isSameTown } from "../../../measure/extract/same-town.ts"
import { articleFacts } from "../../../measure/read/article-facts.ts"
import { incidentReports } from "../../../measure/read/incident-reports.ts"
import { incidentTemplates } from "../../../measure/read/incident-templates.ts"
import { featuresOf, type LinearModel, linearModel } from "../../../src/core/linear-model.ts"
import type { Place } from "../../../src/core/value.ts"
import { findEvents } from "../../../src/extract/events/find-events.ts"
import { dayCandidates, townCandidates } from "../../../src/extract/setting/candidates.ts"
import { featuresOfDays, featuresOfTowns } from "../../../src/extract/setting/features.ts"
import { sceneOf } from "../../../src/extract/setting/scene.ts"
import { politicalViolence } from "../../../src/packs/political-violence/pack.ts"
import { readEnglish } from "../../../src/read-english.ts"
import { type Example, fit, randomNumbers, weightsModule } from "../../train/fit.ts"

const SIZE = 32_768
const PARTS = 5

/** A report with what is right of it. */
interface Case {
  readonly corpus: string
  /** Reports of one incident are never on both sides. */
  readonly group: string
  readonly text: string
  readonly published: string
  /** Whether a day is that of its incident; absent where the record has none. */
  readonly isDay?: (day: string) => boolean
  /** The same of a place; absent where the record names no town. */
  readonly isTown?: (place: Place) => boolean
}

/** The candidates of one report, right and wrong. */
interface Question {
  readonly corpus: string
  readonly part: number
  readonly candidates: readonly Example[]
}

const { values: options } = parseArgs({ options: { data: { type: "string" }, "held-out": { type: "string" } } })
if (!options.data) throw new Error("say where the corpora are: --data FOLDER")
const rest = options["held-out"] === undefined ? undefined : Number(options["held-out"])
const english = readEnglish()
const run = { english, wrong() {}, note() {} }
const questions: { readonly when: Question[]; readonly where: Question[] } = { when: [], where: [] }
casesIn(options.data).forEach((one, index) => {
  ask(one)
  // Some reports come without a day of publication, and then most days of theirs are unknown.
  if (index % 3 === 0 && one.corpus.startsWith("gva")) ask({ ...one, corpus: `${one.corpus} undated`, published: "" })
})
for (const slot of ["when", "where"] as const) {
  const examples = questions[slot].filter(({ part }) => part !== rest).flatMap(({ candidates }) => candidates)
  const weights = fit(examples, { size: SIZE, rounds: 8, rate: 0.05 }, randomNumbers(17))
  console.log(`${slot}: ${examples.length} candidates, ${examples.filter(({ yes }) => yes).length} of them right`)
  if (rest === undefined) {
    const written = weightsModule(weights, "models/extract/setting/train.ts", "models/extract/setting/README.md")
    writeFileSync(join(import.meta.dirname, `../../../src/extract/setting/${slot}-weights.ts`), written)
  } else
    for (const [corpus, list] of Map.groupBy(
      questions[slot].filter(({ part }) => part === rest),
      ({ corpus }) => corpus,
    ))
      console.log(corpus, score(list, linearModel(weights)))
}

function casesIn(folder: string): Case[] {
  const facts = articleFacts.read(source(join(folder, "gva-articlefacts/train/X_train.json")))
  const reports = incidentReports.read(source(join(folder, "gva-incidents/articles.train.jsonl")))
  const wires = readdirSync(join(folder, "muc4/raw/dev"))
    .filter(name => name.startsWith("dev-muc3-"))
    .sort()
    .flatMap(name => incidentTemplates.read(source(join(folder, "muc4/raw/dev", name))))
    .filter(({ incidents }) => 0 < incidents.length)
  return [
    ...facts.map(({ text, published, date }, index) => ({
      corpus: "gva-articlefacts",
      group: `${index}`,
      text,
      published,
      isDay: (day: string) => day === date,
    })),
    ...reports.map(({ title, text, published, incident }) => ({
      corpus: "gva-incidents",
      group: incident.incident_id,
      text: `${title}\n\n${text}`,
      published,
      isDay: (day: string) => day === incident.date,
      isTown: (place: Place) => isSameTown(place, incident.city_or_county),
    })),
    // A report of several incidents is right with any of them.
    ...wires.map(({ id, text, published, incidents }) => ({
      corpus: "muc4 dev",
      group: id,
      text,
      published,
      ...(incidents.some(({ day }) => day !== undefined) && {
        isDay: (day: string) => incidents.some(incident => incident.day === day),
      }),
      isTown: (place: Place) => incidents.some(({ towns }) => towns.some(town => isSameTown(place, town))),
    })),
  ]
}

function source(path: string) {
  const beside = (...others: readonly string[]) => {
    const found = others.map(other => join(dirname(path), other)).find(existsSync)
    if (found === undefined) throw new Error(`no ${others.join(" or ")} beside ${path}`)
    return readFileSync(found, "utf8")
  }
  return { path, text: readFileSync(path, "utf8"), beside }
}

function ask({ corpus, group, text, published, isDay, isTown }: Case): void {
  const analysis = analysisOf(text, published, run)
  const scene = sceneOf(analysis, findEvents(analysis, politicalViolence).value)
  const part = partOf(group)
  if (isDay) {
    const days = dayCandidates(analysis)
    const features = featuresOfDays(scene, days)
    const candidates = days.map(({ key }, index) => ({ features: featuresOf(features[index]!, SIZE), yes: isDay(key) }))
    questions.when.push({ corpus, part, candidates })
  }
  if (isTown) {
    const towns = townCandidates(analysis)
    const features = featuresOfTowns(scene, towns)
    const candidates = towns.map(({ namings }, index) => ({
      features: featuresOf(features[index]!, SIZE),
      yes: namings.some(({ value }) => isTown(value)),
    }))
    questions.where.push({ corpus, part, candidates })
  }
}

/** From 0 to 4, the same for all reports of a group. */
function partOf(group: string): number {
  let sum = 7
  for (const character of group) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003
  return sum % PARTS
}

/** How often the best candidate is right, in percent: of all, and of those with a chance of 0.8 and more. */
function score(list: readonly Question[], model: LinearModel): Record<string, number> {
  const best = list.map(({ candidates }) =>
    candidates
      .map(({ features, yes }) => ({ yes, score: model.score(features) }))
      .reduce((a, b) => (a.score < b.score ? b : a), { yes: false, score: Number.NEGATIVE_INFINITY }),
  )
  const sure = best.filter(({ score }) => 0.8 <= model.chance(score))
  const percent = (count: number, of: number) => Math.round((1000 * count) / of) / 10
  return {
    reports: list.length,
    right: percent(best.filter(({ yes }) => yes).length, list.length),
    sure: percent(sure.length, list.length),
    rightWhereSure: percent(sure.filter(({ yes }) => yes).length, sure.length),
  }
}
