import { doubleMetaphone } from "double-metaphone"
import { distance } from "fastest-levenshtein"
import { fold } from "../../core/words.ts"

/** Spellings that several alphabets are brought into Latin letters with, made one. Source: common romanisations of Arabic, Persian, Cyrillic and Hebrew names (ISO 233, BGN/PCGN and press usage); Apache-2.0. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(al|el|ul|as|ash|an|at|ad|ar|az)[- ]/u, ""],
  [/^h(?=[aeiou])/u, ""],
  [/qu(?=[ei])/gu, "k"],
  [/kh|gh|q|ck|c(?![eihy])/gu, "k"],
  [/ou|oo|u|w/gu, "o"],
  [/ei|ey|ay|ai|ee|ie|y|e/gu, "i"],
  [/dj|dzh|zh/gu, "j"],
  [/tch|tsch|ch|shch/gu, "sh"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/dh/gu, "d"],
  [/v/gu, "f"],
  [/['-]/gu, ""],
  [/(.)\1/gu, "$1"],
]

/** A key that is the same for most ways of writing one name in Latin letters: "Suleimani" and "Soleimani", "Kurilla" and "Corella". */
export function soundKey(name: string): string {
  return consonants(romanised(name))
}

/** True when two single names may be spellings of one: the same sound key, or a near spelling and the same metaphone. */
export function soundsAlike(a: string, b: string): boolean {
  const one = romanised(a)
  const two = romanised(b)
  if (one === two) return true
  const far = distance(one, two)
  const longer = Math.max(one.length, two.length)
  if (longer < 4) return false
  const sameKey = 2 <= consonants(one).length && consonants(one) === consonants(two)
  // Metaphone gives two codes where a spelling has two sounds: "Marchetti" with "sh" and with "k".
  const codes = doubleMetaphone(fold(a))
  const sameSound = doubleMetaphone(fold(b)).some(code => codes.includes(code))
  return (sameKey && far <= longer / 2) || (sameSound && far <= longer / 3) || (far <= 1 && 6 <= longer)
}

function romanised(name: string): string {
  return SPELLINGS.reduce((text, [pattern, to]) => text.replace(pattern, to), fold(name))
}

function consonants(text: string): string {
  return text.replace(/[aeiouyh\s]/gu, "").replace(/(.)\1/gu, "$1")
}
