import { fold, wordsOf } from "../../core/words.ts"

/** A name as it is compared: folded, without article and marks, "U.S." and "US" alike. */
export function nameKey(name: string): string {
  return wordsOf(fold(name).replace(/\b(\p{L})\.(?=\p{L}\b|\s|$)/gu, "$1"))
    .map(word => word.plain.replace(/[-']/g, " "))
    .join(" ")
    .replace(/^the /u, "")
    .replace(/\bunited states\b/gu, "us")
    .replace(/\bunited kingdom\b/gu, "uk")
    .replace(/\bunited nations\b/gu, "un")
    .replace(/(?<=\S )(?:inc|corp|corporation|ltd|limited|llc|plc|gmbh)$/u, "")
    .replace(/\b(?:cent|theat)re\b/gu, word => `${word.slice(0, -2)}er`)
    .replace(/\b(?:def|off)ence\b/gu, word => `${word.slice(0, -2)}se`)
    .replace(/\b(?:labour|harbour)\b/gu, word => `${word.slice(0, -3)}or`)
    .replace(/\borganisation\b/gu, "organization")
    .replace(/\bprogramme\b/gu, "program")
    .replace(/\s+/g, " ")
    .trim()
}
