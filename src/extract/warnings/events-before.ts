import type { EventMention } from "../../core/reading.ts"
import type { Evidence } from "../../core/span.ts"
import type { Analysis } from "../../english/analysis.ts"
import { sentenceAt } from "../../english/tree.ts"

const BEFORE =
  /\b(?:in advance of|ahead of|before|prior to|days before|weeks before|hours before|months before|preceding|leading up to)\s+/gi

/** Event mentions that the words of a warning say it came before: "in advance of the bombings". The first telling of each. */
export function eventsBefore(
  analysis: Analysis,
  evidence: readonly Evidence[],
  events: readonly EventMention[],
): string[] {
  const found = new Set<string>()
  const sentences = new Set(
    evidence.flatMap(one => [sentenceAt(analysis, one.span.start), sentenceAt(analysis, one.span.end - 1)]),
  )
  for (const sentence of sentences) {
    if (!sentence) continue
    const text = analysis.report.text.slice(sentence.start, sentence.end)
    for (const match of text.matchAll(BEFORE)) {
      const from = sentence.start + match.index + match[0].length
      const stop = /[,;.—–]/.exec(analysis.report.text.slice(from, sentence.end))
      const to = stop ? from + stop.index : sentence.end
      for (const event of events)
        if (
          from <= event.trigger.span.start &&
          event.trigger.span.end <= to &&
          (event.status === "occurred" || event.status === "alleged")
        )
          found.add(event.sameAs ?? event.id)
    }
  }
  return [...found]
}
