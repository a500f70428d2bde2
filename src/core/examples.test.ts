import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "./examples.ts"

test.each([
  "[quote “We will act,”] said [speaker Ana Diaz].",
  "nothing to find here",
  "[event:attack A [target ferry] was [trigger bombed]] on [time Friday]",
  "an array [1] and a pair [A, B]",
])("reading and writing undo each other: %s", line => {
  const { text, marks } = readExample(line)
  expect(writeExample(text, marks)).toBe(line)
})

test("marks carry offsets into the text without marks", () => {
  expect(readExample("a [b cd] e")).toEqual({ text: "a cd e", marks: [{ label: "b", start: 2, end: 4 }] })
})

test("an unclosed mark and a file without cases are errors", () => {
  expect(() => readExample("[quote open")).toThrow("unclosed")
  expect(() => exampleLines("# only\n\n# remarks\n")).toThrow("at least one case")
})
