import type { Analysis, Quotation, Token } from "../../english/analysis.ts"

/** A sentence, or several that one quotation runs through: tokens `[first, last)` of one block. */
export interface Passage {
  readonly index: number
  readonly first: number
  readonly last: number
  readonly blockIndex: number
}

/** A report cut into passages, with the quotation each token stands in. */
export interface Passages {
  readonly analysis: Analysis
  readonly passages: readonly Passage[]
  /** Index into `analysis.quotations` for each token, -1 outside. The marks themselves count as inside. */
  readonly quoteOf: Int32Array
  /** Index of the passage of each token. */
  readonly passageOf: Int32Array
}

/** Cuts the report into passages. */
export function passagesOf(analysis: Analysis): Passages {
  const quoteOf = new Int32Array(analysis.tokens.length).fill(-1)
  let at = 0
  analysis.quotations.forEach((quotation, index) => {
    while (at < analysis.tokens.length && analysis.tokens[at]!.start < quotation.start) at++
    for (let token = at; token < analysis.tokens.length && analysis.tokens[token]!.start < quotation.end; token++)
      quoteOf[token] = index
  })
  const passageOf = new Int32Array(analysis.tokens.length).fill(-1)
  const passages: Passage[] = []
  for (let index = 0; index < analysis.sentences.length; index++) {
    const { firstToken, blockIndex, block } = analysis.sentences[index]!
    while (index + 1 < analysis.sentences.length && runsOn(analysis, quoteOf, index)) index++
    // Credits and bylines say nothing; headings have no speaker of their own sentence form worth the risk.
    if (block.label === "credit" || block.label === "byline" || block.label === "dateline") continue
    const last = analysis.sentences[index]!.lastToken
    let first = firstToken
    for (let token = firstToken + 1; token <= last; token++) {
      if (token < last && !opensQuotation(analysis, quoteOf, token)) continue
      passageOf.fill(passages.length, first, token)
      passages.push({ index: passages.length, first, last: token, blockIndex })
      first = token
    }
  }
  return { analysis, passages, quoteOf, passageOf }
}

/** `It was late. ''We left''`: a mark behind a full stop opens a sentence, also where the splitter saw none. */
function opensQuotation(analysis: Analysis, quoteOf: Int32Array, at: number): boolean {
  const quote = quoteOf[at]!
  if (quote < 0 || 0 <= quoteOf[at - 1]! || analysis.quotations[quote]!.start !== analysis.tokens[at]!.start)
    return false
  return (
    /^[.?!]$/.test(analysis.tokens[at - 1]!.text) &&
    /^\p{Lu}/u.test(analysis.report.text.slice(analysis.quotations[quote]!.inner.start))
  )
}

/** `“One. Two,” he said.` is one passage, and so is `“Really?” he asked.` where the sentence was cut after the mark. */
function runsOn(analysis: Analysis, quoteOf: Int32Array, index: number): boolean {
  const sentence = analysis.sentences[index]!
  const next = analysis.sentences[index + 1]!
  if (sentence.blockIndex !== next.blockIndex) return false
  const quote = quoteOf[sentence.lastToken - 1]!
  if (0 <= quote && quoteOf[next.firstToken] === quote) return true
  return 0 <= quote && /^\p{Ll}/u.test(analysis.tokens[next.firstToken]!.text)
}

/** Speech rather than a title, a nickname or words held at a distance: a clause, or words with their own end stop. */
export function isSpeech(analysis: Analysis, quotation: Quotation, tokens: readonly Token[]): boolean {
  const inner = analysis.report.text.slice(quotation.inner.start, quotation.inner.end).trim()
  const wordCount = inner.split(/\s+/).length
  // “The Long Road Home,”: a title, with its comma inside the marks.
  const long = inner.split(/\s+/).filter(word => 3 < word.replace(/\P{L}/gu, "").length)
  if (
    wordCount < 9 &&
    1 < long.length &&
    long.every(word => /^\p{Lu}/u.test(word)) &&
    !/[?!]$/.test(inner) &&
    !tokens.some(token => token.upos === "PRON")
  )
    return false
  if (/[,.?!…—-]$/.test(inner) && 2 <= wordCount) return true
  return 4 <= wordCount && tokens.some(token => token.upos === "VERB" || token.upos === "AUX")
}

/** True for marks of quotation of any kind. */
export function isQuoteMark(text: string): boolean {
  return /^(["“”„‟«»‘’‹›'`]|''|``)$/.test(text)
}
