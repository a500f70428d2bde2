import { readFileSync } from "node:fs"
import { type English, loadEnglish } from "./english/english.ts"

const model = new URL("../models/english/perceptron/model.bin", import.meta.url)

/** The language resources as shipped with the engine, read from disk. About a tenth of a second; make them once. */
export function readEnglish(): English {
  return loadEnglish({ model: readFileSync(model) })
}
