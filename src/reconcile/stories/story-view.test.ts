import { expect, test } from "vitest"
import { pairFeatures } from "./compare-stories.ts"
import { storyView } from "./story-view.ts"

const text =
  "Ferry aground\n\nThe ferry Halcyon ran aground on Monday, Sept 15, 2031, with 60 people; on 3 June a sister ship had lost steering."

test("a view has the numbers that its report names", () => {
  const view = storyView("a", "Ferry aground", text, undefined)
  expect([...view.numbers]).toEqual([3, 15, 60])
})

test("a report turns on names, not on words that it also writes small", () => {
  const own = storyView("a", "", "The Halcyon sank. Divers found the Halcyon. The divers rested.", undefined)
  const names = storyView("b", "", "Halcyon", undefined)
  expect([...own.main]).toEqual([...names.words.keys])
})

test("two reports are alike whichever comes first", () => {
  const a = storyView("a", "Ferry aground", text, undefined)
  const b = storyView("b", "Ferry Halcyon", text.replace("Monday", "Tuesday").replace("Ferry", "Boat"), undefined)
  expect(pairFeatures(a, b)).toEqual(pairFeatures(b, a))
})
