import type { Pack } from "../../core/pack.ts"
import frames from "./data/frames.json" with { type: "json" }
import lexicons from "./data/lexicons.json" with { type: "json" }
import types from "./data/types.json" with { type: "json" }
import weapons from "./data/weapons.json" with { type: "json" }
import { checkPack, framesFileSchema, lexiconsFileSchema, typesFileSchema, weaponsFileSchema } from "./schema.ts"

const typesFile = typesFileSchema.parse(types)

/** Kinds of event, frames and word lists of reporting on political violence, checked when first loaded. */
export const politicalViolence: Pack = checkPack({
  name: "political-violence",
  types: typesFile.types,
  slots: typesFile.slots,
  frames: framesFileSchema.parse(frames).frames,
  weapons: weaponsFileSchema.parse(weapons).weapons,
  lexicons: lexiconsFileSchema.parse(lexicons),
})
