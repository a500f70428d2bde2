import { daysOf } from "../../core/edtf.ts"
import type { Place, Time } from "../../core/value.ts"
import type { Candidate } from "./candidates.ts"
import { namingFeatures } from "./naming-features.ts"
import type { Scene } from "./scene.ts"

/** The features of all candidates of a report, in their order: those of their namings, and how they stand to each other. */
export function featuresOfDays(scene: Scene, candidates: readonly Candidate<Time>[]): string[][] {
  const published = daysOf(scene.analysis.report.published?.time.edtf ?? "")?.last
  const undated = scene.analysis.times.filter(({ time, duration }) => duration === undefined && time.edtf === "").length
  return together(scene, candidates, (candidate, all) => {
    const day = dayOf(candidate)
    const before = published === undefined ? undefined : published - day
    const days = all.map(dayOf)
    const past = days.filter(other => published === undefined || other <= published)
    const gap = before === undefined ? "unknown" : bucket(before, [-7, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 31, 92, 366])
    return [
      `ago=${gap}`,
      `earliest=${days.every(other => day <= other)}`,
      `earliest-ago=${days.every(other => day <= other)}:${gap}`,
      `latest=${past.every(other => other <= day)}`,
      `latest-ago=${past.every(other => other <= day)}:${gap}`,
      `published=${published !== undefined}`,
      `undated=${scene.isUndated}`,
      `unplaced=${bucket(undated, [0, 1, 3, 6])}`,
      `days=${bucket(days.length, [1, 2, 3, 4, 6, 9])}`,
      `day-before-told=${days.includes(day + 1)}`,
      `day-after-told=${days.includes(day - 1)}`,
    ]
  })
}

export function featuresOfTowns(scene: Scene, candidates: readonly Candidate<Place>[]): string[][] {
  const areas = scene.analysis.places.map(({ place }) => areaOf(place)).filter(area => area !== undefined)
  const states = new Map<string, number>()
  for (const area of areas) states.set(area, (states.get(area) ?? 0) + 1)
  const most = Math.max(0, ...states.values())
  return together(scene, candidates, (candidate, all) => {
    const place = candidate.namings[0]!.value
    const area = candidate.namings.map(({ value }) => areaOf(value)).find(each => each !== undefined)
    const votes = area === undefined ? 0 : (states.get(area) ?? 0)
    const kinds = new Set(candidate.namings.map(({ value }) => value.precision))
    return [
      `area=${area === undefined ? "none" : votes === most ? "most" : 0 < votes ? "some" : "other"}`,
      `kinds=${[...kinds].sort().join()}`,
      `towns=${bucket(all.length, [1, 2, 3, 4, 6, 9, 15])}`,
      `only-hints=${candidate.namings.every(({ rule }) => /^(?:hint|unlisted)/.test(rule))}`,
      `part-of-other=${all.some(other => other !== candidate && ` ${other.key} `.includes(` ${candidate.key} `))}`,
      `holds-other=${all.some(other => other !== candidate && ` ${candidate.key} `.includes(` ${other.key} `))}`,
      `near=${nearOthers(candidate, all)}`,
      `country=${place.country === undefined ? "none" : countryShare(scene, place.country)}`,
    ]
  })
}

function areaOf(place: Place): string | undefined {
  if (place.country === undefined || place.precision === "country") return undefined
  const area =
    place.precision === "admin1" ? place.name : (place.within?.length ?? 0) > 1 ? place.within!.at(-2) : undefined
  return area && `${place.country}|${area}`
}

/** How many of the other towns are within 40 km, and whether one of them is named more often: "Englewood" beside Chicago. */
function nearOthers(own: Candidate<Place>, all: readonly Candidate<Place>[]): string {
  const place = own.namings[0]!.value
  if (place.lat === undefined || place.lon === undefined) return "unknown"
  const near = all.filter(other => {
    const { value } = other.namings[0]!
    return other !== own && value.lat !== undefined && value.lon !== undefined && roughKm(place, value) < 40
  })
  const isNamedLess = near.some(({ namings }) => own.namings.length < namings.length)
  return `${bucket(near.length, [0, 1, 2, 4])}${isNamedLess ? "-named-less" : ""}`
}

/** Kilometres, near enough for telling near from far. */
function roughKm(one: Place, other: Place): number {
  const x = (one.lon! - other.lon!) * Math.cos(((one.lat! + other.lat!) * Math.PI) / 360)
  return 111.2 * Math.hypot(one.lat! - other.lat!, x)
}

function countryShare({ analysis }: Scene, country: string): string {
  const all = analysis.places.filter(({ place }) => place.country !== undefined)
  const own = all.filter(({ place }) => place.country === country)
  return all.length === 0 ? "alone" : own.length * 2 < all.length ? "few" : own.length === all.length ? "all" : "most"
}

/** Features that say the most of a candidate when no other or another candidate has them too. */
const TELLING =
  /^(?:fills=|below=main|here=main$|at=(?:title|first-block|1)$|dateline$|in-dateline$|title-tail$|verb=(?:happen|occur|shoot|kill|take)$|nearest=main|kind=|case=(?:in|on|at|of)$)/

function together<Value extends Time | Place>(
  scene: Scene,
  candidates: readonly Candidate<Value>[],
  own: (candidate: Candidate<Value>, all: readonly Candidate<Value>[]) => string[],
): string[][] {
  const namings = candidates.map(({ namings }) => namings.slice(0, 12).map(each => namingFeatures(scene, each)))
  const sets = namings.map(each => new Set(each.flat()))
  const tellings = sets.map(set => [...set].filter(feature => TELLING.test(feature)))
  const most = Math.max(0, ...candidates.map(candidate => candidate.namings.length))
  const isUndated = scene.analysis.report.published === undefined
  return candidates.map((candidate, index) => {
    const set = sets[index]!
    const telling = tellings[index]!
    const others = new Set(tellings.flatMap((other, at) => (at === index ? [] : other)))
    const count = candidate.namings.length
    return [
      "bias",
      ...set,
      ...telling.map(feature => `${others.has(feature) ? "shared" : "sole"}:${feature}`),
      // In a report of no known day a written date is seldom that of the event, which has a weekday's name.
      ...(isUndated ? telling.map(feature => `undated:${feature}`) : []),
      ...Array.from(others, feature => (set.has(feature) ? "" : `other:${feature}`)).filter(f => f !== ""),
      `named=${bucket(count, [1, 2, 3, 4, 6, 10])}`,
      `named-most=${count === most}:${bucket(candidates.filter(other => other.namings.length === most).length, [1, 2])}`,
      `order=${bucket(index, [0, 1, 2, 3, 5, 9])}`,
      `order+most=${index === 0}:${count === most}`,
      `alone=${candidates.length === 1}`,
      ...own(candidate, candidates),
    ]
  })
}

function dayOf({ key }: Candidate<Time>): number {
  return daysOf(key)!.first
}

/** The largest of the limits that is not above the number. */
function bucket(value: number, limits: readonly number[]): string {
  return String(limits.findLast(limit => limit <= value) ?? "less")
}
