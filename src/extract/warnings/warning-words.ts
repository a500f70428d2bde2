import type { SpeechPack } from "../../core/speech-pack.ts"

/** The pack's words of danger in the shape the rules look them up in. */
export interface WarningWords {
  readonly harmNouns: ReadonlySet<string>
  readonly harmVerbs: ReadonlySet<string>
  readonly weakHarmVerbs: ReadonlySet<string>
  /** By their verb: the words that have to stand behind it. */
  readonly harmPhrases: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly harmlessObjects: ReadonlySet<string>
  readonly modifiers: ReadonlySet<string>
  readonly comingEvents: ReadonlySet<string>
  readonly publicAudiences: ReadonlySet<string>
  readonly formalAudiences: ReadonlySet<string>
  readonly notWarnings: readonly string[]
  /** Longest first. `low` null: a word of likelihood that is in no band. */
  readonly bands: readonly { readonly pattern: RegExp; readonly low: number | null; readonly high: number | null }[]
}

const made = new WeakMap<SpeechPack, WarningWords>()

/** The look-up tables of a pack. */
export function warningWordsOf(pack: SpeechPack): WarningWords {
  const known = made.get(pack)
  if (known) return known
  const { warnings } = pack
  const words: WarningWords = {
    harmNouns: new Set(warnings.harmNouns),
    harmVerbs: new Set(warnings.harmVerbs),
    weakHarmVerbs: new Set(warnings.weakHarmVerbs),
    harmPhrases: phrasesByVerb(warnings.harmPhrases),
    harmlessObjects: new Set(warnings.harmlessObjects),
    modifiers: new Set(warnings.modifiers),
    comingEvents: new Set(warnings.comingEvents),
    publicAudiences: new Set(warnings.publicAudiences),
    formalAudiences: new Set(warnings.formalAudiences),
    notWarnings: warnings.notWarnings,
    bands: [...warnings.bands]
      .sort((a, b) => b.words.length - a.words.length)
      .map(({ words, low, high }) => ({ pattern: wholeWords(words), low, high })),
  }
  made.set(pack, words)
  return words
}

function phrasesByVerb(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const parts = phrases.map(phrase => phrase.split(" "))
  return new Map([...Map.groupBy(parts, ([verb]) => verb!)].map(([verb, all]) => [verb, all.map(one => one.slice(1))]))
}

/** The words standing alone; several also in capitals. */
function wholeWords(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])${words}(?![\\p{L}-])`, words.includes(" ") ? "iu" : "u")
}
