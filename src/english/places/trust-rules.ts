import { decide, type Rule } from "../../core/rules.ts"
import { foldName } from "./fold.ts"
import type { Entry, Gazetteer } from "./gazetteer.ts"
import type { Word } from "./scan.ts"
import {
  AREA_NOUNS,
  AUTHORITY_NOUNS,
  BODIES_OF,
  FACILITY_NOUNS,
  LOCAL_NOUNS,
  LOOSE_CUES,
  MODIFIERS,
  NEVER,
  OPENERS,
  OTHER_NOUNS,
  PLACE_CUES,
  SPEAKING,
  TITLES,
  WEAK_CUES,
} from "./words.ts"

/** How sure the words around a name make it that a place is meant. */
export type Trust = "sure" | "likely" | "weak" | "no"

/** A name the gazetteer knows, with what stands around it. */
export interface Spot {
  readonly words: readonly Word[]
  readonly first: number
  readonly last: number
  readonly name: string
  readonly entries: readonly Entry[]
  readonly gazetteer: Gazetteer
  readonly text: string
  /** The word before and after, where only white space is between. */
  readonly beside: Word | undefined
  readonly next: Word | undefined
  /** The word after, whatever is between. */
  readonly after: Word | undefined
  /** "near", "outside" ... before it. */
  readonly near: boolean
  /** "region", "Province" ... after it. */
  readonly area: boolean
}

type TrustRule = Rule<Spot, Trust>

/** First rule with a verdict wins. What can never be a place comes first, then what the words around ask for. */
const trustRules: readonly TrustRule[] = [
  neverPlace,
  namedAfter,
  naturalFeature,
  organizationOf,
  allCapitals,
  adjectiveCountry,
  shortCountry,
  dateline,
  acronym,
  afterTitle,
  insideName,
  beforeFacility,
  organizationName,
  localAuthority,
  startsName,
  ordinaryWord,
  metonymy,
  speaker,
  afterLooseCue,
  afterCue,
  knownArea,
  beforeComma,
  afterWeakCue,
  namedArea,
  beforeLocalNoun,
  bare,
]

/** The trust a name deserves and the rule that says so. */
export function judgeSpot(spot: Spot): { trust: Trust; rule: string } {
  const start = spot.words[spot.first]!.start
  const decided = decide("places", trustRules, spot, { start, end: spot.words[spot.last]!.end })
  if (!decided) throw new Error("bug: the last rule must always answer")
  return { trust: decided.verdict, rule: decided.rule }
}

const COUNTRY_SHORT = /^(?:U\.?S\.?A?\.?|U\.?K\.?|UAE|U\.A\.E\.|DRC|USSR|U\.S\.S\.R\.|PRC)$/
const FUNCTION_WORD =
  /^(?:a|an|the|and|or|but|to|in|on|at|by|for|from|with|as|of|is|are|was|were|has|have|had|be|been|will|would|could|should|can|may|might|must|that|which|who|whose|when|where|while|since|after|before|until|during|than|then|if|because|so|not|also|it|its|their|his|her|this|these|those|said|says|about|into|over|through|against|between|under|without|amid|if|do|does|did|too|again|now|today|yesterday)$/
const isPower = ({ kind }: Entry) => kind === "country" || kind === "capital"
const isBig = (spot: Spot) => spot.entries.some(({ kind }) => kind === "country" || kind === "region")
const cueOf = (spot: Spot) => spot.beside?.text.toLowerCase() ?? ""
const isShouted = (spot: Spot) => spot.words.length > 4 && spot.words.every(({ text }) => !/\p{Ll}/u.test(text))

/** The words before or after ask for a place: "in Kerman", "in the Netherlands", "Kursk region". */
function isLed(spot: Spot): boolean {
  const cue = cueOf(spot)
  const beforeThe = cue === "the" ? spot.words[spot.first - 2]?.text.toLowerCase() : undefined
  return (
    (PLACE_CUES.has(cue) && !WEAK_CUES.has(cue)) ||
    (beforeThe !== undefined && isBig(spot) && PLACE_CUES.has(beforeThe)) ||
    spot.near ||
    spot.area
  )
}

/** "God", "Congress", "White House": towns somewhere, never meant. */
function neverPlace({ first, last, name }: Spot): Trust | undefined {
  return (first === last ? NEVER.has(name) : name === "White House") ? "no" : undefined
}

/** "West Nile virus", "US$100". */
function namedAfter({ words, last, text }: Spot): Trust | undefined {
  const { end } = words[last]!
  return /^\s?(?:\$|virus|fever|disease|syndrome)/.test(text.slice(end, end + 9)) ? "no" : undefined
}

/** "the Parana delta", "the Ottawa river": no town. */
function naturalFeature(spot: Spot): Trust | undefined {
  return spot.next && FEATURE.test(spot.next.text) && !isBig(spot) ? "no" : undefined
}
const FEATURE =
  /^(?:river|delta|valley|basin|peninsula|mountains?|desert|plateau|sea|lake|strait|gulf|canal|glacier|volcano)s?$/i

/** "Voice of America", "Bank of the Philippines". */
function organizationOf({ words, first, beside }: Spot): Trust | undefined {
  const of = beside?.text === "the" ? words[first - 2] : beside
  const owner = of?.text === "of" ? words[words.indexOf(of) - 1] : undefined
  return owner?.capital && BODIES_OF.has(owner.text) ? "no" : undefined
}

/** A line all in capitals shows no names: only places as such, and only after a cue unless they are well known. */
function allCapitals(spot: Spot): Trust | undefined {
  if (!isShouted(spot)) return undefined
  const known = spot.entries.some(entry => isPower(entry) || entry.kind === "admin1")
  const cue = cueOf(spot)
  if (isDateline(spot)) return "sure"
  // "TOLD US HE WAS": the pronoun.
  if (spot.name === "US" && cue !== "the") return "no"
  const ordinary = spot.first === spot.last && spot.gazetteer.isWord(foldName(spot.name))
  if (spot.name.length < 4 || ordinary || isLonger(spot)) return "no"
  if (PLACE_CUES.has(cue) && !WEAK_CUES.has(cue)) return known ? "sure" : "likely"
  return known && spot.name.length > 3 && spot.entries.some(entry => !entry.alternate) ? "likely" : "no"
}

/** "U.S. officials": an adjective. */
function adjectiveCountry({ name, next }: Spot): Trust | undefined {
  if (!COUNTRY_SHORT.test(name)) return undefined
  return next !== undefined && (next.capital || !FUNCTION_WORD.test(next.text)) ? "no" : undefined
}

/** "in the U.S." */
function shortCountry({ name, words, first, beside }: Spot): Trust | undefined {
  if (!COUNTRY_SHORT.test(name)) return undefined
  const cue = beside?.text.toLowerCase() === "the" ? words[first - 2] : beside
  return cue && PLACE_CUES.has(cue.text.toLowerCase()) ? "sure" : "likely"
}

/** "MOSCOW (AP) —", "KABUL, Afghanistan —". */
function dateline(spot: Spot): Trust | undefined {
  return isDateline(spot) && !spot.gazetteer.isWord(foldName(spot.name)) ? "sure" : undefined
}

/** "ISIS", "NATO": all capitals in a line that is not. */
function acronym({ name }: Spot): Trust | undefined {
  return /^\p{Lu}{2,6}$/u.test(name) ? "no" : undefined
}

/** "Mr. Jackson", "President Lincoln". */
function afterTitle(spot: Spot): Trust | undefined {
  return spot.beside && TITLES.has(spot.beside.text) && !spot.entries.some(({ kind }) => kind === "country")
    ? "no"
    : undefined
}

/** "Christine Abizaid", "Jack London": the end of a longer name. */
function insideName({ beside, first, gazetteer }: Spot): Trust | undefined {
  if (!beside?.capital || MODIFIERS.has(beside.text) || OPENERS.has(beside.text) || TITLES.has(beside.text))
    return undefined
  // The first word of a sentence has its capital from there.
  if (first === 1 && (beside.isName === false || gazetteer.isWord(foldName(beside.text)))) return undefined
  return gazetteer.demonymCountry(beside.text) === undefined && !COUNTRY_SHORT.test(beside.text) ? "no" : undefined
}

/** "Moscow Airport": a site if the town is a big one. */
function beforeFacility({ next, area }: Spot): Trust | undefined {
  return next?.capital && !area && FACILITY_NOUNS.has(next.text) ? "likely" : undefined
}

/** "Washington Post". */
function organizationName({ next, area }: Spot): Trust | undefined {
  return next?.capital && !area && OTHER_NOUNS.has(next.text) ? "no" : undefined
}

/** "Boston Police": bodies that govern or serve the place. */
function localAuthority({ next, area }: Spot): Trust | undefined {
  return next?.capital && !area && AUTHORITY_NOUNS.has(next.text) ? "likely" : undefined
}

/** "Paris Hilton", "Jordan Smith"; "Paris France" is a place all the same. */
function startsName(spot: Spot): Trust | undefined {
  const { next, area, gazetteer } = spot
  if (isLonger(spot)) return "no"
  if (!next?.capital || area || OPENERS.has(next.text)) return undefined
  return gazetteer.find(next.text).some(({ kind }) => kind === "country" || kind === "admin1") ? undefined : "no"
}

/** "Nice", "Reading", "Henry": other words and names of people need a clear cue within a sentence. */
function ordinaryWord(spot: Spot): Trust | undefined {
  if (spot.first !== spot.last || !spot.gazetteer.isWord(foldName(spot.name))) return undefined
  return isLed(spot) && spot.first !== 0 ? "weak" : "no"
}

/** "San Luis de la Reina", where only "San Luis" is known. */
function isLonger({ words, last, next }: Spot): boolean {
  const after = words[last + 2]
  return (
    next !== undefined &&
    /^(?:de|del|di|do|da|dos|das|du)$/i.test(next.text) &&
    after !== undefined &&
    /^\s+$/.test(after.gap)
  )
}

const speaks = (spot: Spot) =>
  spot.next !== undefined && SPEAKING.has(spot.next.text) && !isLed(spot) && !WEAK_CUES.has(cueOf(spot))

/** "Moscow denied it": a government by its town or land. */
function metonymy(spot: Spot): Trust | undefined {
  return speaks(spot) && spot.entries.some(isPower) ? "likely" : undefined
}

/** "Houston said": a person. */
function speaker(spot: Spot): Trust | undefined {
  return speaks(spot) ? "no" : undefined
}

/** "to Herat", "from Jones". */
function afterLooseCue(spot: Spot): Trust | undefined {
  return isLed(spot) && !isBig(spot) && LOOSE_CUES.has(cueOf(spot)) ? "likely" : undefined
}

/** "in Kerman", "near Moscow". */
function afterCue(spot: Spot): Trust | undefined {
  return isLed(spot) ? "sure" : undefined
}

/** "Iran", "Central Asia". */
function knownArea(spot: Spot): Trust | undefined {
  return isBig(spot) ? "sure" : undefined
}

/** "Springfield, Illinois", "Herat, Kandahar and Kabul". */
function beforeComma({ after }: Spot): Trust | undefined {
  return after !== undefined && /^,\s$/.test(after.gap) && after.capital ? "likely" : undefined
}

/** "of Herat". */
function afterWeakCue(spot: Spot): Trust | undefined {
  return WEAK_CUES.has(cueOf(spot)) ? "likely" : undefined
}

/** "Rapides Parish", "Laurel County" cannot be anything else. */
function namedArea({ words, first, last }: Spot): Trust | undefined {
  return first < last && AREA_NOUNS.has(words[last]!.text.toLowerCase()) ? "sure" : undefined
}

/** "Gainesville residents". */
function beforeLocalNoun({ next }: Spot): Trust | undefined {
  return next && LOCAL_NOUNS.has(next.text) ? "likely" : undefined
}

/** Nothing around helps: only a big town is believed. */
function bare(): Trust {
  return "weak"
}

function isDateline({ words, first, last, text }: Spot): boolean {
  const { end } = words[last]!
  const rest = text.slice(end, end + 40)
  if (first !== 0)
    return /^\p{Lu}{4,}$/u.test(words[last]!.text) && /^(?:, [\p{L}. ]{2,24})?\s*(?:[—–:]|--)\s/u.test(rest)
  if (/^\p{Lu}{4,}$/u.test(words[last]!.text) && /^:\s/.test(rest)) return true
  return (
    /^(?:, [\p{L}. ]{2,24})?(?:,? \p{Lu}\w+\.? \d{1,2},?)?\s*(?:\([\p{L}. ]{2,24}\)\s*)?(?:[—–]|--?\s|_)/u.test(rest) &&
    /^\p{Lu}/u.test(words[first]!.text)
  )
}
