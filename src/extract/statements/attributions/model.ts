import { linearModel, weightsOf } from "../../../core/linear-model.ts"
import { WEIGHTS as CONTENT } from "./content-weights.ts"
import { WEIGHTS as CUE } from "./cue-weights.ts"
import type { AttributionModel } from "./find-attributions.ts"
import { WEIGHTS as SOURCE } from "./source-weights.ts"

let made: AttributionModel | undefined

/** The scorers that ship with Heed; models/extract/statements/README.md is their card. */
export function attributionModel(): AttributionModel {
  made ??= {
    cue: linearModel(weightsOf(CUE)),
    source: linearModel(weightsOf(SOURCE)),
    content: linearModel(weightsOf(CONTENT)),
  }
  return made
}
