import type { Span } from "../../core/span.ts"
import type { Entry, Gazetteer } from "./gazetteer.ts"
import type { Word } from "./scan.ts"
import { judgeSpot, type Trust } from "./trust-rules.ts"
import { AREA_NOUNS, AREA_SHORT, NEAR_CUES, OPENERS, TITLES } from "./words.ts"

/** Words that may name a place, with all places of that name. */
export interface Candidate extends Span {
  readonly first: number
  readonly last: number
  readonly name: string
  readonly entries: readonly Entry[]
  /** How sure the words around make it: "no" is kept only to be trusted nowhere else in the report. */
  readonly trust: Trust
  readonly rule: string
  readonly near: boolean
  /** The words ask for an area: "Kursk region". */
  readonly area: boolean
  /** The words around ask for a place, though others take it for part of a person's name: "in Lowell". */
  readonly asked?: boolean
  /** Country and first-level area written as a short form, such as "La." */
  readonly short?: readonly [string, string]
}

const DIRECTION =
  /^(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|midwestern|university|college|arab|kurdish|muslim|christian|islam|jewish|catholic|asian|african|european)s?$/i
const HYPHEN_TAIL = /[-‐–](?:based|area|bound|born|wide)$/
const INNER = /^(?:of|and|the|de|la|le|les|el|al|es|el-|al-|upon|on|am|an|der|den|del|do|da|dos|das|du|sur|bei|im|in)$/
const WRITTEN_AREA =
  /^(?:Province|Region|Oblast|Krai|Kray|Governorate|District|County|Prefecture|Parish|Voivodeship|Emirate)$/
/** All candidates of one sentence from left to right; of overlapping ones the longest. */
export function candidatesIn(words: readonly Word[], gazetteer: Gazetteer, text: string): Candidate[] {
  const found: Candidate[] = []
  for (let first = 0; first < words.length; first++) {
    const candidate = longestAt(words, first, gazetteer, text)
    if (!candidate) continue
    found.push(besidePlace(candidate, found.at(-1), text))
    first = candidate.last
  }
  return found
}

/** "in Lyon and Ghent": a name side by side with a sure place after "in" is most likely one too; a word or surname needs its size to say so. */
function besidePlace(candidate: Candidate, before: Candidate | undefined, text: string): Candidate {
  const led = before && /^(?:afterCue|besidePlace)$/.test(before.rule) && before.trust !== "no"
  if (!led || !/^(?:,\s|,?\sand\s)$/.test(text.slice(before.end, candidate.start))) return candidate
  // A capital or a verb of speaking right behind it shows another name or a person.
  if (
    !/^\s*(?:[.,;:)]|$|(?:and|on|in|that|which|were|are|have|had|has|was|during|since|last|this|killed|left|wounded|injured)\b)/.test(
      text.slice(candidate.end),
    )
  )
    return candidate
  if (candidate.rule === "bare" || candidate.rule === "beforeComma")
    return { ...candidate, trust: "likely", rule: "besidePlace" }
  return candidate.rule === "ordinaryWord" && candidate.trust === "no" ? { ...candidate, trust: "weak" } : candidate
}

function longestAt(words: readonly Word[], first: number, gazetteer: Gazetteer, text: string): Candidate | undefined {
  const start = words[first]!
  if (!start.capital) return undefined
  // "Afghan", "Germans", "the West", "South Korea": demonyms and bare directions are no places.
  if (gazetteer.demonymCountry(start.text) !== undefined && !words[first + 1]?.capital) return undefined
  if (OPENERS.has(start.text) && (words[first + 1]?.capital !== true || start.text !== "The")) return undefined
  let last = first
  while (last + 1 < words.length && last - first < gazetteer.maxWords - 1 && joins(words[last + 1]!, words[last]!))
    last++
  const short = shortArea(words, first)
  if (short) return candidateOf(words, first, first, [], text, { short, trust: "sure", rule: "shortArea" })
  for (; first <= last; last--) {
    const end = words[last]!
    if (!end.capital && first < last) continue
    // "New York-based" goes up to the hyphen.
    const tail = first < last ? HYPHEN_TAIL.exec(end.text) : null
    const name = text.slice(start.start, end.end - (tail?.[0].length ?? 0))
    if (
      first === last &&
      (DIRECTION.test(name) ||
        gazetteer.demonymCountry(name) !== undefined ||
        gazetteer.demonymCountry(name.replace(/s$/, "")) !== undefined)
    )
      break
    const entries = gazetteer.find(name)
    if (0 < entries.length && tail)
      return {
        ...candidateOf(words, first, last, entries, text, { trust: "likely", rule: "hyphenBased" }),
        end: start.start + name.length,
        name,
      }
    if (0 < entries.length) return judge(words, first, last, entries, gazetteer, text)
  }
  return partBeforeHyphen(words, first, gazetteer, text)
}

/** "Moscow-based": the place before the hyphen. */
function partBeforeHyphen(
  words: readonly Word[],
  first: number,
  gazetteer: Gazetteer,
  text: string,
): Candidate | undefined {
  const word = words[first]!
  // "R-Westfield": where a member of an assembly was elected.
  const seat = /^[DRI][-‐–](\p{Lu}.+)$/u.exec(word.text)
  if (seat) {
    const entries = gazetteer.find(seat[1]!)
    return entries.length === 0
      ? undefined
      : {
          ...candidateOf(words, first, first, entries, text, { trust: "likely", rule: "electedFrom" }),
          start: word.end - seat[1]!.length,
          name: seat[1]!,
        }
  }
  const match = /^(.+?)[-‐–](based|area|bound|born|wide)$/.exec(word.text)
  if (!match) return undefined
  const entries = gazetteer.find(match[1]!)
  if (entries.length === 0) return undefined
  return {
    ...candidateOf(words, first, first, entries, text, { trust: "likely", rule: "hyphenBased" }),
    end: word.start + match[1]!.length,
    name: match[1]!,
  }
}

function joins(next: Word, word: Word): boolean {
  return (
    /^[\s ]+$/.test(next.gap) && !next.gap.includes("\n") && !word.possessive && (next.capital || INNER.test(next.text))
  )
}

/** "La." after "Alexandria, ". */
function shortArea(words: readonly Word[], first: number): readonly [string, string] | undefined {
  const word = words[first]!
  if (!/^,\s$/.test(word.gap) || !words[first - 1]?.capital) return undefined
  return AREA_SHORT.get(word.text.replaceAll(".", ""))
}

function candidateOf(
  words: readonly Word[],
  first: number,
  last: number,
  entries: readonly Entry[],
  text: string,
  rest: Pick<Candidate, "trust" | "rule"> & Partial<Candidate>,
): Candidate {
  const [start, end] = [words[first]!.start, words[last]!.end]
  return { first, last, start, end, name: text.slice(start, end), entries, near: false, area: false, ...rest }
}

/** A candidate with how far the words around it let it be a place. */
function judge(
  words: readonly Word[],
  first: number,
  last: number,
  entries: readonly Entry[],
  gazetteer: Gazetteer,
  text: string,
): Candidate {
  const before = words[first - 1]
  const after = words[last + 1]
  const abbreviated =
    before && /^\.[\s\u00a0]+$/.test(words[first]!.gap) && (TITLES.has(before.text) || before.text.length === 1)
  const beside =
    before && (abbreviated || /^[\s\u00a0]+$/.test(words[first]!.gap)) && !before.possessive ? before : undefined
  const next = after && /^[\s\u00a0]+$/.test(after.gap) && !words[last]!.possessive ? after : undefined
  const near = NEAR_CUES.test(text.slice(Math.max(0, words[first]!.start - 60), words[first]!.start))
  const area = next !== undefined && AREA_NOUNS.has(next.text.toLowerCase())
  const end = area && next.capital && WRITTEN_AREA.test(next.text) ? last + 1 : last
  const name = text.slice(words[first]!.start, words[last]!.end)
  const { trust, rule } = judgeSpot({
    words,
    first,
    last,
    name,
    entries,
    gazetteer,
    text,
    beside,
    next,
    after,
    near,
    area,
  })
  return candidateOf(words, first, end, entries, text, { trust, rule, near, area })
}
