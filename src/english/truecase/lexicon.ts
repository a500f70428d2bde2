import type { Gazetteer } from "../names/gazetteer.ts"
import {
  armedHeads,
  eventHeads,
  facilityHeads,
  givenNames,
  organizationHeads,
  placeHeads,
  sureTitles,
} from "../names/words.ts"
import type { Gazetteer as PlaceGazetteer } from "../places/gazetteer.ts"
import type { CaseWord } from "./case-words.ts"

/** What the lists of the world tell of words without their case. */
export interface CaseLexicon {
  /** Sixteen bits a word that say what the word may be, see `FLAG`. */
  flagsOf(words: readonly CaseWord[]): Uint16Array
  /** Known names of two words or more: where they are and how they are written. */
  namesIn(words: readonly CaseWord[]): readonly { readonly first: number; readonly forms: readonly string[] }[]
}

const FLAG = {
  place: 1,
  village: 2,
  word: 4,
  given: 8,
  people: 16,
  acronym: 32,
  name: 64,
  wide: 128,
  body: 256,
  site: 512,
  title: 1024,
} as const

const LARGE_TOWN = 100_000
/** Longest name of a place that is looked up, in words. */
const PLACE_WORDS = 3

/** Joins the lists of groups, bodies, peoples and places to one that is asked in lower case. */
export function buildCaseLexicon(names: Gazetteer, places: PlaceGazetteer): CaseLexicon {
  const single = new Map<string, number>()
  const mark = (words: ReadonlySet<string>, flag: number) => {
    for (const word of words) single.set(word.toLowerCase(), (single.get(word.toLowerCase()) ?? 0) | flag)
  }
  mark(givenNames, FLAG.given)
  for (const heads of [organizationHeads, armedHeads]) mark(heads, FLAG.body)
  for (const heads of [facilityHeads, placeHeads, eventHeads]) mark(heads, FLAG.site)
  mark(sureTitles, FLAG.title)
  const several = new Map<string, { readonly keys: readonly string[]; readonly forms: readonly string[] }[]>()
  for (const list of names.values())
    for (const { type, words } of list) {
      // Hyphens and apostrophes are tokens there and marks between words here.
      const forms = words.filter(word => /[\p{L}\p{N}]/u.test(word) && word !== "'s")
      const keys = forms.map(word => word.toLowerCase())
      if (keys.length === 1) {
        const flag = type === "nationality" ? FLAG.people : /^\p{Lu}{2,}$/u.test(forms[0]!) ? FLAG.acronym : FLAG.name
        single.set(keys[0]!, (single.get(keys[0]!) ?? 0) | flag)
      } else several.set(keys[0]!, [...(several.get(keys[0]!) ?? []), { keys, forms }])
    }
  for (const list of several.values()) list.sort((a, b) => b.keys.length - a.keys.length)

  const namesIn = (words: readonly CaseWord[]) => {
    const found: { first: number; forms: readonly string[] }[] = []
    for (let at = 0; at < words.length; at++) {
      const name = several
        .get(words[at]!.key)
        ?.find(({ keys }) =>
          keys.every((key, place) => words[at + place]?.key === key && (place === 0 || !words[at + place]!.opens)),
        )
      if (!name) continue
      found.push({ first: at, forms: name.forms })
      at += name.keys.length - 1
    }
    return found
  }
  const placeFlag = (name: string): number => {
    let flag = 0
    for (const { kind, population } of places.find(name))
      flag |= /^(?:country|admin1|capital|region)$/.test(kind) || LARGE_TOWN <= population ? FLAG.place : FLAG.village
    return flag
  }
  return {
    namesIn,
    flagsOf(words) {
      const flags = new Uint16Array(words.length)
      words.forEach(({ key, number }, at) => {
        if (number) return
        flags[at]! |= placeFlag(key) | (single.get(key) ?? 0)
        if (places.isWord(key)) flags[at]! |= FLAG.word
        if (places.demonymCountry(key[0]!.toUpperCase() + key.slice(1))) flags[at]! |= FLAG.people
        for (let length = 2; length <= PLACE_WORDS; length++) {
          const part = words.slice(at, at + length)
          if (
            part.length < length ||
            part.some((word, index) => word.number || (0 < index && (word.opens || !/[ -]/.test(word.before))))
          )
            break // prettier-ignore
          if (0 < placeFlag(part.map(word => word.key).join(" ")))
            for (let index = 0; index < length; index++) flags[at + index]! |= FLAG.wide
        }
      })
      for (const { first, forms } of namesIn(words))
        for (let index = 0; index < forms.length; index++) flags[first + index]! |= FLAG.name
      return flags
    },
  }
}
