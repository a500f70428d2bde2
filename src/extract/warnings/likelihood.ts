import type { WarningMention } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"
import { type Range, spanOfRange } from "../statements/phrase.ts"
import type { WarningWords } from "./warning-words.ts"

const LEVEL =
  /\b(?:danger|threat|risk)\b[^.;]{0,80}?\b(?:rated|rates|describes?|described|assessed|judged|graded|classed|classified|put)(?: (?:this|the|that|it|its))?(?: (?:danger|threat|risk))?(?: [\p{L}]+){0,4}? (?:as|at) ["“«]?((?:very )?(?:low|moderate|medium|substantial|elevated|high|severe|critical|extreme))\b/iu
const RATED =
  /\b(?:rated|rates|describes?|described|assessed|judged|graded|classed|classified|put)\b[^.;]{0,60}?\b(?:danger|threat|risk)\b[^.;]{0,60}? (?:as|at) ["“«]?((?:very )?(?:low|moderate|medium|substantial|elevated|high|severe|critical|extreme))\b/iu

/** Words of likelihood in the range: banded ones first, then the longest. */
export function likelihoodOf(analysis: Analysis, range: Range, words: WarningWords): WarningMention["likelihood"] {
  const span = spanOfRange(analysis, range)
  const text = analysis.report.text.slice(span.start, span.end)
  const level = LEVEL.exec(text) ?? RATED.exec(text)
  if (level) return { words: level[1]!, band: null }
  let open: WarningMention["likelihood"]
  for (const band of words.bands) {
    const match = band.pattern.exec(text)
    if (!match) continue
    // "the most likely perpetrator" says who, not whether.
    if (
      /^likely$/i.test(match[0]) &&
      /^\s+(?:perpetrator|attacker|suspect|culprit|author|target)s?\b/i.test(text.slice(match.index + match[0].length))
    )
      continue
    if (band.low !== null && band.high !== null) return { words: match[0], band: [band.low, band.high] }
    open ??= { words: match[0], band: null }
  }
  return open
}
