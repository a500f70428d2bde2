import { detectLanguage } from "../../src/detect-language.ts"
import { cleanReport } from "../../src/text/clean-report.ts"
import { readHtml } from "../../src/text/html/read-html.ts"
import type { Part } from "../part.ts"
import { type Page, pages as pageFiles } from "../read/pages.ts"
import { percent, shareFigure } from "../tally.ts"

/** Article text, title and date of web pages; words count as a bag, the mean is over pages. */
export const pages: Part<Page> = {
  name: "pages",
  about: "article text, title and date of web pages",
  format: pageFiles,
  documents: "pages",
  measure(documents, run) {
    const sums = { precision: 0, recall: 0, f1: 0 }
    let [titled, titles, dated, dates, seconds] = [0, 0, 0, 0, 0]
    for (const { html, article, title, published } of documents) {
      const before = process.cpuUsage()
      const { value: report } = cleanReport({ bytes: Buffer.from(html), contentType: "text/html" }, detectLanguage)
      const { user, system } = process.cpuUsage(before)
      seconds += (user + system) / 1e6
      // The title, byline and date stand outside of what the corpus calls the article.
      const body = report.blocks
        .filter(({ label }) => label !== "title" && label !== "byline" && label !== "dateline")
        .map(block => report.text.slice(block.start, block.end))
        .join("\n")
      const rates = bagRates(words(body), words(readHtml(article).mapped.text))
      for (const key of ["precision", "recall", "f1"] as const) sums[key] += rates[key] / documents.length
      if (rates.f1 < 0.9) run.wrong("article text", `${report.title?.value ?? "untitled"}: F1 ${percent(rates.f1)}`)
      if (title !== undefined) {
        titles++
        if (isSameTitle(report.title?.value ?? "", title)) titled++
        else run.wrong("title", `${report.title?.value} for ${title}`)
      }
      if (published !== undefined) {
        dates++
        if (report.published?.time.edtf.slice(0, 10) === published) dated++
        else run.wrong("date", `${report.published?.time.edtf} for ${published}`)
      }
    }
    const of = { of: documents.length, items: "pages" }
    return [
      {
        name: "article text F1",
        value: 100 * sums.f1,
        unit: "%",
        ...of,
        detail: `precision ${percent(sums.precision)}, recall ${percent(sums.recall)}`,
      },
      shareFigure("titles right", titled, titles, "pages with a title"),
      shareFigure("dates right", dated, dates, "pages with a date"),
      { name: "speed", value: documents.length / seconds, unit: "pages a second", ...of, detail: "processor time" },
    ]
  },
}

/** Words in lower case; markup and punctuation do not count. */
function words(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function bagRates(found: readonly string[], expected: readonly string[]) {
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of found) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    hits++
  }
  const precision = found.length === 0 ? Number(expected.length === 0) : hits / found.length
  const recall = expected.length === 0 ? 1 : hits / expected.length
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** Titles differ in the publisher's name at their end; that is a choice, not an error. */
function isSameTitle(found: string, expected: string): boolean {
  const [a, b] = [words(found).join(" "), words(expected).join(" ")]
  return a === b || (a !== "" && (b.startsWith(a) || a.startsWith(b)))
}
