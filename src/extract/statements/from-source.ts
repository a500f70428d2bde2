import { idOf } from "../../core/id.ts"
import type { Statement } from "../../core/reading.ts"
import { evidenceAt } from "../../core/span.ts"
import { childrenOf } from "../../english/tree.ts"
import { contentSpan } from "./draft.ts"
import type { Passages } from "./passages.ts"
import { nounPhraseAt, spanOfRange } from "./phrase.ts"
import { resolveSpeaker } from "./resolve-speaker.ts"
import type { SpeechWords } from "./speech-words.ts"

const ACCOUNTS =
  /^(?:insight|information|account|claim|assertion|assessment|report|figure|number|tally|toll|estimate|detail|details|description|version|statement)$/i

/** "This account comes from two officials": the sentence before is what they say. */
export function fromSource(within: Passages, words: SpeechWords): Statement[] {
  const { analysis } = within
  const { report, tokens } = analysis
  const found: Statement[] = []
  for (const passage of within.passages) {
    const [article, noun, verb] = tokens.slice(passage.first, passage.first + 3)
    if (!article || !noun || !verb || !/^(this|that|the|these|those)$/i.test(article.text) || !ACCOUNTS.test(noun.text))
      continue
    if (verb.lemma !== "come" && !(verb.text === "was" && tokens[passage.first + 3]?.text === "given")) continue
    const from = tokens.slice(passage.first, passage.last).find(token => /^(from|by)$/i.test(token.text))
    const before = within.passages[passage.index - 1]
    if (!from || !before || before.blockIndex !== passage.blockIndex) continue
    const head = headAfter(within, from.index, passage.last)
    if (head === undefined) continue
    const phrase = nounPhraseAt(analysis, head, from.index + 1, passage.last)
    const span = contentSpan(within, before)
    if (!span) continue
    const evidence = evidenceAt(report, span)
    const cue = evidenceAt(report, spanOfRange(analysis, { first: passage.first, last: from.index + 1 }))
    found.push({
      id: idOf(report.id, "statement", span.start, span.end, cue.span.start),
      reportId: report.id,
      kind: "indirect",
      mode: "speech",
      strength: "neutral",
      speaker: resolveSpeaker(within, phrase, words),
      cue,
      text: evidence.text,
      evidence: [evidence],
      via: [],
      rule: "comesFrom",
    })
  }
  return found
}

function headAfter(within: Passages, preposition: number, highest: number): number | undefined {
  const { analysis } = within
  const token = analysis.tokens[preposition]!
  const byParse = token.deprel === "case" ? token.head : childrenOf(analysis, token)[0]?.index
  if (byParse !== undefined && preposition < byParse && byParse < highest) return byParse
  for (let at = preposition + 1; at < highest; at++)
    if (/^(NOUN|PROPN|PRON)$/.test(analysis.tokens[at]!.upos)) return at
  return undefined
}
