import { distance } from "fastest-levenshtein"
import { z } from "zod"
import type { Span } from "../../../core/span.ts"
import { firstOf } from "../../first-of.ts"
import { inSteps } from "../../steps.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { tableOf } from "../table.ts"
import { type SearchDoc, type SearchKind, type SearchTable, searchKinds, searchTable } from "./search-docs.ts"
import { countTerm, findTerm, type Term, termsOf } from "./search-words.ts"
import { isIndexed, MOST_IN_TEXT, MOST_IN_TITLE } from "./word-index.ts"

/** What is looked for. `q`: words, and "words in quotation marks"; all must be there. */
export const searchAskedSchema = z.object({
  q: z.string().max(400).default(""),
  kind: z.enum(searchKinds).optional(),
  /** "things": only what has a screen of its own, for whoever wants to go there. */
  among: z.enum(["all", "things"]).default("all"),
  publisher: z.string().optional(),
  /** Day of publication, EDTF. */
  day: z.string().optional(),
  /** Id of an incident. */
  incident: z.string().optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type SearchAsked = z.input<typeof searchAskedSchema>

const markedSchema = z
  .object({
    text: z.string(),
    /** Stretches of `text` that were looked for. */
    marks: z.array(z.tuple([z.number().int(), z.number().int()])).readonly(),
  })
  .readonly()
export type Marked = z.infer<typeof markedSchema>

const foundSchema = z
  .object({
    kind: z.enum(searchKinds),
    id: z.string(),
    /** The item whose screen shows it: of a fact what it is told of. */
    to: z.object({ kind: z.enum(["incident", "statement", "entity", "warning", "report"]), id: z.string() }).readonly(),
    title: markedSchema,
    note: z.string(),
    snippet: markedSchema,
    /** Of a report: the place of the words in its text. */
    at: z.string().optional(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type Found = z.infer<typeof foundSchema>

const facetSchema = z
  .array(z.object({ value: z.string(), label: z.string(), count: z.number().int().min(1) }).readonly())
  .readonly()

export const searchViewSchema = z
  .object({
    q: z.string(),
    total: z.number().int().min(0),
    offset: z.number().int(),
    items: z.array(foundSchema).readonly(),
    /** What could be asked besides, each counted as if itself were not asked. */
    facets: z.object({ kind: facetSchema, publisher: facetSchema, day: facetSchema, incident: facetSchema }).readonly(),
    /** Where nothing holds all words: how much holds each of them, and a word of the case that is spelled nearly so. */
    words: z
      .array(z.object({ word: z.string(), count: z.number().int(), near: z.string().optional() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly()
export type SearchView = z.infer<typeof searchViewSchema>

const things: ReadonlySet<SearchKind> = new Set<SearchKind>(["incident", "entity", "report", "warning"])

/** How much a kind weighs: what the case is about stands before the words it was found in. A choice, tried on the sample story. */
const weights: Readonly<Record<SearchKind, number>> = {
  incident: 1.7,
  entity: 1.6,
  warning: 1.2,
  fact: 1.2,
  report: 1,
  statement: 1,
}
/** A word of a title counts this many of the text. */
const TITLE = 5
/** BM25's k1 and b (Robertson and Zaragoza 2009, usual values). */
const SATURATION = 1.2
const LENGTH = 0.5

interface Hit {
  readonly doc: SearchDoc
  readonly score: number
}

/** Whatever in the case holds all the words, best first, one page of it. The words are words, never a query language. */
export function searchView(index: CaseIndex, question: SearchAsked): SearchView {
  const asked = searchAskedSchema.parse(question)
  const terms = termsOf(asked.q)
  const table = searchTable(index)
  const hits = terms.length === 0 ? [] : findHits(table, terms, asked.among)
  const filters = filtersOf(index, asked)
  const passing = filters.length === 0 ? hits : hits.filter(({ doc }) => filters.every(({ holds }) => holds(doc)))
  const { offset, limit } = asked
  const page = firstOf(passing, offset + limit, byScore).slice(offset)
  return {
    q: asked.q,
    total: passing.length,
    offset,
    items: page.map(({ doc }) => foundOf(index, doc, terms)),
    facets: facetsOf(index, hits, filters),
    ...(hits.length === 0 && 0 < terms.length && { words: wordsAlone(table, terms) }),
  }
}

const byScore = (a: Hit, b: Hit) => b.score - a.score || (a.doc.id < b.doc.id ? -1 : a.doc.id === b.doc.id ? 0 : 1)

/** Documents with all terms and how well they fit. */
function findHits({ docs, words }: SearchTable, terms: readonly Term[], among: "all" | "things"): Hit[] {
  // What is rare is mostly long: of the documents left few are looked at for the others.
  const ordered = terms
    .toSorted((a, b) => b.text.length - a.text.length)
    .map(term => ({ term, counts: isIndexed(term) ? words.counts(term) : undefined }))
  const held: { doc: SearchDoc; counts: number[] }[] = []
  for (const [number, doc] of docs.entries()) {
    if (ordered.some(({ counts }) => counts && counts.title[number] === 0 && counts.text[number] === 0)) continue
    if (among === "things" && !things.has(doc.kind)) continue
    const counts = ordered.map(({ term, counts: known }) =>
      known && term.words.length === 1
        ? TITLE * known.title[number]! + known.text[number]!
        : TITLE * countTerm(doc.foldedTitle, term, MOST_IN_TITLE) + countTerm(doc.foldedText, term, MOST_IN_TEXT),
    )
    if (counts.every(count => 0 < count) && isOpen(doc, terms)) held.push({ doc, counts })
  }
  const lengthOf = ({ title, text }: SearchDoc) => title.length + text.length
  const mean = held.reduce((sum, { doc }) => sum + lengthOf(doc), 0) / Math.max(1, held.length)
  return held.map(({ doc, counts }) => {
    const long = SATURATION * (1 - LENGTH + (LENGTH * lengthOf(doc)) / mean)
    return { doc, score: weights[doc.kind] * counts.reduce((sum, count) => sum + count / (count + long), 0) }
  })
}

/** A private person is found by who writes a whole word of the name, not by who tries letters. */
function isOpen(doc: SearchDoc, terms: readonly Term[]): boolean {
  return (
    !doc.private ||
    terms.some(term => 3 <= term.text.length && 0 < countTerm(doc.foldedTitle, { ...term, open: false }, 1))
  )
}

interface Filter {
  readonly facet: "kind" | "publisher" | "day" | "incident"
  readonly holds: (doc: SearchDoc) => boolean
}

const NO_PUBLISHER = "publisher unknown"

/** Publisher and day of publication of each report, by its number: what a search counts by. */
const sourceTable = tableOf(function* ({ caseFile, numbers }) {
  const publishers: string[] = []
  const days: string[] = []
  yield* inSteps(caseFile.reports, 2_000, ({ id, publisher, published }) => {
    publishers[numbers.get(id)!] = publisher ?? NO_PUBLISHER
    days[numbers.get(id)!] = published?.edtf.slice(0, 10) ?? ""
  })
  return { publishers, days }
})

function filtersOf(index: CaseIndex, { kind, publisher, day, incident }: SearchAsked): Filter[] {
  const { publishers, days } = sourceTable(index)
  const filters: Filter[] = []
  if (kind !== undefined) filters.push({ facet: "kind", holds: doc => doc.kind === kind })
  if (publisher !== undefined)
    filters.push({ facet: "publisher", holds: doc => doc.reports.some(number => publishers[number] === publisher) })
  if (day !== undefined) filters.push({ facet: "day", holds: doc => doc.reports.some(number => days[number] === day) })
  if (incident !== undefined) filters.push({ facet: "incident", holds: doc => doc.incidents.includes(incident) })
  return filters
}

/** Values of a facet that are listed, at most. */
const MOST_VALUES = 12

type Facet = keyof SearchView["facets"]

function facetsOf(index: CaseIndex, hits: readonly Hit[], filters: readonly Filter[]): SearchView["facets"] {
  const { publishers, days } = sourceTable(index)
  const counts: Record<Facet, Map<string, number>> = {
    kind: new Map(),
    publisher: new Map(),
    day: new Map(),
    incident: new Map(),
  }
  const add = (facet: Facet, value: string) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
  const addOf = (facet: Facet, values: readonly string[], reports: readonly number[]) => {
    if (reports.length === 1) return add(facet, values[reports[0]!]!)
    for (const value of new Set(reports.map(number => values[number]!))) add(facet, value)
  }
  for (const { doc } of hits) {
    const failed = filters.filter(({ holds }) => !holds(doc)).map(({ facet }) => facet)
    if (1 < failed.length) continue
    const counted = (facet: Facet) => failed.length === 0 || failed[0] === facet
    if (counted("kind")) add("kind", doc.kind)
    if (counted("publisher")) addOf("publisher", publishers, doc.reports)
    if (counted("day")) addOf("day", days, doc.reports)
    if (counted("incident")) for (const incident of new Set(doc.incidents)) add("incident", incident)
  }
  // Of a report without a date there is no day to ask for.
  counts.day.delete("")
  const most = (facet: Facet, labelOf: (value: string) => string) =>
    firstOf(
      [...counts[facet]].map(([value, count]) => ({ value, label: labelOf(value), count })),
      MOST_VALUES,
      (a, b) => b.count - a.count || (a.label < b.label ? -1 : a.label === b.label ? 0 : 1),
    )
  const codeOf = (id: string) => {
    const incident = index.overviews.get(id)
    return incident ? `${incident.code} ${incident.title}` : id
  }
  return {
    kind: searchKinds.flatMap(value =>
      counts.kind.has(value) ? [{ value, label: value, count: counts.kind.get(value)! }] : [],
    ),
    publisher: most("publisher", value => value),
    day: most("day", value => value).sort((a, b) => (a.value < b.value ? -1 : 1)),
    incident: most("incident", codeOf),
  }
}

/** Letters of a snippet. */
const SNIPPET = 220

function foundOf(index: CaseIndex, doc: SearchDoc, terms: readonly Term[]): Found {
  const { kind, id, to, title, note, text, foldedTitle, foldedText } = doc
  const places = terms.flatMap(term => findTerm(foldedText, term, 200)).sort((a, b) => a.start - b.start)
  const best = densest(places)
  return {
    kind,
    id,
    to,
    title: { text: title, marks: marksIn(foldedTitle, terms) },
    note,
    snippet: snippetOf(text, places, best),
    ...(kind === "report" && best && { at: `${best.start}-${best.end}` }),
    evidence: doc.evidence
      .filter(({ reportId }) => index.reports.has(reportId))
      .slice(0, 3)
      .map(one => evidenceView(index, one)),
  }
}

function marksIn(folded: string, terms: readonly Term[]): [number, number][] {
  return disjoint(terms.flatMap(term => findTerm(folded, term)))
}

/** The place around which most places stand. */
function densest(places: readonly Span[]): Span | undefined {
  let best: { place: Span; count: number } | undefined
  let first = 0
  for (const [last, place] of places.entries()) {
    while (places[first]!.start < place.end - SNIPPET) first++
    if (best === undefined || best.count < last - first + 1) best = { place: places[first]!, count: last - first + 1 }
  }
  return best?.place
}

/** The words around a place, never beyond the line that holds it: what stands in two places of a report does not read as one sentence. */
function snippetOf(text: string, places: readonly Span[], best: Span | undefined): Marked {
  const anchor = best?.start ?? 0
  const lineStart = text.lastIndexOf("\n", anchor - 1) + 1
  const lineEnd = text.indexOf("\n", anchor)
  const last = lineEnd === -1 ? text.length : lineEnd
  // A line that fits is shown whole; of a longer one the end is as good as its beginning.
  const wanted = Math.min(anchor - Math.floor(SNIPPET / 3), last - SNIPPET)
  const from = wanted <= lineStart ? lineStart : wordStart(text, wanted)
  const to = last <= from + SNIPPET ? last : wordStart(text, from + SNIPPET)
  const before = from === lineStart ? "" : "… "
  const after = to === last ? "" : " …"
  const shift = before.length - from
  const within = places.filter(({ start, end }) => from <= start && end <= to)
  return {
    text: `${before}${text.slice(from, to).toWellFormed().replace(/\s/g, " ")}${after}`,
    marks: disjoint(within).map(([start, end]) => [start + shift, end + shift]),
  }
}

/** The beginning of the word at that place, looked for a little way back. */
function wordStart(text: string, place: number): number {
  for (let at = place; place - 30 < at; at--) if (/\s/.test(text[at - 1] ?? " ")) return at
  return place
}

function disjoint(spans: readonly Span[]): [number, number][] {
  const marks: [number, number][] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if ((marks.at(-1)?.[1] ?? 0) <= start) marks.push([start, end])
  return marks
}

/** Edits between a word that was typed and one of the case for it to be offered. */
const NEAR = 2

/** What each word finds alone, and how it may have been meant. */
function wordsAlone(table: SearchTable, terms: readonly Term[]): NonNullable<SearchView["words"]> {
  return terms.map(term => {
    const count = findHits(table, [term], "all").length
    const near = 0 < count || term.text.length < 4 ? undefined : nearestName(table, term.text)
    return { word: term.text, count, ...(near !== undefined && { near }) }
  })
}

/** The word of a title that is spelled most like it. */
function nearestName({ names }: SearchTable, word: string): string | undefined {
  let best: { word: string; edits: number } | undefined
  for (const [folded, name] of names) {
    if (NEAR < Math.abs(folded.length - word.length)) continue
    const edits = distance(folded, word)
    if (edits <= NEAR && (best === undefined || edits < best.edits)) best = { word: name, edits }
  }
  return best?.word
}
