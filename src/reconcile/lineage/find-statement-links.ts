import { isSaying, type Statement } from "../../core/reading.ts"
import { fold, wordsOf } from "../../core/words.ts"
import { type CaseReport, type CaseSentence, sentenceAt } from "../case-report.ts"
import { comparePersonNames, personKeys, toPersonName } from "../entities/person-name.ts"
import type { CaseOptions } from "../options.ts"
import { groupBy, sortBy } from "../union.ts"
import { type Likeness, type Text, TextIndex } from "./similar.ts"

/** One telling of words that two reports may both have. */
interface StatementSide {
  readonly report: CaseReport
  readonly statement: Statement
  readonly sentence: CaseSentence
}

/** Two statements of different reports that tell the same words of what may be the same speaker. */
export interface StatementLink {
  readonly a: StatementSide
  readonly b: StatementSide
  readonly similarity: number
  /** The words between quotation marks are the same, as far as both quote. */
  readonly sameWords: boolean
  /** How the speakers' names relate. */
  readonly names: "same" | "part" | "spelling" | "quotation"
  readonly why: string
}

interface Item extends Text {
  readonly side: StatementSide
  readonly stretches: readonly (readonly string[])[]
  /** Keys of quoted stretches that are long enough to be told by nobody else. */
  readonly identical: readonly string[]
  /** Two statements that one speaker makes in a row are also looked at as one: what a report interrupts, another quotes in one piece. */
  readonly parts: readonly Item[]
}

/** Statements of one speaker that follow each other within this many letters may be one elsewhere. */
const IN_A_ROW = 300
/** Words between quotation marks in the same order that prove one utterance, whoever is given as the speaker. */
const IDENTICAL_WORDS = 6
const IDENTICAL_STEMS = 3

/** Statements with similar content by speakers of the same or a similarly spelt name. Searched by speaker name, never all pairs. */
export function findStatementLinks(
  reports: readonly CaseReport[],
  options: Pick<CaseOptions, "count">,
): StatementLink[] {
  const all = reports.flatMap(report =>
    report.reading.statements.filter(isSaying).flatMap(statement => toItem(report, statement)),
  )
  const copied = groupBy(all, copyKeys(reports))
  const items = [...copied.values()].map(group => group[0]!)
  const index = new TextIndex(items)
  const links = new Map<string, StatementLink>()
  const keyed = [...items, ...inARow(items)].flatMap(item => keysOf(item).map(key => ({ key, item })))
  let comparisons = 0
  for (const group of groupBy(keyed, ({ key }) => key).values()) {
    if (group.length < 2) continue
    const inGroup = new TextIndex(group.map(({ item }) => item))
    const byId = new Map(group.map(({ item }) => [item.id, item]))
    for (const pair of inGroup.pairs(2)) {
      const a = byId.get(pair.a.id)!
      const b = byId.get(pair.b.id)!
      // Weights come from all statements of the case: inside one speaker's own, his favourite words would look common.
      const found = linkOf(a, b, index.compare(a, b))
      if (!found) continue
      const one = a.parts.length === 0 ? a : nearestPart(a, b, index)
      const two = b.parts.length === 0 ? b : nearestPart(b, a, index)
      const [first, second] = one.id < two.id ? [one, two] : [two, one]
      const known = links.get(`${first.id} ${second.id}`)
      if (known && found.similarity <= known.similarity) continue
      links.set(`${first.id} ${second.id}`, { ...found, a: first.side, b: second.side })
    }
    comparisons += inGroup.comparisons
  }
  options.count?.("statements", comparisons)
  const ofCopies = [...copied.values()].flatMap(([first, ...others]) =>
    others.map(other => linkOfCopies(first!, other)),
  )
  return sortBy(
    [...links.values(), ...ofCopies],
    link => link.a.statement.id,
    link => link.b.statement.id,
  )
}

/** Gives the key of a statement, the same for statements at one place of reports with the same text: a copy is not searched for, it follows its original. */
function copyKeys(reports: readonly CaseReport[]): (item: Item) => string {
  // A number stands for each text: a long one in the key of each of its statements would fill the memory.
  const numbers = new Map<string, number>()
  for (const { report } of reports) if (!numbers.has(report.text)) numbers.set(report.text, numbers.size)
  return ({ side: { report, statement } }) => {
    const at = statement.evidence.map(({ span }) => `${span.start}-${span.end}`).join(" ")
    return [at, statement.kind, statement.speaker.name, numbers.get(report.report.text)].join("\n")
  }
}

function linkOfCopies(first: Item, other: Item): StatementLink {
  const [a, b] = first.side.statement.id < other.side.statement.id ? [first, other] : [other, first]
  return { a: a.side, b: b.side, similarity: 1, sameWords: true, names: "same", why: "two copies of one text" }
}

function linkOf(a: Item, b: Item, likeness: Likeness): StatementLink | undefined {
  const speakers = compareSpeakers(a.side.statement, b.side.statement)
  const quotation = speakers === "other" && isOneQuotation(a, b)
  if (speakers === "other" && !quotation) return undefined
  const names = speakers === "other" ? "quotation" : speakers
  const sameWords = 2 <= likeness.shared && stretchesAlike(a.stretches, b.stretches)
  const short = Math.min(a.words.length, b.words.length)
  const identical = sameWords && 5 <= short && 2 <= likeness.shared && 0.8 <= likeness.containment
  const strict = names === "spelling" || isUnnamed(a.side.statement)
  const first = a.side.statement.speaker.name
  const second = b.side.statement.speaker.name
  const enough =
    identical || strict
      ? identical || (3 <= likeness.shared && (names === "spelling" ? 0.3 : 0.4) <= likeness.dice)
      : (3 <= likeness.shared && 0.35 <= likeness.dice) || (4 <= likeness.shared && 0.55 <= likeness.containment)
  if (!enough && !quotation) return undefined
  return {
    a: a.side,
    b: b.side,
    similarity: Math.round(Math.min(1, Math.max(likeness.dice, likeness.runs)) * 100) / 100,
    sameWords,
    names,
    why: `${first === second ? `both give it to ${first}` : `given to "${first}" and "${second}"`}; ${likeness.shared} words of content in common${sameWords ? ", same wording" : ", worded differently"}`,
  }
}

/** How two speakers' names relate. Speakers without a name agree only when they are described in the same words. */
function compareSpeakers(a: Statement, b: Statement): "same" | "part" | "spelling" | "other" {
  if (isUnnamed(a) || isUnnamed(b))
    return isUnnamed(a) && isUnnamed(b) && unnamedKey(a) === unnamedKey(b) ? "same" : "other"
  const one = fold(a.speaker.name)
  const two = fold(b.speaker.name)
  if (one === two || unnamedKey(a) === unnamedKey(b)) return "same"
  return comparePersonNames(toPersonName(one), toPersonName(two))
}

/** True when both quote the same words and at least one of them does not name the speaker: "the report" may be any report. */
function isOneQuotation(a: Item, b: Item): boolean {
  if (!isUnnamed(a.side.statement) && !isUnnamed(b.side.statement)) return false
  return a.identical.some(key => b.identical.includes(key)) && stretchesAlike(a.stretches, b.stretches)
}

/** Keys of quoted stretches that are long enough to be told by nobody else: their first words. */
function identicalKeys(statement: Statement, stretches: Item["stretches"]): string[] {
  if (statement.kind === "indirect") return []
  return stretches.flatMap(words => {
    const stems = new Set(words.flatMap(word => wordsOf(word).flatMap(one => (one.empty ? [] : [one.stem]))))
    return words.length < IDENTICAL_WORDS || stems.size < IDENTICAL_STEMS
      ? []
      : [`q:${words.slice(0, IDENTICAL_WORDS).join(" ")}`]
  })
}

function isUnnamed({ speaker }: Statement): boolean {
  return speaker.anonymous || !/\p{Lu}/u.test(speaker.name)
}

function unnamedKey({ speaker }: Statement): string {
  return wordsOf(speaker.name)
    .filter(word => !word.empty)
    .map(word => word.stem)
    .sort()
    .join(" ")
}

function keysOf(item: Item): string[] {
  const { statement } = item.side
  const words = [`u:${unnamedKey(statement)}`, ...item.identical]
  return isUnnamed(statement) ? words : [...words, ...personKeys(toPersonName(statement.speaker.name))]
}

/** Pairs of statements that follow each other and have one speaker, as one item. */
function inARow(items: readonly Item[]): Item[] {
  const bySpeaker = groupBy(items, item => `${item.group} ${fold(item.side.statement.speaker.name)}`)
  return [...bySpeaker.values()].flatMap(group => {
    const sorted = sortBy(
      group,
      item => item.side.statement.evidence[0]!.span.start,
      item => item.id,
    )
    return sorted.slice(1).flatMap((next, at): Item[] => {
      const first = sorted[at]!
      const end = first.side.statement.evidence.at(-1)!.span.end
      const start = next.side.statement.evidence[0]!.span.start
      if (start < end || end + IN_A_ROW < start) return []
      return [
        {
          ...first,
          id: `${first.id} ${next.id}`,
          words: [...first.words, ...next.words],
          stems: [...new Set([...first.stems, ...next.stems])],
          stretches: [...first.stretches, ...next.stretches],
          identical: [...new Set([...first.identical, ...next.identical])],
          parts: [first, next],
        },
      ]
    })
  })
}

/** The part that shares most with the other report's statement. */
function nearestPart(item: Item, other: Item, index: TextIndex): Item {
  return sortBy(
    item.parts,
    part => -index.compare(part, other).shared,
    part => part.id,
  )[0]!
}

/** True when the words that reports put between quotation marks are the same, or some quote stretches of what others have. Retellings without such marks say nothing, unless there is nothing else. */
export function quotedAlike(statements: readonly Pick<Statement, "kind" | "text">[]): boolean {
  const quoting = statements.filter(statement => statement.kind !== "indirect")
  const compared = (2 <= quoting.length ? quoting : statements).map(stretchesOf)
  return compared.every((one, index) => compared.slice(index + 1).every(other => stretchesAlike(one, other)))
}

function stretchesAlike(one: Item["stretches"], two: Item["stretches"]): boolean {
  const length = (stretches: Item["stretches"]): number => stretches.reduce((sum, words) => sum + words.length, 0)
  const [few, many] = length(one) <= length(two) ? [one, two] : [two, one]
  const has = ` ${many.flat().join(" ")} `
  return few.every(words => has.includes(` ${words.join(" ")} `))
}

/** The words of each stretch inside quotation marks; of the whole text where it is all quoted or has no marks. An interrupted quotation has several. */
function stretchesOf({ kind, text }: Pick<Statement, "kind" | "text">): string[][] {
  const quoted = kind === "direct" ? [] : [...text.matchAll(/[“"«]([^”"»]+)[”"»]?/gu)].map(match => match[1]!)
  return (quoted.length === 0 ? [text] : quoted)
    .flatMap(stretch => stretch.split(/ \.\.\. /u))
    .map(stretch => wordsOf(stretch).map(word => word.plain))
    .filter(words => 0 < words.length)
}

function toItem(report: CaseReport, statement: Statement): Item[] {
  const sentence = sentenceAt(report, statement.evidence[0]!.span.start)
  if (!sentence) return []
  const words = wordsOf(statement.text)
  const stretches = stretchesOf(statement)
  return [
    {
      id: `${report.id} ${statement.id}`,
      group: report.id,
      words,
      stems: [...new Set(words.flatMap(word => (word.empty ? [] : [word.stem])))],
      side: { report, statement, sentence },
      stretches,
      identical: identicalKeys(statement, stretches),
      parts: [],
    },
  ]
}
