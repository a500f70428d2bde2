import type { Statement } from "../../src/core/reading.ts"
import { contains, overlaps, type Span } from "../../src/core/span.ts"
import { analyse } from "../../src/english/analyse.ts"
import type { Analysis } from "../../src/english/analysis.ts"
import { reportOf } from "../../src/english/report-of.ts"
import { findStatements } from "../../src/extract/statements/find-statements.ts"
import { speechPack } from "../../src/packs/political-violence/speech-pack.ts"
import type { Part, Run } from "../part.ts"
import { type AttributedText, type Attribution, attributions } from "../read/attributions.ts"
import { addPairs, emptyTally, f1Figure, shareFigure } from "../tally.ts"

const PARTS = ["source", "cue", "content"] as const

/** Cues that tell of words said or written. PolNeAR also marks opinions, plans, support and votes, which are no statements to Heed. */
const SPEECH =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|announc\w+|claim\w*|warn\w*|report(?:s|ed)|state[sd]?|wrote|writes?|not(?:es|ed|ing)|argu\w+|declar\w+|explain\w*|insist\w*|suggest\w*|conclud\w+|acknowledg\w+|predict\w*|conced\w+|confirm\w*|reveal\w*|admit\w*|tweet\w*|stress\w*|emphasi\w+)\b/i

/**
 * Attributions against the statements Heed finds: spans of source, cue and content, exact and by overlap, and attributions found whole (all three overlap).
 * Ends are compared without quotation marks, end stops and a leading "that", on both sides. The source are all words that name it at its place.
 * PolNeAR gives each word to one attribution at most, the outermost: what Heed finds within the content of another statement is left out.
 */
export const statements: Part<AttributedText> = {
  name: "statements",
  about: "who said what: source, cue, content",
  format: attributions,
  measure(documents, run) {
    const whole = emptyTally()
    const speech = emptyTally()
    const rules = emptyTally()
    const byMode = new Map<string, { found: number; right: number }>()
    const tallies = PARTS.map(part => ({ part, exact: emptyTally(), overlap: emptyTally() }))
    for (const { text, attributions: gold } of firstOfEachName(documents)) {
      const analysis = analysisOf(text, run)
      const found = outermost(statementsOf(analysis, true))
      const ruled = outermost(statementsOf(analysis, false))
      addPairs(rules, gold, ruled, isSame)
      for (const one of found) {
        const name = `${one.score === undefined ? "rules" : "learned"}, ${one.mode}`
        const tally = byMode.get(name) ?? { found: 0, right: 0 }
        byMode.set(name, {
          found: tally.found + 1,
          right: tally.right + (gold.some(other => isSame(other, one)) ? 1 : 0),
        })
      }
      for (const { part, exact, overlap } of tallies) {
        const spans = (list: readonly Attribution[]) =>
          list.map(one => boundsOf(one[part], text)).filter(span => span !== undefined)
        addPairs(exact, spans(gold), spans(found), (a, b) => a.start === b.start && a.end === b.end)
        addPairs(overlap, spans(gold), spans(found), overlaps)
      }
      const { missed, spurious } = addPairs(whole, gold, found, isSame)
      const spoken = gold.filter(one => isSpoken(one, text))
      addPairs(
        speech,
        spoken,
        ruled.filter(one => spoken.some(other => isSame(other, one)) || !gold.some(other => isSame(other, one))),
        isSame,
      )
      for (const one of missed) run.wrong(kindOfMiss(one, found, text), shown(one, text))
      for (const one of spurious) run.wrong(reasonOf(one, gold), shown(one, text))
      for (const one of found) {
        const right = gold.find(other => isSame(other, one))
        const kind = right && kindOfBounds(right, one, text)
        if (right && kind) run.wrong(kind, `${shown(right, text)} || ${shown(one, text)}`)
      }
    }
    return [
      ...tallies.flatMap(({ part, exact, overlap }) => [
        f1Figure(`${part}, exact`, exact, `${part}s`),
        f1Figure(`${part}, overlap`, overlap, `${part}s`),
      ]),
      f1Figure("whole attribution", whole, "attributions"),
      f1Figure("whole attribution, verb of speech, rules alone", speech, "attributions"),
      f1Figure("whole attribution, rules alone", rules, "attributions"),
      ...[...byMode]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { found, right }]) => shareFigure(`precision, ${name}`, right, found, "statements")),
    ]
  },
}

/** Of a text with several annotators the first counts. */
function firstOfEachName(documents: readonly AttributedText[]): AttributedText[] {
  return [...Map.groupBy(documents, ({ name }) => name).values()].map(([first]) => first!)
}

function analysisOf(text: string, run: Run): Analysis {
  const report = reportOf(text)
  // In PolNeAR the first paragraph is the headline, which a page's own marks tell Heed.
  const blocks = report.blocks.map((block, index) => (index === 0 ? { ...block, label: "title" as const } : block))
  return analyse({ ...report, blocks }, run.english).value
}

/** What Heed finds, as an attribution; `score` where the scorers found it. */
interface FoundAttribution extends Attribution, Pick<Statement, "mode" | "score"> {}

function statementsOf(analysis: Analysis, learned: boolean): FoundAttribution[] {
  return findStatements(analysis, speechPack, undefined, { learned }).value.map(
    ({ speaker, cue, evidence, mode, score }) => {
      const source = speaker.given ?? speaker.evidence
      return {
        source: source ? [source.span] : [],
        cue: cue ? [cue.span] : [],
        content: evidence.map(one => one.span),
        mode,
        ...(score !== undefined && { score }),
      }
    },
  )
}

function outermost(found: readonly FoundAttribution[]): FoundAttribution[] {
  return found.filter(
    ({ cue: [cue] }, index) =>
      !cue || !found.some((other, at) => at !== index && other.content.some(span => contains(span, cue))),
  )
}

function isSame(gold: Attribution, found: Attribution): boolean {
  return (
    (gold.source.length === 0 || touch(gold.source, found.source)) &&
    // Where a colon alone tells that somebody says it ("Mayor: bridge is safe"), Heed gives no cue.
    (found.cue.length === 0 ? isShort(gold.cue) : touch(gold.cue, found.cue)) &&
    touch(gold.content, found.content)
  )
}

/** No longer than a mark. */
function isShort(spans: readonly Span[]): boolean {
  return spans.every(({ start, end }) => end - start === 1)
}

function isSpoken({ source, cue }: Attribution, text: string): boolean {
  return 0 < source.length && cue.some(({ start, end }) => SPEECH.test(text.slice(start, end)))
}

/** Why an attribution was not found, by what it looks like. */
function kindOfMiss(gold: Attribution, found: readonly Attribution[], text: string): string {
  const cue = gold.cue.map(({ start, end }) => text.slice(start, end)).join(" ")
  const source = gold.source.map(({ start, end }) => text.slice(start, end)).join(" ")
  if (found.some(one => touch(gold.cue, one.cue) && touch(gold.content, one.content)))
    return /^(?:who|which|that|whom)$/i.test(source)
      ? "missed, source is a relative pronoun"
      : "missed, other source found"
  if (!/\p{L}/u.test(cue)) return "missed, a mark is the cue"
  if (isSpoken(gold, text))
    return found.some(one => touch(gold.cue, one.cue))
      ? "missed, verb of speech, other content"
      : "missed, verb of speech"
  return source === "" ? "missed, other cue without a source" : "missed, other cue"
}

/** How the content of an attribution that was found differs at its ends. */
function kindOfBounds(gold: Attribution, found: Attribution, text: string): string | undefined {
  const [wanted, got] = [boundsOf(gold.content, text), boundsOf(found.content, text)]
  if (!wanted || !got || (wanted.start === got.start && wanted.end === got.end)) return undefined
  if (wanted.start === got.start) return wanted.end < got.end ? "content ends too late" : "content ends too early"
  if (wanted.end === got.end) return wanted.start < got.start ? "content begins too late" : "content begins too early"
  return "content differs at both ends"
}

function reasonOf(found: Attribution, gold: readonly Attribution[]): string {
  const near = gold.filter(one => touch(one.content, found.content))
  if (near.length === 0) return "no attribution there"
  return near.some(one => touch(one.cue, found.cue)) ? "other source" : "other cue"
}

/** From the first to the last character, without marks, stops and "that". */
function boundsOf(spans: readonly Span[], text: string): Span | undefined {
  if (spans.length === 0) return undefined
  let start = spans[0]!.start
  let end = spans.at(-1)!.end
  const trim = () => {
    while (start < end && /[\s"“”„«»'‘’,.:;!?—–-]/.test(text[start]!)) start++
    while (start < end && /[\s"“”„«»'‘’,.:;!?—–-]/.test(text[end - 1]!)) end--
  }
  trim()
  if (/^that[\s,]/i.test(text.slice(start, end))) {
    start += 5
    trim()
  }
  return start < end ? { start, end } : undefined
}

function touch(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(one => b.some(other => overlaps(one, other)))
}

function shown({ source, cue, content }: Attribution, text: string): string {
  return [source, cue, content]
    .map(spans => spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" ... "))
    .join(" | ")
}
