import type { TestProject } from "vitest/node"
import { buildWeb, makeCase } from "./open-heed.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** Path of a case with the sample story, for tests that change nothing; the others copy it. */
    sampleCase: string
  }
}

/** Once for all browser tests: the browser app is built, the sample story read into a case. */
export default function setUp(project: TestProject): () => void {
  buildWeb()
  const made = makeCase()
  project.provide("sampleCase", made.path)
  return made.remove
}
