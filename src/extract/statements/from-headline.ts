import { idOf } from "../../core/id.ts"
import type { Statement } from "../../core/reading.ts"
import type { Block } from "../../core/report.ts"
import { evidenceAt, overlaps, type Span } from "../../core/span.ts"
import { mediumOf } from "./media.ts"
import type { Passages } from "./passages.ts"
import { nounPhraseAt, rangeOfSpan } from "./phrase.ts"
import { resolveSpeaker } from "./resolve-speaker.ts"
import type { SpeechWords } from "./speech-words.ts"

interface Split {
  readonly source: Span
  readonly said: Span
  readonly rule: string
}

/** Statements told by marks alone: "Minister: no survivors", "Two held over blast: police", a quotation with a name behind a dash, and turns of a conversation: "Lena Ortiz: We stay." */
export function fromHeadline(within: Passages, words: SpeechWords, found: readonly Statement[]): Statement[] {
  const { analysis } = within
  const { report } = analysis
  const statements: Statement[] = []
  const turns = report.blocks.filter(block => TURN.test(report.text.slice(block.start, block.end)))
  for (const block of report.blocks) {
    if (found.some(statement => statement.cue && overlaps(statement.cue.span, block))) continue
    const split =
      block.label === "title" || block.label === "heading"
        ? (sourceFirst(report.text, block) ?? sourceLast(report.text, block))
        : (quotationWithName(report.text, block) ?? turnOf(report.text, block, MANY_TURNS <= turns.length))
    if (!split || !canBeSource(within, split, words)) continue
    const range = rangeOfSpan(analysis, split.source)
    if (!range) continue
    const head = range.last - 1
    const phrase =
      split.rule === "dashName"
        ? nounPhraseAt(analysis, nameEnd(within, split.source) ?? head, range.first, range.last)
        : { ...range, head }
    const evidence = evidenceAt(report, split.said)
    statements.push({
      id: idOf(report.id, "statement", split.said.start, split.said.end, split.source.start),
      reportId: report.id,
      kind: /^(?:dashName|turn|quotedTurn)$/.test(split.rule)
        ? "direct"
        : analysis.quotations.some(one => overlaps(one, split.said))
          ? "mixed"
          : "indirect",
      mode: "speech",
      strength: "neutral",
      speaker: resolveSpeaker(within, { ...phrase, first: range.first }, words),
      text: evidence.text,
      evidence: [evidence],
      via: [],
      rule: split.rule,
    })
  }
  return statements
}

/** "Interior minister: no survivors" */
function sourceFirst(text: string, block: Block): Split | undefined {
  const match = /^([^:“"«]{3,50}):\s+(\S[\s\S]{12,})$/.exec(text.slice(block.start, block.end))
  return match
    ? split(text, block.start, match[1]!, block.end - match[2]!.length, block.end, "headlineFirst")
    : undefined
}

/** "Two held over blast: police", "Two held over blast – officials" */
function sourceLast(text: string, block: Block): Split | undefined {
  const match = /^([\s\S]{12,}?)(?::|,| [–—-])\s+([^:“"«,]{3,40})$/.exec(text.slice(block.start, block.end))
  if (!match) return undefined
  const start = block.end - match[2]!.length
  return split(text, start, match[2]!, block.start, block.start + match[1]!.length, "headlineLast")
}

/** `“We stay.” — Ana Diaz, mayor` */
function quotationWithName(text: string, block: Block): Split | undefined {
  const match = /^[“"«]([^“”"«»]{8,})[”"»]\s*[—–―-]{1,2}\s*([^“”"«»]{4,100})$/.exec(text.slice(block.start, block.end))
  if (!match) return undefined
  return split(
    text,
    block.end - match[2]!.length,
    match[2]!,
    block.start + 1,
    block.start + 1 + match[1]!.length,
    "dashName",
  )
}

const TURN = /^(\p{Lu}[^:“"«”\n]{2,40}):\s*(\S[\s\S]{6,})$/u
/** From so many paragraphs that begin with a name and a colon on it is a conversation, and no quotation marks are asked for. */
const MANY_TURNS = 3

/** `Ana Diaz: “We stay.”`, `The report: “The guards had slept.”`, and in a conversation "Ana Diaz: We stay." */
function turnOf(text: string, block: Block, isConversation: boolean): Split | undefined {
  const match = TURN.exec(text.slice(block.start, block.end))
  if (!match) return undefined
  const [, name, said] = match
  const quoted = /^[“"«]([^“”"«»]{6,})[”"»]$/.exec(said!)
  if (!quoted && !isConversation) return undefined
  const start = block.end - said!.length + (quoted ? 1 : 0)
  return split(text, block.start, name!, start, start + (quoted?.[1] ?? said!).length, quoted ? "quotedTurn" : "turn")
}

function split(text: string, start: number, source: string, from: number, to: number, rule: string): Split {
  let end = to
  while (from < end && /[\s.,]/.test(text[end - 1]!)) end--
  return { source: { start, end: start + source.trimEnd().length }, said: { start: from, end }, rule }
}

/** A person by name, or words that end with a noun for people or bodies. An outlet behind a dash is the page's own name. */
function canBeSource(within: Passages, { source, rule }: Split, words: SpeechWords): boolean {
  const { analysis } = within
  const text = analysis.report.text.slice(source.start, source.end)
  const isPerson = analysis.mentions.some(
    one =>
      one.start === source.start &&
      one.type === "person" &&
      one.form === "name" &&
      (rule === "dashName" || one.end === source.end),
  )
  if (isPerson || isTitledPerson(within, source, words)) return true
  if (rule === "dashName" || rule === "turn") return false
  const last = text
    .toLowerCase()
    .split(/\s+/)
    .at(-1)!
    .replace(/[^\p{L}-]/gu, "")
  if (rule === "quotedTurn") return words.people.has(last) || words.documents.has(last)
  if (mediumOf(text, words)) return rule === "headlineLast" && analysis.report.text[source.start - 2] === ":"
  return (
    words.people.has(last) || (words.bodies.has(last) && text.split(/\s+/).length <= 4) || words.documents.has(last)
  )
}

/** "Dr. Ana Diaz", "Mayor Ana Diaz": a name with nothing but titles and roles before it. */
function isTitledPerson({ analysis }: Passages, source: Span, words: SpeechWords): boolean {
  const name = analysis.mentions.find(
    one => source.start < one.start && one.end === source.end && one.type === "person" && one.form === "name",
  )
  if (!name) return false
  const before =
    analysis.report.text
      .slice(source.start, name.start)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return 0 < before.length && before.every(word => words.titles.has(word) || words.people.has(word))
}

function nameEnd(within: Passages, source: Span): number | undefined {
  const { analysis } = within
  const mention = analysis.mentions.find(one => one.start === source.start)
  return mention && analysis.tokens.findLast(token => mention.start <= token.start && token.end <= mention.end)?.index
}
