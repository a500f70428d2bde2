import type { Quotation, Sentence } from "../analysis.ts"
import { speechForms } from "../tokens/speech-forms.ts"

/** How a sentence is parsed when an interrupted quotation is set aside. All numbers are indexes of tokens of the report. */
export interface SetAside {
  /** The words around the quotation: "X said". Parsed alone. */
  readonly frame: readonly number[]
  /** The words of both parts of the quotation. Parsed alone. */
  readonly content: readonly number[]
  /** Marks and the comma before the interruption. Not parsed. */
  readonly marks: readonly number[]
}

interface Range {
  readonly first: number
  readonly last: number
}

const MAX_FRAME = 60

/**
 * For `“The threat,” X said, “remains.”` what to parse apart; undefined for every other sentence.
 * The quotation must begin the sentence and end it, and the words between must hold a verb of saying.
 */
export function setAside(
  sentence: Sentence,
  quotations: readonly Quotation[],
  spans: readonly { start: number; end: number }[],
  forms: readonly string[],
): SetAside | undefined {
  const parts = quotations
    .filter(quotation => quotation.start < sentence.end && sentence.start < quotation.end)
    .filter((quotation, index, all) => !all.some((other, at) => at < index && quotation.end <= other.end))
    .map(quotation => clip(sentence, quotation, spans))
  const [first, second] = parts
  if (parts.length !== 2 || !first || !second || sentence.firstToken < first.first) return undefined
  // Behind the second part there may be a full stop only.
  for (let token = second.last; token < sentence.lastToken; token++)
    if (!/^[.!?]+$/.test(forms[token]!)) return undefined
  const frame = rangeOf(first.last, second.first)
  if (frame.length < 2 || MAX_FRAME < frame.length) return undefined
  if (!frame.some(token => speechForms.has(forms[token]!.toLowerCase()))) return undefined
  const lastOfFirst = forms[first.last - 2]
  const goesOn = lastOfFirst === "," || forms[frame[0]!] === ","
  const pauses = forms[frame.at(-1)!] === "," || speechForms.has(forms[frame.at(-1)!]!.toLowerCase())
  if (!goesOn || !pauses) return undefined
  const marks: number[] = []
  const content: number[] = []
  for (const part of [first, second])
    for (let token = part.first; token < part.last; token++) {
      const outer = token === part.first || token === part.last - 1
      const isMark = outer && /^(?:["“”„«»‘’']|``|'')$/.test(forms[token]!)
      const isPause = part === first && forms[token] === "," && first.last - 2 <= token
      ;(isMark || isPause ? marks : content).push(token)
    }
  for (let token = second.last; token < sentence.lastToken; token++) content.push(token)
  return content.length < 2 ? undefined : { frame, content, marks }
}

/** The tokens of the quotation that lie in the sentence. */
function clip(sentence: Sentence, quotation: Quotation, spans: readonly { start: number; end: number }[]): Range {
  let first = sentence.firstToken
  while (spans[first]!.start < quotation.start) first++
  let last = first
  while (last < sentence.lastToken && spans[last]!.end <= quotation.end) last++
  return { first, last }
}

function rangeOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
}
