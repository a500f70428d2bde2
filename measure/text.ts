import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { cleanReport } from "../src/text/clean-report.ts"
import { readHtml } from "../src/text/html/read-html.ts"
import { mappedOf } from "../src/text/mapped.ts"
import { findLookAlikeEdits } from "../src/text/repair/look-alikes.ts"
import { repairMojibake } from "../src/text/repair/mojibake.ts"

// Article text and metadata on pages with expected answers; repairs on cases of damaged and of honest text; pages a second.
const { values } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, pages: { type: "boolean" } },
})
if (values.data === undefined || !existsSync(values.data)) {
  console.error(
    "usage: measure text --data FOLDER [--json] [--pages]\nthe folder holds html/readability and text-repair",
  )
  process.exit(64)
}
const data = values.data

const scores = measurePages(join(data, "html/readability"))
const repairs = [...measureMojibake(join(data, "text-repair/ftfy/test-cases")), ...measureLookAlikes()]
if (values.json) console.log(JSON.stringify({ pages: scores.summary, repairs }))
else {
  if (values.pages) console.table(scores.pages)
  console.table([scores.summary])
  console.table(repairs)
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

/** Precision, recall and F1 over words as a bag. */
function compare(
  found: readonly string[],
  expected: readonly string[],
): { precision: number; recall: number; f1: number } {
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

function measurePages(folder: string) {
  const pages: { page: string; precision: number; recall: number; f1: number; title: boolean; published?: boolean }[] =
    []
  let ms = 0
  let size = 0
  for (const name of readdirSync(folder).sort()) {
    const source = join(folder, name, "source.html")
    if (!existsSync(source)) continue
    const bytes = readFileSync(source)
    const before = process.cpuUsage()
    const { value: report } = cleanReport({ bytes, contentType: "text/html" })
    const used = process.cpuUsage(before)
    ms += (used.user + used.system) / 1000
    size += bytes.length
    // The title, byline and date stand outside of what the corpus calls the article.
    const body = report.blocks
      .filter(({ label }) => label !== "title" && label !== "byline" && label !== "dateline")
      .map(block => report.text.slice(block.start, block.end))
      .join("\n")
    const article = readHtml(readFileSync(join(folder, name, "expected.html"), "utf8")).mapped.text
    const expected = JSON.parse(readFileSync(join(folder, name, "expected-metadata.json"), "utf8"))
    const day = typeof expected.publishedTime === "string" ? expected.publishedTime.slice(0, 10) : undefined
    pages.push({
      page: name,
      ...compare(words(body), words(article)),
      title: typeof expected.title === "string" && sameTitle(report.title?.value ?? "", expected.title),
      ...(day === undefined ? {} : { published: report.published?.time.edtf.slice(0, 10) === day }),
    })
  }
  const mean = (pick: (page: (typeof pages)[number]) => number) =>
    Math.round((1000 * pages.reduce((sum, page) => sum + pick(page), 0)) / pages.length) / 1000
  const dated = pages.filter(page => page.published !== undefined)
  return {
    pages: pages.sort((a, b) => a.f1 - b.f1),
    summary: {
      pages: pages.length,
      precision: mean(page => page.precision),
      recall: mean(page => page.recall),
      f1: mean(page => page.f1),
      titlesRight: mean(page => Number(page.title)),
      datesRight: `${dated.filter(page => page.published).length} of ${dated.length}`,
      // Of processor time, so that other work on the machine does not count.
      pagesPerSecond: Math.round((10_000 * pages.length) / ms) / 10,
      megabytesPerSecond: Math.round(size / ms / 10) / 100,
    },
  }
}

/** Titles differ in the publisher's name at their end; that is a choice, not an error. */
function sameTitle(found: string, expected: string): boolean {
  const [a, b] = [words(found).join(" "), words(expected).join(" ")]
  return a === b || (a !== "" && (b.startsWith(a) || a.startsWith(b)))
}

function measureMojibake(folder: string) {
  return ["in-the-wild", "synthetic", "language-names", "negative", "known-failures"].map(set => {
    const cases: { original: string; fixed: string; "fixed-encoding"?: string }[] = JSON.parse(
      readFileSync(join(folder, `${set}.json`), "utf8"),
    )
    const right = cases.filter(
      each => repairMojibake(mappedOf(each.original)).text === (each["fixed-encoding"] ?? each.fixed),
    ).length
    return { set: `mojibake, ${set}`, right, of: cases.length }
  })
}

/** Letters of news sentences exchanged for look-alikes, and honest words of other scripts. */
function measureLookAlikes() {
  const pairs: readonly (readonly [string, string])[] = [
    ["o", "о"],
    ["i", "і"],
    ["a", "а"],
    ["e", "е"],
    ["c", "с"],
    ["p", "р"],
    ["x", "х"],
    ["y", "у"],
  ]
  const sentence =
    "Police said on Tuesday that explosives experts had examined every parcel in the port office, people close to the case say."
  const damaged = pairs.map(([from, to]) =>
    sentence.replace(new RegExp(`(?<=\\p{L})${from}|${from}(?=\\p{L})`, "gu"), to),
  )
  const honest = [
    "Пресс-секретарь сообщил, что взрыв произошёл в порту.",
    "Η αστυνομία ανακοίνωσε ότι η έκρηξη έγινε στο λιμάνι.",
    "قالت الشرطة إن الانفجار وقع في الميناء.",
    "The channel «Голос порта» and the ministry (МВД) gave other figures; the river is called Дон.",
    "The letter о is the most frequent one; the particle “а” means but.",
    "Tests of α-particles and 5 μm filters by the IL2Rγ laboratory, 3 kΩ.",
    "Українська влада заявила, що атака була спланована.",
  ]
  const apply = (text: string) => {
    let out = ""
    let done = 0
    for (const edit of findLookAlikeEdits(text)) {
      out += text.slice(done, edit.start) + edit.text
      done = edit.end
    }
    return out + text.slice(done)
  }
  return [
    { set: "look-alikes, damaged", right: damaged.filter(text => apply(text) === sentence).length, of: damaged.length },
    { set: "look-alikes, honest", right: honest.filter(text => apply(text) === text).length, of: honest.length },
  ]
}
