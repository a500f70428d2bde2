import { isStoryLabel, type Labelled } from "../label/line.ts"
import { mastheadOf } from "../label/line-rules.ts"
import { readDateLine } from "./date-line.ts"
import { findDates, type WrittenDate } from "./find-dates.ts"

/** What the labelled text itself says. Dates are in order of trust. */
export interface TextMetadata {
  readonly title?: string
  readonly publishers: readonly string[]
  readonly byline?: string
  readonly urls: readonly string[]
  readonly published: readonly WrittenDate[]
  readonly updated: readonly WrittenDate[]
}

/** How far from the top a masthead, byline or date is looked for, in lines. */
const HEAD_LINES = 40

/** Reads dates, byline and publisher off the labelled lines around the story. */
export function readTextMetadata(
  labelled: readonly Labelled[],
  title: number | undefined,
  titleText: string | undefined,
  publishers: readonly string[],
): TextMetadata {
  const firstBody = labelled.findIndex(({ label, line }) => label === "paragraph" && 60 < line.text.length)
  // A summary often stands above byline and date, so two paragraphs still belong to the head.
  const bodies = labelled.flatMap(({ label, line }, index) =>
    label === "paragraph" && 60 < line.text.length ? [index] : [],
  )
  const headEnd = bodies[2] ?? Math.min(labelled.length, HEAD_LINES)
  const head = labelled.slice(0, headEnd)
  const lastBody = labelled.findLastIndex(({ label }) => label === "paragraph" || label === "list-item")
  const tail = lastBody === -1 ? [] : labelled.slice(Math.max(headEnd, lastBody + 1))

  const published: WrittenDate[] = []
  const updated: WrittenDate[] = []
  const unsaid: { date: WrittenDate; rank: number }[] = []
  const names: string[] = []
  const authors: string[] = []
  const read = (item: Labelled, index: number, place: "head" | "tail"): void => {
    const { line } = item
    // The date in a page's masthead is that of the visit.
    if (line.markup && (title === undefined || index < title) && !line.markup.inArticle) return
    const dates = readDateLine(line.text)
    if (dates?.name !== undefined && line.markup?.categories.has("byline")) authors.push(dates.name)
    else if (dates?.name !== undefined && !/^(the )?\d/.test(dates.name)) names.push(dates.name)
    for (const date of dates?.dates ?? []) {
      if (date.role === "updated") updated.push(date)
      else if (date.role === "published") published.push(date)
      else
        unsaid.push({
          date,
          rank:
            place === "tail"
              ? 3
              : title !== undefined && index < title
                ? 1
                : firstBody !== -1 && firstBody < index
                  ? 2
                  : 0,
        })
    }
  }
  head.forEach((item, index) => {
    if (item.label === "dateline") read(item, index, "head")
    else if (item.label === "byline") for (const date of findDates(item.line.text)) unsaid.push({ date, rank: 0 })
  })
  tail.forEach((item, at) => {
    // Only the lines right behind the story: dates further down belong to other stories.
    const between = tail
      .slice(0, at)
      .every(({ label }) => isStoryLabel(label) || label === "share-bar" || label === "source-link")
    if (item.label === "dateline" && between) read(item, headEnd + at, "tail")
  })
  const bestRank = Math.min(...unsaid.map(({ rank }) => rank))
  const plain = unsaid.filter(({ rank }) => rank === bestRank).map(({ date }) => date)
  // Place, date and agency before the first sentence: the date when it was written there.
  const dateline = labelled.slice(Math.max(0, firstBody), headEnd + 1).find(({ label }) => label === "paragraph")
  const filed = dateline
    ? findDates(dateline.line.text.slice(0, 90)).filter(date => date.end < 70 && isInDateline(dateline.line.text, date))
    : []

  const byline = labelled.find(
    ({ label, line }, index) => label === "byline" && (index < headEnd + 2 || line.markup !== undefined),
  )
  const masthead = labelled
    .filter(({ rule }) => rule === "labelHead" || rule === "masthead")
    .flatMap(({ line }) => mastheadOf(line.text) ?? [])
  const keyed = head.flatMap(({ line }) => {
    const match =
      /^(publisher|publication|outlet|newspaper|site name|source|urls?|link|permalink|source url)\s?:\s*(\S.{0,300})$/i.exec(
        line.text,
      )
    return match ? [{ key: match[1]!.toLowerCase(), value: match[2]!.trim() }] : []
  })
  const isUrl = (value: string) => /^https?:\/\/\S+$/i.test(value)
  return {
    urls: keyed.filter(({ value }) => isUrl(value)).map(({ value }) => value),
    ...(titleText === undefined ? {} : { title: titleText }),
    publishers: [
      ...keyed
        .filter(({ key, value }) => /^(pub|out|news|site|source$)/.test(key) && !isUrl(value) && value.length <= 60)
        .map(({ value }) => value),
      ...publishers,
      ...names.filter(name => mastheadOf(name) !== undefined),
      ...masthead.map(unshout),
    ],
    ...(byline ? { byline: tidyByline(byline.line.text) } : authors[0] === undefined ? {} : { byline: authors[0] }),
    published: [...published, ...plain.slice(0, 1), ...filed],
    updated,
  }
}

/** "PORT SELLA, 3 May 2031 (Agency) -" */
function isInDateline(text: string, date: WrittenDate): boolean {
  return (
    /^\p{Lu}[^.!?]{1,40}$/u.test(text.slice(0, date.start)) &&
    /^\s*(\([^)]{2,40}\))?\s*(-|–|—|:)/.test(text.slice(date.end))
  )
}

/** The names without "By" before them and a date behind them. */
export function tidyByline(text: string): string {
  const names = text.replace(/^(by|words by|written by|story by|text by|reported by|authors?)[:\s]\s*/i, "")
  const date = findDates(names)[0]
  return (date ? names.slice(0, date.start) : names).replace(/[\s|,•·–—-]+$/, "").trim()
}

/** "RIOPLATE MONITOR" as a name: "Rioplate Monitor". */
function unshout(name: string): string {
  return /\p{Ll}/u.test(name) ? name : name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, letter => letter.toUpperCase())
}
