import { foldName } from "./fold.ts"

/** What an entry of the gazetteer is. Settlements are "capital", "seat" (of a first-level area), "town" or "quarter" (part of a town). */
export const PLACE_KINDS = ["capital", "seat", "town", "quarter", "admin2", "admin1", "country", "region"] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A place the gazetteer knows. `lat` and `lon` of an area are its rough middle, good for telling near from far and for nothing else. */
export interface Entry {
  readonly id: number
  readonly name: string
  readonly kind: PlaceKind
  readonly lat: number | undefined
  readonly lon: number | undefined
  /** Rounded to about 4 %; 0 when unknown. Of an area: of its settlements together. */
  readonly population: number
  /** ISO 3166-1 alpha-2; undefined for areas across countries. */
  readonly country: string | undefined
  readonly admin1: string | undefined
  /** Reached by another of its names than the main one. */
  readonly alternate: boolean
}

/** Places by name. Nothing is decoded before somebody asks for it. */
export interface Gazetteer {
  /** Entries with this name in any spelling that folds alike, in no order of weight. */
  find(name: string): readonly Entry[]
  /** True for a word that English also writes in lower case, such as "nice" or "reading". */
  isWord(folded: string): boolean
  countryName(code: string): string | undefined
  /** Country a demonym belongs to: "Afghan" is "AF". */
  demonymCountry(word: string): string | undefined
  /** Longest name in words. */
  readonly maxWords: number
  /** Licence notice that goes with the data. */
  readonly notice: string
}

/** First part of the file: little-endian length, then this as JSON; after it the sections, in this order. */
export interface GazetteerHeader {
  readonly format: "heed-places/1"
  readonly notice: string
  readonly places: number
  readonly alternates: number
  readonly sections: Readonly<Record<SectionName, readonly [number, number]>>
  /** Areas that hold places: [country, admin1 name or ""]. */
  readonly areas: readonly (readonly [string, string])[]
  readonly countries: Readonly<Record<string, string>>
  readonly demonyms: Readonly<Record<string, string>>
  readonly words: string
  readonly maxWords: number
}
export type SectionName =
  | "names"
  | "nameLengths"
  | "points"
  | "populations"
  | "kinds"
  | "areaIds"
  | "alternates"
  | "alternateLengths"
  | "alternateIds"

/** Steps of a population byte: ten to each doubling. */
export const POPULATION_STEP = 10
/** Steps of a coordinate: one is 0.0001 degrees, about 11 m. A point of all ones is no point. */
export const POINT_SCALE = 10_000
export const NO_POINT = 0xffffff

/** Opens a gazetteer file. Throws RangeError when the bytes are no such file. */
export function loadGazetteer(bytes: Uint8Array): Gazetteer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerLength = bytes.length < 4 ? 0 : view.getUint32(0, true)
  if (bytes.length < 4 + headerLength || headerLength < 2) throw new RangeError("no gazetteer: the bytes are too few")
  const decoder = new TextDecoder()
  const header = JSON.parse(decoder.decode(bytes.subarray(4, 4 + headerLength))) as GazetteerHeader
  if (header.format !== "heed-places/1")
    throw new RangeError(`no gazetteer: format "${String(header.format)}", expected "heed-places/1"`)
  const section = (name: SectionName) => {
    const [start, length] = header.sections[name]
    return bytes.subarray(4 + headerLength + start, 4 + headerLength + start + length)
  }
  const names = decoder.decode(section("names"))
  const nameStarts = startsOf(section("nameLengths"))
  const alternates = decoder.decode(section("alternates"))
  const alternateStarts = startsOf(section("alternateLengths"))
  const alternateIds = section("alternateIds")
  const points = section("points")
  const populations = section("populations")
  const kinds = section("kinds")
  const areaIds = section("areaIds")
  const words = new Set(header.words.split(" "))
  // The upper part of the search tree is asked for again and again.
  const foldings = new Map<number, string>()
  const folded = (index: number): string => {
    let key = foldings.get(index)
    if (key === undefined) {
      key = foldName(names.slice(nameStarts[index]!, nameStarts[index + 1]!))
      if (foldings.size < 100_000) foldings.set(index, key)
    }
    return key
  }
  const alternate = (index: number) => alternates.slice(alternateStarts[index]!, alternateStarts[index + 1]!)

  const entryAt = (id: number, byAlternate: boolean): Entry => {
    const kind = PLACE_KINDS[kinds[id]!]!
    const area = header.areas[areaIds[2 * id]! | (areaIds[2 * id + 1]! << 8)]!
    const lat = three(points, 6 * id)
    return {
      id,
      name: names.slice(nameStarts[id]!, nameStarts[id + 1]!),
      kind,
      lat: lat === NO_POINT ? undefined : lat / POINT_SCALE - 90,
      lon: lat === NO_POINT ? undefined : three(points, 6 * id + 3) / POINT_SCALE - 180,
      population: Math.round(2 ** (populations[id]! / POPULATION_STEP)) - 1,
      country: area[0] || undefined,
      admin1: area[1] || undefined,
      alternate: byAlternate,
    }
  }

  const known = new Map<string, readonly Entry[]>()
  const find = (name: string): readonly Entry[] => {
    const key = foldName(name)
    const before = known.get(key)
    if (before) return before
    const found: Entry[] = []
    const seen = new Set<number>()
    for (let id = lowerBound(header.places, key, folded); id < header.places && folded(id) === key; id++) {
      found.push(entryAt(id, false))
      seen.add(id)
    }
    for (
      let index = lowerBound(header.alternates, key, alternate);
      index < header.alternates && alternate(index) === key;
      index++
    ) {
      const id = three(alternateIds, 3 * index)
      if (!seen.has(id)) found.push(entryAt(id, true))
      seen.add(id)
    }
    // Reports repeat names; the memory stays small because only asked names are kept.
    if (50_000 < known.size) known.clear()
    known.set(key, found)
    return found
  }
  return {
    find,
    isWord: key => words.has(key),
    countryName: code => header.countries[code],
    demonymCountry: word => header.demonyms[word],
    maxWords: header.maxWords,
    notice: header.notice,
  }
}

function three(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)
}

function startsOf(lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let index = 0, at = 0; index < lengths.length; index++) {
    at += lengths[index]!
    starts[index + 1] = at
  }
  return starts
}

/** First index whose key is not below `key`. */
function lowerBound(length: number, key: string, keyAt: (index: number) => string): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyAt(middle) < key) low = middle + 1
    else high = middle
  }
  return low
}
