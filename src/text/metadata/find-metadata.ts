import type { Problem } from "../../core/problem.ts"
import type { MetadataSource, RawReport, Report } from "../../core/report.ts"
import type { Time } from "../../core/value.ts"
import { dateOf, type WrittenDate } from "./find-dates.ts"
import { type PageMetadata, publisherInTitle, type Said } from "./page-metadata.ts"
import { type TextMetadata, tidyByline } from "./text-metadata.ts"

type Metadata = Pick<Report, "url" | "publisher" | "byline" | "title" | "published" | "updated">

/** Joins what the user, the page's metadata, its URL and its text say. The user wins; no date found means no `published`. */
export function findMetadata(
  raw: RawReport,
  page: PageMetadata | undefined,
  text: TextMetadata,
): { metadata: Metadata; problems: Problem[] } {
  const problems: Problem[] = []
  const stated = raw.stated ?? {}
  const user = (value: string | undefined): Said[] =>
    value === undefined || value.trim() === "" ? [] : [{ value: value.trim(), source: "user" }]
  const inText = (values: readonly string[]): Said[] => values.map(value => ({ value, source: "text" }))

  const url = [...user(stated.url), ...user(raw.url), ...(page?.urls ?? []), ...inText(text.urls)][0]
  const titles = [
    ...user(stated.title),
    ...(page?.titles ?? []).slice(0, 1),
    ...inText(text.title === undefined ? [] : [text.title]),
  ]
  const publisher = [
    ...user(stated.publisher),
    ...(page?.publishers ?? []),
    ...[publisherInTitle(page?.title, text.title)].filter(said => said !== undefined),
    ...inText(text.publishers),
  ][0]
  const byline = ([...(page?.bylines ?? []), ...inText(text.byline === undefined ? [] : [text.byline])] as Said[]).map(
    said => ({ ...said, value: tidyByline(said.value) }),
  )[0]
  // The page's metadata often has the title with the publisher's name behind it; the text's own is cut already.
  const title =
    titles[0]?.source !== "user" && text.title !== undefined && titles[0]?.value.startsWith(text.title)
      ? { value: text.title, source: titles[0]!.source }
      : titles[0]

  const published = chooseDate(
    [
      ...user(stated.published).map(said => ({ ...said, date: statedDate(said.value) })),
      ...datesOf(page?.published),
      ...(url ? urlDate(url.value) : []),
      ...text.published.map(date => ({ source: "text" as const, value: date.text, date })),
    ],
    problems,
    "publication",
  )
  const updated = chooseDate(
    [...datesOf(page?.updated), ...text.updated.map(date => ({ source: "text" as const, value: date.text, date }))],
    problems,
    "update",
  )
  if (!published && !problems.some(problem => problem.code === "ambiguous-date"))
    problems.push({
      code: "no-date",
      message: 'no publication date was found in the report; dates counted from it (such as "on Friday") stay open',
    })

  const tidy = (said: Said | undefined) =>
    said
      ? { value: said.value.replace(/\s+/g, " ").trim().normalize("NFC").toWellFormed(), source: said.source }
      : undefined
  return {
    metadata: {
      ...(url ? { url: tidy(url)! } : {}),
      ...(publisher ? { publisher: tidy(publisher)! } : {}),
      ...(byline ? { byline: tidy(byline)! } : {}),
      ...(title ? { title: tidy(title)! } : {}),
      ...(published ? { published } : {}),
      ...(updated ? { updated } : {}),
    },
    problems,
  }
}

interface DateCandidate extends Said {
  readonly date: WrittenDate | undefined
}

function datesOf(said: readonly Said[] | undefined): DateCandidate[] {
  return (said ?? []).map(each => ({ ...each, date: dateOf(each.value) }))
}

/** What the user states is EDTF already and is taken as it is when it begins with a year. */
function statedDate(value: string): WrittenDate | undefined {
  const edtf = /^-?\d{3,4}[\dX]?(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?[~?%]?(?:\/.+)?$/.exec(
    value,
  )
  if (!edtf) return dateOf(value)
  const precision = value.includes("/")
    ? "range"
    : value.includes("T")
      ? "instant"
      : 9 < value.length
        ? "day"
        : 6 < value.length
          ? "month"
          : "year"
  return { start: 0, end: value.length, text: value, edtf: value, precision }
}

/** "/2024/03/25/", "-20311108.html" */
function urlDate(url: string): DateCandidate[] {
  const match = /[/_.-](20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D|$)/.exec(url)
  const date = match ? dateOf(`${match[1]}-${match[2]}-${match[3]}`) : undefined
  return date ? [{ value: match![0], source: "url", date: { ...date, text: match![0].replace(/^[/_.-]/, "") } }] : []
}

/** The first candidate that can be read; a later one that says the same more exactly takes its place. */
function chooseDate(
  candidates: readonly DateCandidate[],
  problems: Problem[],
  what: string,
): { time: Time; source: MetadataSource } | undefined {
  const sure = candidates.filter(candidate => candidate.date !== undefined && candidate.date.edtf !== "")
  const first = sure[0]
  if (!first) {
    const unclear = candidates.find(candidate => candidate.date?.edtf === "")
    if (unclear)
      problems.push({
        code: "ambiguous-date",
        message: `the ${what} date "${unclear.date!.text}" may be day/month or month/day; it is left open`,
      })
    return undefined
  }
  const better =
    first.source === "user"
      ? undefined
      : sure.find(({ date }) => first.date!.edtf.length < date!.edtf.length && date!.edtf.startsWith(first.date!.edtf))
  const { date, source } = better ?? first
  return {
    time: { kind: "time", edtf: date!.edtf, precision: date!.precision, text: date!.text, method: "explicit" },
    source,
  }
}
