import type { Quotation } from "../../src/english/analysis.ts"
import { findQuotations } from "../../src/english/quotations/find-quotations.ts"
import { reportOf } from "../../src/english/report-of.ts"
import { tokenize } from "../../src/english/tokens/tokenize.ts"
import type { Part } from "../part.ts"
import { type AttributedText, attributions } from "../read/attributions.ts"
import { inContext, shareFigure } from "../tally.ts"

const OPENS = /^["“”„«'‘`]/
const CLOSES = /["“”»'’]$/
const DOUBLE = /["“”„«»]/g

/**
 * Quotations where a text marks who says what: what is attributed and stands between marks must be one quotation, mark to mark.
 * Not every quotation is attributed, so wrong ones show only as double marks that are left over or that a quotation holds inside without nesting.
 */
export const quotations: Part<AttributedText> = {
  name: "quotations",
  about: "stretches between quotation marks",
  format: attributions,
  measure(documents, run) {
    let [wanted, right, marks, paired] = [0, 0, 0, 0]
    const seen = new Set<string>()
    for (const { name, text, attributions: list } of documents) {
      const found = quotationsOf(text)
      const spans = new Set(found.map(({ start, end }) => `${start}-${end}`))
      const gold = new Set(
        list
          .flatMap(({ content }) => content)
          .filter(({ start, end }) => {
            const words = text.slice(start, end)
            return OPENS.test(words) && CLOSES.test(words) && !/["“”„«»\n]/.test(words.slice(1, -1))
          })
          .map(({ start, end }) => `${start}-${end}`),
      )
      for (const key of gold) {
        wanted++
        if (spans.has(key)) right++
        else {
          const [start, end] = key.split("-").map(Number) as [number, number]
          run.wrong("not found whole", inContext(text, { start, end }))
        }
      }
      // One text of several annotators has its marks once.
      if (seen.has(name)) continue
      seen.add(name)
      const ends = new Set(found.flatMap(({ start, end, open }) => (open ? [start] : [start, end - 1])))
      for (const { index } of text.matchAll(DOUBLE)) {
        marks++
        if (ends.has(index)) paired++
        else run.wrong("mark without a partner", inContext(text, { start: index, end: index + 1 }))
      }
    }
    return [
      shareFigure("attributed words found whole", right, wanted, "quotations"),
      shareFigure("double marks with a partner", paired, marks, "marks"),
    ]
  },
}

/** Each line is a paragraph. */
function quotationsOf(text: string): Quotation[] {
  const report = reportOf(text, "\n")
  const tokens = report.blocks.flatMap(block => tokenize(report.text, block))
  return findQuotations(report, tokens).value
}
