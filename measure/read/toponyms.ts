import type { Format } from "../part.ts"

/** A toponym; without `lat` and `lon` it has no entry. `kind` is its feature code at GeoNames, or empty. */
export interface Toponym {
  readonly start: number
  readonly end: number
  readonly phrase: string
  readonly lat: number | undefined
  readonly lon: number | undefined
  readonly kind: string
  readonly name: string
  readonly country: string
  /** A short name of a country before a noun: "U.S. officials". */
  readonly adjective: boolean
}
export interface PlaceDocument {
  readonly text: string
  readonly toponyms: readonly Toponym[]
}

/** LGL (toponym tags) and GeoVirus (location tags): XML articles, each with its text and its toponyms with their offsets and positions. */
export const toponyms: Format<PlaceDocument> = {
  name: "articles in XML with toponym or location tags (.xml)",
  folder: "geoparsing",
  extension: /\.xml$/,
  looks: head => /<articles?[ >]/.test(head),
  corpus: "file",
  read: ({ text }) => documentsOf(text, /<toponym>/.test(text) ? "toponym" : "location"),
}

const tagOf = (xml: string, name: string) =>
  decoded(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? "")
const decoded = (text: string) =>
  text
    .replace(/^<!\[CDATA\[|\]\]>$/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&")

function documentsOf(xml: string, goldTag: string): PlaceDocument[] {
  return [...xml.matchAll(/<article[ >][\s\S]*?<\/article>/g)].map(([article]) => {
    const text = tagOf(article, "text")
    const toponyms = [...article.matchAll(new RegExp(`<${goldTag}>([\\s\\S]*?)</${goldTag}>`, "g"))].map(([, one]) => {
      const number = (name: string) => (tagOf(one!, name) === "" ? undefined : Number(tagOf(one!, name)))
      const page = tagOf(one!, "page").split("/").at(-1) ?? ""
      const tag = /<gaztag[\s\S]*<\/gaztag>/.exec(one!)?.[0] ?? ""
      const phrase = goldTag === "toponym" ? tagOf(one!, "phrase") : tagOf(one!, "name")
      // Some offsets are a few characters off.
      const stated = Number(tagOf(one!, "start"))
      const at = text.indexOf(phrase, Math.max(0, stated - 4))
      const start = at === -1 || stated + 4 < at ? stated : at
      return {
        start,
        end: start + phrase.length,
        phrase,
        adjective:
          /^(?:U\.?S\.?|U\.?K\.?|EU|American)$/.test(phrase) &&
          /^\s(?!(?:and|or|in|to|on|for|as|is|was|has|have|had|will|after|at|by|from|since|when|with|but)\b)[\p{L}]/u.test(
            text.slice(start + phrase.length),
          ),
        lat: number("lat"),
        lon: number("lon"),
        kind: tagOf(one!, "fcode"),
        name: tag ? tagOf(tag, "name") : decodeURIComponent(page).replaceAll("_", " "),
        country: tagOf(one!, "country"),
      }
    })
    return { text, toponyms }
  })
}
