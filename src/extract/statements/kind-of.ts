import type { Statement } from "../../core/reading.ts"
import { contains, type Evidence } from "../../core/span.ts"
import type { Analysis } from "../../english/analysis.ts"

/** Direct when all of it stands between quotation marks, mixed when some does, else indirect. */
export function kindOf(analysis: Analysis, evidence: readonly Evidence[]): Statement["kind"] {
  let inside = 0
  let touched = 0
  for (const { span } of evidence) {
    if (
      analysis.quotations.some(quotation => contains(quotation, span)) ||
      analysis.report.text[span.start - 1] === "‘"
    )
      inside++
    else if (analysis.quotations.some(quotation => span.start <= quotation.start && quotation.start < span.end))
      touched++
  }
  if (inside === evidence.length) return "direct"
  return 0 < inside + touched ? "mixed" : "indirect"
}
