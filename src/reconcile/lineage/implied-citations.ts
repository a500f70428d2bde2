import { idOf } from "../../core/id.ts"
import { type Attribution, type Citation, isSaying, type Reading } from "../../core/reading.ts"
import { evidenceAt, type Span } from "../../core/span.ts"
import { sortBy, unique } from "../union.ts"
import { publisherKey } from "./publishers.ts"

/** Words behind an agency's name that its clients leave out: "(Halyard)" for Halyard News Agency. */
const AGENCY = / (news )?(agency|service|wire)$/iu
/** Words with which a sentence or a dateline names whom the report has something from. */
const CUE = /(?:\(|told |according to |reported by |, as reported by |reporting by )(?:the )?/giu
/** A name is looked for among this many words behind a cue. */
const NAME_WORDS = /^[\p{L}\p{N}'’&.-]*[\p{L}\p{N}](?: [\p{L}\p{N}'’&.-]*[\p{L}\p{N}]){0,5}/u

/** Publishers of the case, by the name as it is compared. A reading alone cannot know that "Estuary News" is one. */
export function publishersOf(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const names = unique(readings.flatMap(reading => reading.report.publisher?.value ?? [])).sort()
  const byKey = new Map<string, string>()
  for (const name of names)
    for (const key of [publisherKey(name), publisherKey(name.replace(AGENCY, ""))])
      if (key !== "" && !byKey.has(key)) byKey.set(key, name)
  return byKey
}

/** Keys of all names that a report may give as where it has something from: more than those of publishers, which only a whole case can tell. */
export function namesGiven(reading: Reading): string[] {
  const steps = (chain: readonly Attribution[]): string[] => chain.map(step => step.name)
  const cued = [...reading.report.text.matchAll(CUE)].flatMap(match =>
    namesAt(reading.report.text, match.index + match[0].length),
  )
  const credits = reading.report.blocks.flatMap(({ label, start, end }) =>
    label === "credit" ? [reading.report.text.slice(start, end)] : [],
  )
  const names = [
    ...reading.citations.map(citation => citation.source),
    ...reading.statements.filter(isSaying).flatMap(({ speaker, via }) => [speaker.name, ...steps(via)]),
    ...reading.events.flatMap(({ attribution, fills }) =>
      [attribution, ...fills.map(fill => fill.attribution)].flatMap(steps),
    ),
    ...cued,
    ...credits,
  ]
  return unique(names.map(publisherKey)).filter(key => key !== "")
}

/** What may be a name from here on, by its first words. */
function namesAt(text: string, at: number): string[] {
  const words = NAME_WORDS.exec(text.slice(at, at + 120))?.[0].split(" ") ?? []
  return words.map((_, index) => words.slice(0, index + 1).join(" "))
}

/** The reading with citations of other reports' publishers added: where they are given as speaker, medium or source of an event, and in credit lines. */
export function withImpliedCitations(reading: Reading, publishers: ReadonlyMap<string, string>): Reading {
  const own = publisherKey(reading.report.publisher?.value ?? "")
  const found: Citation[] = []
  const taken = reading.citations.map(
    citation => `${publisherKey(citation.source)} ${sentenceOf(reading, citation.evidence.span)}`,
  )
  const add = (name: string, evidence: Citation["evidence"], scope: Span, form: Citation["form"]): void => {
    const publisher = publishers.get(publisherKey(name))
    if (publisher === undefined || publisherKey(publisher) === own) return
    const key = `${publisherKey(publisher)} ${sentenceOf(reading, evidence.span)}`
    if (taken.includes(key)) return
    taken.push(key)
    found.push({
      id: idOf("citation", reading.report.id, evidence.span.start, evidence.span.end, publisherKey(publisher)),
      reportId: reading.report.id,
      source: publisher,
      kind: "outlet",
      form,
      ...(form === "sentence" && { scope }),
      evidence,
      rule: "publisher-of-the-case",
    })
  }
  const steps = (chain: readonly Attribution[], scope: Span): void => {
    for (const step of chain) if (step.evidence) add(step.name, step.evidence, scope, "sentence")
  }
  for (const statement of reading.statements.filter(isSaying)) {
    const scope = reading.sentences[sentenceOf(reading, statement.evidence[0]!.span)] ?? statement.evidence[0]!.span
    if (statement.speaker.evidence) add(statement.speaker.name, statement.speaker.evidence, scope, "sentence")
    steps(statement.via, scope)
  }
  for (const event of reading.events) {
    steps(event.attribution, event.sentence)
    for (const fill of event.fills) steps(fill.attribution, event.sentence)
  }
  // A credit line that is nothing but the name of a publisher.
  for (const block of reading.report.blocks) {
    if (block.label !== "credit") continue
    const text = reading.report.text.slice(block.start, block.end)
    const trimmed = text.trim()
    const start = block.start + text.indexOf(trimmed)
    const span = { start, end: start + trimmed.length }
    if (trimmed !== "") add(trimmed, evidenceAt(reading.report, span), span, "credit")
  }
  for (const match of reading.report.text.matchAll(CUE)) {
    const at = match.index + match[0].length
    const name = publisherAt(reading.report.text, at, publishers)
    if (name === "") continue
    const span = { start: at, end: at + name.length }
    // A name in brackets is a credit line or dateline: it covers the whole report.
    const credit = match[0].startsWith("(")
    const scope = reading.sentences[sentenceOf(reading, span)] ?? span
    add(name, evidenceAt(reading.report, span), scope, credit ? "credit" : "sentence")
  }
  const all = [...reading.citations, ...found]
  const kept = all.filter(citation => !isOfPicture(reading, citation))
  return found.length === 0 && kept.length === all.length ? reading : { ...reading, citations: kept }
}

/** The words from here on that name a publisher of the case; "" for none. Looked up by name: the number of publishers costs nothing. */
function publisherAt(text: string, at: number, publishers: ReadonlyMap<string, string>): string {
  const [best] = sortBy(
    namesAt(text, at).filter(name => publishers.has(publisherKey(name))),
    name => -publisherKey(name).length,
    name => name.length,
  )
  return best ?? ""
}

/** True for the credit of a picture: who took it is no source of the text. */
function isOfPicture(reading: Reading, citation: Citation): boolean {
  const { start } = citation.evidence.span
  return reading.report.blocks.some(block => block.label === "caption" && block.start <= start && start < block.end)
}

function sentenceOf(reading: Reading, span: Span): number {
  return reading.sentences.findIndex(sentence => sentence.start <= span.start && span.start < sentence.end)
}
