import { contains } from "../../core/span.ts"
import type { CueClause } from "./cue-clause.ts"
import type { Draft } from "./draft.ts"
import { isQuoteMark, isSpeech, type Passage, type Passages } from "./passages.ts"
import type { Range } from "./phrase.ts"

/** Quotations that stand in another sentence than the words that say who says them. */
export const joinQuotations = {
  before: quotationBefore,
  behindColon,
  opening: paragraphsBefore,
  after: quotationsAfter,
}

/** `“...” The director said on Monday.`: the sentence before is one quotation and nobody else's. */
function quotationBefore(within: Passages, passage: Passage, clause: CueClause): Range | undefined {
  const { tokens } = within.analysis
  if (clause.source.side === "inherited" || !clause.cue.verb.frames.has("quote")) return undefined
  // Nothing but the source may stand before the cue, and nothing but circumstances after it.
  if (passage.first + 1 < clause.first) return undefined
  const rest = tokens.slice(clause.last, passage.last)
  if (rest.some(token => token.upos !== "PUNCT")) return undefined
  const before = within.passages[passage.index - 1]
  return before && before.blockIndex === passage.blockIndex && isQuotationAlone(within, before) ? before : undefined
}

/** `The ministry said in a statement:` and the quotation that is the next paragraph. */
function behindColon(within: Passages, passage: Passage, clause: CueClause): Range | undefined {
  const { tokens } = within.analysis
  if (!clause.cue.verb.frames.has("quote") || tokens[passage.last - 1]!.text !== ":") return undefined
  // Nothing that could be said stands between cue and colon.
  if (tokens.slice(clause.last, passage.last).some(token => token.upos !== "PUNCT")) return undefined
  const next = within.passages[passage.index + 1]
  return next && next.blockIndex <= passage.blockIndex + 1 && isQuotationAlone(within, next) ? next : undefined
}

/** Paragraphs before this one that one quotation runs through up to its cue: each opens with a mark and leaves it open. */
function paragraphsBefore(
  within: Passages,
  { passage, ranges }: Draft,
  isTaken: (passage: number) => boolean,
): Range[] {
  const { analysis, quoteOf } = within
  const found: Range[] = []
  const opens = ({ first }: Passage) =>
    0 <= quoteOf[first]! && analysis.quotations[quoteOf[first]!]!.start === analysis.tokens[first]!.start
  if (ranges[0]?.first !== passage.first || !opens(passage)) return found
  for (let at = passage.index - 1; 0 <= at && !isTaken(at); at--) {
    const before = within.passages[at]!
    const isInSame = before.blockIndex === within.passages[at + 1]!.blockIndex
    const isOpen = analysis.quotations[quoteOf[before.last - 1]!]?.open === true
    if (!isQuotationAlone(within, before) || !(isInSame ? 0 < found.length : isOpen)) break
    found.unshift({ first: before.first, last: before.last })
  }
  return found
}

/** `“...,” he said. “...”`, and the paragraphs that go on with a quotation left open. */
function quotationsAfter(within: Passages, drafts: readonly Draft[], withCue: ReadonlySet<number>): void {
  const taken = new Set(
    drafts.filter(draft => draft.rule === "quotationBefore").map(draft => within.passageOf[draft.ranges[0]!.first]!),
  )
  for (const draft of drafts) {
    if (!touchesQuotation(within, draft) && !endsWithColon(within, draft)) continue
    if (
      drafts.findLast(other => other.passage.index === draft.passage.index && touchesQuotation(within, other)) !== draft
    )
      continue
    let passage = draft.passage
    for (;;) {
      const next = within.passages[passage.index + 1]
      if (!next || withCue.has(next.index) || taken.has(next.index)) break
      const isSameParagraph = next.blockIndex === passage.blockIndex
      if (isSameParagraph && (opensSingle(within, next) || isInOpenSingle(within, draft, next))) {
        draft.ranges.push({ first: next.first, last: next.last })
        taken.add(next.index)
        passage = next
        continue
      }
      if (!isQuotationAlone(within, next)) {
        if (!isSameParagraph || !isAside(within, next)) break
        passage = next
        continue
      }
      if (!isSameParagraph && !goesOnInParagraph(within, passage, next)) break
      draft.ranges.push({ first: next.first, last: next.last })
      taken.add(next.index)
      passage = next
    }
  }
}

function touchesQuotation(within: Passages, draft: Draft): boolean {
  return draft.ranges.some(
    range =>
      0 <= within.quoteOf[range.last - 1]! || 0 <= within.quoteOf[range.last - 2]! || 0 <= within.quoteOf[range.first]!,
  )
}

function endsWithColon(within: Passages, draft: Draft): boolean {
  return within.analysis.tokens[draft.passage.last - 1]!.text === ":"
}

/** The passage is one quotation from its first to its last word. */
function isQuotationAlone(within: Passages, passage: Passage): boolean {
  const { analysis, quoteOf } = within
  const quote = quoteOf[passage.first]!
  if (quote < 0 || !isQuoteMark(analysis.tokens[passage.first]!.text)) return false
  for (let at = passage.first; at < passage.last; at++)
    if (!isWithinQuotation(within, at, quote) && analysis.tokens[at]!.upos !== "PUNCT") return false
  return isSpeech(analysis, analysis.quotations[quote]!, analysis.tokens.slice(passage.first, passage.last))
}

/** In the quotation, or in one that stands within it. */
function isWithinQuotation({ analysis, quoteOf }: Passages, at: number, quote: number): boolean {
  const inner = analysis.quotations[quoteOf[at]!]
  return inner !== undefined && contains(analysis.quotations[quote]!, inner)
}

/** `..., said the miner. He has two sons. “But I like it.”`: a sentence about the speaker alone, between two parts of what he says. */
function isAside(within: Passages, passage: Passage): boolean {
  const { analysis, quoteOf } = within
  const next = within.passages[passage.index + 1]
  if (next?.blockIndex !== passage.blockIndex || !isQuotationAlone(within, next)) return false
  if (!/^(?:he|she)$/i.test(analysis.tokens[passage.first]!.text)) return false
  for (let at = passage.first; at < passage.last; at++) if (0 <= quoteOf[at]!) return false
  const start = analysis.tokens[passage.first]!.start
  const end = analysis.tokens[passage.last - 1]!.end
  return !analysis.mentions.some(
    one => start <= one.start && one.end <= end && one.type === "person" && one.form === "name",
  )
}

/** The next paragraph goes on with what is said: a quotation left open, or a paragraph that is nothing but a quotation. */
function goesOnInParagraph(within: Passages, passage: Passage, next: Passage): boolean {
  if (next.blockIndex !== passage.blockIndex + 1) return false
  if (leavesOpen(within, passage)) return true
  const { blocks } = within.analysis.report
  if (blocks[next.blockIndex]!.label !== blocks[passage.blockIndex]!.label) return false
  for (let at = next.index + 1; within.passages[at]?.blockIndex === next.blockIndex; at++)
    if (!isQuotationAlone(within, within.passages[at]!)) return false
  return within.passages[passage.index + 1] === next
}

/** `‘There was a light.`: a single mark opens, nothing closes it in its paragraph, and the next paragraph opens with one again. */
function opensSingle(within: Passages, passage: Passage): boolean {
  const { analysis, quoteOf } = within
  if (analysis.tokens[passage.first]!.text !== "‘" || 0 <= quoteOf[passage.first]!) return false
  const { blocks } = analysis.report
  const next = blocks[passage.blockIndex + 1]
  return (
    next !== undefined &&
    next.label === blocks[passage.blockIndex]!.label &&
    analysis.report.text.slice(next.start, next.end).startsWith("‘")
  )
}

/** The sentences behind one that opens a single mark, up to the end of its paragraph. */
function isInOpenSingle(within: Passages, draft: Draft, passage: Passage): boolean {
  const before = within.passages[passage.index - 1]
  if (!before || before.blockIndex !== passage.blockIndex) return false
  const isTaken = draft.ranges.some(range => range.first === before.first)
  return isTaken && (opensSingle(within, before) || isInOpenSingle(within, draft, before))
}

/** The last quotation of the passage has no closing mark: the next paragraph goes on with it. */
function leavesOpen(within: Passages, passage: Passage): boolean {
  for (let at = passage.index; 0 <= at; at--) {
    const one = within.passages[at]!
    if (one.blockIndex !== passage.blockIndex) break
    if (opensSingle(within, one)) return true
  }
  const quote = within.quoteOf[passage.last - 1]!
  return 0 <= quote && within.analysis.quotations[quote]!.open
}
