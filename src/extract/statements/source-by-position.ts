import type { Token } from "../../english/analysis.ts"
import { type Cue, isParticiple } from "./find-cues.ts"
import type { Passage, Passages } from "./passages.ts"
import { isTimeStart, nounPhraseAt } from "./phrase.ts"
import { type Found, lowest } from "./source-phrase.ts"

/** "The minister on Sunday said": straight to the left, over auxiliaries, adverbs and times. */
export function subjectToTheLeft(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  if (isParticiple(cue.token) || cue.token.xpos === "VB") return undefined
  let at = cue.first - 1
  while (passage.first <= at && quoteOf[at]! < 0) {
    const token = tokens[at]!
    const time = analysis.times.find(mention => mention.start <= token.start && token.end <= mention.end)
    if (time) while (passage.first <= at && time.start <= tokens[at]!.start) at--
    else if (token.upos === "AUX" || token.upos === "ADV" || token.upos === "PART") at--
    else if (/^(on|in|at)$/i.test(token.text) && isTimeStart(analysis, at + 1)) at--
    else break
  }
  if (at < passage.first || 0 <= quoteOf[at]!) return undefined
  const token = tokens[at]!
  if (token.text === ",") {
    // The comma that closes an apposition: the name stands before the comma that opens it.
    for (let open = at - 1; Math.max(passage.first, at - 30) < open; open--) {
      if (0 <= quoteOf[open]!) return undefined
      if (
        tokens[open]!.text !== "," ||
        !(/^(PROPN|NOUN)$/.test(tokens[open - 1]!.upos) || tokens[open - 1]!.text === ")")
      )
        continue
      const head = topOfPhrase(tokens, headOfRun(tokens, open - 1, passage.first), passage.first)
      const phrase = nounPhraseAt(analysis, head, lowest(within, passage, head), cue.first)
      if (phrase.extra?.last === at || PARTICIPLES_BETWEEN.test(tokens[open + 1]!.text)) return { phrase, side: "left" }
    }
    return undefined
  }
  if (!["NOUN", "PROPN", "PRON"].includes(token.upos) && token.text !== ")") return undefined
  const head = topOfPhrase(tokens, headOfRun(tokens, at, passage.first), passage.first)
  return { phrase: nounPhraseAt(analysis, head, lowest(within, passage, head), cue.first), side: "left" }
}

/** "The spokesman, asked whether it was true, said" */
const PARTICIPLES_BETWEEN =
  /^(?:asked|pressed|questioned|quizzed|reached|contacted|interviewed|speaking|talking|testifying|writing|addressing|citing|quoting)$/i

/** "with the general warning lawmakers that": the name right before the participle. */
export function nameBeforeParticiple(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis, quoteOf } = within
  const before = cue.first - 1
  if (
    !/ing$/i.test(cue.token.text) ||
    before < passage.first ||
    0 <= quoteOf[before]! ||
    analysis.tokens[before]!.upos !== "PROPN"
  )
    return undefined
  return {
    phrase: nounPhraseAt(
      analysis,
      topOfPhrase(analysis.tokens, before, passage.first),
      lowest(within, passage, before),
      cue.first,
    ),
    side: "left",
  }
}

/** "with three in ten voters saying": the phrase between "with" and the participle. */
export function subjectAfterWith(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  const before = cue.first - 1
  if (cue.token.xpos !== "VBG" || before < passage.first || 0 <= quoteOf[before]!) return undefined
  if (!/^(?:NOUN|PROPN|NUM)$/.test(tokens[before]!.upos)) return undefined
  const head = topOfPhrase(tokens, before, passage.first)
  const phrase = nounPhraseAt(analysis, head, lowest(within, passage, head), cue.first)
  return /^with$/i.test(tokens[phrase.first - 1]?.text ?? "") ? { phrase, side: "left" } : undefined
}

/** "plots across Europe": up from the last noun to the one the phrase is about. */
function topOfPhrase(tokens: readonly Token[], at: number, lowestAt: number): number {
  for (let steps = 0; steps < 8; steps++) {
    const { head, deprel } = tokens[at]!
    if (head < lowestAt || at <= head || !/^(nmod|compound|flat|appos|conj|list)/.test(deprel)) return at
    if (!/^(NOUN|PROPN|PRON)$/.test(tokens[head]!.upos)) return at
    at = head
  }
  return at
}

function headOfRun(tokens: readonly Token[], at: number, lowestAt: number): number {
  if (tokens[at]!.text === ")") while (lowestAt < at && tokens[at]!.text !== "(") at--
  return /^(NOUN|PROPN|PRON)$/.test(tokens[at]!.upos) ? at : Math.max(lowestAt, at - 1)
}
