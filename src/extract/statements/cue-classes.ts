import {
  type AttributionMode,
  attributionModeSchema,
  type CueStrength,
  type SpeechPack,
} from "../../core/speech-pack.ts"
import type { Token } from "../../english/analysis.ts"
import type { SpeechWords } from "./speech-words.ts"

export type CuePart = "verbs" | "nouns" | "adjectives"

/** What the pack knows of words that attribute something, by lemma. Made once for a pack. */
export interface CueClasses {
  /** The modes a word of this kind may have, in the order of the schema; empty for words that are not listed. */
  modesOf(lemma: string, part: CuePart): readonly AttributionMode[]
  strengthOf(lemma: string): CueStrength
}

const made = new WeakMap<SpeechPack, CueClasses>()
const NONE: readonly AttributionMode[] = []

/** The classes of cues in a pack. */
export function cueClassesOf(pack: SpeechPack): CueClasses {
  const known = made.get(pack)
  if (known) return known
  const modes = new Map<string, AttributionMode[]>()
  for (const mode of attributionModeSchema.options)
    for (const part of ["verbs", "nouns", "adjectives"] as const)
      for (const lemma of pack.cues.modes[mode][part]) {
        const key = `${part} ${lemma}`
        modes.set(key, [...(modes.get(key) ?? []), mode])
      }
  const strengths = new Map<string, CueStrength>()
  for (const strength of ["hedged", "assertive", "contested"] as const)
    for (const lemma of pack.cues.strength[strength]) strengths.set(lemma, strength)
  const classes: CueClasses = {
    modesOf: (lemma, part) => modes.get(`${part} ${lemma}`) ?? NONE,
    strengthOf: lemma => strengths.get(lemma) ?? "neutral",
  }
  made.set(pack, classes)
  return classes
}

/** The mode of a verb of speech that a rule found: listed nowhere, it is one of saying; "suggests" is a finding where evidence does it. */
export function modeOfVerb(classes: CueClasses, lemma: string, isOfEvidence: boolean): AttributionMode {
  const modes = classes.modesOf(lemma, "verbs")
  return isOfEvidence && modes.includes("finding") ? "finding" : (modes[0] ?? "speech")
}

/** Papers and what bears something out: they show rather than say. */
export function isEvidence(head: Token, words: SpeechWords): boolean {
  const text = head.text.toLowerCase()
  return head.upos === "NOUN" && (EVIDENCE.test(text) || (words.documents.has(text) && !words.bodies.has(text)))
}

const EVIDENCE =
  /^(?:evidence|proof|facts?|signs?|clues?|traces?|results?|tests?|research|images?|footage|photos?|photographs?|pictures?|maps?|numbers|experience|history|analysis)$/
