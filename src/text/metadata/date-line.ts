import { outletWords, sectionNames } from "../label/furniture.ts"
import { wordsOf } from "../label/words.ts"
import { findDates, type WrittenDate } from "./find-dates.ts"

/** A line that says when the report appeared, and little else. */
export interface DateLine {
  readonly dates: readonly (WrittenDate & { role: "published" | "updated" | undefined })[]
  /** A name that shares the line, as in "Halyard News Agency | 4 November 2031". */
  readonly name?: string
}

const filler = new Set(
  "date dated day time publish published publication posted post created first issued released last final update updated modified edited amended revised on at by in the of and edition am pm local min mins minute minutes read reading ago hour hours hrs story article news report live original originally filed web print mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday et ct pt est edt gmt utc ist cet cst pst a an one two week weeks month months year years day days yesterday today".split(
    " ",
  ),
)
const separator = /[|•·–—/,:()[\]]+|\s-\s/

/** Reads a short line as a date line; undefined when it holds other words than a date needs. */
export function readDateLine(line: string): DateLine | undefined {
  if (160 < line.length) return undefined
  const dates = findDates(line)
  if (dates.length === 0) return undefined
  let rest = line
  for (const date of [...dates].reverse()) rest = `${rest.slice(0, date.start)} | ${rest.slice(date.end)}`
  let name: string | undefined
  for (const part of rest.split(separator)) {
    const words = wordsOf(part).filter(word => !filler.has(word) && !/^\d{1,2}(\.\d\d)?$/.test(word))
    if (words.length === 0) continue
    if (name !== undefined || !isName(part)) return undefined
    name = part.trim()
  }
  const roles = dates.map((date, index) => ({
    ...date,
    role: roleOf(line.slice(dates[index - 1]?.end ?? 0, date.start), line.slice(date.end)),
  }))
  return { dates: roles, ...(name === undefined ? {} : { name }) }
}

function roleOf(before: string, after: string): "published" | "updated" | undefined {
  if (
    /\b(updat|modif|edit(ed)?\b|amend|revis)/i.test(before) ||
    (before.trim() === "" && /^\W*\((updated|modified)\)/i.test(after))
  )
    return "updated"
  return /\b(publish|publication|post|creat|issued|released|first|filed)/i.test(before) ? "published" : undefined
}

/** A publisher, place, section or person: a few words, all with a capital letter. */
function isName(part: string): boolean {
  const words = part.trim().split(/\s+/)
  return words.length <= 6 && words.every(word => /^(\p{Lu}[\p{L}\p{M}.'’&-]*|of|the|de|and|&|in|\d+)$/u.test(word))
}

/** True for a name that says itself that it is a news publisher, such as "... Times". */
export function isOutletName(name: string): boolean {
  const words = wordsOf(name)
  if (/[?!"“”|/>»›]/.test(name) || words.length === 0 || 6 < words.length || sectionNames.includes(words.join(" ")))
    return false
  if (/^([\w-]+\.)+(com|org|net|info|[a-z]{2})$/i.test(name.trim())) return true
  if (words.length === 1 && !/^\p{Lu}\p{Ll}+(News|Times|Post|TV|Press)\d*$/u.test(name)) return /^news\d+$/i.test(name)
  return [words[0]!, words.at(-1)!, words[1]!].some(word => outletWords.includes(word) || /^news\d+$/.test(word))
}
