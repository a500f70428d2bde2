import type { Origin } from "../core/casefile.ts"
import { countInWords } from "../core/count.ts"
import { placeName } from "../core/place.ts"
import type { Place, Time, Value } from "../core/value.ts"

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]
const seasons: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" }

/** An EDTF text as people write it: "22 March 2024", "August 2021", "about 2014", "1-10 March 2024", "unknown" for "". */
export function edtfInWords(edtf: string): string {
  if (edtf === "") return "unknown"
  const about = edtf.includes("~") || edtf.includes("?") || edtf.includes("%") ? "about " : ""
  const plain = edtf.replace(/[~?%]/g, "")
  const [from, to] = plain.split("/")
  if (to !== undefined) return about + rangeInWords(from!, to)
  return about + dateInWords(plain)
}

function dateInWords(edtf: string): string {
  const [date, clock] = edtf.split("T")
  const [year, month, day] = date!.split("-")
  if (/X/.test(year!))
    return year!.endsWith("XX") ? `the ${year!.replace("XX", "00")}s` : `the ${year!.replace("X", "0")}s`
  const season = month && seasons[month]
  if (season) return `${season} ${year}`
  if (!month) return year!
  const name = months[Number(month) - 1]
  if (!day) return `${name} ${year}`
  const words = `${Number(day)} ${name} ${year}`
  return clock ? `${words}, ${clock.slice(0, 5)}${clock.endsWith("Z") ? " UTC" : ""}` : words
}

function rangeInWords(from: string, to: string): string {
  if (from === ".." || from === "") return `until ${dateInWords(to)}`
  if (to === ".." || to === "") return `since ${dateInWords(from)}`
  const [fromYear, fromMonth, fromDay] = from.split("-")
  const [toYear, toMonth, toDay] = to.split("-")
  if (fromDay && toDay && fromYear === toYear && fromMonth === toMonth)
    return `${Number(fromDay)}-${Number(toDay)} ${months[Number(fromMonth) - 1]} ${fromYear}`
  return `${dateInWords(from)} to ${dateInWords(to)}`
}

/** A time as people write it; the words of the report stand beside it when the calendar alone would say more or less than they do. */
export function timeInWords(time: Time): string {
  if (time.edtf === "") return time.text === "" ? "unknown" : `"${time.text}" (no date can be given)`
  const words = edtfInWords(time.edtf)
  return time.precision === "daypart" && time.text !== "" ? `${words} ("${time.text}")` : words
}

/** A value as people write it. */
export function valueInWords(value: Value): string {
  switch (value.kind) {
    case "time":
      return timeInWords(value)
    case "count": {
      // "Many others" is no number; "as many as 170" is up to 170.
      if (value.qualifier === "vague" && value.high === null) return `"${value.text}"`
      const number = countInWords(value.qualifier === "at-most" ? { low: 0, high: value.high } : value)
      const scope = value.of === "total" || value.of === "people" || value.of === "" ? "" : ` ${value.of}`
      return value.qualifier === "vague" ? `${number}${scope} ("${value.text}")` : `${number}${scope}`
    }
    case "place":
      return placeInWords(value)
    case "entity":
      return value.name
    case "text":
      return value.text
  }
}

/** A value in as few letters as say it: "143+", "40-60", "≤ 5", "“scores”", a date without its words, a place without what holds it. */
export function valueInShort(value: Value): string {
  if (value.kind === "time" && value.edtf !== "") return edtfInWords(value.edtf)
  if (value.kind === "place") return placeName(value)
  if (value.kind !== "count") return valueInWords(value)
  const { low, high, qualifier, text } = value
  if (qualifier === "vague") return `“${text}”`
  if (high === null && qualifier === "more-than") return `> ${low - 1}`
  if (high === null) return low === 0 ? "unknown" : `${low}+`
  if (low === high) return String(low)
  return qualifier === "at-most" || low === 0 ? `≤ ${high}` : `${low}-${high}`
}

/** A day without its year: "24 Mar"; of what is no day, all of it. */
export function dayInShort(edtf: string): string {
  return edtfInWords(edtf.slice(0, 10)).replace(/^(\d+ \p{L}{3})\p{L}* \d+$/u, "$1")
}

/** A place with what holds it: a site with its town and land, a town with its land. "near" stays in the words. */
function placeInWords(place: Place): string {
  const { within = [], precision } = place
  const name = placeName(place)
  const near = precision === "near-settlement" || precision === "vicinity" ? "near " : ""
  const holders = precision === "site" ? [within[0], within.at(-1)] : [within.at(-1)]
  const shown = [...new Set(holders)].filter(holder => holder !== undefined && !name.includes(holder))
  return near + [name, ...shown].join(", ")
}

/** "1 report", "3 reports". */
export function counted(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`
}

/** "3 origins", "2-3 origins". The one place that writes a number of origins. */
export function originsInWords(origins: { low: number; high: number }): string {
  return origins.low === origins.high ? counted(origins.high, "origin") : `${origins.low}-${origins.high} origins`
}

/** Slots whose key is no word a reader would use. */
const slotWords: Readonly<Record<string, string>> = {
  agent: "by",
  party: "parties",
  peak: "strongest in",
  "perpetrators-count": "perpetrators",
}

/** A slot's key as a person would write it: "claimed-by" -> "claimed by". */
export function slotInWords(slot: string): string {
  return slotWords[slot] ?? slot.replaceAll("-", " ")
}

/** A sentence of the case with its days as people write them: "2031-05-03" -> "3 May 2031". */
export function datesInWords(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?\b/g, edtfInWords)
}

/** Words of a report between quotation marks; theirs are kept, and not doubled where they stand around the whole. */
export function quoted(text: string): string {
  const plain = text.trim()
  const inner = /^[“"«„]([^“”"«»„]*)[”"»]$/.exec(plain)
  return `“${inner ? inner[1] : plain}”`
}

/** At most `length` characters, cut at a word, with "…" when something was left out. */
export function shortened(text: string, length: number): string {
  const flat = text.replace(/\s+/g, " ").trim()
  if (flat.length <= length) return flat
  const cut = flat.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).replace(/[\s,;:–—-]+$/, "")} …`
}

/** Ranks and titles before a name, which reports set between an office and its holder. Source: English; Apache-2.0. */
const RANKS =
  /(?:[\s,]*\b(?:Gen|Maj|Lt|Col|Adm|Capt|Cpt|Cmdr|Sgt|Brig|Rear|Vice|Dr|Prof|Mr|Mrs|Ms|Rev|Sen|Rep|Gov|Sir|Dame)\b\.?)+$/u

/** A role as people write it, without the rank that belongs to the name: "Central Command chief Gen." -> "Central Command chief". "" for a title alone. */
export function roleInWords(role: string): string {
  const office = role.replace(RANKS, "").trim()
  // "the Wilson Center" is where he works, not what he is.
  return /^the \p{Lu}/u.test(office) && !/ \p{Ll}{4,}/u.test(office) ? `of ${office}` : office
}

/** Roles as people write them, those left out that say no more than another: each word of "director of intelligence" stands in "the director of U.S. intelligence". */
export function rolesInWords(roles: readonly string[]): readonly string[] {
  return withoutContained([...new Set(roles.map(roleInWords))].filter(role => role !== ""))
}

/** The names that say more than others, in their order: "the Senate defence committee" beside "the Defense Committee in the Senate" and "the committee" is one. */
export function withoutContained(names: readonly string[]): readonly string[] {
  const bags = names.map(contentWords)
  const holds = (large: ReadonlySet<string>, small: ReadonlySet<string>) => [...small].every(word => large.has(word))
  return names.filter(
    (_, index) =>
      !bags.some((other, place) => {
        const own = bags[index]!
        if (place === index || !holds(other, own)) return false
        return own.size < other.size || place < index
      }),
  )
}

/** Words without content in names and roles. Source: English; Apache-2.0. */
const EMPTY = /^(?:the|a|an|of|in|on|at|for|to|and|its|his|her|their|as|who|s)$/u

/** The words with content, British and American spelling alike. */
function contentWords(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.filter(word => !EMPTY.test(word)).map(word => word.replace(/ence$/u, "ense").replace(/our$/u, "or")),
  )
}

/** Who warned when no report tells it. */
export const UNNAMED = "somebody not named"

/** What an origin is. */
const originWords: Readonly<Record<Origin["kind"], string>> = {
  "own-reporting": "own reporting",
  wire: "wire",
  "official-statement": "official statement",
  "group-claim": "word of an armed group",
  document: "document",
  person: "word of a person",
  unproven: "not proven",
}

/** What an origin is, in words. */
export function originKindInWords(kind: Origin["kind"]): string {
  return originWords[kind]
}

/** Where the text of a report comes from, as far as it is proven. */
export type ReportKind = "own-reporting" | "wire" | "copy" | "rewrite" | "update" | "cites" | "unproven"

const reportKindWords: Readonly<Record<ReportKind, string>> = {
  "own-reporting": "own reporting",
  wire: "wire",
  copy: "copy",
  rewrite: "rewrite",
  update: "update",
  cites: "rests on sources it names",
  unproven: "origin not proven",
}

/** Where the text of a report comes from, in words. */
export function reportKindInWords(kind: ReportKind): string {
  return reportKindWords[kind]
}
