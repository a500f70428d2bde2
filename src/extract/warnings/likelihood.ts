import type { WarningMention } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"
import { type Range, spanOfRange } from "../statements/phrase.ts"
import type { WarningWords } from "./warning-words.ts"

/** Words of likelihood in the range: banded ones first, then the longest. */
export function likelihoodOf(analysis: Analysis, range: Range, words: WarningWords): WarningMention["likelihood"] {
  const span = spanOfRange(analysis, range)
  const text = analysis.report.text.slice(span.start, span.end)
  let open: WarningMention["likelihood"]
  for (const band of words.bands) {
    const match = new RegExp(`(?<![\\p{L}-])${band.words}(?![\\p{L}-])`, band.words.includes(" ") ? "iu" : "u").exec(
      text,
    )
    if (!match) continue
    if (band.low !== null && band.high !== null) return { words: match[0], band: [band.low, band.high] }
    open ??= { words: match[0], band: null }
  }
  return open
}
