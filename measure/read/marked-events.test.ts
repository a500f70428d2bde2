import { expect, test } from "vitest"
import { markedEvents } from "./marked-events.ts"

const TEXT = `# Two cases.

# class: foiled
[by Officials] said a [plot-or-attack.foiled-or-planned plan] was stopped a year after the [maybe.attack.occurred.background siege].
# class: sport
The striker fired wide.
`

test("marks become events with types, statuses and what may be missing; the heading is the class", () => {
  const [first, second] = markedEvents.read({ path: "", text: TEXT, beside: () => "" })
  expect(first).toMatchObject({
    class: "foiled",
    text: "Officials said a plan was stopped a year after the siege.",
    by: { start: 0, end: 9 },
    events: [
      { types: ["plot", "attack"], statuses: ["foiled", "planned"], background: false, maybe: false },
      { types: ["attack"], statuses: ["occurred"], background: true, maybe: true },
    ],
  })
  expect(second).toMatchObject({ class: "sport", events: [] })
  expect(second).not.toHaveProperty("by")
})

test("a status that does not exist is refused", () => {
  const text = "# class: none\nA [attack.maybe bomb] fell.\n"
  expect(() => markedEvents.read({ path: "", text, beside: () => "" })).toThrow()
})

test("a file without classes is another format", () => {
  expect(markedEvents.looks("# class: sport\nA shot.\n")).toBe(true)
  expect(markedEvents.looks("Rome B-LOC\n")).toBe(false)
})
