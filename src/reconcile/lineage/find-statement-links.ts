import type { Statement } from "../../core/reading.ts"
import { type CaseReport, type CaseSentence, sentenceAt } from "../case-report.ts"
import { comparePersonNames, personKeys, toPersonName } from "../entities/person-name.ts"
import type { CaseOptions } from "../options.ts"
import { groupBy, sortBy } from "../union.ts"
import { fold, wordsOf } from "../words.ts"
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
  readonly names: "same" | "part" | "spelling"
  readonly why: string
}

interface Item extends Text {
  readonly side: StatementSide
  readonly stretches: readonly (readonly string[])[]
}

/** Statements with similar content by speakers of the same or a similarly spelt name. Searched by speaker name, never all pairs. */
export function findStatementLinks(
  reports: readonly CaseReport[],
  options: Pick<CaseOptions, "count">,
): StatementLink[] {
  const items = reports.flatMap(report => report.reading.statements.flatMap(statement => toItem(report, statement)))
  const index = new TextIndex(items)
  const links = new Map<string, StatementLink>()
  const keyed = items.flatMap(item => keysOf(item.side.statement).map(key => ({ key, item })))
  let comparisons = 0
  for (const group of groupBy(keyed, ({ key }) => key).values()) {
    if (group.length < 2) continue
    const inGroup = new TextIndex(group.map(({ item }) => item))
    const byId = new Map(group.map(({ item }) => [item.id, item]))
    for (const pair of inGroup.pairs(2)) {
      const a = byId.get(pair.a.id)!
      const b = byId.get(pair.b.id)!
      // Weights come from all statements of the case: inside one speaker's own, his favourite words would look common.
      const link = linkOf(a, b, index.compare(a, b))
      if (link) links.set(`${a.id} ${b.id}`, link)
    }
    comparisons += inGroup.comparisons
  }
  options.count?.("statements", comparisons)
  return sortBy(
    [...links.values()],
    link => link.a.statement.id,
    link => link.b.statement.id,
  )
}

function linkOf(a: Item, b: Item, likeness: Likeness): StatementLink | undefined {
  const names = compareSpeakers(a.side.statement, b.side.statement)
  if (names === "other") return undefined
  const sameWords = 2 <= likeness.shared && stretchesAlike(a.stretches, b.stretches)
  const short = Math.min(a.words.length, b.words.length)
  const identical = sameWords && 5 <= short && 2 <= likeness.shared && 0.8 <= likeness.containment
  const strict = names === "spelling" || isUnnamed(a.side.statement)
  const enough =
    identical || strict
      ? identical || (3 <= likeness.shared && (names === "spelling" ? 0.3 : 0.4) <= likeness.dice)
      : (3 <= likeness.shared && 0.35 <= likeness.dice) || (4 <= likeness.shared && 0.55 <= likeness.containment)
  if (!enough) return undefined
  const speakers =
    a.side.statement.speaker.name === b.side.statement.speaker.name
      ? `both give it to ${a.side.statement.speaker.name}`
      : `given to "${a.side.statement.speaker.name}" and "${b.side.statement.speaker.name}"`
  return {
    a: a.side,
    b: b.side,
    similarity: Math.round(Math.min(1, Math.max(likeness.dice, likeness.runs)) * 100) / 100,
    sameWords,
    names,
    why: `${speakers}; ${likeness.shared} words of content in common${sameWords ? ", same wording" : ", worded differently"}`,
  }
}

/** How two speakers' names relate. Speakers without a name agree only when they are described in the same words. */
function compareSpeakers(a: Statement, b: Statement): "same" | "part" | "spelling" | "other" {
  if (isUnnamed(a) || isUnnamed(b))
    return isUnnamed(a) && isUnnamed(b) && unnamedKey(a) === unnamedKey(b) ? "same" : "other"
  const one = fold(a.speaker.name)
  const two = fold(b.speaker.name)
  return one === two ? "same" : comparePersonNames(toPersonName(one), toPersonName(two))
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

function keysOf(statement: Statement): string[] {
  return isUnnamed(statement) ? [`u:${unnamedKey(statement)}`] : personKeys(toPersonName(statement.speaker.name))
}

/** True when the words two reports put between quotation marks are the same, or one report quotes stretches of what the other has. */
export function quotedAlike(a: string, b: string): boolean {
  return stretchesAlike(quotedStretches(a), quotedStretches(b))
}

function stretchesAlike(one: Item["stretches"], two: Item["stretches"]): boolean {
  const length = (stretches: Item["stretches"]): number => stretches.reduce((sum, words) => sum + words.length, 0)
  const [few, many] = length(one) <= length(two) ? [one, two] : [two, one]
  const has = ` ${many.flat().join(" ")} `
  return few.every(words => has.includes(` ${words.join(" ")} `))
}

/** The words of each stretch inside quotation marks; of the whole text where it has no marks. An interrupted quotation has several. */
function quotedStretches(text: string): string[][] {
  const quoted = [...text.matchAll(/[“"«]([^”"»]+)[”"»]?/gu)].map(match => match[1]!)
  return (quoted.length === 0 ? [text] : quoted)
    .flatMap(stretch => stretch.split(/ \.\.\. /u))
    .map(stretch => wordsOf(stretch).map(word => word.plain))
    .filter(words => 0 < words.length)
}

function toItem(report: CaseReport, statement: Statement): Item[] {
  const sentence = sentenceAt(report, statement.evidence[0]!.span.start)
  if (!sentence) return []
  const words = wordsOf(statement.text)
  return [
    {
      id: `${report.id} ${statement.id}`,
      group: report.id,
      words,
      stems: [...new Set(words.flatMap(word => (word.empty ? [] : [word.stem])))],
      side: { report, statement, sentence },
      stretches: quotedStretches(statement.text),
    },
  ]
}
