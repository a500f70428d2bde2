import type { Citation } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"

/** One citation as its line of examples tells it. */
export function lineOfCitation(citation: Citation, { report: { text } }: Analysis): string {
  const scope = citation.scope ? ` | ${text.slice(citation.scope.start, citation.scope.end)}` : ""
  return `${citation.form} ${citation.kind} ${citation.source}${scope}`
}
