import type { Span } from "../core/span.ts"
import type { Quotation, Sentence, Token } from "./analysis.ts"
import { lemmaOf } from "./lemmas/lemma-of.ts"
import { setAside } from "./quotations/set-aside.ts"
import { settleSubjects } from "./settle-subjects.ts"
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
  const words = pieces.map(piece => piece.map(token => forms[token]!))
  const real = words.map(isLanguage)
  const trees = tagger.parse(words.filter((_, index) => real[index]))
  let next = 0
  const parsed = words.map((piece, index) => (real[index] ? trees[next++]! : flatTree(piece)))
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
  return { tokens: settleSubjects(tokens, sentences), nameLabels }
}

/** False for rows of marks such as ". . . ." or "| | |": they have no syntax, and the search for their best tree is endless work. */
function isLanguage(words: readonly string[]): boolean {
  const spoken = words.reduce((sum, word) => sum + (/[\p{L}\p{N}]/u.test(word) ? 1 : 0), 0)
  return words.length < 8 || words.length <= spoken * 4
}

/** Everything hangs on the first word. */
function flatTree(words: readonly string[]): ParsedSentence {
  return {
    upos: words.map(word => (/[\p{L}\p{N}]/u.test(word) ? "X" : "PUNCT")),
    xpos: words.map(word => (/[\p{L}\p{N}]/u.test(word) ? "FW" : "NFP")),
    heads: words.map((_, index) => (index === 0 ? -1 : 0)),
    deprels: words.map((_, index) => (index === 0 ? "root" : "dep")),
    names: words.map(() => "O"),
  }
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
