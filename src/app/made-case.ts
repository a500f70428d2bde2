import type { CaseFile } from "../core/casefile.ts"

/** A case with the key of what it was made from; see `caseKey`. */
export interface MadeCase {
  readonly key: string
  readonly caseFile: CaseFile
}
