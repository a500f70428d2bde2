import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { dayNumber, daysOf, edtfOfDay } from "../src/core/edtf.ts"
import type { TimeMention } from "../src/english/analysis.ts"
import { findTimes } from "../src/english/times/find-times.ts"
import { layOut } from "./lay-out.ts"

// Times against TimeML corpora and against the date and time specifications of MS Recognizers.
// Relaxed: spans that share a character. Strict: equal spans. Value: share of the relaxed hits with the right value.
// A third of a month or year ("early March") is right where the corpus gives the whole. A range counts for both of its ends where the corpus marks them apart; a value with "X" in the corpus is right when ours lies within it.
const { values } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, errors: { type: "string" } },
})
const data = values.data ?? ""
if (!existsSync(data)) {
  console.error(`no folder "${data}"; expected --data FOLDER with temporal/ and recognizers/`)
  process.exit(66)
}

interface Gold {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
  readonly mod: string | undefined
}
interface Score {
  corpus: string
  documents: number
  gold: number
  found: number
  goldHit: number
  foundHit: number
  strictHit: number
  valueRight: number
  tokens: number
  ms: number
}

const errors: string[] = []
const files = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith(".tml"))
        .sort()
        .map(file => join(folder, file))
    : []
const scores = [
  scoreOf("TimeBank", files(join(data, "temporal/tbaq/TimeBank"))),
  scoreOf("AQUAINT", files(join(data, "temporal/tbaq/AQUAINT"))),
  scoreOf("WikiWars", files(join(data, "temporal/wikiwars/tml"))),
]

function scoreOf(corpus: string, paths: readonly string[]): Score {
  const score: Score = {
    corpus,
    documents: 0,
    gold: 0,
    found: 0,
    goldHit: 0,
    foundHit: 0,
    strictHit: 0,
    valueRight: 0,
    tokens: 0,
    ms: 0,
  }
  for (const path of paths) scoreDocument(path, score)
  return score
}

function scoreDocument(path: string, score: Score): void {
  const { text, gold, published } = readTimeMl(readFileSync(path, "utf8"))
  if (text === "") return
  const { sentences, tokens } = layOut(text, /\n[ \t]*\n|\n(?=\t| {2,})/g)
  const time = {
    kind: "time" as const,
    edtf: published,
    precision: "day" as const,
    text: published,
    method: "explicit" as const,
  }
  const before = performance.now()
  const found = findTimes({ report: { id: path, text, published: { time, source: "user" } }, sentences }).value
  score.ms += performance.now() - before
  score.tokens += tokens.length
  score.documents++
  score.gold += gold.length
  score.found += found.length
  const touches = (a: Gold, b: TimeMention) => a.start < b.end && b.start < a.end
  score.foundHit += found.filter(mention => gold.some(one => touches(one, mention))).length
  for (const mention of found)
    if (!gold.some(one => touches(one, mention))) note("spurious", mention.rule, text, mention, mention.time.edtf)
  for (const one of gold) {
    const hits = found.filter(mention => touches(one, mention))
    if (hits.length === 0) {
      note("missed", one.type, text, one, one.value)
      continue
    }
    score.goldHit++
    if (hits.some(mention => mention.start === one.start && mention.end === one.end)) score.strictHit++
    if (hits.some(mention => isRight(one, mention))) score.valueRight++
    else
      note(
        "value",
        hits[0]!.rule,
        text,
        one,
        `${one.value}${one.mod ? ` ${one.mod}` : ""} got ${hits.map(hit => hit.duration ?? (hit.time.edtf || hit.rule)).join(" ")}`,
        published,
      )
  }
}

function note(
  kind: string,
  cause: string,
  text: string,
  span: { start: number; end: number },
  value: string,
  published = "",
): void {
  const shown = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ")
  errors.push(
    `${kind}\t${cause}\t${shown(span.start - 50, span.start)}[${shown(span.start, span.end)}]${shown(span.end, span.end + 30)}\t${value}\t${published}`,
  )
}

function readTimeMl(xml: string): { text: string; gold: Gold[]; published: string } {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? ""
  const creation = /<TIMEX3[^>]*functionInDocument="(?:CREATION_TIME|PUBLICATION_TIME)"[^>]*>/.exec(xml)?.[0] ?? ""
  const published = /value="(\d{4}-\d\d-\d\d)/.exec(creation)?.[1] ?? ""
  const gold: Gold[] = []
  let text = ""
  let last = 0
  let open: { start: number; tag: string } | undefined
  const add = (piece: string) => {
    text += piece
      .replace(/&amp;/g, "&")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
  }
  for (const match of body.matchAll(/<[^>]*>/g)) {
    add(body.slice(last, match.index))
    last = match.index + match[0].length
    if (match[0].startsWith("<TIMEX3")) open = { start: text.length, tag: match[0] }
    else if (match[0] === "</TIMEX3>" && open) {
      const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(open!.tag)?.[1]
      if (attribute("functionInDocument") !== "CREATION_TIME" && text.length > open.start)
        gold.push({
          start: open.start,
          end: text.length,
          type: attribute("type") ?? "",
          value: attribute("value") ?? "",
          mod: attribute("mod"),
        })
      open = undefined
    }
  }
  add(body.slice(last))
  return { text, gold, published }
}

function isRight(gold: Gold, mention: TimeMention): boolean {
  const { value } = gold
  if (value === "PRESENT_REF") return mention.rule === "presentReference"
  if (value === "PAST_REF")
    return mention.rule === "pastReference" || (mention.duration?.includes("X") ?? false) || mention.time.edtf === ""
  if (value === "FUTURE_REF")
    return mention.rule === "futureReference" || (mention.duration?.includes("X") ?? false) || mention.time.edtf === ""
  if (gold.type === "SET") return mention.rule === "recurring"
  if (value.startsWith("P")) return sameDuration(value, mention.duration ?? "")
  const days = goldDays(value)
  const ours = daysOf(mention.time.edtf)
  if (!days || !ours) return false
  if (days.first === ours.first && days.last === ours.last) return true
  const inside = days.first <= ours.first && ours.last <= days.last
  const part = /^(?:the )?(?:early|mid|late|beginning|start|middle|end|close|turn)/i.test(mention.time.text)
  if ((gold.mod || value.includes("X") || part) && inside) return true
  const [from, to] = mention.time.edtf.split("/")
  return [from, to].some(end => {
    const part = to && end ? daysOf(end) : undefined
    return (
      part !== undefined && part.first === days.first && part.last === days.last && mention.time.precision === "range"
    )
  })
}

function sameDuration(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^P(X|\d+)DE$/, (_, n: string) => (n === "X" ? "PXY" : `P${Number(n) * 10}Y`))
      .replace(/^P(X|\d+)Q$/, (_, n: string) => (n === "X" ? "PXM" : `P${Number(n) * 3}M`))
      .replace(/^P(\d+)CE$/, (_, n: string) => `P${Number(n) * 100}Y`)
  return plain(a) === plain(b)
}

function goldDays(value: string): { first: number; last: number } | undefined {
  const plain = value.replace(/T.*$/, "").replace(/-?(MO|AF|EV|NI)$/, "")
  const bc = /^BC(\d+)(.*)$/.exec(plain)
  if (bc) return daysOf(`-${String(Number(bc[1]) - 1).padStart(4, "0")}`)
  const match = /^(\d{4})-?(.*)$/.exec(plain)
  if (!match)
    return /^\d{3}X?$/.test(plain)
      ? daysOf(`${plain.slice(0, 3)}X`)
      : /^\d\d(XX)?$/.test(plain)
        ? daysOf(`${plain.slice(0, 2)}XX`)
        : undefined
  const [, year, rest] = match as unknown as [string, string, string]
  const season = { SP: 21, SU: 22, FA: 23, AU: 23, WI: 24 }[rest]
  if (season) return daysOf(`${year}-${season}`)
  const quarter = /^Q([1-4])$/.exec(rest)
  if (quarter)
    return daysOf(
      `${year}-${String(Number(quarter[1]) * 3 - 2).padStart(2, "0")}/${year}-${String(Number(quarter[1]) * 3).padStart(2, "0")}`,
    )
  const half = /^H([12])$/.exec(rest)
  if (half) return daysOf(half[1] === "1" ? `${year}-01/${year}-06` : `${year}-07/${year}-12`)
  const week = /^W(\d\d)(-WE)?$/.exec(rest)
  if (week) {
    const fourth = dayNumber(Number(year), 1, 4)
    const monday = fourth - ((new Date(fourth * 86_400_000).getUTCDay() + 6) % 7) + 7 * (Number(week[1]) - 1)
    return daysOf(
      week[2] ? `${edtfOfDay(monday + 5)}/${edtfOfDay(monday + 6)}` : `${edtfOfDay(monday)}/${edtfOfDay(monday + 6)}`,
    )
  }
  if (/X/.test(rest)) return daysOf(year)
  return daysOf(plain)
}

// Recognizers: what fits news. Names of months and days get the capital that news gives them. Left out: sets, clock times without a day, open ends ("since 2015"),
// inputs that are no date, and the syntax of chats, files and calendars (CHAT). Right: one mention has one of the expected readings; a stretch counted from now
// may begin or end a day apart ("the next three days").
const CHAT =
  /[A-Za-z]{3,}[/-]\d|\d[/-][A-Za-z]{3}|\d[/ -]\d+[/ -]\d+ ?[-–]|w\/c|\bw?eek \d|\bq[1-4]\b|\bh[12]\b|\b\d{1,2}\/\d{1,2}\b(?!\/)|\bnow\b|@|\beo[dmy]\b|\bytd\b|cortana|\d{1,2}(?:am|pm)-|\basap\b|\d{4} \d\d \d\d|\$/i
// Where its convention is not that of news: a count for "a few", "next Friday" as that of the next week, the end month of "May to Oct" left out, whole quarters,
// what is left of a period ("later this week"), weeks of the ISO grid, "the day", "all day", clock times counted from now.
const CONVENTION =
  /\b(?:few|several|some) \w+s\b|\b(?:next|last|previous|following) (?:mon|tues|wednes|thurs|fri|satur|sun)day|quarters?\b|\b(?:later|earlier) (?:this|in the|previous)|\bto date\b|remaining|partner of|for the (?:day|month)|\ball (?:day|month)|another day|(?:first|last) week of \d|end of (?:the )?(?:day|week|month|this year|year)|\bminutes?\b|\bmin\b|at the moment|at (?:the )?present|this time|(?:may|jan|nov)\b ?(?:to |-)\w+|\d\s?[hdwy]\b|\d(?:years|sec)|the day (?:before|after)\W*$|independence|following week/i
const NAMES =
  /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|apr|jul|aug|sept?|oct|nov|dec|march(?= \d|, \d)|may(?= \d|, \d)|christmas|thanksgiving|easter|halloween)\b/gi
interface Spec {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly NotSupported?: string
  readonly Results: readonly {
    Text: string
    Start: number
    TypeName?: string
    Resolution?: { values?: readonly Record<string, string>[] }
  }[]
}

const specs = { of: 0, right: 0, found: 0 }
const specFile = join(data, "recognizers/DateTime/DateTimeModel.json")
for (const spec of existsSync(specFile)
  ? (JSON.parse(readFileSync(specFile, "utf8").replace(/^\uFEFF/, "")) as Spec[])
  : []) {
  if (spec.NotSupported?.includes("javascript") || CHAT.test(spec.Input) || CONVENTION.test(spec.Input)) continue
  const input = spec.Input.replace(NAMES, name => name[0]!.toUpperCase() + name.slice(1))
  for (const result of spec.Results) {
    if (!result.TypeName || !/\.(date|daterange|datetime|duration)$/.test(result.TypeName)) continue
    const readings = result.Resolution?.values ?? []
    if (
      readings.some(
        one =>
          one.start === "undefined" ||
          one.end === "undefined" ||
          one.value === "not resolved" ||
          (one.type === "daterange" && !(one.start && one.end)) ||
          /before|after|since|until/.test(one.Mod ?? ""),
      )
    )
      continue
    specs.of++
    const published = spec.Context?.ReferenceDateTime?.slice(0, 10) ?? "2016-11-07"
    const time = {
      kind: "time" as const,
      edtf: published,
      precision: "day" as const,
      text: published,
      method: "explicit" as const,
    }
    const found = findTimes({
      report: { id: "spec", text: input, published: { time, source: "user" } },
      ...layOut(input, /\n/g),
    }).value
    const hits = found.filter(
      mention => mention.start < result.Start + result.Text.length && result.Start < mention.end,
    )
    if (0 < hits.length) specs.found++
    if (hits.some(mention => specRight(readings, mention))) specs.right++
    else
      errors.push(
        `spec\t${result.TypeName}\t${spec.Input.replace(/\s+/g, " ")}\t${JSON.stringify(readings.map(one => one.value ?? `${one.start}..${one.end}`))} got ${hits.map(hit => `${hit.time.text}=${hit.duration ?? hit.time.edtf}`).join(" | ")}\t${published}`,
      )
  }
}

function specRight(readings: readonly Record<string, string>[], mention: TimeMention): boolean {
  const ours = daysOf(mention.time.edtf)
  return readings.some(reading => {
    if (reading.type === "duration")
      return mention.duration !== undefined && seconds(mention.duration) === Number(reading.value)
    if (!ours) return false
    const slack = mention.time.method === "relative-to-publication" ? 1 : 0
    if (reading.start && reading.end) {
      const start = daysOf(reading.start.slice(0, 10))
      const end = daysOf(reading.end.slice(0, 10))
      if (!start || !end) return false
      const late = ours.last - end.first
      return Math.abs(ours.first - start.first) <= slack && -slack - 1 <= late && late <= slack
    }
    const value = reading.value ? daysOf(reading.value.slice(0, 10)) : undefined
    return value !== undefined && value.first === ours.first && value.last === ours.last
  })
}

function seconds(duration: string): number {
  const match = /^P(T?)([\d.]+)([SMHDWY])$/.exec(duration)
  if (!match) return Number.NaN
  const unit = match[1]
    ? { S: 1, M: 60, H: 3600 }[match[3]!]
    : { D: 86400, W: 604800, M: 2592000, Y: 31536000 }[match[3]!]
  return Number(match[2]) * (unit ?? Number.NaN)
}

const rounded = (value: number) => Math.round(value * 1000) / 10
const f1 = (hit: number, foundHit: number, gold: number, found: number) =>
  rounded((2 * (hit / gold) * (foundHit / found)) / (hit / gold + foundHit / found))
const table = scores
  .filter(score => 0 < score.gold)
  .map(score => ({
    corpus: score.corpus,
    documents: score.documents,
    gold: score.gold,
    precision: rounded(score.foundHit / score.found),
    recall: rounded(score.goldHit / score.gold),
    relaxedF1: f1(score.goldHit, score.foundHit, score.gold, score.found),
    strictF1: f1(score.strictHit, score.strictHit, score.gold, score.found),
    valueOfFound: rounded(score.valueRight / score.goldHit),
    errorsPer1000: Math.round((1000 * (score.found - score.foundHit + score.gold - score.valueRight)) / score.tokens),
    tokensPerSecond: Math.round((1000 * score.tokens) / score.ms),
  }))
const spec = { of: specs.of, found: rounded(specs.found / specs.of), right: rounded(specs.right / specs.of) }
if (values.errors) for (const error of errors.filter(line => line.startsWith(values.errors!)).sort()) console.log(error)
else if (values.json) console.log(JSON.stringify({ times: table, recognizers: spec }))
else {
  console.table(table)
  console.log(`recognizers: ${spec.right} % of ${spec.of} right, ${spec.found} % found`)
}
