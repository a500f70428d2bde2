import { linearModel, weightsOf } from "../../core/linear-model.ts"
import { CALIBRATION } from "./calibration.ts"
import type { FillerModel } from "./find-fillers.ts"
import { WEIGHTS as ORGANIZATION } from "./weights/organization.ts"
import { WEIGHTS as PERPETRATOR } from "./weights/perpetrator.ts"
import { WEIGHTS as REPORT } from "./weights/report.ts"
import { WEIGHTS as SENTENCE } from "./weights/sentence.ts"
import { WEIGHTS as TARGET } from "./weights/target.ts"
import { WEIGHTS as VICTIM } from "./weights/victim.ts"
import { WEIGHTS as WEAPON } from "./weights/weapon.ts"
import { WEIGHTS as WORDING } from "./weights/wording.ts"

let made: FillerModel | undefined

/** The scorers that ship with Heed; models/extract/fillers/README.md is their card. */
export function fillerModel(): FillerModel {
  const load = (weights: string) => linearModel(weightsOf(weights))
  made ??= {
    report: load(REPORT),
    sentence: load(SENTENCE),
    wording: load(WORDING),
    roles: {
      perpetrator: load(PERPETRATOR),
      organization: load(ORGANIZATION),
      target: load(TARGET),
      victim: load(VICTIM),
      weapon: load(WEAPON),
    },
    calibration: CALIBRATION,
  }
  return made
}
