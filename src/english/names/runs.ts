import type { Sentence, Token } from "../analysis.ts"
import { eventHeads, facilityHeads, organizationHeads } from "./words.ts"

/** Tokens `[first, last)` that look like one name. */
export interface Run {
  readonly first: number
  readonly last: number
}

const PARTICLE =
  /^(?:al|el|as|ad|bin|ibn|bint|ben|de|der|den|van|von|di|da|del|della|la|le|dos|das|do|du|ul|ur|e|i|abu|y)$/
const CONNECTOR = /^(?:of|for|on|against|and|&)$/
/** Facilities that are named after what they are of: "Embassy of Japan". Others end before "of": "Abbey Gate of the airport". */
const OF_FACILITY =
  /^(?:Embassy|Consulate|Church|Cathedral|Port|Palace|Museum|Temple|Shrine|Monastery|Bridge|Tomb|Hall)$/
/** Nouns whose possessive goes on with a name: "People's Army", "Lord's Resistance Army". */
const OWNER =
  /^(?:People|Women|Workers|Lord|Children|Farmers|Nurses|Mothers|Fishermen|Men|King|Queen|Prince|Students|Teachers|Doctors|Journalists)$/

/** Stretches of capitalised words of the sentence, with the small words that hold long names together. */
export function findRuns(tokens: readonly Token[], sentence: Sentence): Run[] {
  const runs: Run[] = []
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    if (!isNameWord(tokens, at, sentence)) continue
    let last = at + 1
    for (;;) {
      const next = extend(tokens, at, last, sentence)
      if (next === last) break
      last = next
    }
    runs.push({ first: at, last })
    at = last - 1
  }
  return runs
}

/** True in headlines where most words are capitalised, so that a capital tells nothing. */
export function isTitleCase(tokens: readonly Token[], sentence: Sentence): boolean {
  let capital = 0
  let small = 0
  for (let at = sentence.firstToken + 1; at < sentence.lastToken; at++) {
    const { text } = tokens[at]!
    if (text.length < 4) continue
    if (/^\p{Lu}/u.test(text)) capital++
    else if (/^\p{Ll}/u.test(text)) small++
  }
  const headline = sentence.block.label === "title" || sentence.block.label === "heading"
  return 2 < capital && small * (headline ? 2 : 5) < capital
}

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)s?$/

/** Whether the token can be part of a name by itself. */
function isNameWord(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const token = tokens[at]!
  if (!/^[\p{Lu}]/u.test(token.text)) return false
  // "Theresa May" but not "in May".
  if (CALENDAR.test(token.text))
    return tokens[at - 1]?.upos === "PROPN" && token.text === "May" && !CALENDAR.test(tokens[at - 1]!.text)
  if (token.upos === "PROPN") return !(token.text.length === 1 && token.text === "I")
  const opens = at === sentence.firstToken || /^["“”'‘’(«:]$/.test(tokens[at - 1]!.text)
  if (opens)
    return token.upos === "X" || (/^(?:NOUN|ADJ)$/.test(token.upos) && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? ""))
  return /^(?:NOUN|ADJ|X|VERB|NUM|INTJ)$/.test(token.upos)
}

/** The end of the run when one more part is taken in, or the same end. */
function extend(tokens: readonly Token[], first: number, last: number, sentence: Sentence): number {
  if (sentence.lastToken <= last) return last
  const next = tokens[last]!
  const tight = tokens[last - 1]!.end === next.start
  const follows = (at: number) => at < sentence.lastToken && isNameWord(tokens, at, sentence)
  if (isNameWord(tokens, last, sentence)) return last + 1
  // "Fitton-Brown", "ISIS-K", "al-Ansar"
  if (/^[-‐‑–]$/.test(next.text) && tight && last + 1 < sentence.lastToken && tokens[last + 1]!.start === next.end) {
    const part = tokens[last + 1]!.text
    if (/^[\p{Lu}\d]/u.test(part) && !/^\d{4}$/.test(part)) return last + 2
    if (PARTICLE.test(part) && tokens[last + 2]?.text === "-" && follows(last + 3)) return last + 4
    return last
  }
  if (PARTICLE.test(next.text)) {
    if (follows(last + 1)) return last + 2
    if (tokens[last + 1]?.text === "-" && follows(last + 2)) return last + 3
    if (
      /^(?:de|van|von|der|bin|abu)$/.test(next.text) &&
      PARTICLE.test(tokens[last + 1]?.text ?? "") &&
      follows(last + 2)
    )
      return last + 3
    return last
  }
  if (/^['’]s?$/.test(next.text) && OWNER.test(tokens[last - 1]!.text) && follows(last + 1)) return last + 2
  if (CONNECTOR.test(next.text) && holdsTogether(tokens, first, last)) {
    const skip = /^(?:the|a)$/.test(tokens[last + 1]?.text ?? "") ? 1 : 0
    const list = /^(?:and|&)$/.test(next.text)
    if (!follows(last + 1 + skip) || (list && (skip === 1 || !goesOn(tokens, first, last)))) return last
    return last + 2 + skip
  }
  return last
}

/** "Council" of "Council on Foreign Relations": the run so far may go on after a preposition. */
function holdsTogether(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last]!.text
  for (let at = first; at < last; at++) {
    const { text } = tokens[at]!
    if (!organizationHeads.has(text) && !eventHeads.has(text) && !facilityHeads.has(text)) continue
    if (facilityHeads.has(text) && !organizationHeads.has(text) && (!OF_FACILITY.test(text) || next !== "of"))
      return false
    // One preposition, then only "and": "University of Kabul" ends before "for".
    const behind = tokens.slice(at, last).filter(token => CONNECTOR.test(token.text)).length
    return behind === 0 ? at === last - 1 || /^(?:and|&)$/.test(next) : behind < 2 && /^(?:and|&)$/.test(next)
  }
  return false
}

/** "for Strategic and International Studies": within such a name "and" joins, before another name it does not. */
function goesOn(tokens: readonly Token[], first: number, last: number): boolean {
  const inside = tokens.slice(first, last).some(token => /^(?:of|for|on)$/.test(token.text))
  const after = tokens[last + 1]!.text
  return (
    inside &&
    !/^\p{Lu}+$/u.test(after) &&
    /^\p{Lu}\p{Ll}/u.test(tokens[last + 1]!.text) &&
    tokens[last + 1]!.upos !== "PRON" &&
    !/^(?:the|The)$/.test(after)
  )
}
