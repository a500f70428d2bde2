import { harmlessJson } from "../app/visible.ts"
import { type CaseFile, caseFileSchema } from "../core/casefile.ts"

/** The case file, `heed-casefile/1`. Throws when it is not as the schema says: a wrong file must not leave the house. */
export function exportJson(caseFile: CaseFile): string {
  return `${harmlessJson(JSON.stringify(caseFileSchema.parse(caseFile), null, 1))}\n`
}
