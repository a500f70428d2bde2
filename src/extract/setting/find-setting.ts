import { featuresOf, type LinearModel, linearModel, weightsOf } from "../../core/linear-model.ts"
import type { EventMention, SlotFill } from "../../core/reading.ts"
import { evidenceAt } from "../../core/span.ts"
import type { Place, Time } from "../../core/value.ts"
import type { Analysis } from "../../english/analysis.ts"
import { type Candidate, dayCandidates, type Naming, townCandidates } from "./candidates.ts"
import { featuresOfDays, featuresOfTowns } from "./features.ts"
import { namingFeatures } from "./naming-features.ts"
import { type Scene, sceneOf } from "./scene.ts"
import { WEIGHTS as WHEN } from "./when-weights.ts"
import { WEIGHTS as WHERE } from "./where-weights.ts"

/** Day and town of the event that a report is about, each with its chance; a report that names none has none. */
export interface Setting {
  readonly when?: SlotFill
  readonly where?: SlotFill
}

/** The two scorers, of days and of towns. */
export interface SettingModels {
  readonly when: LinearModel
  readonly where: LinearModel
}

export const settingModels: SettingModels = {
  when: linearModel(weightsOf(WHEN)),
  where: linearModel(weightsOf(WHERE)),
}

/**
 * When and where the event took place that the report is about, whether or not a rule found the event: of all days and towns that the report names
 * the one with the best score. It never gives a day or town that the report does not name.
 */
export function findSetting(
  analysis: Analysis,
  events: readonly EventMention[],
  models: SettingModels = settingModels,
): Setting {
  const scene = sceneOf(analysis, events)
  const days = dayCandidates(analysis)
  const towns = townCandidates(analysis)
  const when = best(scene, "when", days, featuresOfDays(scene, days), models.when)
  const where = best(scene, "where", towns, featuresOfTowns(scene, towns), models.where)
  return { ...(when && { when }), ...(where && { where }) }
}

function best<Value extends Time | Place>(
  scene: Scene,
  slot: "when" | "where",
  candidates: readonly Candidate<Value>[],
  features: readonly (readonly string[])[],
  model: LinearModel,
): SlotFill | undefined {
  let top: { readonly candidate: Candidate<Value>; readonly score: number } | undefined
  candidates.forEach((candidate, index) => {
    const score = model.score(featuresOf(features[index]!, model.size))
    // Of equals the first one named.
    if (!top || top.score < score) top = { candidate, score }
  })
  if (!top) return undefined
  const { value, start, end } = clearest(scene, top.candidate.namings, model)
  return {
    slot,
    value,
    evidence: evidenceAt(scene.analysis.report, { start, end }),
    attribution: [],
    score: Math.round(model.chance(top.score) * 1000) / 1000,
    rule: "setting-of-report",
  }
}

/** The naming that speaks most for the day or town: what a reader is shown. */
function clearest<Value extends Time | Place>(
  scene: Scene,
  namings: readonly Naming<Value>[],
  model: LinearModel,
): Naming<Value> {
  const scores = namings.map(naming => model.score(featuresOf(namingFeatures(scene, naming), model.size)))
  return namings[scores.indexOf(Math.max(...scores))]!
}
