import { featuresOf, type LinearModel, SCALE } from "../../core/linear-model.ts"
import type { EventMention } from "../../core/reading.ts"
import type { Context } from "../events/context.ts"
import type { Candidate, Wording } from "./candidate.ts"
import { candidateFeatures, type Relevance } from "./candidate-features.ts"
import { candidatesOf } from "./candidates.ts"
import { reportFeatures, sentenceFeatures } from "./relevance-features.ts"
import { type Calibration, ROLES, type Role } from "./roles.ts"
import { openScene, type Scene } from "./scene.ts"
import { wordingFeatures } from "./wording-features.ts"

/** The scorers, as models/extract/fillers/train.ts makes them. */
export interface FillerModel {
  readonly report: LinearModel
  readonly sentence: LinearModel
  readonly wording: LinearModel
  readonly roles: Readonly<Record<Role, LinearModel>>
  readonly calibration: Readonly<Record<Role, Calibration>>
}

/** Who or what likely fills a role of the attacks that the report is about. */
export interface Filler {
  readonly role: Role
  readonly candidate: Candidate
  /** The words to show, plain, and where they stand. */
  readonly words: string
  readonly wording: Wording
  readonly chance: number
}

const UNREAL: readonly string[] = ["hypothetical", "negated", "planned"]

/** Whether an event is an attack that somebody may have been in. */
export function isTold({ type, status }: EventMention): boolean {
  return type === "attack" && !UNREAL.includes(status)
}

/** The candidates of each role that are worth showing, the likeliest first; none where no attack is told. */
export function findFillers(context: Context, events: readonly EventMention[], model: FillerModel): Filler[] {
  if (!events.some(isTold)) return []
  const candidates = candidatesOf(context)
  if (candidates.length === 0) return []
  const scene = openScene(context, events)
  const relevance = relevanceOf(scene, model)
  const { size } = model.roles[ROLES[0]]
  const features = candidates.map(candidate => featuresOf(candidateFeatures(scene, candidate, relevance), size))
  return ROLES.flatMap(role => {
    const scores = features.map(list => model.roles[role].score(list))
    const calibration = model.calibration[role]
    return rankCandidates(scene, candidates, scores, role, model.wording, leastScore(calibration))
      .map(ranked => {
        const { candidate, words } = ranked
        const chance = chanceOf(ranked, calibration)
        return { role, candidate, words, wording: candidate.wordings.get(words)![0]!, chance }
      })
      .filter(({ chance }) => calibration.shown <= chance)
  })
}

/** The score below which no wording makes a candidate worth showing: most are below it, and their wordings need not be looked at. */
function leastScore({ bias, candidate, wording, before, shown }: Calibration): number {
  const most = bias + Math.max(0, wording) * BEST_WORDING + Math.max(0, before) * Math.log(1 + MOST)
  return (Math.log(shown / (1 - shown)) - most) / candidate
}

/** Scores of the report and its sentences. */
export function relevanceOf(scene: Scene, model: Pick<FillerModel, "report" | "sentence">): Relevance {
  return {
    report: model.report.score(featuresOf(reportFeatures(scene), model.report.size)) / SCALE,
    sentences: scene.context.analysis.sentences.map(
      sentence => model.sentence.score(featuresOf(sentenceFeatures(scene, sentence), model.sentence.size)) / SCALE,
    ),
  }
}

/** Scores of a candidate and of its wording in log-odds, and how many of the report are likelier. */
export interface Scores {
  readonly score: number
  readonly wordingScore: number
  readonly before: number
}

/** A candidate in its best wording. */
export interface Ranked extends Scores {
  readonly candidate: Candidate
  readonly words: string
}

// Candidates below it, most of all, teach nothing of chances: three in a hundred are right at best. In log-odds.
const HOPELESS = -3.5
// No wording scores higher, in log-odds: 20 features of one unit each.
const BEST_WORDING = 20
// No report of MUC-4 has more entities of a role.
const MOST = 25

/** The candidates of a role in order of their scores, each in its best wording; of those worded alike the first. */
export function rankCandidates(
  scene: Scene,
  candidates: readonly Candidate[],
  scores: readonly number[],
  role: Role,
  wordings: LinearModel,
  least = HOPELESS,
): Ranked[] {
  const order = candidates
    .map((candidate, index) => ({ candidate, score: scores[index]!, index }))
    .filter(({ score }) => least * SCALE < score)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MOST)
  const found: Ranked[] = []
  for (const { candidate, score } of order) {
    const best = bestWording(scene, candidate, role, wordings)
    if (!found.some(({ words }) => words === best.words))
      found.push({
        candidate,
        words: best.words,
        score: score / SCALE,
        wordingScore: best.score / SCALE,
        before: found.length,
      })
  }
  return found
}

// Just below what `isProposal` in core/reading.ts trusts.
const UNSURE = 0.79

/** Chance that a candidate is right in these words and the first of what it names. */
export function chanceOf({ score, wordingScore, before }: Scores, calibration: Calibration): number {
  const { bias, candidate, wording, before: ranks, sure } = calibration
  const logOdds = bias + candidate * score + wording * wordingScore + ranks * Math.log(1 + before)
  const chance = 1 / (1 + Math.exp(-logOdds))
  return sure <= chance ? chance : Math.min(chance, UNSURE)
}

/** The wording with the highest score; of equal ones the first. */
function bestWording(
  scene: Scene,
  candidate: Candidate,
  role: Role,
  model: LinearModel,
): { readonly words: string; readonly score: number } {
  let best: { words: string; score: number } | undefined
  for (const words of candidate.wordings.keys()) {
    const score = model.score(featuresOf(wordingFeatures(scene, candidate, words, role), model.size))
    if (best === undefined || best.score < score) best = { words, score }
  }
  if (!best) throw new Error("a candidate without words")
  return best
}
