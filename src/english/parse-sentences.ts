import type { Span } from "../core/span.ts"
import type { Quotation, Sentence, Token } from "./analysis.ts"
import { lemmaOf } from "./lemmas/lemma-of.ts"
import { setAside } from "./quotations/set-aside.ts"
import type { ParsedSentence, Tagger } from "./tagger.ts"

/** Tokens with tags and tree, and the name label of each when the tagger gives them. */
export interface ParsedTokens {
  readonly tokens: Token[]
  /** BIO labels, as long as `tokens`; empty when the tagger finds no names. */
  readonly nameLabels: readonly string[]
}

/**
 * Tags and parses all sentences in one go. A quotation that interrupts its frame is parsed apart and joined after:
 * its root becomes the "ccomp" of the verb of saying.
 */
export function parseSentences(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly Span[],
  quotations: readonly Quotation[],
  tagger: Tagger,
): ParsedTokens {
  const forms = spans.map(span => text.slice(span.start, span.end))
  const plans = sentences.map(sentence => setAside(sentence, quotationsNear(quotations, sentence), spans, forms))
  const pieces = sentences.flatMap((sentence, index) => {
    const plan = plans[index]
    return plan ? [plan.frame, plan.content] : [range(sentence.firstToken, sentence.lastToken)]
  })
  const parsed = tagger.parse(pieces.map(piece => piece.map(token => forms[token]!)))
  const tokens: Token[] = new Array(spans.length)
  const nameLabels: string[] = []
  let piece = 0
  sentences.forEach((_, index) => {
    const put = (token: number, upos: string, xpos: string, head: number, deprel: string) => {
      const form = forms[token]!
      tokens[token] = {
        ...spans[token]!,
        index: token,
        text: form,
        lemma: lemmaOf(form, upos, xpos),
        upos,
        xpos,
        head,
        deprel,
        sentence: index,
      } // prettier-ignore
    }
    const putPiece = (at: readonly number[], tree: ParsedSentence, root: number, rootRelation: string) =>
      at.forEach((token, place) => {
        const head = tree.heads[place]!
        const isRoot = head < 0
        put(
          token,
          tree.upos[place]!,
          tree.xpos[place]!,
          isRoot ? root : at[head]!,
          isRoot ? rootRelation : tree.deprels[place]!,
        ) // prettier-ignore
        if (tree.names) nameLabels[token] = tree.names[place]!
      })
    const plan = plans[index]
    if (!plan) {
      putPiece(pieces[piece]!, parsed[piece]!, -1, "root")
      piece++
      return
    }
    const [frame, content] = [parsed[piece]!, parsed[piece + 1]!]
    piece += 2
    const frameRoot = plan.frame[frame.heads.indexOf(-1)]!
    const contentRoot = plan.content[content.heads.indexOf(-1)]!
    const said = frame.upos[frame.heads.indexOf(-1)] === "VERB"
    putPiece(plan.frame, frame, -1, "root")
    putPiece(plan.content, content, frameRoot, said ? "ccomp" : "parataxis")
    for (const token of plan.marks) {
      put(token, "PUNCT", penMark(forms[token]!), contentRoot, "punct")
      if (frame.names) nameLabels[token] = "O"
    }
  })
  return { tokens, nameLabels }
}

function penMark(form: string): string {
  return form === "," ? "," : /^[“„«‘"']$|^``$/.test(form) ? "``" : "''"
}

function quotationsNear(quotations: readonly Quotation[], sentence: Sentence): Quotation[] {
  return quotations.filter(quotation => quotation.start < sentence.end && sentence.start < quotation.end)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index)
}
