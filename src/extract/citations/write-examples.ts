import type { Citation } from "../../core/reading.ts"

/** One citation as its line of examples tells it. */
export function lineOfCitation(citation: Citation, text: string): string {
  const scope = citation.scope ? ` | ${text.slice(citation.scope.start, citation.scope.end)}` : ""
  return `${citation.form} ${citation.kind} ${citation.source}${scope}`
}
