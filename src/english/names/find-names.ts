import { decide } from "../../core/rules.ts"
import type { Span } from "../../core/span.ts"
import type { EntityType } from "../../core/value.ts"
import type { Sentence, Token } from "../analysis.ts"
import { bare, type Candidate, nameRules } from "./classify.ts"
import { type Gazetteer, type KnownName, keyOf, knownNameAt } from "./gazetteer.ts"
import { findRuns, isTitleCase, type Run } from "./runs.ts"
import { facilityHeads, organizationHeads, titles } from "./words.ts"

/** A name in the text: tokens `[first, last)` without titles, articles and possessive endings. */
export interface Name extends Span {
  readonly first: number
  readonly last: number
  readonly type: EntityType
  /** Key in a shipped list. */
  readonly known?: string
  readonly rule: string
}

/** What the names of one report are found in. `labels` are the model's, one for each token, or empty. */
export interface NameParts {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly labels: readonly string[]
  readonly gazetteer: Gazetteer
  /** True for the name of a country, a first-level area or a large town. */
  readonly isPlace: (name: string) => boolean
}

const TYPE_OF_LABEL: { readonly [label: string]: EntityType | undefined } = {
  PERSON: "person",
  ORGANIZATION: "organization",
  PLACE: "place",
  EVENT: "event-name",
  NATIONALITY: "nationality",
}

type Found = Omit<Name, "start" | "end">

/** All names of a report in order; none overlaps another. The same words get the same type all over the report. */
export function findNames(parts: NameParts): Name[] {
  const { tokens, sentences, text } = parts
  const words = tokens.map(token => token.text)
  const known = knownNames(parts, words)
  const found: Found[] = []
  const taken = new Uint8Array(tokens.length)
  const take = (name: Found) => {
    for (let at = name.first; at < name.last; at++) if (taken[at]) return
    taken.fill(1, name.first, name.last)
    found.push(name)
  }
  const headlines: Sentence[] = []
  // A list that knows two words together is not to be cut by a label on one of them: "Central Asian".
  const blocked = new Uint8Array(tokens.length)
  for (const { first, last, type } of known.values())
    if (1 < last - first && type === "nationality") blocked.fill(1, first, last)
  for (const sentence of sentences) {
    if (isTitleCase(tokens, sentence)) {
      // There a capital tells nothing: only what the model or a list knows.
      headlines.push(sentence)
    }
    for (const candidate of candidatesOf(parts, sentence, blocked))
      for (const name of judge(candidate, known, parts)) take(name)
  }
  for (const name of known.values()) take(name)
  const agreed = agree(found, tokens)
  for (const sentence of sentences) repeatNames(agreed, sentence, tokens, taken, headlines.includes(sentence), take)
  const types = new Map(agreed.map(name => [name, name.type]))
  return [...agreed, ...found.filter(name => !types.has(name) && !agreed.some(other => other.first === name.first))]
    .map(name => ({ ...name, start: tokens[name.first]!.start, end: tokens[name.last - 1]!.end }))
    .filter(name => text.slice(name.start, name.end).trim() !== "")
    .sort((a, b) => a.start - b.start)
}

/** Names of the lists, by their first token. Short forms only where the report names the same thing otherwise. */
function knownNames({ gazetteer, tokens, sentences }: NameParts, words: readonly string[]): Map<number, Found> {
  const hits: { at: number; name: KnownName }[] = []
  for (const sentence of sentences)
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      const name = knownNameAt(gazetteer, words, at)
      if (!name || sentence.lastToken < at + name.words.length) continue
      // "IS" in capitals only, "Guardian" not within a longer stretch of capitals is left to the runs.
      hits.push({ at, name })
      at += name.words.length - 1
    }
  const named = new Set(hits.filter(hit => !hit.name.short).map(hit => hit.name.known))
  const found = new Map<number, Found>()
  for (const { at, name } of hits) {
    if (name.short && !named.has(name.known)) continue
    if (name.type === "nationality" && tokens[at]!.upos === "VERB") continue
    const base = { first: at, last: at + name.words.length, type: name.type, rule: "known-name" }
    found.set(at, name.known === undefined ? base : { ...base, known: name.known })
  }
  return found
}

/** Stretches the model labels, widened to the run of capitals around them where that is one name, then the runs that it does not label. */
function candidatesOf(
  { tokens, labels, isPlace }: NameParts,
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
    const span = trimmed(tokens, { first: at, last })
    // A body that has the name of a known town or land is that place: the model knows too many teams.
    const type =
      said === "organization" &&
      span &&
      isPlace(
        tokens
          .slice(span.first, span.last)
          .map(token => token.text)
          .join(" "),
      )
        ? "place"
        : said
    at = last - 1
    if (!span || touches(covered, span)) continue
    const run = runs.find(other => other.first <= span.first && span.last <= other.last)
    const wider = run && widened({ ...run, tokens, ...(type && { label: type }) }, span, labels)
    if (wider && run) used.add(run)
    const chosen = wider ?? span
    covered.fill(1, chosen.first, chosen.last)
    candidates.push({ ...chosen, tokens, ...(type && { label: type }) })
  }
  for (const run of runs) if (!used.has(run) && !touches(covered, run)) candidates.push({ ...run, tokens })
  return candidates
}

/** The whole run, when its words make it one name of which the model saw a part: "Council on Foreign Relations", "Nathan Sales". */
function widened(run: Candidate, span: Run, labels: readonly string[]): Run | undefined {
  if (run.first === span.first && run.last === span.last) return undefined
  for (let at = run.first; at < run.last; at++) {
    const inside = span.first <= at && at < span.last
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

/** Without marks and small words at its ends; undefined when only a word such as "New" or "South" is left, or "R-Florida". */
function trimmed(tokens: readonly Token[], { first, last }: Run): Run | undefined {
  const loose = (at: number) => /^(?:[^\p{L}\p{N}]+|of|the|The|and|in|for|['’]s|a|an)$/u.test(tokens[at]!.text)
  let from = first
  let to = last
  while (from < to && loose(from)) from++
  while (from < to && loose(to - 1) && tokens[to - 1]!.text !== ")") to--
  if (to <= from || (tokens[from]!.text === "New" && /^Years?$/.test(tokens[from + 1]?.text ?? ""))) return undefined
  if (
    to - from === 1 &&
    /^(?:New|South|North|East|West|Central|Upper|Lower|Southern|Northern|Eastern|State|City|House\.)$/.test(
      tokens[from]!.text,
    )
  )
    return undefined // prettier-ignore
  return /^[RDI]$/.test(tokens[from]!.text) && tokens[from + 1]?.text === "-" ? undefined : { first: from, last: to }
}

function touches(covered: Uint8Array, { first, last }: Run): boolean {
  for (let at = first; at < last; at++) if (covered[at]) return true
  return false
}

/** The name or names that a candidate holds: known ones, a person behind a title, or the whole. */
function judge(candidate: Candidate, known: ReadonlyMap<number, Found>, parts: NameParts): Found[] {
  const { tokens } = parts
  const inside: Found[] = []
  for (let at = candidate.first; at < candidate.last; at++) {
    const name = known.get(at)
    if (name) inside.push(name)
  }
  const whole = inside.find(name => name.first === candidate.first && candidate.last <= name.last)
  if (whole) return [whole]
  const person = behindTitle(candidate)
  if (person)
    return [{ ...person, type: "person", rule: "behindTitle" }, ...inside.filter(name => name.last <= person.first)]
  const verdict = decide("names", nameRules, candidate, spanOf(candidate))
  const strong = verdict && /Name$|^armed|^modelSays$/.test(verdict.rule) && verdict.rule !== "givenName"
  const real = inside.filter(name => name.type !== "nationality")
  if (0 < real.length && !strong) {
    // What is left beside the known names is judged by itself.
    const rest = gaps(candidate, real)
    return [...real, ...rest.flatMap(run => judge({ ...run, tokens }, new Map(), parts))]
  }
  if (!verdict) return []
  let first = candidate.first
  // `Iranian Qassem Soleimani`: the nationality is a mention of its own.
  if (verdict.verdict === "person")
    for (const name of inside) if (name.first === first && name.last < candidate.last) first = name.last
  return [{ first, last: candidate.last, type: verdict.verdict, rule: verdict.rule }]
}

/** `Interior Minister Ximena Diaz`: the part behind the last title, when it looks like a name of a person. */
function behindTitle({ tokens, first, last }: Candidate): Run | undefined {
  let title = -1
  for (let at = first; at < last - 1; at++)
    if (titles.has(bare(tokens[at]!.text)) && /^\p{Lu}/u.test(tokens[at]!.text)) title = at
  if (tokens[first - 2]?.text === "Secretary" && tokens[first - 1]?.text === "of" && 1 < last - first) title = first
  if (title < 0) return undefined
  const rest = tokens.slice(title + 1, last).map(token => token.text)
  if (4 < rest.length || !/^[\p{Lu}’']|^al$/u.test(rest[0]!) || rest.includes("of")) return undefined
  if (organizationHeads.has(rest.at(-1)!) || facilityHeads.has(rest.at(-1)!)) return undefined
  return { first: title + 1, last }
}

/** One type for the same words: the one found most often, sure rules counting more. */
function agree(found: readonly Found[], tokens: readonly Token[]): Found[] {
  const votes = new Map<string, Map<EntityType, number>>()
  const textOf = (name: Run) =>
    tokens
      .slice(name.first, name.last)
      .map(token => keyOf(token.text))
      .join(" ") // prettier-ignore
  for (const name of found) {
    const weight = /^known|^armed|^title|^behind|Apposition$/.test(name.rule) ? 5 : name.rule === "modelSays" ? 1 : 2
    const counts = votes.get(textOf(name)) ?? new Map<EntityType, number>()
    votes.set(textOf(name), counts.set(name.type, (counts.get(name.type) ?? 0) + weight))
  }
  return found.map(name => {
    const counts = [...votes.get(textOf(name))!].sort((a, b) => b[1] - a[1])
    const [type] = counts[0]!
    return type === name.type ? name : { ...name, type, rule: `${name.rule}, as elsewhere` }
  })
}

/** Finds the names again where they stood in a headline or were not seen: whole, or a person by surname. */
function repeatNames(
  agreed: readonly Found[],
  sentence: Sentence,
  tokens: readonly Token[],
  taken: Uint8Array,
  headline: boolean,
  take: (name: Found) => void,
): void {
  const first = new Map<string, Found[]>()
  for (const name of agreed) {
    const key = keyOf(tokens[name.first]!.text)
    first.set(key, [...(first.get(key) ?? []), name])
  }
  const surnames = new Map<string, Found>()
  for (const name of agreed)
    if (name.type === "person" && 2 <= name.last - name.first) surnames.set(tokens[name.last - 1]!.text, name)
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    if (taken[at] || !/^\p{Lu}/u.test(tokens[at]!.text)) continue
    const same = (first.get(keyOf(tokens[at]!.text)) ?? [])
      .filter(name => {
        const length = name.last - name.first
        for (let offset = 0; offset < length; offset++) {
          const token = tokens[at + offset]
          if (
            !token ||
            token.sentence !== sentence.index ||
            keyOf(token.text) !== keyOf(tokens[name.first + offset]!.text)
          )
            return false
        }
        return true
      })
      .sort((a, b) => b.last - b.first - (a.last - a.first))[0]
    if (same) {
      const length = same.last - same.first
      take({ ...same, first: at, last: at + length, rule: "seenElsewhere" })
      at += length - 1
      continue
    }
    const person = surnames.get(tokens[at]!.text)
    const alone = !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? "") || headline
    if (person && alone && tokens[at]!.upos !== "VERB")
      take({ first: at, last: at + 1, type: "person", rule: "surname" })
  }
}

function gaps(candidate: Run, inside: readonly Run[]): Run[] {
  const rest: Run[] = []
  let from = candidate.first
  for (const name of inside) {
    if (from < name.first) rest.push({ first: from, last: name.first })
    from = name.last
  }
  if (from < candidate.last) rest.push({ first: from, last: candidate.last })
  return rest
}

function spanOf({ tokens, first, last }: Candidate): Span {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end }
}
