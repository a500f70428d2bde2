import type { z } from "zod"
import type { FlatReport } from "../core/casefile.ts"
import type { metadataSourceSchema } from "../core/report.ts"
import { datesInWords, edtfInWords } from "./words.ts"

type MetadataSource = z.infer<typeof metadataSourceSchema>

const sourceWords: Readonly<Record<MetadataSource, string>> = {
  user: "stated by a person",
  "json-ld": "data of the page (JSON-LD)",
  opengraph: "header of the page (Open Graph)",
  meta: "header of the page",
  "time-element": "a time marked in the page",
  url: "the address",
  text: "the first lines of the text",
  "file-name": "the name of the file",
}

/** How a piece of metadata is known, in words. */
export function metadataSourceInWords(source: MetadataSource): string {
  return sourceWords[source]
}

/** When a report was published and how that is known: "8 November 2031, 14:00 UTC" and "header of the page (Open Graph)". */
export function publicationInWords(report: Pick<FlatReport, "published" | "publishedBetween">): {
  readonly published: string
  readonly how: string
} {
  const { published, publishedBetween: between } = report
  if (published) return { published: edtfInWords(published.edtf), how: metadataSourceInWords(published.method) }
  if (between) {
    const [first, last] = between.edtf.split("/")
    const words =
      first && last && first !== ".." && last !== ".."
        ? `no date, between ${edtfInWords(first)} and ${edtfInWords(last)}`
        : `no date, ${edtfInWords(between.edtf)}`
    return { published: words, how: datesInWords(between.why) }
  }
  return { published: "no date", how: "nothing tells when it was published" }
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" })

/** "en" -> "English"; "unknown" when it could not be told. */
export function languageInWords(language: string): string {
  if (language === "und" || language === "") return "unknown"
  try {
    return languageNames.of(language) ?? language
  } catch {
    // Not a well-formed tag: a page may say anything of its language.
    return language
  }
}
