import { isOutletName } from "../metadata/date-line.ts"
import type { Label } from "./line.ts"

/** Where a line is cut in parts of different labels, as offsets into its text. Parts are in order and cover all but white space. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly label: Label
}

const wirePrefix =
  /^(?:(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|REPEAT|RECAST|BREAKING|URGENT|ALERT|FLASH|LEAD|ADVISORY|KILL)(?: ?\d+)?(?:\s?[-–—:]\s?|\s\d+[-–—:]\s?))+(?=\S)/

const titleKey = /^(?:title|headline|heading|subject)\s?:\s+(?=\S)/i

/** A title without the marks of a wire's versions before it and the publisher's name behind it. */
export function cutTitle(text: string, publishers: readonly string[]): { parts: Part[]; publisher?: string } {
  const parts: Part[] = []
  const start = (titleKey.exec(text) ?? wirePrefix.exec(text))?.[0].length ?? 0
  if (0 < start) parts.push({ start: 0, end: text.slice(0, start).trimEnd().length, label: "metadata" })
  const cut = publisherBehind(text, publishers)
  const end = cut?.start ?? text.length
  parts.push({ start, end, label: "title" })
  if (!cut) return { parts }
  parts.push({ start: cut.nameStart, end: text.length, label: "metadata" })
  return { parts, publisher: text.slice(cut.nameStart) }
}

/** " – Times of India", " | The Pampero Times", " · Montevideo Standard" */
function publisherBehind(
  text: string,
  publishers: readonly string[],
): { start: number; nameStart: number } | undefined {
  const station = stationBehind(text)
  if (station) return station
  const match = /\s*(?:\s[–—|·•:»/-]+|\|)\s+([^–—|·]{2,60})$/u.exec(text)
  if (!match || match.index < 8) return undefined
  const name = match[1]!.trim()
  const known = publishers.some(publisher => publisher.toLowerCase() === name.toLowerCase())
  if (
    !known &&
    !(
      /^(\p{Lu}|\d)/u.test(name) &&
      isOutletName(name) &&
      name.split(/\s+/).every(word => /^(\p{Lu}|\d|of$|the$|and$|&$|de$)/u.test(word))
    )
  )
    return undefined
  return { start: match.index, nameStart: match.index + match[0].length - match[1]!.length }
}

/** What broadcasters call themselves in titles: call signs of North America, channels, addresses, "News, Weather, Sports". */
const stationWords =
  /\b[KW]\p{Lu}{2,3}(?:-?TV|\d*)\b|\b(?:ABC|CBS|CW|FOX|Fox|NBC)\s?\d+\b|\bNews\s?(?:Channel\s?)?\d+\b|\b\d+\s?News\b|\bChannel \d+\b|\b\p{L}[\p{L}\d-]+\.(?:com|net|org|tv)\b|\b[Nn]ews\b.*\b[Ww]eather\b/u

/** " - WXYZ Action News 5 - Delta, Ohio": a broadcaster's name with what it adds to it, in one or several parts. Headlines are longer than this. */
function stationBehind(text: string): { start: number; nameStart: number } | undefined {
  for (const match of text.matchAll(/\s+(?:[–—|·•»-]|::?)\s+(?=\S)/gu)) {
    const tail = text.slice(match.index + match[0].length)
    if (match.index < 15 || 90 < tail.length || !stationWords.test(tail)) continue
    const words = tail.match(/[\p{L}\d][\p{L}\d.'’-]+/gu) ?? []
    const small = words.filter(
      word => /^\p{Ll}/u.test(word) && !/^(?:and|of|in|for|to|the|your|on|weather|sports?|news|authority)$/.test(word),
    )
    if (small.filter(word => !word.includes(".")).length === 0)
      return { start: match.index, nameStart: match.index + match[0].length }
  }
  return undefined
}

const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?"
const day = `(?:,? (?:${month} \\d{1,2}|\\d{1,2} ${month})(?:,? \\d{4})?)`
const upperPlace = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,3}"
const anyPlace =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]+(?:[ /-](?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|of|the|de|del|al|el|la|los|as|es|le|sur|am|upon))*"
const behindPlace = `(?:, ${anyPlace}){0,2}`
const agency = "\\s*\\((?:\\p{Lu}|\\d)[\\p{L}\\p{N} .,’'&/-]{1,40}\\)"
const dash = "\\s*(?:--|—|–|-)\\s+"
const datelineShapes: readonly RegExp[] = [
  // MONTEVIDEO, Nov 4 (Halyard) - ; Port Sella, Orsa (Agency) —
  new RegExp(`^${anyPlace}${behindPlace}${day}?${agency}(?:${dash}|:\\s+|\\s+(?=\\p{Lu}))`, "u"),
  // LONDON, March 3 — ; Port Sella, 3 May 2031 -
  new RegExp(`^${anyPlace}${behindPlace}${day}${dash}`, "u"),
  // BUENOS AIRES — ; BAGHDAD, Iraq -
  new RegExp(
    `^(?!(?:WATCH|LISTEN|READ|UPDATE|UPDATED|CORRECTION|CORRECTED|CLARIFICATION|EXCLUSIVE|BREAKING|OPINION|ANALYSIS|EXPLAINER|EDITOR|NOTE|PHOTOS?|VIDEO|RELATED|FILE|LIVE|FACT|WARNING|TIMELINE|PROFILE|ALSO)\\b)${upperPlace}${behindPlace}(?:\\s+--?\\s+|\\s*[—–]\\s*|\\s*--\\s*)(?=["“‘']?\\p{Lu})`,
    "u",
  ),
  // ISLAMABAD: The ...
  /^(?!(?:WATCH|LISTEN|READ|UPDATE|UPDATED|CORRECTION|CORRECTED|CLARIFICATION|EXCLUSIVE|BREAKING|OPINION|ANALYSIS|EXPLAINER|EDITOR|PHOTOS?|VIDEO|RELATED|WARNING|TIMELINE|PROFILE|QUESTION|ANSWER)\b)\p{Lu}[\p{Lu}'’-]{4,}(?: \p{Lu}[\p{Lu}'’-]+){0,2}(?:\/\p{Lu}+)?:\s+(?=["“‘']?\p{Lu})/u,
  // MOSCOW, March 23. /TASS/. ; MOSCOW. March 23 (Interfax) -
  new RegExp(
    `^${upperPlace}[,.] (?:${month} \\d{1,2}|\\d{1,2} ${month})\\.?\\s*(?:/\\p{Lu}[\\p{L} -]{1,20}/\\.?|\\(\\p{Lu}[\\p{L} .-]{1,30}\\)\\s*[-–—.]?)\\s+(?=\\S)`,
    "u",
  ),
  // (Reuters) -
  new RegExp(`^${agency}${dash}`, "u"),
  // Shafaq News/ The ...
  /^\p{Lu}[\p{L}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{N}.'’-]*){0,3}\s?\/\/?\s+(?=["“‘']?\p{Lu})/u,
]

/** A paragraph without the place, date and agency before its first sentence. */
export function cutDateline(text: string): { parts: Part[]; publisher?: string } | undefined {
  for (const shape of datelineShapes) {
    const match = shape.exec(text)
    if (!match || 90 < match[0].length || text.length - match[0].length < 30) continue
    const head = match[0].trimEnd()
    if (7 < head.split(/\s+/).length && !head.includes("(")) continue
    const slash = /^(.*?)\s?\/\/?$/.exec(head)
    const publisher = slash && isOutletName(slash[1]!) ? slash[1]! : undefined
    return {
      parts: [
        { start: 0, end: head.length, label: "dateline" },
        { start: match[0].length, end: text.length, label: "paragraph" },
      ],
      ...(publisher === undefined ? {} : { publisher }),
    }
  }
  return undefined
}

/** A caption without the page's counters before it ("[1/5]", "Item 1 of 5", "Image caption,") and its shop behind it. */
export function cutCaption(text: string): Part[] | undefined {
  const start =
    /^(?:Item \d+ of \d+|\[\d+\/\d+\]|Image \d+ of \d+|(?:Image|Media) caption,)\s*/i.exec(text)?.[0].length ?? 0
  const shop = /\s*Purchase Licensing Rights.*$/.exec(text)
  const end = shop ? shop.index : text.length
  if ((start === 0 && !shop) || end - start < 10) return undefined
  return [
    ...(0 < start ? [{ start: 0, end: text.slice(0, start).trimEnd().length, label: "metadata" as const }] : []),
    { start, end, label: "caption" },
    ...(shop
      ? [{ start: end + (shop[0].length - shop[0].trimStart().length), end: text.length, label: "metadata" as const }]
      : []),
  ]
}
