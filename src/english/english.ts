import { armedGroupsFileSchema } from "./names/armed-groups.ts"
import { buildGazetteer, type Gazetteer } from "./names/gazetteer.ts"
import { loadNeuralModel } from "./neural/model.ts"
import { loadGazetteer, type Gazetteer as PlaceGazetteer } from "./places/gazetteer.ts"
import type { Tagger } from "./tagger.ts"
import { loadCaseModel } from "./truecase/case-model.ts"
import { buildCaseLexicon } from "./truecase/lexicon.ts"
import type { CaseSense } from "./truecase/restore-case.ts"

/** What the language layer needs of the world: models and word lists. Made once, used for all reports; nothing in it changes. */
export interface English {
  readonly tagger: Tagger
  readonly names: Gazetteer
  readonly places: PlaceGazetteer
  /** For text whose own case tells nothing. */
  readonly caseSense: CaseSense
}

/** The files behind `English`, read by the caller. */
export interface EnglishFiles {
  /** models/english/english.bin */
  readonly model: Uint8Array
  /** models/english/places/places.bin */
  readonly places: Uint8Array
  /** models/english/truecase/case.bin */
  readonly caseModel: Uint8Array
  /** src/packs/political-violence/armed-groups.json, parsed */
  readonly armedGroups: unknown
  /** ISO 3166-1 alpha-2 code to adjective, such as { AF: "Afghan" }. */
  readonly nationalities: Readonly<Record<string, string>>
}

/** Makes the resources from the contents of their files. Throws on bytes that are no model and on a list that is malformed. */
export function loadEnglish({ model, places, caseModel, armedGroups, nationalities }: EnglishFiles): English {
  const names = buildGazetteer({ armedGroups: armedGroupsFileSchema.parse(armedGroups).groups, nationalities })
  const gazetteer = loadGazetteer(places)
  return {
    tagger: loadNeuralModel(model),
    names,
    places: gazetteer,
    caseSense: { model: loadCaseModel(caseModel), lexicon: buildCaseLexicon(names, gazetteer) },
  }
}
