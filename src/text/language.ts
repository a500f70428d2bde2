import { eld } from "eld/extrasmall"

/** Fewer words than this say nothing sure about their language. */
const FEWEST_WORDS = 4

/** BCP 47 code of the language the text is written in, "und" when it is too short or unclear. */
export function languageOf(text: string): string {
  const joined = text.slice(0, 6000).replace(/\s+/g, " ").trim()
  if ((joined.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0) < FEWEST_WORDS) return "und"
  return eld.detect(joined).language || "und"
}
