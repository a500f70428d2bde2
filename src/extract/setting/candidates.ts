import { daysOf, edtfOfDay } from "../../core/edtf.ts"
import { overlaps, type Span } from "../../core/span.ts"
import type { Place, Time } from "../../core/value.ts"
import type { Analysis, PlaceMention, TimeMention, Token } from "../../english/analysis.ts"
import { foldName } from "../../english/places/fold.ts"

/** One place where the report names a day or town. */
export interface Naming<Value extends Time | Place> extends Span {
  readonly value: Value
  /** The rule that found it, or why it only may be a town. */
  readonly rule: string
}

/** A day or town that the report may be set in, with all the words that name it, in order. */
export interface Candidate<Value extends Time | Place> {
  /** What makes two namings one: "2014-02-16", or the folded name of a town. */
  readonly key: string
  readonly namings: readonly Naming<Value>[]
}

/** The days that the times of a report name or lie in. Weeks, months and hours without a day are none. */
export function dayCandidates({ times }: Analysis): Candidate<Time>[] {
  return grouped(times.filter(({ duration }) => duration === undefined).map(naming), ({ value }) => {
    const days = daysOf(value.edtf)
    return days && days.first === days.last ? edtfOfDay(days.first) : undefined
  })
}

function naming({ start, end, time, rule }: TimeMention): Naming<Time> {
  return { start, end, value: time, rule }
}

const DISTRICT: ReadonlySet<string> = new Set(["site", "vicinity", "settlement", "near-settlement", "admin2"])

/** The towns and districts that a report names, also those that are only part of the name of a body or that no gazetteer has. */
export function townCandidates(analysis: Analysis): Candidate<Place>[] {
  const { places, placeHints } = analysis
  const listed = [
    ...places.filter(({ place }) => DISTRICT.has(place.precision)).map(listedNaming),
    ...placeHints.map(mention => ({ ...listedNaming(mention), rule: `hint-${mention.rule}` })),
  ]
  const taken = [...places, ...placeHints, ...analysis.times]
  const free = (span: Span) => !taken.some(other => overlaps(other, span))
  const unlisted = [...datelines(analysis), ...namedPlaces(analysis), ...askedNames(analysis)].filter(
    (one, index, all) => free(one) && !all.slice(0, index).some(other => overlaps(other, one)),
  )
  return grouped([...listed, ...unlisted], ({ value }) => foldName(value.name))
}

function grouped<Value extends Time | Place>(
  namings: readonly Naming<Value>[],
  keyOf: (naming: Naming<Value>) => string | undefined,
): Candidate<Value>[] {
  const groups = Map.groupBy(
    namings.toSorted((a, b) => a.start - b.start),
    naming => keyOf(naming) ?? "",
  )
  groups.delete("")
  return [...groups].map(([key, group]) => ({ key, namings: group }))
}

/** A site stands for the town that it is in. */
function listedNaming({ start, end, place, rule }: PlaceMention): Naming<Place> {
  const [town, ...within] = place.within ?? []
  const value: Place =
    place.precision === "site" && town !== undefined ? { ...place, name: town, within, precision: "settlement" } : place
  return { start, end, value, rule: place.precision === "site" ? "site" : rule }
}

/** "TRAER, Iowa (AP) -": the name of a town before the dash that begins a report, in capitals as such lines have it. */
function datelines({ report, sentences }: Analysis): Naming<Place>[] {
  return sentences.flatMap(({ start, end }) => {
    const line = report.text.slice(start, Math.min(end, start + 90))
    const name =
      /^(\p{Lu}[\p{Lu}.'’ -]{2,28}\p{Lu})(?:, [\p{L}. ]{2,24})?\s*(?:\([^)]{2,30}\)\s*)?(?:[—–]|--?\s)/u.exec(line)
    return name ? [unlistedNaming(name[1]!, start, "unlisted-dateline")] : []
  })
}

/** Names that the parser takes for places and no gazetteer has. Streets are none. */
function namedPlaces({ report, mentions }: Analysis): Naming<Place>[] {
  return mentions
    .filter(({ type, form }) => type === "place" && form === "name")
    .map(({ start, end }) => unlistedNaming(report.text.slice(start, end), start, "unlisted-name"))
    .filter(({ value }) => !NO_TOWN.test(value.name))
}

/** "Waxhaw police", "in Charenton": names that no gazetteer has, where the words around ask for a town. */
function askedNames({ report, tokens }: Analysis): Naming<Place>[] {
  const found: Naming<Place>[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (!isName(tokens[first])) continue
    let last = first
    while (isName(tokens[last + 1]) && tokens[last + 1]!.start === tokens[last]!.end + 1) last++
    const before = tokens[first - 1]?.text.toLowerCase() ?? ""
    const after = tokens[last + 1]?.text.toLowerCase() ?? ""
    const [start, end] = [tokens[first]!.start, tokens[last]!.end]
    const text = report.text.slice(start, end)
    const asked = /^(?:in|near|outside)$/.test(before) ? "unlisted-in" : OF_TOWN.test(after) ? "unlisted-of" : undefined
    if (asked && last - first < 3 && !NO_TOWN.test(text)) found.push(unlistedNaming(text, start, asked))
    first = last
  }
  return found
}

function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.upos === "PROPN" &&
    /^\p{Lu}\p{L}+$/u.test(token.text) &&
    !OF_TOWN.test(token.text.toLowerCase())
  )
}

const OF_TOWN =
  /^(?:police|officers?|deputy|deputies|man|woman|boy|girl|teen(?:ager)?|toddler|child|mother|father|couple|family|residents?|home|house)$/

const NO_TOWN =
  /\d|\b(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Boulevard|Ct|Court|Pl|Place|Way|Highway|Hwy|Route|Interstate|Pike|Parkway|Terrace|Circle|Freeway|Bridge|River|Lake|Mountains?|Ocean|Sea|Gulf|Bay)\.?$/i

function unlistedNaming(text: string, start: number, rule: string): Naming<Place> {
  const name = /\p{Ll}/u.test(text)
    ? text
    : text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
  const precision = /\s(?:county|parish|district|province|department)$/i.test(text) ? "admin2" : "unknown"
  return { start, end: start + text.length, value: { kind: "place", name, precision, text }, rule }
}
