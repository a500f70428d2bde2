import type { MetadataSource } from "../../core/report.ts"
import type { PageFacts } from "../html/read-html.ts"
import { sectionNames } from "../label/furniture.ts"
import { shareIn, wordsOf } from "../label/words.ts"
import { isOutletName } from "./date-line.ts"

/** A value with how it is known. Dates are still text here. */
export interface Said {
  readonly value: string
  readonly source: MetadataSource
}

/** What a page's own metadata says, best source first in each list. */
export interface PageMetadata {
  /** The <title> as it is. */
  readonly title: string | undefined
  readonly titles: readonly Said[]
  readonly publishers: readonly Said[]
  readonly bylines: readonly Said[]
  readonly urls: readonly Said[]
  readonly published: readonly Said[]
  readonly updated: readonly Said[]
}

const metaNames = {
  titles: [
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "title",
  ],
  publishers: [
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "article:publisher_name",
    "application-name",
    "cre",
    "copyright",
  ],
  bylines: [
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "og:article:author",
  ],
  urls: ["og:url", "parsely-link", "twitter:url"],
  published: [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "publish_date",
    "published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "datecreated",
    "timestamp",
  ],
  updated: [
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article.updated",
    "moddate",
    "revised",
  ],
} as const

/** Reads JSON-LD, then OpenGraph and other meta elements. Malformed JSON is passed over. */
export function readPageMetadata(facts: PageFacts): PageMetadata {
  const articles = facts.jsonLd.flatMap(readJsonLd).sort((a, b) => rankOf(a) - rankOf(b))
  const fromLd = (pick: (article: Json) => unknown): Said[] =>
    articles.flatMap(article => textsOf(pick(article))).map(value => ({ value, source: "json-ld" as const }))
  const fromMeta = (names: readonly string[]): Said[] =>
    names.flatMap(name =>
      facts.metas
        .filter(meta => meta.name.replace(/^(dc|dcterms?|rnews):/, "$1.").replace(/^dcterm\./, "dcterms.") === name)
        .map(({ content }) => ({
          value: content,
          source: /^(og|article):/.test(name) ? ("opengraph" as const) : ("meta" as const),
        })),
    )
  const times = facts.times.filter(time => !time.inFurniture).sort((a, b) => Number(b.inArticle) - Number(a.inArticle))
  const isUpdate = (role: string) => /modif|updat/i.test(role)
  return {
    title: facts.title,
    titles: fitting([...fromLd(article => article.headline), ...fromMeta(metaNames.titles)], facts.title),
    publishers: [
      ...fromLd(article => nameOf(article.publisher)),
      ...fromMeta(metaNames.publishers).filter(({ value }) => value.length <= 60 && !/^https?:|©/.test(value)),
    ],
    bylines: [
      ...articles
        .map(article => namesOf(article.author))
        .filter(names => names !== "")
        .map(value => ({ value, source: "json-ld" as const })),
      ...fromMeta(metaNames.bylines).filter(({ value }) => !/^https?:|^@/.test(value) && value.length <= 200),
    ],
    urls: [
      ...(facts.canonical ? [{ value: facts.canonical, source: "meta" as const }] : []),
      ...fromMeta(metaNames.urls),
      ...fromLd(article => article.url ?? nameOf(article.mainEntityOfPage, "@id")),
    ].filter(({ value }) => /^https?:\/\//i.test(value)),
    published: [
      ...fromLd(article => article.datePublished ?? article.dateCreated),
      ...fromMeta(metaNames.published),
      ...times
        .filter(time => !isUpdate(time.role))
        .map(({ datetime }) => ({ value: datetime, source: "time-element" as const })),
    ],
    updated: [
      ...fromLd(article => article.dateModified),
      ...fromMeta(metaNames.updated),
      ...times
        .filter(time => isUpdate(time.role))
        .map(({ datetime }) => ({ value: datetime, source: "time-element" as const })),
    ],
  }
}

/** Headlines that share their words with the page's own <title>; some sites fill them with something else. All of them when none does. */
function fitting(titles: readonly Said[], title: string | undefined): readonly Said[] {
  if (title === undefined) return titles
  const fit = titles.filter(({ value }) => 0.5 <= Math.max(shareIn(value, title), shareIn(title, value)))
  return fit.length === 0 && 1 < wordsOf(title).length && titles.every(({ source }) => source === "json-ld")
    ? []
    : fit.length === 0
      ? titles
      : fit
}

/** The site's name in a <title> such as "Bomb closes port | World | The Delta Post", told by what is more than the headline. */
export function publisherInTitle(title: string | undefined, headline: string | undefined): Said | undefined {
  if (title === undefined || headline === undefined || headline.length < 8) return undefined
  const [full, short] = [title.replace(/\s+/g, " "), headline.replace(/\s+/g, " ")]
  const at = full.toLowerCase().indexOf(short.toLowerCase())
  if (at === -1) return undefined
  const behind = /(?:^|.*\s)([|·•»–—:/-])\s+([^|·•»–—]+)$/u.exec(full.slice(at + short.length))
  const before = /^([^|·•»–—:]+?)\s*([|·•»–—:-])\s/u.exec(full.slice(0, at))
  const [name, mark] = behind ? [behind[2]!, behind[1]!] : before ? [before[1]!, before[2]!] : []
  if (name === undefined || 40 < name.length || 5 < wordsOf(name).length || sectionNames.includes(name.toLowerCase()))
    return undefined
  // Behind a dash or before a colon may stand a part of the headline; a bar parts only the site's name.
  const fits = /^(\p{Lu}|\d)/u.test(name) && (/[|·•»]/.test(mark!) || isOutletName(name))
  return fits ? { value: name.trim(), source: "meta" } : undefined
}

type Json = Readonly<Record<string, unknown>>

/** All objects that describe an article or the page, from one JSON-LD script. */
function readJsonLd(text: string): Json[] {
  const found: Json[] = []
  let value: unknown
  try {
    value = JSON.parse(
      text.trim().replace(/^<!--|-->$|^\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\/$|^\s*<!\[CDATA\[|\]\]>\s*$/g, ""),
    )
  } catch {
    return found
  }
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.shift(); next && found.length < 50; next = open.shift()) {
    if (4 < next.depth) continue
    if (Array.isArray(next.value))
      for (const item of next.value.slice(0, 200)) open.push({ value: item, depth: next.depth + 1 })
    else if (isObject(next.value)) {
      if (rankOf(next.value) < 9) found.push(next.value)
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"])
        if (key !== "itemListElement" && next.value[key] !== undefined)
          open.push({ value: next.value[key], depth: next.depth + 1 })
    }
  }
  return found
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Articles come before pages; other things (sites, lists, companies) are not read. */
function rankOf(item: Json): number {
  const types = textsOf(item["@type"]).join(" ")
  if (/(News|Reportage|Analysis|Opinion|Background|Satirical|Review).*Article/i.test(types)) return 0
  if (/Article|BlogPosting|Report\b|Posting/i.test(types)) return 1
  if (/WebPage|VideoObject/i.test(types)) return /WebPage/i.test(types) ? 2 : 9
  return 9
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return []
}

function nameOf(value: unknown, key = "name"): string | undefined {
  if (Array.isArray(value)) return nameOf(value[0], key)
  if (isObject(value)) return textsOf(value[key])[0]
  return typeof value === "string" && !/^https?:/.test(value) ? value : undefined
}

function namesOf(value: unknown): string {
  const all = Array.isArray(value) ? value : [value]
  return all
    .map(item => nameOf(item))
    .filter(name => name !== undefined && name.length <= 80)
    .join(", ")
}
