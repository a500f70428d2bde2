import { decide } from "../../core/rules.ts"
import type { EntityType } from "../../core/value.ts"
import type { Sentence, Token } from "../analysis.ts"
import { lemmaOf } from "../lemmas/lemma-of.ts"
import { type CandidateParts, candidatesIn, spanOf } from "./candidates.ts"
import { bare, type Candidate, nameRules } from "./classify.ts"
import { type Gazetteer, type KnownName, keyOf, knownNameAt } from "./gazetteer.ts"
import type { Found, Name } from "./name.ts"
import { repeatNames } from "./repeat-names.ts"
import { isTitleCase, type Run } from "./runs.ts"
import { facilityHeads, givenNames, organizationHeads, titles } from "./words.ts"

/** What the names of one report are found in. `labels` are the model's, one for each token, or empty. */
export interface NameParts {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly labels: readonly string[]
  readonly gazetteer: Gazetteer
  readonly isPlace: CandidateParts["isPlace"]
}

/** All names of a report in order; none overlaps another. The same words get the same type all over the report. */
export function findNames(parts: NameParts): Name[] {
  const { tokens, sentences } = parts
  const words = tokens.map(token => token.text)
  const known = knownNames(parts, words)
  const found: Found[] = []
  const taken = new Uint8Array(tokens.length)
  const take = (name: Found) => {
    for (let at = name.first; at < name.last; at++) if (taken[at]) return
    taken.fill(1, name.first, name.last)
    found.push(name)
  }
  const headlines = new Set<Sentence>()
  // A list that knows two words together is not to be cut by a label on one of them: "Central Asian".
  const blocked = new Uint8Array(tokens.length)
  for (const { first, last, type } of known.values())
    if (1 < last - first && type === "nationality") blocked.fill(1, first, last)
  for (const sentence of sentences) {
    const headline = isTitleCase(tokens, sentence)
    if (headline) headlines.add(sentence)
    for (const candidate of candidatesIn(parts, sentence, blocked, headline))
      for (const name of judge(candidate, known, parts)) take(name)
  }
  for (const name of known.values()) take(name)
  const isWord = wordTest(tokens, sentences, headlines)
  const agreed = agree(found, parts).filter(name => !isWord(name))
  const before = found.length
  repeatNames(agreed, tokens, sentences, headlines, taken, take)
  return [...agreed, ...found.slice(before)]
    .map(name => ({ ...name, start: tokens[name.first]!.start, end: tokens[name.last - 1]!.end }))
    .sort((a, b) => a.start - b.start)
}

/** Names of the lists, by their first token. Short forms only where the report names the same thing otherwise. */
function knownNames({ gazetteer, tokens, sentences }: NameParts, words: readonly string[]): Map<number, Found> {
  const hits: { at: number; name: KnownName }[] = []
  for (const sentence of sentences)
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      const name = knownNameAt(gazetteer, words, at)
      if (!name || sentence.lastToken < at + name.words.length) continue
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

/** The name or names that a candidate holds: known ones, a person behind a title, or the whole. */
function judge(candidate: Candidate, known: ReadonlyMap<number, Found>, parts: NameParts): Found[] {
  const { tokens } = parts
  const inside: Found[] = []
  for (let at = candidate.first; at < candidate.last; at++) {
    const name = known.get(at)
    if (name) inside.push(name)
  }
  const whole = inside.find(name => name.first === candidate.first && candidate.last <= name.last)
  if (whole && !isNamesake(whole, candidate)) return [whole]
  const person = behindTitle(candidate, parts.labels)
  if (person)
    return [{ ...person, type: "person", rule: "behindTitle" }, ...inside.filter(name => name.last <= person.first)]
  const verdict = decide("names", nameRules, candidate, spanOf(candidate))
  const real = inside.filter(name => name.type !== "nationality" && name !== whole)
  // A label around a known group is weaker than the list: "ISIS Affiliate".
  const labelled = verdict?.rule === "modelSays" && !real.some(name => name.type === "armed-group")
  const strong = verdict && (labelled || /^(?:organization|facility|event|armed)Name$|^armed/.test(verdict.rule))
  if (0 < real.length && !strong) {
    // What is left beside the known names is judged by itself.
    const rest = gaps(candidate, real)
    return [...real, ...rest.flatMap(run => judge({ ...run, tokens }, new Map(), parts))]
  }
  if (!verdict) return []
  let first = candidate.first
  // `Iranian Qassem Soleimani`: the nationality is a mention of its own.
  if (verdict.verdict === "person")
    for (const name of inside)
      if (name.first === first && name.last < candidate.last && !isGivenName(name, parts)) first = name.last
  return [{ first, last: candidate.last, type: verdict.verdict, rule: verdict.rule }]
}

/** The river Amazon, a person called Guardian: one word that a list knows and the model takes for something of another kind. */
function isNamesake({ first, last, known, type }: Found, { label, tokens }: Candidate): boolean {
  return (
    known === undefined &&
    type === "organization" &&
    last - first === 1 &&
    (label === "place" || label === "person") &&
    !/^\p{Lu}[\p{Lu}.\d]+$/u.test(tokens[first]!.text)
  )
}

/** `Christian Wirth`: the model reads the name of a people as the first word of a longer name, which the words around it make a person's. */
function isGivenName({ first, last }: Found, { labels, tokens }: NameParts): boolean {
  return (
    last - first === 1 &&
    labels[first]!.startsWith("B-") &&
    labels[last] === `I-${labels[first]!.slice(2)}` &&
    givenNames.has(tokens[first]!.text)
  )
}

/** `Interior Minister Ximena Diaz`: the part behind the last title, when it looks like a name of a person. */
function behindTitle({ tokens, first, last }: Candidate, labels: readonly string[]): Run | undefined {
  let title = -1
  for (let at = first; at < last - 1; at++)
    // "Pope" of "Edgar Pope Lyle" is a part of the name.
    if (isTitle(tokens, at) && (at === first || labels[at] !== "I-PERSON" || isTitle(tokens, at - 1))) title = at
  if (tokens[first - 2]?.text === "Secretary" && tokens[first - 1]?.text === "of" && 1 < last - first) title = first
  // "Miss Universe", "Miss Universe Inc.": the model reads the title as a part of another name.
  if (title < 0 || (/^I-(?!PERSON)/.test(labels[title + 1] ?? "") && /^[BI]-/.test(labels[title]!))) return undefined
  const rest = tokens.slice(title + 1, last).map(token => token.text)
  if (rest.every(word => titles.has(bare(word)))) return undefined
  if (4 < rest.length || !/^[\p{Lu}’']|^al$/u.test(rest[0]!) || rest.includes("of")) return undefined
  if (rest.some(word => organizationHeads.has(capitalised(word))) || facilityHeads.has(rest.at(-1)!)) return undefined
  return { first: title + 1, last }
}

/** `Maj.`, and the last word of `Sgt. 1st Class`. */
function isTitle(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!
  return (
    (titles.has(bare(text)) && /^\p{Lu}/u.test(text)) || (text === "Class" && GRADE.test(tokens[at - 1]?.text ?? ""))
  )
}

const GRADE = /^(?:1st|2nd|3rd|First|Second|Third)$/

/** One type for the same words: the one found most often, sure rules counting more. */
function agree(found: readonly Found[], { tokens, isPlace }: NameParts): Found[] {
  const votes = new Map<string, Map<EntityType, number>>()
  const textOf = (name: Run) =>
    tokens
      .slice(name.first, name.last)
      .map(token => keyOf(token.text))
      .join(" ") // prettier-ignore
  const spaced = (name: Run) =>
    tokens
      .slice(name.first, name.last)
      .map(token => token.text)
      .join(" ") // prettier-ignore
  for (const name of found) {
    const weight = /^known|^armed|^title|^behind|Apposition$/.test(name.rule) ? 5 : name.rule === "modelSays" ? 1 : 2
    const counts = votes.get(textOf(name)) ?? new Map<EntityType, number>()
    votes.set(textOf(name), counts.set(name.type, (counts.get(name.type) ?? 0) + weight))
  }
  const surnames = new Set(
    found.filter(name => name.type === "person" && 1 < name.last - name.first).map(name => tokens[name.last - 1]!.text),
  ) // prettier-ignore
  return found.map(name => {
    if (
      name.last - name.first === 1 &&
      name.known === undefined &&
      name.rule === "modelSays" &&
      surnames.has(tokens[name.first]!.text)
    )
      return { ...name, type: "person", rule: "surname" }
    const counts = [...votes.get(textOf(name))!].sort((a, b) => b[1] - a[1])
    const [type] = counts[0]!
    // A town and its team or its government have one name: each mention says which.
    const both = /^(?:place|organization)$/
    if (name.rule === "modelSays" && both.test(type) && both.test(name.type) && isPlace(spaced(name))) return name
    return type === name.type ? name : { ...name, type, rule: `${name.rule}, as elsewhere` }
  })
}

/** True for a single word that opens a sentence or headline and that the report writes small elsewhere: "Van bomb kills nine". */
function wordTest(tokens: readonly Token[], sentences: readonly Sentence[], headlines: ReadonlySet<Sentence>) {
  const small = new Set(tokens.filter(token => /^\p{Ll}/u.test(token.text)).flatMap(token => [token.text, token.lemma]))
  return ({ first, last, known, rule }: Found): boolean => {
    if (known !== undefined || 1 < last - first || /^known|Title|titleBefore/.test(rule)) return false
    const sentence = sentences[tokens[first]!.sentence]!
    const numbered = /^\d+$/.test(tokens[last]?.text ?? "")
    if (first !== sentence.firstToken && !numbered && !headlines.has(sentence)) return false
    const word = tokens[first]!.text.toLowerCase()
    return small.has(word) || small.has(lemmaOf(word, "NOUN", word.endsWith("s") ? "NNS" : "NN"))
  }
}

/** "LEAGUE" as the lists write it. */
function capitalised(word: string): string {
  return /^\p{Lu}{3,}$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word
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
