import type { Report } from "../../core/report.ts"
import type { Span } from "../../core/span.ts"
import type { Place, PlacePrecision } from "../../core/value.ts"
import type { PlaceMention, Sentence, Token } from "../analysis.ts"
import { type Candidate, candidatesIn } from "./candidates.ts"
import { findFacilities } from "./facilities.ts"
import type { Entry, Gazetteer, PlaceKind } from "./gazetteer.ts"
import { type Chosen, resolvePlaces } from "./resolve.ts"
import { type Word, wordsOf } from "./scan.ts"

/** What `findPlaces` reads. `names` are names found by other means with their type: people and groups are no places, and a name typed as a place is trusted. */
export interface PlaceParts {
  readonly report: Pick<Report, "text">
  readonly sentences: readonly (Pick<Sentence, "start" | "end"> & Partial<Pick<Sentence, "firstToken">>)[]
  readonly tokens?: readonly Token[]
  readonly times?: readonly Span[]
  readonly names?: readonly (Span & { readonly type: string })[]
}

const PRECISIONS: Readonly<Record<PlaceKind, PlacePrecision>> = {
  capital: "settlement",
  seat: "settlement",
  town: "settlement",
  quarter: "settlement",
  admin2: "admin2",
  admin1: "admin1",
  country: "country",
  region: "region",
}

/** Places of a report and names that only may be places, both in order. */
export interface FoundPlaces {
  readonly places: readonly PlaceMention[]
  readonly hints: readonly PlaceMention[]
}

/**
 * Every place a report names. Demonyms, people, papers and teams named after places are none. Areas have no point.
 * `hints` are names of towns and districts that the words around do not show to be places, such as those of bodies: "Lafayette Police".
 */
export function findPlaces(parts: PlaceParts, gazetteer: Gazetteer): FoundPlaces {
  const { report, sentences, times = [] } = parts
  const names = [...(parts.names ?? [])].sort((a, b) => a.start - b.start)
  const small = new Set<string>()
  const lines: { words: Word[]; candidates: Candidate[] }[] = []
  for (const sentence of sentences) {
    const words = wordsOf(report.text, sentence, parts.tokens)
    for (const word of words) if (!word.capital) small.add(word.text)
    const candidates = candidatesIn(words, gazetteer, report.text)
      .filter(candidate => touching(times, candidate) === undefined)
      .map(candidate => withNames(candidate, names))
    lines.push({ words, candidates })
  }
  // A word that the report also writes small is no name where nothing asks for a place: "Van bomb kills nine ... the van".
  for (const line of lines)
    line.candidates = line.candidates.map(candidate =>
      candidate.first === candidate.last &&
      /^(?:weak|likely)$/.test(candidate.trust) &&
      small.has(candidate.name.toLowerCase())
        ? { ...candidate, trust: "no", rule: "ordinaryWord" }
        : candidate,
    )
  const { chosen, hints } = resolvePlaces(lines, gazetteer, report.text)
  const mentions = chosen.map(choice => mentionOf(choice, gazetteer))
  const facilities = findFacilities(lines, chosen, report.text, gazetteer)
  const all = [
    ...mentions.filter(
      mention => !facilities.some(facility => facility.start <= mention.start && mention.end <= facility.end),
    ),
    ...facilities,
  ]
  return {
    places: all.sort((a, b) => a.start - b.start),
    hints: hints
      .map(hint => mentionOf(hint, gazetteer))
      .filter(hint => !facilities.some(facility => facility.start < hint.end && hint.start < facility.end)),
  }
}

/** The first of the spans (in order, not overlapping) that shares a character with `span`. */
function touching<T extends Span>(spans: readonly T[], span: Span): T | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  const found = spans[low]
  return found && found.start < span.end ? found : undefined
}

function withNames(candidate: Candidate, names: PlaceParts["names"] & {}): Candidate {
  const name = touching(names, candidate)
  if (!name) return candidate
  const same = name.start === candidate.start && name.end === candidate.end
  if (name.type === "place") {
    // "U.S. officials" and "West Nile virus" hold names of places that tell of no place.
    if (/^(?:adjectiveCountry|neverPlace|namedAfter|organizationName|organizationOf|allCapitals)$/.test(candidate.rule))
      return candidate
    return same && candidate.trust !== "sure" ? { ...candidate, trust: "likely", rule: "namedPlace" } : candidate
  }
  if (name.type === "facility") return candidate
  // "Moscow denied it": a government by its town or land is taken for a group by some.
  if (name.type === "organization" && same && candidate.trust !== "no" && candidate.entries.some(isPower))
    return { ...candidate, rule: "metonymy" }
  const asked = candidate.trust === "sure" || candidate.trust === "likely"
  return { ...candidate, trust: "no", rule: `part-of-${name.type}`, asked }
}

function isPower({ kind }: Entry): boolean {
  return kind === "country" || kind === "capital"
}

function mentionOf({ candidate, entry, rule }: Chosen, gazetteer: Gazetteer): PlaceMention {
  return {
    start: candidate.start,
    end: candidate.end,
    rule,
    place: placeOf(candidate.name, candidate.near, entry, gazetteer),
  }
}

/** The place of an entry as a report names it. */
function placeOf(text: string, near: boolean, entry: Entry, gazetteer: Gazetteer): Place {
  const settled = PRECISIONS[entry.kind] === "settlement"
  const country = entry.country === undefined ? undefined : gazetteer.countryName(entry.country)
  const within = [
    ...(entry.admin1 && entry.kind !== "admin1" && entry.admin1 !== entry.name ? [entry.admin1] : []),
    ...(country && entry.kind !== "country" ? [country] : []),
  ]
  return {
    kind: "place",
    // "Köln" is Cologne in English news; an area is shown by its full name.
    name: settled && entry.alternate ? text : entry.name,
    ...(settled && entry.lat !== undefined && entry.lon !== undefined
      ? { lat: Math.round(entry.lat * 1e4) / 1e4, lon: Math.round(entry.lon * 1e4) / 1e4 }
      : {}),
    ...(entry.country ? { country: entry.country } : {}),
    ...(0 < within.length ? { within } : {}),
    precision: settled && near ? "near-settlement" : PRECISIONS[entry.kind],
    text,
  }
}
