import { readFileSync } from "node:fs"
import nationalities from "i18n-nationality/langs/en.json" with { type: "json" }
import { type English, loadEnglish } from "./english/english.ts"
import armedGroups from "./packs/political-violence/armed-groups.json" with { type: "json" }

const models = new URL("../models/english/", import.meta.url)

/** The language resources as shipped with the engine, read from disk. About a tenth of a second; make them once. */
export function readEnglish(): English {
  return loadEnglish({
    model: readFileSync(new URL("english.bin", models)),
    places: readFileSync(new URL("places/places.bin", models)),
    caseModel: readFileSync(new URL("truecase/case.bin", models)),
    armedGroups,
    nationalities: nationalities.nationalities,
  })
}
