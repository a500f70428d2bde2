import { anywhere, beforeName, openers } from "./abbreviations.ts"

/** Short for a month or a day: a full stop belongs to it when a date goes on. */
const OF_DATES = /^(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)$/
/** Words that a letter follows as a name of its own: "Plan B." has no initial. */
const LETTERED =
  /(?:^|\s)(?:plan|type|vitamin|grade|group|category|class|hepatitis|option|team|phase|part|zone|section|page|block|an?|the|and|or)$/i

/** True when the full stop behind the word `text.slice(start, end)` belongs to it: an abbreviation or an initial. */
export function takesFullStop(text: string, start: number, end: number): boolean {
  if (text[end] !== "." || text[end + 1] === ".") return false
  const word = text.slice(start, end)
  const bare = word.toLowerCase()
  const after = text.slice(end + 1, end + 40)
  const number = /^\s?\d/.test(after)
  if (/^(?:no|nos|art|min|est|fig|pp|ch|ext)$/.test(bare) || word === "p") return number
  if (bare === "sec") return number || /^\s\p{Lu}/u.test(after)
  // "(b. 1950)", "c. 347"
  if (/^[cbdm]$/.test(word))
    return number && (word === "c" || /[(;]\s*$/.test(text.slice(Math.max(0, start - 3), start)))
  const next = /^["”’')\],]*\s+["“‘'(]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? ""
  const capitalised = /^\p{Lu}/u.test(next)
  const opens = openers.has(next.toLowerCase())
  const goesOn = (capitalised && !opens) || /^\s+\p{Ll}/u.test(after)
  if (/^\p{Lu}$/u.test(word)) return goesOn && /^\s/.test(after) && isInitial(text, start, word)
  if (OF_DATES.test(bare)) {
    if (!/^\p{Lu}/u.test(word)) return false
    if (bare === "sat" || bare === "sun") return number || /^,? (?:the \d|\p{Lu}\p{Ll}{2,8}\.? \d)/u.test(after)
    return number || after.trim() === "" || /^[,)]|^\s+\p{Ll}/u.test(after) || (capitalised && !opens)
  }
  if (/^(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|vs|al|approx|ca|cf|etc|inc|corp|ltd|jr)$/.test(bare)) return true
  if (/^(?:St|Ave|Blvd|Rd|Sr|Attn)$/.test(word)) return true
  if (beforeName.has(bare)) return /^\p{Lu}/u.test(word) && (capitalised || number)
  // "in Mass. on Friday", but "to the man. He": short forms that are words too need a capital of their own.
  if (!anywhere.has(bare) || !/^\p{Lu}/u.test(word)) return false
  const follows = /^,|^\s+\d|^\s*\)|^\s+\p{Ll}/u.test(after)
  return follows || (capitalised && !opens && 2 < bare.length && bare !== "wash")
}

/** `Ana M. Diaz`, `nominated A. Noel Kramer`; not `Plan B. Mayor Diaz agreed` nor `taller than I. Mayor Diaz agreed`. */
function isInitial(text: string, start: number, letter: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  if (/(?:\p{Lu}[\p{L}.'’-]*|^)[\s(“"]*$/u.test(before)) return !/\bPlan $/.test(before)
  return letter !== "I" && /\p{Ll}{2,}\s$/u.test(before) && !LETTERED.test(before.trimEnd())
}
