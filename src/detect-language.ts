import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

type Detector = typeof import("eld/extrasmall")

let detector: Detector | undefined

/** BCP 47 code of the language of a text, "" when it cannot be told. The detector takes 80 MB and a third of a second, so it is loaded for the first text that needs it. */
export function detectLanguage(text: string): string {
  detector ??= load()
  return detector.eld.detect(text).language
}

/** At once: `import()` would make every reading of a report wait. */
function load(): Detector {
  return createRequire(import.meta.url)(fileURLToPath(import.meta.resolve("eld/extrasmall"))) as Detector
}
