/**
 * Counts in how many reports each word stands and writes src/reconcile/stories/common-words.ts:
 * node models/reconcile/stories/count-words.ts --data FOLDER
 * Names are in it only when they are known in many corpora, so that no private person is.
 */

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { wordsOf } from "../../../src/core/words.ts"
import { otherTexts, shootingReports, topicReports } from "./read-texts.ts"

/** A word in fewer reports is as telling as one that is in none. */
const LEAST = 12
/** A word written with a capital more often than not is a name: it counts when it stands in this many reports of at least two corpora. */
const LEAST_NAME = 25

const { values } = parseArgs({ options: { data: { type: "string" } } })
if (values.data === undefined) throw new Error("say where the corpora are: --data FOLDER")
const corpora = [
  shootingReports(values.data).map(({ text }) => text),
  topicReports(values.data).map(({ text }) => text),
  otherTexts(values.data),
]
const counts = new Map<string, { reports: number[]; capitals: number; seen: number }>()
corpora.forEach((texts, corpus) => {
  for (const text of texts) {
    const own = new Set<string>()
    for (const { stem, empty, capital } of wordsOf(text)) {
      if (empty || /\d/.test(stem)) continue
      const count = counts.get(stem) ?? { reports: corpora.map(() => 0), capitals: 0, seen: 0 }
      counts.set(stem, count)
      count.seen++
      if (capital) count.capitals++
      own.add(stem)
    }
    for (const stem of own) counts.get(stem)!.reports[corpus]!++
  }
})
const classes = new Map<number, string[]>()
let words = 0
for (const [stem, { reports, capitals, seen }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const isName = seen < 2 * capitals
  const together = reports.reduce((sum, count) => sum + count)
  if (together < (isName ? LEAST_NAME : LEAST) || reports.filter(count => 0 < count).length < 2) continue
  // Corpora count alike, however large they are: one of them is all about shootings.
  const share = reports.reduce((sum, count, corpus) => sum + count / corpora[corpus]!.length, 0) / corpora.length
  const rarity = Math.round(-2 * Math.log2(share))
  classes.set(rarity, [...(classes.get(rarity) ?? []), stem])
  words++
}
const lines = [
  "// Written by models/reconcile/stories/count-words.ts; do not edit. Its card is models/reconcile/stories/README.md.",
  "",
  "/** Stems by how rare they are: twice the binary logarithm of one over the share of reports it stands in, a mean of corpora. */",
  "export const COMMON_WORDS: readonly (readonly [rarity: number, stems: string])[] = [",
  ...[...classes].sort(([a], [b]) => a - b).map(([rarity, stems]) => `  [${rarity}, "${stems.join(" ")}"],`),
  "]",
  "",
]
writeFileSync(join(import.meta.dirname, "../../../src/reconcile/stories/common-words.ts"), lines.join("\n"))
console.log(`${words} words of ${corpora.flat().length} reports`)
