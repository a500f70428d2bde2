import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import type { CaseFile, Warning } from "../src/core/casefile.ts"
import { makeEngine } from "../src/make-engine.ts"

// Whole stories, from text to ledger. The ledger's own rules have their examples beside the code.

const text = readFileSync(resolve(import.meta.dirname, "ledger-stories.txt"), "utf8")
const engine = makeEngine()

/** Stories of the file: title, reports, expected lines. */
const stories = text
  .split(/^## /m)
  .slice(1)
  .map(story => {
    const [title, ...lines] = story.trim().split("\n")
    const reports: { readonly paper: string; readonly day: string; readonly words: string[] }[] = []
    const expected: string[] = []
    for (const line of lines) {
      const head = /^= (.+), (\S+|no day)$/.exec(line)
      if (head) reports.push({ paper: head[1]!, day: head[2]!, words: [] })
      else if (line.startsWith("> ")) expected.push(line.slice(2))
      else reports.at(-1)!.words.push(line)
    }
    return { title: title!, reports, expected: expected.filter(line => line !== "none") }
  })

function lineOf(warning: Warning, { incidents }: CaseFile): string {
  const audience = warning.audience.length === 0 ? "" : ` > ${warning.audience.map(({ name }) => name).join(", ")}`
  const links = warning.incidents.map(({ id, leadDays }) => {
    const incident = incidents.find(one => one.id === id)!
    const lead = leadDays === null ? "?" : [...new Set([leadDays.low, leadDays.high])].join("-")
    return ` = ${incident.when?.edtf.slice(0, 10) ?? "no day"} ${incident.type}, ${lead} days`
  })
  const hindsight = warning.hindsight ? " hindsight" : ""
  return `${warning.kind} ${warning.issuer.name || "nobody named"}${audience} (${warning.issued.edtf || "no day"}) ${warning.outcome}${links.join("")}${hindsight} x${warning.reports.length}`
}

test.each(stories)("$title", ({ reports, expected }) => {
  const readings = reports.map(({ paper, day, words }) =>
    engine.read({
      bytes: new TextEncoder().encode(words.join("\n\n")),
      stated: { publisher: paper, title: "Report", ...(day !== "no day" && { published: day }) },
    }),
  )
  const caseFile = engine.build(readings, { name: "story" })
  expect(caseFile.warnings.map(warning => lineOf(warning, caseFile)).sort()).toEqual([...expected].sort())
})
