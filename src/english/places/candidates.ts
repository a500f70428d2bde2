import type { Span } from "../../core/span.ts"
import { foldName } from "./fold.ts"
import type { Entry, Gazetteer } from "./gazetteer.ts"
import type { Word } from "./scan.ts"
import {
  AREA_NOUNS,
  AREA_SHORT,
  AUTHORITY_NOUNS,
  BODIES_OF,
  FACILITY_NOUNS,
  LOCAL_NOUNS,
  LOOSE_CUES,
  MODIFIERS,
  NEAR_CUES,
  NEVER,
  OPENERS,
  OTHER_NOUNS,
  PLACE_CUES,
  SPEAKING,
  TITLES,
  WEAK_CUES,
} from "./words.ts"

/** Words that may name a place, with all places of that name. */
export interface Candidate extends Span {
  readonly first: number
  readonly last: number
  readonly name: string
  readonly entries: readonly Entry[]
  /** How sure the words around make it: "no" is kept only to be trusted nowhere else in the report. */
  readonly trust: "sure" | "likely" | "weak" | "no"
  readonly rule: string
  readonly near: boolean
  /** The words ask for an area: "Kursk region". */
  readonly area: boolean
  /** Country and first-level area written as a short form, such as "La." */
  readonly short?: readonly [string, string]
}

const DIRECTION =
  /^(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|midwestern|university|college|arab|kurdish|muslim|christian|islam|jewish|catholic|asian|african|european)s?$/i
const HYPHEN_TAIL = /[-‐–](?:based|area|bound|born|wide)$/
const INNER = /^(?:of|and|the|de|la|le|les|el|al|es|el-|al-|upon|on|am|an|der|den|del|do|da|dos|das|du|sur|bei|im|in)$/
const WRITTEN_AREA =
  /^(?:Province|Region|Oblast|Krai|Kray|Governorate|District|County|Prefecture|Parish|Voivodeship|Emirate)$/
const COUNTRY_SHORT = /^(?:U\.?S\.?A?\.?|U\.?K\.?|EU|UAE|U\.A\.E\.|DRC|USSR|U\.S\.S\.R\.|PRC)$/
const FUNCTION_WORD =
  /^(?:a|an|the|and|or|but|to|in|on|at|by|for|from|with|as|of|is|are|was|were|has|have|had|be|been|will|would|could|should|can|may|might|must|that|which|who|whose|when|where|while|since|after|before|until|during|than|then|if|because|so|not|also|it|its|their|his|her|this|these|those|said|says|about|into|over|through|against|between|under|without|amid|if|do|does|did|too|again|now|today|yesterday)$/

/** All candidates of one sentence from left to right; of overlapping ones the longest. */
export function candidatesIn(words: readonly Word[], gazetteer: Gazetteer, text: string): Candidate[] {
  const found: Candidate[] = []
  for (let first = 0; first < words.length; first++) {
    const candidate = longestAt(words, first, gazetteer, text)
    if (!candidate) continue
    found.push(candidate)
    first = candidate.last
  }
  return found
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

/** How far the words around a name let it be a place. */
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
    before && /^\.[\s ]+$/.test(words[first]!.gap) && (TITLES.has(before.text) || before.text.length === 1)
  const beside =
    before && (abbreviated || /^[\s ]+$/.test(words[first]!.gap)) && !before.possessive ? before : undefined
  const next = after && /^[\s ]+$/.test(after.gap) && !words[last]!.possessive ? after : undefined
  const name = text.slice(words[first]!.start, words[last]!.end)
  const led = text.slice(Math.max(0, words[first]!.start - 60), words[first]!.start)
  const near = NEAR_CUES.test(led)
  const area = next !== undefined && AREA_NOUNS.has(next.text.toLowerCase())
  const end = area && next.capital && WRITTEN_AREA.test(next.text) ? last + 1 : last
  const make = (trust: Candidate["trust"], rule: string) =>
    candidateOf(words, first, end, entries, text, { trust, rule, near, area })
  const big = entries.some(entry => entry.kind === "country" || entry.kind === "region")

  if (first === last ? NEVER.has(name) : name === "White House") return make("no", "neverPlace")
  if (/^\s?(?:\$|virus|fever|disease|syndrome)/.test(text.slice(words[last]!.end, words[last]!.end + 9)))
    return make("no", "namedAfter")
  const owner =
    beside?.text === "of"
      ? words[first - 2]
      : beside?.text === "the" && words[first - 2]?.text === "of"
        ? words[first - 3]
        : undefined
  if (owner?.capital && BODIES_OF.has(owner.text)) return make("no", "organizationOf")
  if (COUNTRY_SHORT.test(name)) return make(...shortCountry(beside, words[first - 2], next))
  // All capitals are an acronym, unless the whole line is in capitals or it is a dateline.
  if (/^\p{Lu}{2,6}$/u.test(name) && !isDateline(words, first, last, text)) return make("no", "acronym")
  const title = beside && TITLES.has(beside.text)
  if (title && !(big && entries.some(entry => entry.kind === "country"))) return make("no", "afterTitle")
  const beforeName =
    beside?.capital === true &&
    !MODIFIERS.has(beside.text) &&
    !OPENERS.has(beside.text) &&
    !(first === 1 && gazetteer.isWord(foldName(beside.text)))
  if (beforeName && !title && gazetteer.demonymCountry(beside.text) === undefined && !COUNTRY_SHORT.test(beside.text))
    return make("no", "insideName")
  if (next?.capital && !area) {
    if (FACILITY_NOUNS.has(next.text)) return make("likely", "beforeFacility")
    if (OTHER_NOUNS.has(next.text)) return make("no", "organizationName")
    if (AUTHORITY_NOUNS.has(next.text)) return make("likely", "localAuthority")
    const contained = gazetteer.find(next.text).some(entry => entry.kind === "country" || entry.kind === "admin1")
    if (!contained && !OPENERS.has(next.text)) return make("no", "startsName")
  }
  const cue = beside?.text.toLowerCase() ?? ""
  const the = cue === "the" ? words[first - 2]?.text.toLowerCase() : undefined
  const word = first === last && gazetteer.isWord(foldName(name))
  const strong =
    (PLACE_CUES.has(cue) && !WEAK_CUES.has(cue)) || (the !== undefined && big && PLACE_CUES.has(the)) || near || area
  const comma = after !== undefined && /^,\s$/.test(after.gap) && after.capital
  if (word) return make(strong && first !== 0 ? "weak" : "no", "ordinaryWord")
  if (isDateline(words, first, last, text)) return make("sure", "dateline")
  if (next && SPEAKING.has(next.text) && !strong && !WEAK_CUES.has(cue)) {
    const power = entries.some(entry => entry.kind === "country" || entry.kind === "capital")
    return power ? make("likely", "metonymy") : make("no", "speaker")
  }
  if (big) return make("sure", strong ? "afterCue" : "knownArea")
  if (strong) return make(LOOSE_CUES.has(cue) ? "likely" : "sure", LOOSE_CUES.has(cue) ? "afterLooseCue" : "afterCue")
  if (WEAK_CUES.has(cue) || comma) return make("likely", comma ? "beforeComma" : "afterWeakCue")
  // "Rapides Parish", "Laurel County" cannot be anything else.
  if (first < last && AREA_NOUNS.has(words[last]!.text.toLowerCase())) return make("sure", "namedArea")
  if (next && LOCAL_NOUNS.has(next.text)) return make("likely", "beforeLocalNoun")
  return make("weak", "bare")
}

/** "in the U.S." is a place, "U.S. officials" an adjective. */
function shortCountry(
  before: Word | undefined,
  beforeThat: Word | undefined,
  next: Word | undefined,
): readonly [Candidate["trust"], string] {
  const noun = next !== undefined && (next.capital || !FUNCTION_WORD.test(next.text))
  if (noun) return ["no", "adjectiveCountry"]
  const cue = before?.text.toLowerCase() === "the" ? beforeThat : before
  return cue && PLACE_CUES.has(cue.text.toLowerCase()) ? ["sure", "afterCue"] : ["likely", "knownArea"]
}

/** "MOSCOW (AP) —", "KABUL, Afghanistan —" at the start of a paragraph. */
function isDateline(words: readonly Word[], first: number, last: number, text: string): boolean {
  const rest = text.slice(words[last]!.end, words[last]!.end + 40)
  if (first !== 0)
    return /^\p{Lu}{4,}$/u.test(words[last]!.text) && /^(?:, [\p{L}. ]{2,24})?\s*(?:[—–:]|--)\s/u.test(rest)
  if (/^\p{Lu}{4,}$/u.test(words[last]!.text) && /^:\s/.test(rest)) return true
  return (
    /^(?:, [\p{L}. ]{2,24})?(?:,? \p{Lu}\w+\.? \d{1,2},?)?\s*(?:\([\p{L}. ]{2,24}\)\s*)?(?:[—–]|--?\s|_)/u.test(rest) &&
    /^\p{Lu}/u.test(words[first]!.text)
  )
}
