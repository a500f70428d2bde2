import { distance } from "fastest-levenshtein"
import { z } from "zod"
import type { Span } from "../../../core/span.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { foldText } from "./fold-text.ts"
import { type SearchDoc, type SearchKind, searchDocs, searchKinds } from "./search-docs.ts"
import { countTerm, findTerm, type Term, termsOf } from "./search-words.ts"

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

/** Places of a word in a text that count; more say no more. */
const MOST_COUNTED = 8

interface Hit {
  readonly doc: SearchDoc
  readonly score: number
}

/** Whatever in the case holds all the words, best first, one page of it. The words are words, never a query language. */
export function searchView(index: CaseIndex, question: SearchAsked): SearchView {
  const asked = searchAskedSchema.parse(question)
  const terms = termsOf(asked.q)
  const docs = searchDocs(index)
  const searched = asked.among === "things" ? docs.filter(({ kind }) => things.has(kind)) : docs
  const hits = terms.length === 0 ? [] : findHits(searched, terms)
  const filters = filtersOf(index, asked)
  const passing = hits.filter(({ doc }) => filters.every(({ holds }) => holds(doc)))
  passing.sort((a, b) => b.score - a.score || (a.doc.id < b.doc.id ? -1 : 1))
  return {
    q: asked.q,
    total: passing.length,
    offset: asked.offset,
    items: passing.slice(asked.offset, asked.offset + asked.limit).map(({ doc }) => foundOf(index, doc, terms)),
    facets: facetsOf(index, hits, filters),
    ...(hits.length === 0 && 0 < terms.length && { words: wordsAlone(docs, terms) }),
  }
}

/** Documents with all terms and how well they fit. */
function findHits(docs: readonly SearchDoc[], terms: readonly Term[]): Hit[] {
  // What is rare is mostly long: most documents are done with after one look.
  const ordered = terms.toSorted((a, b) => b.text.length - a.text.length)
  const held: { doc: SearchDoc; counts: number[] }[] = []
  for (const doc of docs) {
    const counts: number[] = []
    for (const term of ordered) {
      const count = TITLE * countTerm(doc.foldedTitle, term, 2) + countTerm(doc.foldedText, term, MOST_COUNTED)
      if (count === 0) break
      counts.push(count)
    }
    if (counts.length === ordered.length && isOpen(doc, terms)) held.push({ doc, counts })
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

const publisherOf = ({ reports }: CaseIndex, id: string) => reports.get(id)?.publisher ?? NO_PUBLISHER
const dayOf = ({ reports }: CaseIndex, id: string) => reports.get(id)?.published?.edtf.slice(0, 10) ?? ""

function filtersOf(index: CaseIndex, { kind, publisher, day, incident }: SearchAsked): Filter[] {
  const filters: Filter[] = []
  if (kind !== undefined) filters.push({ facet: "kind", holds: doc => doc.kind === kind })
  if (publisher !== undefined)
    filters.push({ facet: "publisher", holds: doc => doc.reports.some(id => publisherOf(index, id) === publisher) })
  if (day !== undefined) filters.push({ facet: "day", holds: doc => doc.reports.some(id => dayOf(index, id) === day) })
  if (incident !== undefined) filters.push({ facet: "incident", holds: doc => doc.incidents.includes(incident) })
  return filters
}

/** Values of a facet that are listed, at most. */
const MOST_VALUES = 12

function facetsOf(index: CaseIndex, hits: readonly Hit[], filters: readonly Filter[]): SearchView["facets"] {
  const counts = {
    kind: new Map<string, number>(),
    publisher: new Map<string, number>(),
    day: new Map<string, number>(),
    incident: new Map<string, number>(),
  }
  for (const { doc } of hits) {
    const failed = filters.filter(({ holds }) => !holds(doc)).map(({ facet }) => facet)
    if (1 < failed.length) continue
    const add = (facet: keyof typeof counts, values: Iterable<string>) => {
      if (failed.length === 0 || failed[0] === facet)
        for (const value of values) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
    }
    add("kind", [doc.kind])
    add("publisher", new Set(doc.reports.map(id => publisherOf(index, id))))
    add("day", new Set(doc.reports.map(id => dayOf(index, id)).filter(day => day !== "")))
    add("incident", new Set(doc.incidents))
  }
  const listed = (facet: keyof typeof counts, label: (value: string) => string) =>
    [...counts[facet]].map(([value, count]) => ({ value, label: label(value), count }))
  const most = (facet: keyof typeof counts, label: (value: string) => string) =>
    listed(facet, label)
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      .slice(0, MOST_VALUES)
  const codes = new Map(index.overview.incidents.map(({ id, code, title }) => [id, `${code} ${title}`]))
  return {
    kind: listed("kind", value => value).sort(
      (a, b) => searchKinds.indexOf(a.value as SearchKind) - searchKinds.indexOf(b.value as SearchKind),
    ),
    publisher: most("publisher", value => value),
    day: most("day", value => value).sort((a, b) => (a.value < b.value ? -1 : 1)),
    incident: most("incident", value => codes.get(value) ?? value),
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

function snippetOf(text: string, places: readonly Span[], best: Span | undefined): Marked {
  const anchor = best?.start ?? 0
  const from = anchor < SNIPPET / 3 ? 0 : wordStart(text, anchor - Math.floor(SNIPPET / 3))
  const to = text.length <= from + SNIPPET ? text.length : wordStart(text, from + SNIPPET)
  const before = from === 0 ? "" : "… "
  const after = to === text.length ? "" : " …"
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
function wordsAlone(docs: readonly SearchDoc[], terms: readonly Term[]): NonNullable<SearchView["words"]> {
  return terms.map(term => {
    const count = docs.filter(
      doc => isOpen(doc, [term]) && (0 < countTerm(doc.foldedTitle, term, 1) || 0 < countTerm(doc.foldedText, term, 1)),
    ).length
    const near = 0 < count || term.text.length < 4 ? undefined : nearestName(docs, term.text)
    return { word: term.text, count, ...(near !== undefined && { near }) }
  })
}

/** The word of a title that is spelled most like it. Names of private people are not offered. */
function nearestName(docs: readonly SearchDoc[], word: string): string | undefined {
  let best: { word: string; edits: number } | undefined
  const seen = new Set<string>()
  for (const doc of docs) {
    if (doc.private || (doc.kind !== "entity" && doc.kind !== "incident")) continue
    for (const other of doc.title.match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
      const folded = foldText(other)
      if (seen.has(folded) || NEAR < Math.abs(folded.length - word.length)) continue
      seen.add(folded)
      const edits = distance(folded, word)
      if (edits <= NEAR && (best === undefined || edits < best.edits)) best = { word: other, edits }
    }
  }
  return best?.word
}
