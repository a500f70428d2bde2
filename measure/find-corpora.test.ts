import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { findCorpora } from "./find-corpora.ts"
import { type Format, MissingData } from "./part.ts"

const format: Format<string> = {
  name: "file of marks",
  folder: "marks",
  extension: /\.mk$/,
  looks: head => head.startsWith("mark"),
  corpus: "file",
  read: ({ text }) => [text],
}
let root = ""
afterEach(() => rmSync(root, { recursive: true, force: true }))

function folderOf(files: readonly string[], content = "mark"): string {
  root = mkdtempSync(join(tmpdir(), "heed-measure-"))
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  return root
}

test("dev before test before the rest; a train part alone is left out and said", () => {
  const path = folderOf([
    "marks/a-dev.mk",
    "marks/a-test.mk",
    "marks/b-test.mk",
    "marks/b-train.mk",
    "marks/c.mk",
    "marks/d-train.mk",
  ])
  const { corpora, notes } = findCorpora(path, format)
  expect(corpora.map(({ name }) => name)).toEqual(["marks/a-dev", "marks/b-test", "marks/c"])
  expect(notes.join()).toContain("marks/d-train")
})

test("the folder of one corpus, and one file of any name", () => {
  const path = folderOf(["mine.mk", "other.txt"])
  expect(findCorpora(path, format).corpora.map(({ name }) => name)).toEqual(["mine"])
  expect(findCorpora(join(path, "other.txt"), format).corpora).toHaveLength(1)
})

test("what is not there is said with the place and what was expected", () => {
  const path = folderOf(["marks/a.mk"], "nothing of the kind")
  expect(() => findCorpora(path, format)).toThrow(MissingData)
  expect(() => findCorpora(path, format)).toThrow(
    `no file of marks in ${join(path, "marks")}; marks/a.mk is no file of marks`,
  )
})
