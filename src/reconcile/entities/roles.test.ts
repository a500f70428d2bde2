import { expect, test } from "vitest"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder } from "../testing/reading-builder.ts"
import { joinRoles } from "./roles.ts"

function rolesIn(...reports: readonly (readonly [published: string | undefined, role: string])[]) {
  const readings = reports.map(([published, role], at) => {
    const builder = new ReadingBuilder({
      text: `Ana Diaz, ${role}, spoke of the ferry raid near Port Sella ${at + 1} days before.`,
      publisher: `Paper ${at}`,
      ...(published !== undefined && { published }),
    })
    builder.entity("Ana Diaz", "person", { role })
    return builder.build()
  })
  const { entities } = buildCase(readings, testOptions)
  expect(entities).toHaveLength(1)
  return entities[0]!.roles.map(({ role, reported, evidence }) => [role, reported, evidence.length])
}

test("somebody with two affiliations keeps both, with the days on which reports say so", () => {
  expect(
    rolesIn(
      ["2031-05-01", "chief of the Varn coast guard"],
      ["2031-05-09", "chief of the Varn coast guard"],
      ["2031-08-02", "director of the Orsa Ferry Company"],
    ),
  ).toEqual([
    ["chief of the Varn coast guard", { first: "2031-05-01", last: "2031-05-09" }, 2],
    ["director of the Orsa Ferry Company", { first: "2031-08-02", last: "2031-08-02" }, 1],
  ])
})

test("a role of reports without a date has no days", () => {
  expect(rolesIn([undefined, "chief of the Varn coast guard"])).toEqual([
    ["chief of the Varn coast guard", undefined, 1],
  ])
})

test("roles of drafts that are joined have the days of all", () => {
  const role = (first: string, last: string) => ({ role: "Mayor", reported: { first, last }, evidence: [] })
  expect(joinRoles([role("2031-05-03", "2031-05-09"), role("2031-05-01", "2031-05-04")])).toEqual([
    role("2031-05-01", "2031-05-09"),
  ])
})
