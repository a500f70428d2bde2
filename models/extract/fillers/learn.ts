import { featuresOf, type LinearModel, linearModel } from "../../../src/core/linear-model.ts"
import type { EventMention } from "../../../src/core/reading.ts"
import type { Analysis } from "../../../src/english/analysis.ts"
import { openContext } from "../../../src/extract/events/context.ts"
import type { Candidate } from "../../../src/extract/fillers/candidate.ts"
import { candidateFeatures } from "../../../src/extract/fillers/candidate-features.ts"
import { candidatesOf } from "../../../src/extract/fillers/candidates.ts"
import { rankCandidates, relevanceOf } from "../../../src/extract/fillers/find-fillers.ts"
import { reportFeatures, sentenceFeatures } from "../../../src/extract/fillers/relevance-features.ts"
import { type Calibration, ROLES, type Role } from "../../../src/extract/fillers/roles.ts"
import { openScene, type Scene } from "../../../src/extract/fillers/scene.ts"
import { wordingFeatures } from "../../../src/extract/fillers/wording-features.ts"
import { politicalViolence } from "../../../src/packs/political-violence/pack.ts"
import { type Example, fit, randomNumbers } from "../../train/fit.ts"
import { bestShown, calibrate, type Judged, judge, scoreAt } from "./calibrate.ts"

/** A report with its answers: by role the entities, each as the plain words of its mentions. */
export interface Lesson {
  readonly analysis: Analysis
  readonly events: readonly EventMention[]
  readonly gold: Readonly<Record<Role, readonly ReadonlySet<string>[]>>
}

export const SIZES = { report: 1 << 13, sentence: 1 << 14, wording: 1 << 13, roles: 1 << 15 } as const
const FOLDS = 5
// Found by cross-validation over the training reports, 2026-11.
const RELEVANCE = { rounds: 5, rate: 0.05, decay: 0.001 }
const CANDIDATES = { rounds: 6, rate: 0.025, least: 0.003 }
const WORDINGS = { rounds: 8, rate: 0.05, decay: 0.001 }

/** A lesson with its features. */
interface Page {
  readonly scene: Scene
  readonly gold: Lesson["gold"]
  readonly candidates: readonly Candidate[]
  readonly report: Example
  readonly sentences: readonly Example[]
  features: readonly (readonly number[])[]
}

export interface Learnt {
  readonly report: Int8Array<ArrayBuffer>
  readonly sentence: Int8Array<ArrayBuffer>
  readonly wording: Int8Array<ArrayBuffer>
  readonly roles: Readonly<Record<Role, Int8Array<ArrayBuffer>>>
  readonly calibration: Readonly<Record<Role, Calibration>>
  /** What the reports show that were left out in turn. */
  readonly lines: readonly string[]
}

/**
 * Learns all scorers. Every report is read by models that have not seen it, in five parts, so that the relevance of a report is no riper
 * in training than in use and the chances are those of new reports.
 */
export function learn(lessons: readonly Lesson[]): Learnt {
  const pages = lessons.map(pageOf)
  const relevance = (learners: readonly Page[]) => ({
    report: fit(
      learners.map(({ report }) => report),
      { size: SIZES.report, ...RELEVANCE },
      randomNumbers(17),
    ),
    sentence: fit(
      learners.flatMap(({ sentences }) => sentences),
      { size: SIZES.sentence, ...RELEVANCE },
      randomNumbers(17),
    ),
  })
  inTurn(pages, (learners, others) => {
    const weights = relevance(learners)
    const model = { report: linearModel(weights.report), sentence: linearModel(weights.sentence) }
    for (const page of others) {
      const found = relevanceOf(page.scene, model)
      page.features = page.candidates.map(each => featuresOf(candidateFeatures(page.scene, each, found), SIZES.roles))
    }
  })
  const judged = Object.fromEntries(ROLES.map(role => [role, [] as Judged[]])) as unknown as Record<Role, Judged[]>
  inTurn(pages, (learners, others) => {
    const wording = linearModel(learnWordings(learners))
    for (const role of ROLES) {
      const model = linearModel(learnRole(learners, role))
      for (const page of others) judged[role].push(judgeOn(page, role, model, wording))
    }
  })
  const all = ROLES.map(role => ({ role, judged: judged[role], calibration: calibrate(judged[role]) }))
  const shown = bestShown(all)
  const calibrated = all.map(each => ({ ...each, calibration: { ...each.calibration, shown } }))
  return {
    ...relevance(pages),
    wording: learnWordings(pages),
    roles: Object.fromEntries(ROLES.map(role => [role, learnRole(pages, role)])) as Learnt["roles"],
    calibration: Object.fromEntries(
      calibrated.map(({ role, calibration }) => [role, calibration]),
    ) as Learnt["calibration"],
    lines: scoreAt(calibrated),
  }
}

/** Each fifth of the pages once as the others. */
function inTurn(pages: readonly Page[], step: (learners: readonly Page[], others: readonly Page[]) => void): void {
  for (let fold = 0; fold < FOLDS; fold++)
    step(
      pages.filter((_, index) => index % FOLDS !== fold),
      pages.filter((_, index) => index % FOLDS === fold),
    )
}

function pageOf({ analysis, events, gold }: Lesson): Page {
  const context = openContext(analysis, politicalViolence)
  const scene = openScene(context, events)
  const candidates = candidatesOf(context)
  const telling = new Set(
    candidates
      .filter(each => ROLES.some(role => isRight(gold[role], each)))
      .flatMap(({ occurrences }) => occurrences.map(({ head }) => head.sentence)),
  )
  return {
    scene,
    gold,
    candidates,
    report: {
      features: featuresOf(reportFeatures(scene), SIZES.report),
      yes: ROLES.some(role => 0 < gold[role].length),
    },
    sentences: analysis.sentences.map(sentence => ({
      features: featuresOf(sentenceFeatures(scene, sentence), SIZES.sentence),
      yes: telling.has(sentence.index),
    })),
    features: [],
  }
}

function isRight(gold: readonly ReadonlySet<string>[], { wordings }: Candidate): boolean {
  return gold.some(entity => [...wordings.keys()].some(words => entity.has(words)))
}

function learnRole(pages: readonly Page[], role: Role): Int8Array<ArrayBuffer> {
  const examples = pages.flatMap(({ candidates, features, gold }) =>
    candidates.map((candidate, index) => ({ features: features[index]!, yes: isRight(gold[role], candidate) })),
  )
  return fit(examples, { size: SIZES.roles, ...CANDIDATES }, randomNumbers(17))
}

function learnWordings(pages: readonly Page[]): Int8Array<ArrayBuffer> {
  const examples: Example[] = []
  for (const { scene, candidates, gold } of pages)
    for (const role of ROLES)
      for (const candidate of candidates)
        if (isRight(gold[role], candidate))
          for (const words of candidate.wordings.keys())
            examples.push({
              features: featuresOf(wordingFeatures(scene, candidate, words, role), SIZES.wording),
              yes: gold[role].some(entity => entity.has(words)),
            })
  return fit(examples, { size: SIZES.wording, ...WORDINGS }, randomNumbers(17))
}

function judgeOn({ scene, candidates, features, gold }: Page, role: Role, model: LinearModel, wording: LinearModel) {
  const scores = features.map(list => model.score(list))
  return judge(rankCandidates(scene, candidates, scores, role, wording), gold[role])
}
