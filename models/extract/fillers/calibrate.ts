import { chanceOf, type Ranked, type Scores } from "../../../src/extract/fillers/find-fillers.ts"
import type { Calibration } from "../../../src/extract/fillers/roles.ts"

/** A candidate as models scored it that had not seen its report, and whether it is right and the first of its entity. */
interface Answer extends Scores {
  readonly right: boolean
}

/** The answers of one report, and how many entities it has in the role. */
export interface Judged {
  readonly answers: readonly Answer[]
  readonly entities: number
}

/** All answers of a role, and how they become chances. */
interface RoleJudged {
  readonly role: string
  readonly judged: readonly Judged[]
  readonly calibration: Calibration
}

/** Goes down a ranking, the likeliest first; each entity is found once. */
export function judge(ranking: readonly Ranked[], gold: readonly ReadonlySet<string>[]): Judged {
  const free = new Set(gold)
  const answers = ranking.map(({ words, score, wordingScore, before }): Answer => {
    const entity = [...free].find(each => each.has(words))
    if (entity) free.delete(entity)
    return { score, wordingScore, before, right: entity !== undefined }
  })
  return { answers, entities: gold.length }
}

/** The chance as a function of the scores, by logistic regression (Platt 1999), the chance from which four in five are right; all are shown. */
export function calibrate(reports: readonly Judged[]): Calibration {
  const rows = reports.flatMap(({ answers }) => answers)
  const inputs = rows.map(({ score, wordingScore, before }) => [1, score, wordingScore, Math.log(1 + before)] as const)
  const sizes = [0, 1, 2, 3].map(
    at => Math.sqrt(inputs.reduce((sum, row) => sum + row[at]! ** 2, 0) / rows.length) || 1,
  )
  const weights = [0, 0, 0, 0]
  // Four inputs of like size: plain descent settles well before these steps are over.
  for (let step = 0; step < 3000; step++) {
    const slopes = [0, 0, 0, 0]
    inputs.forEach((row, index) => {
      let sum = 0
      for (let at = 0; at < 4; at++) sum += (weights[at]! * row[at]!) / sizes[at]!
      const miss = 1 / (1 + Math.exp(-sum)) - (rows[index]!.right ? 1 : 0)
      for (let at = 0; at < 4; at++) slopes[at]! += (miss * row[at]!) / sizes[at]!
    })
    for (let at = 0; at < 4; at++) weights[at]! -= (2 * slopes[at]!) / rows.length
  }
  const [bias, candidate, wording, before] = weights.map((weight, at) => round(weight / sizes[at]!)) as [
    number,
    number,
    number,
    number,
  ]
  const chances = { bias, candidate, wording, before, shown: 0, sure: 0 }
  let sure = 80
  for (; sure < 100; sure++) {
    const { found, right } = ratesAt(reports, chances, sure / 100)
    if (0.8 * found <= right) break
  }
  const enough = FEW <= ratesAt(reports, chances, sure / 100).found
  return { ...chances, sure: enough ? sure / 100 : 1 }
}

// Fewer cases say nothing of how sure they are.
const FEW = 10

/** The chance from which the F1 of all roles together is best: with chances that hold, one for all is as good as one for each. */
export function bestShown(roles: readonly Omit<RoleJudged, "role">[]): number {
  let best = { shown: 0, f1: -1 }
  for (let percent = 10; percent <= 60; percent++) {
    const rates = roles.map(({ judged, calibration }) => ratesAt(judged, calibration, percent / 100))
    const sum = (key: "entities" | "found" | "right") => rates.reduce((total, each) => total + each[key], 0)
    const f1 = (2 * sum("right")) / (sum("entities") + sum("found"))
    if (best.f1 < f1) best = { shown: percent / 100, f1 }
  }
  return best.shown
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function ratesAt(reports: readonly Judged[], calibration: Calibration, least: number) {
  let [entities, found, right] = [0, 0, 0]
  for (const judged of reports) {
    entities += judged.entities
    for (const one of judged.answers)
      if (least <= chanceOf(one, calibration)) {
        found++
        if (one.right) right++
      }
  }
  return { entities, found, right }
}

/** A line for each role and one for all: what the reports left out in turn show at the threshold, and how often a chance of 0.8 is right. */
export function scoreAt(roles: readonly RoleJudged[]): string[] {
  const all = { entities: 0, found: 0, right: 0 }
  const lines = roles.map(({ role, judged, calibration }) => {
    const rates = ratesAt(judged, calibration, calibration.shown)
    for (const key of ["entities", "found", "right"] as const) all[key] += rates[key]
    const sure = ratesAt(judged, calibration, 0.8)
    return `${lineOf(role, rates)}, shown from ${calibration.shown}; from 0.8 on ${sure.right} of ${sure.found} right`
  })
  return [...lines, lineOf("all", all)]
}

function lineOf(name: string, { entities, found, right }: { entities: number; found: number; right: number }): string {
  const percent = (share: number) => (100 * share).toFixed(1)
  return `${name}: F1 ${percent((2 * right) / (entities + found))}, precision ${percent(right / found)}, recall ${percent(right / entities)}`
}
