import { expect, test } from "vitest"
import { nameContrast } from "./name-contrast.ts"
import { storyView } from "./story-view.ts"

function view(text: string) {
  return storyView(text, "", text, undefined)
}

const first = [
  view(
    "The ferry Halcyon ran aground off Lindwall on Sunday. Captain Osmund Kettering said the Halcyon lost steering.",
  ),
  view("Kettering, captain of the grounded ferry Halcyon, was questioned in Lindwall. The Halcyon carried 60 people."),
]
const second = [
  view("The ferry Brailo ran aground off Dorvik on Sunday. Captain Pelle Strand said the Brailo lost steering."),
  view("Strand, captain of the grounded ferry Brailo, was questioned in Dorvik. The Brailo carried 60 people."),
]

test("two accidents of one kind turn on other names", () => {
  expect(nameContrast(first, second)).toBe(1)
  expect(nameContrast(first, first)).toBe(0)
})

test("names that one set leaves out say nothing when the other names all of its own", () => {
  const brief = [view("The ferry Halcyon ran aground on Sunday."), view("Ferry Halcyon is still aground.")]
  expect(nameContrast(first, brief)).toBe(0)
  expect(nameContrast(brief, first)).toBe(0)
})

test("one report alone has no contrast", () => {
  expect(nameContrast(first.slice(1), second)).toBe(0)
})
