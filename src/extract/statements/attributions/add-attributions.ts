import { idOf } from "../../../core/id.ts"
import type { Statement } from "../../../core/reading.ts"
import { evidenceAt } from "../../../core/span.ts"
import type { AttributionMode } from "../../../core/speech-pack.ts"
import { type CueClasses, isEvidence } from "../cue-classes.ts"
import { contentSpan } from "../draft.ts"
import { kindOf } from "../kind-of.ts"
import type { Passages } from "../passages.ts"
import { type NounPhrase, nounPhraseAt, type Range, spanOfRange } from "../phrase.ts"
import { resolveSpeaker, type Speaker } from "../resolve-speaker.ts"
import { sourceExtent } from "../source-extent.ts"
import { antecedent } from "../source-phrase.ts"
import type { SpeechWords } from "../speech-words.ts"
import { type Attributed, type AttributionModel, findAttributions } from "./find-attributions.ts"
import { type Candidate, type Setting, settingsOf } from "./setting.ts"
import { takenTokens } from "./taken.ts"

/** Score of a cue from which on it is kept, a chance of two in five: on texts left out of the training two in three of what is kept are an annotator's as well. */
const THRESHOLD = -10

/** What the scorers attribute beside the statements that rules found, each with its chance as `score`. */
export function addAttributions(
  within: Passages,
  words: SpeechWords,
  classes: CueClasses,
  found: readonly Statement[],
  model: AttributionModel,
): Statement[] {
  const isTaken = takenTokens(within.analysis, found)
  return settingsOf(within, words, classes).flatMap(setting =>
    findAttributions(setting, model, isTaken, THRESHOLD).flatMap(one => toStatement(setting, one) ?? []),
  )
}

function toStatement({ within, words, classes, children }: Setting, one: Attributed): Statement | undefined {
  const { analysis } = within
  const { report } = analysis
  const evidence = one.ranges.flatMap(range => {
    const span = contentSpan(within, range)
    return span ? [evidenceAt(report, span)] : []
  })
  if (evidence.length === 0) return undefined
  const kind = kindOf(analysis, evidence)
  const cue = evidenceAt(report, spanOfRange(analysis, one.cue))
  const extent = sourceExtent(within, one.source, [one.cue, ...one.ranges])
  const speaker = speakerOf(within, one.source, words)
  if (!speaker || one.ranges.every(range => isMerePronoun(within, range))) return undefined
  const { token } = one.candidate
  const hasInfinitive = children(token).some(({ deprel }) => deprel === "xcomp")
  return {
    id: idOf(report.id, "statement", ...evidence.flatMap(({ span }) => [span.start, span.end]), cue.span.start),
    reportId: report.id,
    kind,
    mode:
      kind === "direct"
        ? "speech"
        : modeOf(classes, one.candidate, hasInfinitive, isEvidence(analysis.tokens[one.source.head]!, words)),
    strength: classes.strengthOf(token.lemma.toLowerCase()),
    speaker: { ...speaker, given: evidenceAt(report, spanOfRange(analysis, extent)) },
    cue,
    text: evidence.map(({ text }) => text).join(" ... "),
    evidence,
    via: [],
    score: Math.round(1000 * one.chance) / 1000,
    rule: "learned",
  }
}

/** The source, or for "who" what it stands for. Nobody is named by a word that stands for nobody in this report. */
function speakerOf(within: Passages, phrase: NounPhrase, words: SpeechWords): Speaker | undefined {
  const head = within.analysis.tokens[phrase.head]!
  const noun = antecedent(within, head)
  const named = noun
    ? nounPhraseAt(within.analysis, noun.index, within.analysis.sentences[noun.sentence]!.firstToken, head.index)
    : phrase
  const speaker = resolveSpeaker(within, named, words)
  return /^(?:it|who|which|that|what|there)$/i.test(speaker.name) ? undefined : speaker
}

/** "denied it": what it stands for is told elsewhere. */
function isMerePronoun({ analysis }: Passages, { first, last }: Range): boolean {
  return analysis.tokens.slice(first, last).every(({ upos }) => /^(?:PRON|DET|PUNCT|ADP|ADV)$/.test(upos))
}

/** By the class of the word; where it has several, an infinitive speaks for an intention ("voted to leave", "voted for her"), a paper or evidence for a finding. */
function modeOf(
  classes: CueClasses,
  { token, part }: Candidate,
  hasInfinitive: boolean,
  isOfEvidence: boolean,
): AttributionMode {
  const modes = classes.modesOf(token.lemma.toLowerCase(), part)
  if (isOfEvidence && modes.includes("finding")) return "finding"
  if (hasInfinitive && modes.includes("intention")) return "intention"
  return modes[0] ?? "speech"
}
