import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { countInWords } from "../../core/count.ts"
import { exampleLines } from "../../core/examples.ts"
import type { Count } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder, time, town } from "../testing/reading-builder.ts"

const file = readFileSync(new URL("examples.txt", import.meta.url), "utf8")

for (const { line, number } of exampleLines(file))
  test(`examples.txt:${number} ${line}`, () => {
    const [left, right] = line.split("=>").map(part => part.trim())
    const readings = left!.split("|").map(part => {
      const [day, ...rest] = part.trim().split(" ")
      const counts = rest
        .join(" ")
        .split(",")
        .map(item => item.trim())
      return report(day!, counts)
    })
    const fact = buildCase(readings, testOptions).incidents[0]!.facts.find(item => item.slot === "killed")!
    const [kept, best] = right!.split("; best ")
    expect(`${fact.relation} ${countInWords(fact.value as Count)}`).toBe(kept)
    if (best !== undefined) expect(fact.best ? countInWords(fact.best.value as Count) : "none").toBe(best)
  })

function report(day: string, counts: readonly string[]) {
  const digits = day.replace(/\D/g, "")
  const builder = new ReadingBuilder({
    text: `The bombing of the harbour on 1 May killed ${counts.join(" and ")} in Port Sella.`,
    publisher: `Paper ${day}`,
    ...(digits !== "" && { published: `2031-05-0${digits}` }),
  })
  builder.event({
    words: "bombing",
    subtype: "bombing",
    fills: [
      { slot: "where", value: town("Port Sella", "IT") },
      { slot: "when", value: time("2031-05-01", "1 May") },
      ...counts.map(text => ({ slot: "killed", value: toCount(text), words: text })),
    ],
  })
  return builder.build()
}

function toCount(text: string): Count {
  const match = /^(\d+)(\+|~(\d+)|-(\d+))? (.+)$/.exec(text)!
  const low = Number(match[1])
  const high = match[2] === "+" ? null : Number(match[3] ?? match[4] ?? low)
  const qualifier = match[3] ? "vague" : high === null ? "at-least" : low === high ? "exact" : "range"
  return { kind: "count", low, high, qualifier, of: match[5]!, text }
}
