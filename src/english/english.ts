import { loadPerceptron } from "./perceptron/load-perceptron.ts"
import type { Tagger } from "./tagger.ts"

/** What the language layer needs of the world: models and word lists. Made once, used for all reports; nothing in it changes. */
export interface English {
  readonly tagger: Tagger
}

/** The files behind `English`, read by the caller. */
export interface EnglishFiles {
  /** models/english/perceptron/model.bin */
  readonly model: Uint8Array
}

/** Makes the resources from the bytes of their files. Throws RangeError on bytes that are no model. */
export function loadEnglish(files: EnglishFiles): English {
  return { tagger: loadPerceptron(files.model) }
}
