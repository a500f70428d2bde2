import { expect, test } from "vitest"
import list from "../../packs/political-violence/armed-groups.json" with { type: "json" }
import { armedGroupsFileSchema } from "./armed-groups.ts"

const { groups } = armedGroupsFileSchema.parse(list)

test("every parent is in the list and no group is its own parent", () => {
  const keys = new Set(groups.map(group => group.key))
  expect(keys.size).toBe(groups.length)
  for (const { key, parent } of groups)
    if (parent !== undefined) expect(keys.has(parent) && parent !== key, key).toBe(true)
})

test("no name stands for two groups", () => {
  const owners = new Map<string, string>()
  for (const group of groups)
    for (const name of [group.name, ...group.aliases]) {
      expect(owners.get(name) ?? group.key, name).toBe(group.key)
      owners.set(name, group.key)
    }
})
