import type { LocalEntity } from "../../core/reading.ts"
import type { Place } from "../../core/value.ts"
import { type CaseReport, sentenceAt } from "../case-report.ts"
import { isPoint, placeKey } from "../places.ts"

/** An age that a report gives somebody: years, and the year of the report where it has a date. */
export interface Age {
  readonly years: number
  readonly toldIn: number | undefined
}

/** What tells two people of one name apart. */
export interface PersonFacts {
  readonly ages: readonly Age[]
  /** Towns beside which the report names the person, and the towns of its events; folded. Towns of one name have their area or country behind a bar: "varn|veneto". */
  readonly towns: readonly string[]
  /** Areas smaller than a country that hold these towns. */
  readonly areas: readonly string[]
}

/** Years apart up to which two reports may give one person's age: birthdays, trials a year later, an age read off a birth year. */
const AGE_SLACK = 2
const BEHIND = /^(?:,| \() ?(?:aged? |now )?(\d{1,2})(?=[,.;)]| of | and |-year-old| years old)/u
const BEFORE = /\b(\d{1,2})-year-old(?: \p{L}+){0,2} $/u

/** Reads a person's ages and towns around the named mentions. */
export function personFactsOf(report: CaseReport, person: LocalEntity): PersonFacts {
  const { text } = report.report
  const ages: Age[] = []
  const places: Place[] = [...report.reading.setting, ...report.reading.events.flatMap(({ fills }) => fills)].flatMap(
    ({ slot, value, score }) =>
      slot === "where" && value.kind === "place" && LIKELY_PLACE <= (score ?? 1) ? [value] : [],
  )
  const toldIn = /^\d{4}/.test(report.published) ? Number(report.published.slice(0, 4)) : undefined
  const sentences = new Set<number>()
  for (const { form, span } of person.mentions) {
    if (form !== "name") continue
    const years =
      BEHIND.exec(text.slice(span.end, span.end + 30))?.[1] ??
      BEFORE.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[1]
    if (years !== undefined) ages.push({ years: Number(years), toldIn })
    const sentence = sentenceAt(report, span.start)
    if (sentence) sentences.add(sentence.index)
  }
  for (const { place, mentions } of report.reading.entities)
    if (place && mentions.some(({ span }) => sentences.has(sentenceAt(report, span.start)?.index ?? -1)))
      places.push(place)
  const towns = places.filter(place => isPoint(place) && place.country !== undefined)
  return {
    ages,
    towns: [...new Set(towns.map(townKey))].sort(),
    areas: [...new Set(places.flatMap(areasOf))].sort(),
  }
}

/** Chance from which a place that a scorer gives a report is taken for its people's: more likely than not. */
const LIKELY_PLACE = 0.5

function townKey(place: Place): string {
  return `${placeKey(place)}|${placeKey({ name: place.within?.at(-2) ?? place.country! })}`
}

function areasOf({ name, within = [], precision, country }: Place): string[] {
  if (precision === "country") return []
  const own = precision === "admin1" || precision === "admin2" ? [name] : []
  const areas = [...own, ...within.slice(0, -1)].map(area => placeKey({ name: area }))
  return areas.length === 0 && country !== undefined ? [country.toLowerCase()] : areas
}

/** Whether ages speak for one person, against it, or say nothing. A dead child stays as old as it was: the number itself may agree too. */
export function compareAges(a: readonly Age[], b: readonly Age[]): "agree" | "differ" | "unknown" {
  if (a.length === 0 || b.length === 0) return "unknown"
  const gaps = a.flatMap(one => b.map(other => gapOf(one, other)))
  const least = Math.min(...gaps)
  return least <= 1 ? "agree" : AGE_SLACK < least ? "differ" : "unknown"
}

function gapOf(a: Age, b: Age): number {
  const plain = Math.abs(a.years - b.years)
  // Reports without a date may lie years apart.
  if (a.toldIn === undefined || b.toldIn === undefined) return plain <= 1 ? plain : Math.max(AGE_SLACK, plain - 10)
  return Math.min(plain, Math.abs(a.toldIn - a.years - (b.toldIn - b.years)))
}
