import { expect, test } from "vitest"
import { z } from "zod"
import { caseFileSchema } from "./casefile.ts"

test("the case file can be published as JSON Schema", () => {
  const schema = z.toJSONSchema(caseFileSchema, { io: "input" })
  expect(Object.keys(schema.properties ?? {})).toEqual([
    "format",
    "case",
    "reports",
    "origins",
    "lineage",
    "entities",
    "incidents",
    "statements",
    "utterances",
    "warnings",
    "decisions",
    "problems",
  ])
})

test("a case file of another format is refused", () => {
  expect(caseFileSchema.safeParse({ format: "heed-casefile/2" }).success).toBe(false)
})
