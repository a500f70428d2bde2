import { dayNumber, daysOf, edtfOfDay } from "../../src/core/edtf.ts"
import type { TimeMention } from "../../src/english/analysis.ts"
import { findTimes } from "../../src/english/times/find-times.ts"
import { layOut } from "../lay-out.ts"
import type { Part } from "../part.ts"
import { type TimeDocument, type TimeExpression, timeMl } from "../read/time-ml.ts"
import { emptyTally, f1Figure, inContext, shareFigure } from "../tally.ts"

/**
 * Times against TimeML. Found: spans that share a character. Strict: equal spans. Value: found, and with the right value.
 * A third of a month or year ("early March") is right where the corpus gives the whole; a range counts for both of its ends where the corpus marks them apart;
 * a value with "X" in the corpus is right when ours lies within it; of a time that comes again (SET) only that it does is looked at; clock times are not compared.
 */
export const times: Part<TimeDocument> = {
  name: "times",
  about: "dates, times of day and stretches of time, and their values",
  format: timeMl,
  measure(documents, run) {
    const [loose, strict, value] = [emptyTally(), emptyTally(), emptyTally()]
    for (const { id, text, times: gold, published } of documents) {
      const { sentences } = layOut(text, /\n[ \t]*\n|\n(?=\t| {2,})/g)
      const time = { kind: "time", edtf: published, precision: "day", text: published, method: "explicit" } as const
      const found = findTimes({ report: { id, text, published: { time, source: "user" } }, sentences }).value
      const touches = (a: TimeExpression, b: TimeMention) => a.start < b.end && b.start < a.end
      const tell = (kind: string, span: { start: number; end: number }, words: string) =>
        run.wrong(kind, `${inContext(text, span)} ${words}, told on ${published}`)
      for (const tally of [loose, strict, value]) {
        tally.gold += gold.length
        tally.found += found.length
      }
      for (const mention of found)
        if (gold.some(one => touches(one, mention))) loose.foundHit++
        else tell("a time where none is", mention, `${mention.time.edtf} (${mention.rule})`)
      for (const one of gold) {
        const hits = found.filter(mention => touches(one, mention))
        if (hits.length === 0) {
          tell(`${one.type || "time"} missed`, one, one.value)
          continue
        }
        loose.goldHit++
        if (hits.some(mention => mention.start === one.start && mention.end === one.end)) strict.goldHit++
        else tell("other bounds", one, hits.map(hit => `[${hit.time.text.replace(/\s+/g, " ")}]`).join(" "))
        if (hits.some(mention => isRight(one, mention))) value.goldHit++
        else
          tell(
            `${one.type || "time"} with another value`,
            one,
            `${one.value}${one.mod ? ` ${one.mod}` : ""} got ${hits.map(hit => `${hit.duration ?? hit.time.edtf} (${hit.rule})`).join(" ")}`,
          )
      }
    }
    // One of ours may touch two of the corpus; a hit with the right bounds or value counts once on both sides.
    for (const tally of [strict, value]) tally.foundHit = Math.min(tally.goldHit, tally.found)
    return [
      f1Figure("found F1", loose, "expressions"),
      f1Figure("strict F1", strict, "expressions"),
      shareFigure("value right of those found", value.goldHit, loose.goldHit, "expressions found"),
      f1Figure("value F1", value, "expressions"),
    ]
  },
}

function isRight(gold: TimeExpression, mention: TimeMention): boolean {
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
