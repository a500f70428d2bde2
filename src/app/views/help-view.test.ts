import { expect, test } from "vitest"
import { type CaseFile, caseFileSchema } from "../../core/casefile.ts"
import { countOrigins } from "../../reconcile/lineage/count-origins.ts"
import { exampleOrigins, exampleReports } from "../help/counting.ts"
import { indexCase } from "./case-index.ts"
import { helpView, helpViewSchema } from "./help-view.ts"
import { caseOf } from "./testing/small-case.ts"

test("the worked example is counted as the engine counts", () => {
  const refs = exampleReports.map(({ name, origin, kind, proven }) => ({
    key: origin,
    name: origin,
    kind,
    proven,
    way: origin,
    reportId: name,
    evidence: [],
  }))
  expect(countOrigins(refs)).toEqual(exampleOrigins)
})

test("the origins of the open case are told by kind, in the order of their meanings, and only those it has", () => {
  const origin = (name: string, kind: string) => ({ id: name, name, kind, reports: [], evidence: [] })
  const origins = { low: 1, high: 3, names: [] }
  const caseFile = caseFileSchema.parse(
    caseOf({
      case: { name: "fire", engine: "0", asOf: null, policy: "keep-range", origins, blindSpots: [] },
      origins: [
        origin("Evening News", "unproven"),
        origin("Agency", "wire"),
        origin("Coast Wire", "wire"),
      ] as CaseFile["origins"],
    }),
  )
  expect(helpViewSchema.parse(helpView(indexCase(caseFile))).counting.here).toEqual({
    reports: 0,
    origins: { low: 1, high: 3, names: [] },
    kinds: [
      { kind: "wire", count: 2 },
      { kind: "unproven", count: 1 },
    ],
  })
})
