import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { PlaceMention } from "../src/english/analysis.ts"
import { findPlaces } from "../src/english/places/find-places.ts"
import { foldName } from "../src/english/places/fold.ts"
import { loadGazetteer } from "../src/english/places/gazetteer.ts"
import { findTimes } from "../src/english/times/find-times.ts"
import { layOut } from "./lay-out.ts"

// Places against LGL and GeoVirus. Found: spans that share a character, F1; sites ("Cologne Cathedral") are left out, the corpora mark none.
// Accuracy@161 km: share of the found places with a gold position that lie within 161 km (100 miles) of it. An area has no point: a country is right when it is
// the gold one, a state or county when its name and country are; else the rough middle of the area is taken;
// an area without one is wrong and has no distance. Mean error in km over the places with one.
const { values } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, errors: { type: "string" } },
})
const data = values.data ?? ""
if (!existsSync(data)) {
  console.error(`no folder "${data}"; expected --data FOLDER with geoparsing/`)
  process.exit(66)
}
const gazetteer = loadGazetteer(readFileSync(new URL("../models/english/places/places.bin", import.meta.url)))

interface Gold {
  readonly start: number
  readonly end: number
  readonly phrase: string
  readonly lat: number | undefined
  readonly lon: number | undefined
  readonly kind: string
  readonly name: string
  readonly country: string
  /** A short name of a country before a noun: "U.S. officials". */
  readonly adjective: boolean
}
interface Article {
  readonly text: string
  readonly gold: readonly Gold[]
}

const errors: string[] = []
const tagOf = (xml: string, name: string) =>
  decoded(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? "")
const decoded = (text: string) =>
  text
    .replace(/^<!\[CDATA\[|\]\]>$/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&")

function articlesOf(file: string, goldTag: string): Article[] {
  if (!existsSync(file)) return []
  return [...readFileSync(file, "utf8").matchAll(/<article[ >][\s\S]*?<\/article>/g)].map(([xml]) => {
    const text = tagOf(xml, "text")
    const gold = [...xml.matchAll(new RegExp(`<${goldTag}>([\\s\\S]*?)</${goldTag}>`, "g"))].map(([, one]) => {
      const number = (name: string) => (tagOf(one!, name) === "" ? undefined : Number(tagOf(one!, name)))
      const page = tagOf(one!, "page").split("/").at(-1) ?? ""
      const tag = /<gaztag[\s\S]*<\/gaztag>/.exec(one!)?.[0] ?? ""
      const phrase = goldTag === "toponym" ? tagOf(one!, "phrase") : tagOf(one!, "name")
      // Some offsets are a few characters off.
      const stated = Number(tagOf(one!, "start"))
      const at = text.indexOf(phrase, Math.max(0, stated - 4))
      const start = at === -1 || stated + 4 < at ? stated : at
      return {
        start,
        end: start + phrase.length,
        phrase,
        adjective:
          /^(?:U\.?S\.?|U\.?K\.?|EU|American)$/.test(phrase) &&
          /^\s(?!(?:and|or|in|to|on|for|as|is|was|has|have|had|will|after|at|by|from|since|when|with|but)\b)[\p{L}]/u.test(
            text.slice(start + phrase.length),
          ),
        lat: number("lat"),
        lon: number("lon"),
        kind: tagOf(one!, "fcode"),
        name: tag ? tagOf(tag, "name") : decodeURIComponent(page).replaceAll("_", " "),
        country: tagOf(one!, "country"),
      }
    })
    return { text, gold }
  })
}

function score(corpus: string, articles: readonly Article[]) {
  const total = {
    gold: 0,
    found: 0,
    goldHit: 0,
    foundHit: 0,
    strict: 0,
    placed: 0,
    near: 0,
    error: 0,
    measured: 0,
    tokens: 0,
    ms: 0,
  }
  const all = { gold: 0, goldHit: 0, foundHit: 0, found: 0 }
  for (const article of articles) {
    const { text } = article
    const left = article.gold.filter(isLeftOut)
    const gold = article.gold.filter(one => !isLeftOut(one))
    const { sentences, tokens } = layOut(text, /\n+/g)
    const times = findTimes({ report: { id: "a", text }, sentences }).value
    const before = performance.now()
    const found = findPlaces({ report: { text }, sentences, times }, gazetteer).filter(
      mention => mention.place.precision !== "site",
    )
    total.ms += performance.now() - before
    total.tokens += tokens.length
    total.gold += gold.length
    all.gold += article.gold.length
    all.found += found.length
    const touches = (one: Gold, mention: PlaceMention) => one.start < mention.end && mention.start < one.end
    all.foundHit += found.filter(mention => article.gold.some(one => touches(one, mention))).length
    all.goldHit += article.gold.filter(one => found.some(mention => touches(one, mention))).length
    total.found += found.filter(
      mention => !left.some(one => touches(one, mention)) || gold.some(one => touches(one, mention)),
    ).length
    for (const mention of found) {
      if (gold.some(one => touches(one, mention))) total.foundHit++
      else if (!left.some(one => touches(one, mention)))
        note("spurious", mention.rule, text, mention, mention.place.within?.join("<") ?? "")
    }
    for (const one of gold) {
      const hit = found.find(mention => touches(one, mention))
      if (!hit) {
        note("missed", one.kind || "-", text, one, one.name)
        continue
      }
      total.goldHit++
      if (hit.start === one.start && hit.end === one.end) total.strict++
      if (one.lat === undefined || one.lon === undefined) continue
      const km = errorOf(one, hit)
      total.placed++
      if (km !== undefined) {
        total.error += km
        total.measured++
      }
      if (km !== undefined && km <= 161) total.near++
      else
        note(
          "wrong",
          hit.rule,
          text,
          one,
          `${one.name} ${one.kind} ${one.country} got ${hit.place.name} ${hit.place.precision} ${hit.place.within?.join("<") ?? hit.place.country ?? ""} ${km === undefined ? "an area without a point" : `${Math.round(km)} km`}`,
        )
    }
  }
  const percent = (value: number) => Math.round(value * 1000) / 10
  const [precision, recall] = [total.foundHit / total.found, total.goldHit / total.gold]
  return {
    corpus,
    articles: articles.length,
    gold: total.gold,
    precision: percent(precision),
    recall: percent(recall),
    foundF1: percent((2 * precision * recall) / (precision + recall)),
    foundF1All: percent(
      (2 * (all.foundHit / all.found) * (all.goldHit / all.gold)) / (all.foundHit / all.found + all.goldHit / all.gold),
    ),
    "accuracy@161km": percent(total.near / total.placed),
    meanErrorKm: Math.round(total.error / total.measured),
    errorsPer1000: Math.round(
      (1000 * (total.found - total.foundHit + total.gold - total.goldHit + total.placed - total.near)) / total.tokens,
    ),
    tokensPerSecond: Math.round((1000 * total.tokens) / total.ms),
  }
}

/** No place in our sense: a street or road without an entry, or the adjective of a country ("Georgian", "U.S. officials"). */
function isLeftOut(gold: Gold): boolean {
  if (gold.lat === undefined) return true
  const words = [gold.phrase, gold.phrase.replace(/s$/, ""), gold.phrase.replace(/^(?:North|South) /, "")]
  return (
    words.some(word => gazetteer.demonymCountry(word) !== undefined) ||
    /^(?:Maori|Abkhaz|Abkhazian|Ossetian|Sinhalese|Ontarians|Ohioans|Texans?|Californians?)$/.test(gold.phrase) ||
    gold.adjective
  )
}

function errorOf(gold: Gold, { place }: PlaceMention): number | undefined {
  const plain = (name: string) =>
    foldName(name)
      .replace(/^(the|republic of|state of) /, "")
      .replace(/ (\(.*\)|\[.*\]|province|oblast|region|state|county|parish|strip|sea)$/, "")
  const country = place.country ? (gazetteer.countryName(place.country) ?? "") : ""
  if (
    place.precision === "country" &&
    (/^PCL/.test(gold.kind) || gold.kind === "") &&
    [gold.name, gold.country, gold.phrase].some(name => plain(name) === plain(country))
  )
    return 0
  if (
    place.precision === "country" &&
    gazetteer
      .find(gold.name.replace(/ \(country\)$/, ""))
      .some(entry => entry.kind === "country" && entry.country === place.country)
  )
    return 0
  const area = place.precision === "admin1" || place.precision === "admin2" || place.precision === "region"
  const sameCountry =
    gold.country === "" ||
    !place.country ||
    plain(gold.country) === plain(country) ||
    gazetteer.find(gold.country).some(entry => entry.kind === "country" && entry.country === place.country)
  const goldNames = [gold.name, gold.phrase].map(plain)
  if (area && sameCountry && goldNames.some(name => name === plain(place.name) || name === plain(place.text))) return 0
  if (place.lat !== undefined && place.lon !== undefined) return distance(gold.lat!, gold.lon!, place.lat, place.lon)
  const entry = gazetteer
    .find(place.name)
    .find(other => other.kind === place.precision && other.country === place.country && other.lat !== undefined)
  return entry ? distance(gold.lat!, gold.lon!, entry.lat!, entry.lon!) : undefined
}

function distance(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half =
    Math.sin(radians(otherLat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * Math.sin(radians(otherLon - lon) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(half))
}

function note(kind: string, cause: string, text: string, span: { start: number; end: number }, rest: string): void {
  const shown = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ")
  errors.push(
    `${kind}\t${cause}\t${shown(span.start - 40, span.start)}[${shown(span.start, span.end)}]${shown(span.end, span.end + 30)}\t${rest}`,
  )
}

const table = [
  score("LGL", articlesOf(join(data, "geoparsing/lgl.xml"), "toponym")),
  score("GeoVirus", articlesOf(join(data, "geoparsing/GeoVirus.xml"), "location")),
]
if (values.errors) for (const error of errors.filter(line => line.startsWith(values.errors!)).sort()) console.log(error)
else if (values.json) console.log(JSON.stringify({ places: table }))
else console.table(table)
