import type { FlatReport } from "../core/casefile.ts"
import { counted } from "./words.ts"

/** How many of a kind are told: one, and several. Kinds that are not here take an "s". */
const kindWords: Record<string, readonly [one: string, several: string]> = {
  navigation: ["piece of navigation", "pieces of navigation"],
  metadata: ["line about the page", "lines about the page"],
  other: ["other block", "other blocks"],
  "look-alike": ["look-alike letter", "look-alike letters"],
  mojibake: ["garbled character", "garbled characters"],
  ellipsis: ["ellipsis", "ellipses"],
  "no-break-space": ["no-break space", "no-break spaces"],
  "zero-width": ["zero-width character", "zero-width characters"],
  "soft-hyphen": ["soft hyphen", "soft hyphens"],
  "punctuation-space": ["space before punctuation", "spaces before punctuation"],
  "sentence-space": ["space between sentences", "spaces between sentences"],
}

/** "4 teasers", "1 look-alike letter". */
export function kindCounted(number: number, kind: string): string {
  const words = kindWords[kind]
  return words ? counted(number, words[0], words[1]) : counted(number, kind.replaceAll("-", " "))
}

/** "4 teasers": what was left out, of one label. */
export function removedWords(number: number, label: string): string {
  return kindCounted(number, label)
}

/** "39 look-alike letters": a repair of one kind. */
export function repairWords({ kind, count }: FlatReport["repairs"][number]): string {
  return kindCounted(count, kind)
}

/** "left out: 4 teasers, 1 player; repaired: 39 look-alike letters", or "" when a report was clean. */
export function cleaningWords(report: Pick<FlatReport, "removed" | "repairs">): string {
  const removed = [...Map.groupBy(report.removed, block => block.label)].map(([label, blocks]) =>
    removedWords(blocks.length, label),
  )
  const repairs = report.repairs.map(repairWords)
  const words = [
    removed.length === 0 ? "" : `left out: ${removed.join(", ")}`,
    repairs.length === 0 ? "" : `repaired: ${repairs.join(", ")}`,
  ]
  return words.filter(word => word !== "").join("; ")
}
