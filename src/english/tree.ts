import type { Span } from "../core/span.ts"
import type { Analysis, Sentence, Token } from "./analysis.ts"

/** Children of a token in order, all or those whose relation is one of `deprels` ("nsubj" also matches "nsubj:pass"). */
export function childrenOf(analysis: Analysis, token: Token, ...deprels: readonly string[]): Token[] {
  const sentence = analysis.sentences[token.sentence]!
  const children: Token[] = []
  for (let index = sentence.firstToken; index < sentence.lastToken; index++) {
    const child = analysis.tokens[index]!
    if (child.head === token.index && (deprels.length === 0 || deprels.some(deprel => hasRelation(child, deprel))))
      children.push(child)
  }
  return children
}

/** True when the token's relation is `deprel` or a subtype of it. */
export function hasRelation(token: Token, deprel: string): boolean {
  const own = token.deprel
  return own.startsWith(deprel) && (own.length === deprel.length || own[deprel.length] === ":")
}

/** The token it depends on, or undefined for a root. */
export function headOf(analysis: Analysis, token: Token): Token | undefined {
  return token.head < 0 ? undefined : analysis.tokens[token.head]
}

/** All tokens below and including `token`, in order, without going into children for which `skip` is true. */
export function subtreeOf(analysis: Analysis, token: Token, skip: (child: Token) => boolean = () => false): Token[] {
  const found: Token[] = [token]
  for (let index = 0; index < found.length; index++)
    for (const child of childrenOf(analysis, found[index]!)) if (!skip(child)) found.push(child)
  return found.sort((a, b) => a.index - b.index)
}

/** The span from the first to the last of the tokens. Throws RangeError when there is none. */
export function spanOf(tokens: readonly Token[]): Span {
  if (tokens.length === 0) throw new RangeError("no tokens to take a span of")
  return { start: Math.min(...tokens.map(token => token.start)), end: Math.max(...tokens.map(token => token.end)) }
}

/** The sentence that holds the offset, or undefined between sentences. */
export function sentenceAt(analysis: Analysis, offset: number): Sentence | undefined {
  const sentence = analysis.sentences[endedBy(analysis.sentences, offset)]
  return sentence && sentence.start <= offset ? sentence : undefined
}

/** Tokens that lie wholly in the span. */
export function tokensIn(analysis: Analysis, span: Span): Token[] {
  return tokensTouching(analysis, span).filter(token => span.start <= token.start && token.end <= span.end)
}

/** Tokens that share at least one character with the span. */
export function tokensTouching(analysis: Analysis, span: Span): Token[] {
  const { tokens } = analysis
  const first = endedBy(tokens, span.start)
  let last = first
  while (last < tokens.length && tokens[last]!.start < span.end) last++
  return tokens.slice(first, last)
}

/** The last token that ends at or before the offset. */
export function tokenBefore(analysis: Analysis, offset: number): Token | undefined {
  return analysis.tokens[endedBy(analysis.tokens, offset) - 1]
}

/** How many of the spans, in order and apart from each other, end at or before the offset. */
function endedBy(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
