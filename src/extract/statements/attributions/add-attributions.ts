import { idOf } from "../../../core/id.ts"
import type { Statement } from "../../../core/reading.ts"
import { evidenceAt } from "../../../core/span.ts"
import type { AttributionMode } from "../../../core/speech-pack.ts"
import type { CueClasses } from "../cue-classes.ts"
import { contentSpan } from "../draft.ts"
import { kindOf } from "../kind-of.ts"
import type { Passages } from "../passages.ts"
import { spanOfRange } from "../phrase.ts"
import { resolveSpeaker } from "../resolve-speaker.ts"
import { sourceExtent } from "../source-extent.ts"
import type { SpeechWords } from "../speech-words.ts"
import { type Attributed, type AttributionModel, findAttributions } from "./find-attributions.ts"
import { type Candidate, type Setting, settingsOf } from "./setting.ts"
import { takenTokens } from "./taken.ts"

/** Score of a cue from which on it is kept: as likely right as not. */
const THRESHOLD = 0

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
  const speaker = resolveSpeaker(within, one.source, words)
  const { token } = one.candidate
  const hasInfinitive = children(token).some(({ deprel }) => deprel === "xcomp")
  return {
    id: idOf(report.id, "statement", ...evidence.flatMap(({ span }) => [span.start, span.end]), cue.span.start),
    reportId: report.id,
    kind,
    mode: kind === "direct" ? "speech" : modeOf(classes, one.candidate, hasInfinitive),
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

/** By the class of the word; where it has several, an infinitive speaks for an intention: "voted to leave", "voted for her". */
function modeOf(classes: CueClasses, { token, part }: Candidate, hasInfinitive: boolean): AttributionMode {
  const modes = classes.modesOf(token.lemma.toLowerCase(), part)
  if (hasInfinitive && modes.includes("intention")) return "intention"
  return modes[0] ?? "speech"
}
