import { decide } from "../../core/rules.ts"
import type { Span } from "../../core/span.ts"
import type { EntityType } from "../../core/value.ts"
import type { Sentence, Token } from "../analysis.ts"
import { bare, type Candidate, nameRules } from "./classify.ts"
import { findRuns, type Run } from "./runs.ts"
import { facilityHeads, givenNames, sureTitles, titles } from "./words.ts"

/** What candidates are found in. */
export interface CandidateParts {
  readonly tokens: readonly Token[]
  readonly labels: readonly string[]
  /** "land": a country has the name; "well": a first-level area or a large town; "some": any other place. */
  readonly isPlace: (name: string) => "land" | "well" | "some" | undefined
}

const TYPE_OF_LABEL: { readonly [label: string]: EntityType | undefined } = {
  PERSON: "person",
  ORGANIZATION: "organization",
  PLACE: "place",
  EVENT: "event-name",
  NATIONALITY: "nationality",
}

/** Single words that are no name by themselves, whatever the model says: directions, parts of the day and the calendar, time zones, the fields of ministers. */
const NO_NAME =
  /^(?:New|United|South|North|East|West|Central|Upper|Lower|Southern|Northern|Eastern|State|City|Eve|Day|Interior|Foreign|Defen[cs]e|Finance|Prime|GMT|UTC|EST|EDT|PST|PDT|CET|CEST|BST|IST|MSK|[A-Z]{1,2}T)$/
/** "the 2031 Workers Party primaries" are no party. */
const VOTE = /^(?:elections?|primar(?:y|ies)|referendums?|caucus(?:es)?)$/
/** Short for a club: "United won". */
const TEAM = /^(?:United|City)$/
const DEED =
  /^(?:Bomb|Bombing|Attack|Shooting|Massacre|Killing|Blast|Explosion|Raid|Assault|Siege|Crash|Protests?|Attacks|Bombings)$/

/** Stretches the model labels, widened to the run of capitals around them where that is one name, then the runs that it does not label. */
export function candidatesIn(
  { tokens, labels, isPlace }: CandidateParts,
  sentence: Sentence,
  covered: Uint8Array,
  headline: boolean,
): Candidate[] {
  const candidates: Candidate[] = []
  const runs = headline ? [] : findRuns(tokens, sentence)
  const used = new Set<Run>()
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    const label = labels[at]
    if (label === undefined || !label.startsWith("B-")) continue
    let last = at + 1
    while (last < sentence.lastToken && labels[last]!.startsWith("I-")) last++
    const said = TYPE_OF_LABEL[label.slice(2)]
    const span = trimmed(tokens, { first: at, last }, headline, said)
    const fame = span && isPlace(textOf(tokens, span))
    // A body that has the name of a known town or land is that place: the model knows too many teams.
    const within = span && /^(?:in|at|near|outside|around)$/.test(tokens[span.first - 1]?.text ?? "")
    const type =
      said === "organization" &&
      fame &&
      (fame === "land" || within || (fame === "well" && tokens[span.last]?.text === "-"))
        ? "place"
        : said === "person" &&
            fame === "land" &&
            span!.last - span!.first === 1 &&
            !givenNames.has(tokens[span!.first]!.text)
          ? "place"
          : // No people is called as its country is.
            said === "nationality" && fame === "land"
            ? "place"
            : said
    at = last - 1
    if (!span || touches(covered, span)) continue
    const run = runs.find(other => other.first <= span.first && span.last <= other.last)
    const wider =
      run && widened({ ...run, tokens, isOther: label === "B-MISC", ...(type && { label: type }) }, span, labels)
    if (wider && run) used.add(run)
    const chosen = wider ?? span
    covered.fill(1, chosen.first, chosen.last)
    candidates.push({
      ...chosen,
      tokens,
      isPlace: fame !== undefined,
      isOther: label === "B-MISC",
      ...(type && { label: type }),
    })
  }
  for (const run of runs) if (!used.has(run) && !touches(covered, run)) candidates.push({ ...run, tokens })
  return candidates
}

/** The whole run, when its words make it one name of which the model saw a part: "Council on Foreign Relations", "Nathan Sales". */
function widened(run: Candidate, span: Run, labels: readonly string[]): Run | undefined {
  if (run.first === span.first && run.last === span.last) return undefined
  for (let at = run.first; at < run.last; at++) {
    const inside = span.first <= at && at < span.last
    // Another name of its own: "the Workers Party and the Green Party".
    if (!inside && labels[at]!.startsWith("B-ORG") && /^(?:and|&)$/.test(run.tokens[at - 1]?.text ?? ""))
      return undefined
    if (
      !inside &&
      !/^O$|NATIONALITY$/.test(labels[at]!) &&
      labels[at]!.slice(2) !== labels[span.first]!.slice(2) &&
      !labels[span.first]!.endsWith("NATIONALITY")
    )
      return undefined
  }
  const verdict = decide("names", nameRules, run, spanOf(run))
  if (verdict && /^(?:organization|facility|armed|event)Name$/.test(verdict.rule))
    return { first: run.first, last: run.last }
  const rest = run.tokens.slice(span.last, run.last)
  const surname =
    run.label === "person" &&
    run.first === span.first &&
    rest.length <= 2 &&
    rest.every(token => /^\p{Lu}/u.test(token.text)) // prettier-ignore
  return surname ? { first: run.first, last: run.last } : undefined
}

/** Without marks and small words at its ends; undefined when nothing is left that can be a name, such as "New" or "GMT". */
function trimmed(
  tokens: readonly Token[],
  { first, last }: Run,
  headline: boolean,
  said?: EntityType,
): Run | undefined {
  const loose = (at: number) => /^(?:[^\p{L}\p{N}]+|of|the|The|and|in|for|['’]s|a|an)$/u.test(tokens[at]!.text)
  const small = (at: number) => /^\p{Ll}/u.test(tokens[at]!.text) && tokens[at]!.upos !== "PROPN"
  let from = first
  let to = last
  // "ministry of Uruguay"
  while (from < to && (loose(from) || (small(from) && /^(?:NOUN|ADJ)$/.test(tokens[from]!.upos)))) from++
  const vote = !headline && VOTE.test(tokens[to - 1]?.text ?? "") && said !== "organization"
  while (from < to && !vote && tokens[to - 1]!.text !== ")" && (loose(to - 1) || small(to - 1))) to--
  // In a headline the deed is written like a name: "Kabul Bombing".
  while (headline && from < to - 1 && DEED.test(tokens[to - 1]!.text)) to--
  if (to <= from || (tokens[from]!.text === "New" && /^Years?$/.test(tokens[from + 1]?.text ?? ""))) return undefined
  // A generic word is no name by itself: "Gate 3".
  if (
    to - from === 1 &&
    ((NO_NAME.test(tokens[from]!.text) && !(said === "organization" && TEAM.test(tokens[from]!.text))) ||
      facilityHeads.has(tokens[from]!.text) ||
      sureTitles.has(bare(tokens[from]!.text)))
  )
    return undefined
  // "Rear Adm." is a rank before the name.
  if (
    tokens.slice(from, to).every(token => titles.has(bare(token.text))) &&
    sureTitles.has(bare(tokens[to - 1]!.text)) &&
    tokens[to - 1]!.text.endsWith(".")
  )
    return undefined
  // "R-Florida" tells the party of a senator.
  if (!tokens.slice(from, to).some(token => /\p{Lu}/u.test(token.text))) return undefined
  return /^[RDI]$/.test(tokens[from]!.text) && tokens[from + 1]?.text === "-" ? undefined : { first: from, last: to }
}

function textOf(tokens: readonly Token[], { first, last }: Run): string {
  return tokens
    .slice(first, last)
    .map(token => token.text)
    .join(" ") // prettier-ignore
}

function touches(covered: Uint8Array, { first, last }: Run): boolean {
  for (let at = first; at < last; at++) if (covered[at]) return true
  return false
}

/** The stretch of a candidate. */
export function spanOf({ tokens, first, last }: Candidate): Span {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end }
}
