import { expect, test } from "vitest"
import frames from "./data/frames.json" with { type: "json" }
import lexicons from "./data/lexicons.json" with { type: "json" }
import types from "./data/types.json" with { type: "json" }
import weapons from "./data/weapons.json" with { type: "json" }
import { politicalViolence } from "./pack.ts"
import { checkPack } from "./schema.ts"

test("every file says where its words are from", () => {
  for (const { source } of [frames, types, weapons, ...Object.values(lexicons)]) expect(source).toMatch(/Apache-2\.0/)
})

test("every type has a frame, is the parent of one that has, or is made by a weapon or a word joined to another type", () => {
  const { types: all, frames: framed, weapons: armed } = politicalViolence
  const made = new Set([...framed.map(frame => frame.type), ...armed.flatMap(weapon => weapon.subtype ?? [])])
  const alone = all.filter(
    type => !made.has(type.key) && !all.some(other => other.parent === type.key && made.has(other.key)),
  )
  expect(alone.map(type => type.key)).toEqual([])
})

test("a pack that names what it does not define is refused with all its faults", () => {
  const broken = {
    ...politicalViolence,
    frames: [
      { id: "one", type: "nowhere", pos: "verb", words: ["x"], roles: { subject: "nothing" } },
      { id: "two", type: "attack", pos: "noun", words: ["y"], roles: {}, needs: [{ at: "any", lexicons: ["none"] }] },
    ],
  }
  expect(() => checkPack(broken)).toThrow(/no type nowhere.*no slot nothing.*no lexicon none/)
})

test("an unknown gate is refused", () => {
  const frame = { id: "one", type: "attack", pos: "verb", words: ["x"], roles: {}, gate: "open" }
  expect(() => checkPack({ ...politicalViolence, frames: [frame] })).toThrow()
})
