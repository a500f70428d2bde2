import type { Candidate } from "./candidates.ts"
import { foldName } from "./fold.ts"
import type { Entry, Gazetteer } from "./gazetteer.ts"
import type { Word } from "./scan.ts"

/** A candidate with the place it was taken for. */
export interface Chosen {
  readonly candidate: Candidate
  readonly entry: Entry
  readonly rule: string
}

/** The places of a report, and names of towns and districts that the words around do not show to be places. */
export interface Resolved {
  readonly chosen: readonly Chosen[]
  readonly hints: readonly Chosen[]
}

/** One sentence with its candidates. */
export interface Line {
  readonly words: readonly Word[]
  readonly candidates: readonly Candidate[]
}

interface Context {
  readonly countries: Votes
  readonly admin1: Votes
  readonly points: { lat: number; lon: number }[]
}

/** Settlements smaller than this are believed only where the words around them ask for a place. */
const KNOWN_TOWN = 80_000
/** With a light cue such as "of" before them, smaller ones do. */
const LIKELY_TOWN = 5_000

/**
 * Chooses the place of each candidate: by the area written after it ("Paris, Texas"), else by size, the countries and areas the report speaks of,
 * and the places near by. The same name means the same place all through a report, unless its own area is written beside it.
 */
export function resolvePlaces(lines: readonly Line[], gazetteer: Gazetteer, text: string): Resolved {
  const contained = new Map<Candidate, Entry>()
  const context: Context = { countries: { of: new Map(), sum: 0 }, admin1: { of: new Map(), sum: 0 }, points: [] }
  const beside = new Map<Candidate, ReadonlySet<string>>()
  for (const { words, candidates } of lines) {
    const lands = new Set<string>()
    for (const candidate of candidates) beside.set(candidate, lands)
    for (const candidate of candidates)
      for (const entry of candidate.entries)
        if (entry.kind === "country" && entry.country && candidate.trust === "sure" && candidate.rule !== "knownArea")
          lands.add(entry.country)
    for (const word of words) {
      const plain = /^\p{Lu}{4,}$/u.test(word.text) ? word.text[0]! + word.text.slice(1).toLowerCase() : word.text
      const country = word.capital
        ? (gazetteer.demonymCountry(plain) ?? gazetteer.demonymCountry(plain.replace(/s$/, "")))
        : undefined
      if (country) {
        vote(context.countries, country, 0.7)
        lands.add(country)
      }
    }
    readContainers(candidates, contained, text)
  }
  const all = lines.flatMap(line => line.candidates)
  const refused = refusedNames(all)
  const bySpelling = new Map<string, Entry>()
  for (const candidate of all) {
    const entry = contained.get(candidate)
    if (entry) {
      bySpelling.set(foldName(candidate.name), entry)
      support(context, entry, 1.5)
    } else if (candidate.short) {
      vote(context.countries, candidate.short[0], 1)
      vote(context.admin1, candidate.short.join("|"), 1)
    } else if (candidate.trust !== "no") {
      const sure = candidate.entries.find(other => other.kind === "country")
      if (sure && candidate.entries.every(other => other.kind === "country" || other.population < 1e6))
        support(context, sure, 1)
      else if (candidate.entries.length === 1) support(context, candidate.entries[0]!, 0.8)
      else if (candidate.rule === "dateline" || candidate.rule === "allCapitals") {
        // A dateline tells where the report is from.
        const capital = candidate.entries.find(({ kind, population }) => kind === "capital" && 500_000 <= population)
        if (capital) support(context, capital, 1)
      }
    }
  }
  // "Florida, a market town": a town, and the same one all through the report.
  for (const candidate of all) {
    const towns = candidate.entries.filter(isSettlement)
    if (candidate.trust === "no" || towns.length === 0 || !isCalledTown(candidate, text)) continue
    const [best] = rank(candidate, towns, context, beside.get(candidate))
    if (best && !bySpelling.has(foldName(candidate.name))) bySpelling.set(foldName(candidate.name), best.entry)
  }
  // A second look uses what the first one found: the places near by, the names that are sure somewhere, the states in a list of states.
  const known: Known = {
    beside,
    contained,
    bySpelling,
    refused,
    context,
    gazetteer,
    sure: new Set(),
    listed: new Map(),
  }
  const first = all.flatMap(candidate => chooseOne(candidate, known))
  const sure = new Set<string>()
  for (const { candidate, entry } of first) {
    if (!contained.has(candidate)) support(context, entry, 0.4)
    if (candidate.trust === "sure" || (candidate.trust === "likely" && candidate.rule !== "localAuthority"))
      sure.add(foldName(candidate.name))
  }
  const second = { ...known, sure, listed: listedStates(first, text) }
  const chosen = all.flatMap(candidate => chooseOne(candidate, second))
  const taken = new Set(chosen.map(({ candidate }) => candidate))
  return {
    chosen,
    hints: all.filter(candidate => !taken.has(candidate)).flatMap(candidate => hintOf(candidate, text, second)),
  }
}

/** Rules that leave it open whether a name is a place: most often it is the town of a body, or one too small to be believed. */
const OPEN =
  /^(?:part-of-organization|bare|ordinaryWord|localAuthority|beforeLocalNoun|beforeComma|afterWeakCue|afterLooseCue|organizationName|beforeFacility|allCapitals)$/
/** "Marion boy", "Compton Toddler", "Sylvester Police": what people and bodies of a town are called. */
const OF_TOWN =
  /^ (?:police|sheriff|fire|officers?|officials?|authorities|deput(?:y|ies)|m[ae]n|wom[ae]n|boys?|girls?|teen(?:ager)?s?|toddlers?|child(?:ren)?|kids?|bab(?:y|ies)|infant|mother|father|mom|dad|couple|family|residents?|students?|home|house|apartments?|bar|nightclub|shooting|murders?|homicide|crash|robbery|attack|bombing|area|neighborhood)\b/i

/** "Lafayette Police Department", "a Burien teen": the town or district that is most likely meant if a place is. */
function hintOf(candidate: Candidate, text: string, known: Known): Chosen[] {
  const { contained, bySpelling, refused, context, beside } = known
  const key = foldName(candidate.name)
  const asked = candidate.asked || OF_TOWN.test(text.slice(candidate.end, candidate.end + 20))
  const open = OPEN.test(candidate.rule) || (asked && /^(?:part-of-person|startsName)$/.test(candidate.rule))
  if (candidate.short || !open || (refused.has(key) && !asked)) return []
  const local = candidate.entries.filter(
    entry => (isSettlement(entry) || entry.kind === "admin2") && !(entry.alternate && entry.population < LIKELY_TOWN),
  )
  const told = contained.get(candidate) ?? bySpelling.get(key)
  const entry = told && local.includes(told) ? told : rank(candidate, local, context, beside.get(candidate))[0]?.entry
  return entry ? [{ candidate, entry, rule: asked ? `${candidate.rule}-asked` : candidate.rule }] : []
}

/** What is known while places are chosen. */
interface Known {
  /** Countries named in the sentence of a candidate, "Argentine" too. */
  readonly beside: ReadonlyMap<Candidate, ReadonlySet<string>>
  readonly contained: ReadonlyMap<Candidate, Entry>
  readonly bySpelling: ReadonlyMap<string, Entry>
  readonly refused: ReadonlySet<string>
  readonly context: Context
  readonly gazetteer: Gazetteer
  /** Folded names that are sure somewhere in the report. */
  readonly sure: ReadonlySet<string>
  /** Candidates beside a state in a list, with its country: "Ohio, Washington and Utah". */
  readonly listed: ReadonlyMap<Candidate, string>
}

function listedStates(chosen: readonly Chosen[], text: string): Map<Candidate, string> {
  const listed = new Map<Candidate, string>()
  for (let index = 1; index < chosen.length; index++) {
    const [left, right] = [chosen[index - 1]!, chosen[index]!]
    if (!/^,?\s(?:and\s|or\s)?$/.test(text.slice(left.candidate.end, right.candidate.start))) continue
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const)
      if (one.entry.kind === "admin1" && one.entry.country && one.rule !== "inWrittenArea")
        listed.set(other.candidate, one.entry.country)
  }
  return listed
}

function chooseOne(candidate: Candidate, known: Known): Chosen[] {
  const { contained, bySpelling, refused, context, gazetteer, sure, listed } = known
  const own = contained.get(candidate)
  if (own) return [{ candidate, entry: own, rule: "inWrittenArea" }]
  if (candidate.short) {
    const [country, name] = candidate.short
    const entry = gazetteer.find(name).find(other => other.kind === "admin1" && other.country === country)
    return entry ? [{ candidate, entry, rule: "shortArea" }] : []
  }
  if (candidate.trust === "no") return []
  const key = foldName(candidate.name)
  const before = bySpelling.get(key)
  if (before && !candidate.area) return [{ candidate, entry: before, rule: "sameName" }]
  const inList = (entry: Entry) => (entry.kind === "admin1" && listed.get(candidate) === entry.country ? 2 : 0)
  const ranked = rank(candidate, candidate.entries, context, known.beside.get(candidate), inList)
  const best = ranked[0]?.entry
  const trusted = sure.has(key) && !refused.has(key)
  if (!best || !(trusted || isBelieved(best, candidate, refused.has(key), context))) return []
  return [{ candidate, entry: best, rule: candidate.rule }]
}

/** The places of a name, the likeliest first. */
function rank(
  candidate: Candidate,
  entries: readonly Entry[],
  context: Context,
  beside: ReadonlySet<string> | undefined,
  more: (entry: Entry) => number = () => 0,
): { entry: Entry; score: number }[] {
  // The land named in the sentence helps to choose between towns; that it helps a state or land is in its votes.
  const towns = !entries.some(({ kind }) => kind === "country" || kind === "admin1")
  const near = ({ population, country }: Entry) =>
    towns && LARGE <= population && country && beside?.has(country) ? BESIDE : 0
  return entries
    .map(entry => ({ entry, score: scoreOf(entry, candidate, context) + near(entry) + more(entry) }))
    .sort((a, b) => b.score - a.score || a.entry.id - b.entry.id)
}

/** Worth of a country named in the same sentence to a large town, in powers of ten of population; small ones are too many to be chosen so. */
const BESIDE = 1.3
const LARGE = 100_000

function isSettlement({ kind }: Entry): boolean {
  return kind === "town" || kind === "seat" || kind === "capital" || kind === "quarter"
}

/** ", a market town 95 kilometres north", ", a village near". */
function isCalledTown({ end }: Candidate, text: string): boolean {
  return /^,\s(?:an?|the)\s(?:[\p{Ll}-]+\s){0,3}(?:town|city|village|hamlet|municipality|suburb|settlement|township|port)\b/u.test(
    text.slice(end, end + 60),
  )
}

/** Whether the place is big, near or clearly enough led for the words to mean it. */
function isBelieved(entry: Entry, candidate: Candidate, refused: boolean, context: Context): boolean {
  const area = entry.kind === "country" || entry.kind === "region" || entry.kind === "admin1"
  if (refused && candidate.trust !== "sure" && !area && entry.population < 1e6) return false
  if (candidate.trust === "sure" || area)
    return !(entry.alternate && !area && entry.population < 20_000 && candidate.name.length < 5)
  // A small town of a land that the report does not speak of is mostly something else of that name.
  const foreign = MUCH <= context.countries.sum && share(context.countries, entry.country) < 0.02
  if (foreign && entry.population < 100_000) return false
  if (candidate.rule === "beforeFacility") return 100_000 <= entry.population
  const local = entry.admin1 !== undefined && 0 < (context.admin1.of.get(`${entry.country}|${entry.admin1}`) ?? 0)
  if (candidate.trust === "likely") return LIKELY_TOWN <= entry.population || local
  if (candidate.rule === "ordinaryWord")
    return 50_000 <= entry.population && (local || 0 < share(context.countries, entry.country))
  return KNOWN_TOWN <= entry.population || (local && 2_000 <= entry.population)
}

/** Names that are part of a person's or other name somewhere in the report. */
function refusedNames(candidates: readonly Candidate[]): Set<string> {
  const refused = new Set<string>()
  for (const candidate of candidates)
    if (/^(?:afterTitle|insideName|speaker|part-of-person)$/.test(candidate.rule) && candidate.trust === "no")
      refused.add(foldName(candidate.name))
  return refused
}

/** "Kerman, Iran"; "Paris, Texas, United States"; "Alexandria, La."; "Pandi, Bulacan in Central Luzon". */
function readContainers(candidates: readonly Candidate[], contained: Map<Candidate, Entry>, text: string): void {
  for (let index = candidates.length - 2; 0 <= index; index--) {
    const inner = candidates[index]!
    const outer = candidates[index + 1]!
    if (inner.short || (inner.trust === "no" && inner.rule !== "ordinaryWord" && inner.rule !== "acronym")) continue
    const gap = text.slice(inner.end, outer.start)
    // "Manchester Arena, England"
    const site = inner.rule === "beforeFacility" && /^(?:\s\p{Lu}[\p{L}’']+){1,3},\s$/u.test(gap)
    if (
      !site &&
      !/^(?:,\s(?:in\s)?(?:the\s)?|\s\(|\sin\s(?:the\s)?|,\s(?:capital of|a (?:city|town|village) in)\s|\s)$/.test(gap)
    )
      continue
    if (outer.trust === "no" && !outer.short) continue
    const areas = outer.short
      ? [{ country: outer.short[0], admin1: outer.short[1] }]
      : (contained.has(outer) ? [contained.get(outer)!] : outer.entries).filter(isArea)
    const fits = inner.entries.filter(entry => entry.kind !== "country" && areas.some(area => isWithin(entry, area)))
    const best = fits.sort((a, b) => weight(b) - weight(a) || a.id - b.id)[0]
    if (!best) continue
    contained.set(inner, best)
    if (!outer.short && !contained.has(outer)) {
      const area = outer.entries.filter(isArea).find(entry => isWithin(best, entry))
      if (area) contained.set(outer, area)
    }
  }
}

function isArea(entry: Entry): boolean {
  return (
    entry.kind === "country" ||
    entry.kind === "admin1" ||
    entry.kind === "admin2" ||
    (entry.kind === "region" && entry.country !== undefined)
  )
}

function isWithin(
  entry: Entry,
  area: {
    readonly country?: string | undefined
    readonly admin1?: string | undefined
    readonly kind?: string
    readonly name?: string
    readonly id?: number
  },
): boolean {
  if (entry.id === area.id || entry.country === undefined || entry.country !== area.country) return false
  if (area.kind === "country" || area.kind === "region") return true
  return entry.admin1 === area.admin1
}

function weight(entry: Entry): number {
  return (
    Math.log10(entry.population + 10) +
    (entry.kind === "admin1" || entry.kind === "admin2" ? -0.5 : 0) -
    (entry.alternate ? 0.5 : 0)
  )
}

/** Bonus and malus by kind, in powers of ten of population. Tuned on LGL and GeoVirus by hand. */
const KIND_SCORES: Readonly<Record<Entry["kind"], number>> = {
  country: 1.6,
  region: 7,
  admin1: -1,
  capital: 1.2,
  seat: 0.2,
  town: 0,
  quarter: -0.7,
  admin2: -0.9,
}

function scoreOf(entry: Entry, candidate: Candidate, context: Context): number {
  let score = Math.log10(entry.population + 10) + KIND_SCORES[entry.kind]
  if (entry.alternate && entry.kind !== "country") score -= 1e6 < entry.population ? 0.3 : 1
  if (candidate.area && (entry.kind === "admin1" || entry.kind === "admin2")) score += 4
  score += 2.5 * share(context.countries, entry.country)
  if (entry.admin1) score += 3.5 * share(context.admin1, `${entry.country}|${entry.admin1}`)
  // A state of a land that the report never speaks of gives way to a town of one that it does.
  if (entry.kind === "admin1" && MUCH <= context.countries.sum && !context.countries.of.has(entry.country ?? ""))
    score -= 1
  if (entry.lat !== undefined && entry.lon !== undefined && !isArea(entry)) {
    let nearest = Number.POSITIVE_INFINITY
    for (const point of context.points) {
      const distance = roughDistance(entry.lat, entry.lon, point.lat, point.lon)
      if (0.5 < distance && distance < nearest) nearest = distance
    }
    score += nearest < 60 ? 1.5 : nearest < 200 ? 0.6 : nearest < 600 ? 0.2 : 0
  }
  return score
}

/** Kilometres, near enough for telling near from far. */
function roughDistance(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const x = (((lon - otherLon + 540) % 360) - 180) * Math.cos(((lat + otherLat) * Math.PI) / 360)
  return 111.2 * Math.hypot(lat - otherLat, x)
}

function support(context: Context, entry: Entry, weightOf: number): void {
  if (entry.country) vote(context.countries, entry.country, weightOf)
  if (entry.admin1) vote(context.admin1, `${entry.country}|${entry.admin1}`, weightOf)
  const { lat, lon } = entry
  if (lat === undefined || lon === undefined || entry.kind === "country" || entry.kind === "admin1") return
  // The first hundred places tell where a report is at home; more would only cost time.
  if (context.points.length < 100 && !context.points.some(point => point.lat === lat && point.lon === lon))
    context.points.push({ lat, lon })
}

function vote(votes: Votes, key: string, weightOf: number): void {
  votes.of.set(key, (votes.of.get(key) ?? 0) + weightOf)
  votes.sum += weightOf
}

/** So many votes tell which lands a report speaks of. */
const MUCH = 4

/** Votes for countries or areas; the sum is kept, since it is asked for with each candidate. */
interface Votes {
  readonly of: Map<string, number>
  sum: number
}

/** Share of the votes, shrunk while there are few. */
function share(votes: Votes, key: string | undefined): number {
  return key === undefined ? 0 : (votes.of.get(key) ?? 0) / (0.5 + votes.sum)
}
