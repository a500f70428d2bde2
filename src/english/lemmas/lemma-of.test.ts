import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import { lemmaOf } from "./lemma-of.ts"

for (const { line, number } of exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8")))
  test(`examples.txt:${number}`, () => {
    const [form, upos, xpos] = line.split(" = ")[0]!.split("/")
    expect(`${form}/${upos}/${xpos} = ${lemmaOf(form!, upos!, xpos!)}`).toBe(line)
  })
