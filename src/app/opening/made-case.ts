import type { CaseFile } from "../../core/casefile.ts"
import type { FirstScreen } from "../views/first-screen.ts"

/** A case with the key of what it was made from; see `caseKey`, and what its first screen shows. */
export interface MadeCase {
  readonly key: string
  readonly caseFile: CaseFile
  readonly first: FirstScreen
}
