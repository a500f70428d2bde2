import type { TimeMention } from "../../english/analysis.ts"
import type { Passage, Passages } from "./passages.ts"
import { nounPhraseAt, type Range } from "./phrase.ts"
import type { Source } from "./source-phrase.ts"
import type { SpeechWords } from "./speech-words.ts"

/** What the words before a source tell of the saying. */
export interface Opening {
  readonly audience?: Range
  readonly venue?: Range
  readonly time?: TimeMention
}

const SPEAKING = /^(?:speaking|talking|testifying|writing|addressing|briefing|appearing|answering)$/i
const BEFORE_PLACE = /^(?:in|at|during|on|via|through)$/i
const BEFORE_HEARER = /^(?:to|before|with|addressing|briefing)$/i

/** "Speaking to reporters in the capital on Friday, the minister said", "In a statement on Monday, the Front said": who heard it, where and when, told before the source. */
export function openingCircumstances(within: Passages, passage: Passage, source: Source, words: SpeechWords): Opening {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  const first = passage.first
  const last = source.phrase.first - 1
  if (source.side !== "left" || last <= first || tokens[last]!.text !== ",") return {}
  const opening = tokens.slice(first, last)
  if (!SPEAKING.test(opening[0]!.text) && !BEFORE_PLACE.test(opening[0]!.text)) return {}
  if (opening.some(token => 0 <= quoteOf[token.index]! || token.upos === "AUX" || /^VB[DZP]$/.test(token.xpos)))
    return {}
  const phraseBehind = (
    preposition: RegExp,
    nouns: ReadonlySet<string>,
    ...more: ReadonlySet<string>[]
  ): Range | undefined => {
    const noun = opening.find(
      token =>
        [nouns, ...more].some(list => list.has(token.text.toLowerCase())) &&
        preposition.test(tokens[nounPhraseAt(analysis, token.index, first, last).first - 1]?.text ?? ""),
    )
    return noun && nounPhraseAt(analysis, noun.index, first, last)
  }
  const venue = phraseBehind(BEFORE_PLACE, words.venues)
  const audience = phraseBehind(BEFORE_HEARER, words.audiences, words.outlets)
  const start = tokens[first]!.start
  const end = tokens[last]!.end
  const time =
    SPEAKING.test(opening[0]!.text) || venue
      ? analysis.times.find(one => start <= one.start && one.end <= end)
      : undefined
  return { ...(audience && { audience }), ...(venue && { venue }), ...(time && { time }) }
}
