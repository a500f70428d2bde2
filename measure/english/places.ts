import type { PlaceMention } from "../../src/english/analysis.ts"
import { findPlaces } from "../../src/english/places/find-places.ts"
import { foldName } from "../../src/english/places/fold.ts"
import type { Gazetteer } from "../../src/english/places/gazetteer.ts"
import { findTimes } from "../../src/english/times/find-times.ts"
import { layOut } from "../lay-out.ts"
import type { Part } from "../part.ts"
import { type PlaceDocument, type Toponym, toponyms } from "../read/toponyms.ts"
import { emptyTally, f1Figure, inContext, shareFigure } from "../tally.ts"

/** 100 miles, the usual mark. */
const NEAR_KM = 161
/** What others count for a place without a point: half the way around the earth. */
const FARTHEST_KM = 20_000

/**
 * Places and where they lie. Found: spans that share a character; sites ("Cologne Cathedral") are left out, the corpora mark none.
 * Within 161 km: of the places found that have a gold position. An area has no point: a country is right when it is the gold one, a state or county when its name
 * and country are; else the rough middle of the area is taken. An area without one is wrong and has no distance; beside the mean error stands what it is with the farthest distance for these.
 */
export const places: Part<PlaceDocument> = {
  name: "places",
  about: "places found, and where they lie",
  format: toponyms,
  measure(documents, run) {
    const tally = emptyTally()
    const gazetteer = run.english.places
    let [placed, near, measured, km] = [0, 0, 0, 0]
    for (const { text, toponyms: all } of documents) {
      const left = all.filter(one => isLeftOut(one, gazetteer))
      const gold = all.filter(one => !left.includes(one))
      const { sentences } = layOut(text, /\n+/g)
      const times = findTimes({ report: { id: "a", text }, sentences }).value
      const found = findPlaces({ report: { text }, sentences, times }, gazetteer).places.filter(
        ({ place }) => place.precision !== "site",
      )
      const touches = (one: Toponym, mention: PlaceMention) => one.start < mention.end && mention.start < one.end
      tally.gold += gold.length
      for (const mention of found) {
        const isHit = gold.some(one => touches(one, mention))
        if (!isHit && left.some(one => touches(one, mention))) continue
        tally.found++
        if (isHit) tally.foundHit++
        else run.wrong("a place where none is", `${inContext(text, mention)} (${mention.rule})`)
      }
      for (const one of gold) {
        const hit = found.find(mention => touches(one, mention))
        if (!hit) {
          run.wrong("missed", `${inContext(text, one)} ${one.name} ${one.kind}`)
          continue
        }
        tally.goldHit++
        if (one.lat === undefined || one.lon === undefined) continue
        const distance = errorOf(one, hit, gazetteer)
        placed++
        if (distance !== undefined) {
          measured++
          km += distance
        }
        if (distance !== undefined && distance <= NEAR_KM) near++
        else
          run.wrong(
            distance === undefined ? "an area without a point" : "another place",
            `${inContext(text, one)} ${one.name} ${one.kind} ${one.country} got ${hit.place.name} ${hit.place.precision} ${hit.place.within?.join("<") ?? hit.place.country ?? ""} (${hit.rule})`,
          )
      }
    }
    return [
      f1Figure("found F1", tally, "toponyms"),
      shareFigure(`within ${NEAR_KM} km`, near, placed, "toponyms found"),
      {
        name: "mean error",
        value: measured === 0 ? undefined : km / measured,
        unit: "km",
        of: measured,
        items: "toponyms found",
        detail: `${placed - measured} more have no distance; ${Math.round((km + FARTHEST_KM * (placed - measured)) / Math.max(1, placed))} km when each of them counts ${FARTHEST_KM.toLocaleString("en")}`,
      },
    ]
  },
}

/** No place in our sense: a street or road without an entry, or the adjective of a country ("Georgian", "U.S. officials"). */
function isLeftOut(gold: Toponym, gazetteer: Gazetteer): boolean {
  if (gold.lat === undefined) return true
  const words = [gold.phrase, gold.phrase.replace(/s$/, ""), gold.phrase.replace(/^(?:North|South) /, "")]
  return (
    words.some(word => gazetteer.demonymCountry(word) !== undefined) ||
    /^(?:Maori|Abkhaz|Abkhazian|Ossetian|Sinhalese|Ontarians|Ohioans|Texans?|Californians?)$/.test(gold.phrase) ||
    gold.adjective
  )
}

/** Kilometres between the two, 0 for the same area; undefined for an area of ours that has no point. */
function errorOf(gold: Toponym, { place }: PlaceMention, gazetteer: Gazetteer): number | undefined {
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
