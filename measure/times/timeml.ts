import { readFileSync } from "node:fs"
import { dayNumber, daysOf, edtfOfDay } from "../../src/core/edtf.ts"
import type { TimeMention } from "../../src/english/analysis.ts"
import { findTimes } from "../../src/english/times/find-times.ts"
import { layOut } from "../lay-out.ts"

// Times against TimeML. Relaxed: spans that share a character. Strict: equal spans. Value: the value of a relaxed hit is right.
// A third of a month or year ("early March") is right where the corpus gives the whole; a range counts for both of its ends where the corpus marks them apart;
// a value with "X" in the corpus is right when ours lies within it; of a time that comes again (SET) only that it does is looked at; clock times are not compared.

interface Gold {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
  readonly mod: string | undefined
}

/** Sums over the documents of one corpus; `ms` is the time spent in `findTimes`. */
export interface Score {
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

/** All documents of one corpus; `note` is called for each error with its tab-separated fields. */
export function scoreCorpus(corpus: string, paths: readonly string[], note: (line: string) => void): Score {
  const score = emptyScore(corpus)
  for (const path of paths) scoreDocument(path, score, note)
  return score
}

/** Several corpora as one. */
export function sumOf(scores: readonly Score[]): Score {
  const sum = emptyScore(scores.map(score => score.corpus).join("+"))
  for (const score of scores)
    for (const key of Object.keys(sum) as (keyof Score)[]) if (key !== "corpus") sum[key] += score[key]
  return sum
}

function emptyScore(corpus: string): Score {
  return {
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
}

/** One row of the table, shares in percent. */
export function rowOf(score: Score): Record<string, string | number> {
  const share = (hit: number, of: number) => rounded(hit / of)
  const f1 = (hit: number, foundHit: number) => {
    const [recall, precision] = [hit / score.gold, foundHit / score.found]
    return rounded((2 * recall * precision) / (recall + precision))
  }
  return {
    corpus: score.corpus,
    documents: score.documents,
    gold: score.gold,
    precision: share(score.foundHit, score.found),
    recall: share(score.goldHit, score.gold),
    relaxedF1: f1(score.goldHit, score.foundHit),
    strictF1: f1(score.strictHit, score.strictHit),
    valueOfFound: share(score.valueRight, score.goldHit),
    valueF1: f1(score.valueRight, score.valueRight),
    errorsPer1000: Math.round((1000 * (score.found - score.foundHit + score.gold - score.valueRight)) / score.tokens),
    tokensPerSecond: Math.round((1000 * score.tokens) / score.ms),
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 10

function scoreDocument(path: string, score: Score, note: (line: string) => void): void {
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
  const shown = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ")
  const tell = (kind: string, cause: string, { start, end }: { start: number; end: number }, value: string) =>
    note(
      `${kind}\t${cause}\t${shown(start - 50, start)}[${shown(start, end)}]${shown(end, end + 30)}\t${value}\t${published}`,
    )
  score.foundHit += found.filter(mention => gold.some(one => touches(one, mention))).length
  for (const mention of found)
    if (!gold.some(one => touches(one, mention))) tell("spurious", mention.rule, mention, mention.time.edtf)
  for (const one of gold) {
    const hits = found.filter(mention => touches(one, mention))
    if (hits.length === 0) {
      tell("missed", one.type, one, one.value)
      continue
    }
    score.goldHit++
    if (hits.some(mention => mention.start === one.start && mention.end === one.end)) score.strictHit++
    else tell("extent", hits[0]!.rule, one, hits.map(hit => `[${hit.time.text.replace(/\s+/g, " ")}]`).join(" "))
    if (hits.some(mention => isRight(one, mention))) score.valueRight++
    else
      tell(
        "value",
        hits[0]!.rule,
        one,
        `${one.value}${one.mod ? ` ${one.mod}` : ""} got ${hits.map(hit => hit.duration ?? (hit.time.edtf || hit.rule)).join(" ")}`,
      )
  }
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
  // A past or future nobody can date: right when no value is given either.
  const undated = mention.time.edtf === "" && (mention.duration?.includes("X") ?? true)
  if (value === "PAST_REF") return undated && !/^(?:present|future)Reference$/.test(mention.rule)
  if (value === "FUTURE_REF") return undated && !/^(?:present|past)Reference$/.test(mention.rule)
  if (gold.type === "SET") return mention.rule === "recurring"
  if (value.startsWith("P")) return sameDuration(value, mention.duration ?? "")
  const days = goldDays(value)
  const ours = daysOf(mention.time.edtf)
  if (!days || !ours) return false
  if (days.first === ours.first && days.last === ours.last) return true
  const inside = days.first <= ours.first && ours.last <= days.last
  const part = /^(?:the )?(?:early|earlier|mid|late|rest|remainder|beginning|start|middle|end|close|turn)/i.test(
    mention.time.text,
  )
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
