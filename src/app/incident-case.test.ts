import { expect, test } from "vitest"
import { caseFileSchema } from "../core/casefile.ts"
import { exportHtml } from "../export/html/export-html.ts"
import { reportNumbers } from "./brief/report-numbers.ts"
import { incidentCase } from "./incident-case.ts"
import { caseFile } from "./testing/quay.ts"

const [first, second] = caseFile.incidents

test("the part of a case that tells of one incident is a case of its own", () => {
  const part = caseFileSchema.parse(incidentCase(caseFile, first!))
  expect(part.incidents.map(({ id }) => id)).toEqual(["i1"])
  expect(part.entities.map(({ name }) => name)).toEqual(["Blue Tide", "Ola Berg"])
  expect(part.decisions?.map(({ id }) => id)).toEqual(["d1", "d2"])
  expect(part.case.name).toBe("QUA-I1 Attack on a named person")
})

test("reports that say nothing of it stay out, and the others keep their numbers", () => {
  const onlyC = { ...second!, reports: ["c"], facts: [] }
  const part = incidentCase(caseFile, onlyC)
  expect(part.reports.map(({ id }) => id)).toEqual(["c"])
  const sheet = exportHtml(part, reportNumbers(caseFile))
  expect(sheet).toContain('id="r3"')
  expect(sheet).not.toContain('id="r1"')
})
