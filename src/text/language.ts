/** BCP 47 code of the language of a text, "" when it cannot be told. */
export type DetectLanguage = (text: string) => string

/** Fewer words than this say nothing sure about their language. */
const FEWEST_WORDS = 4
/** A detector looks at no more of the text. */
const READ = 1000

/** Words that every English text is full of, and no other language. */
const ENGLISH = new Set(
  "the of and to that with from by his was were said which this have has been they are".split(" "),
)
/** Of running English a fifth are such words; half of that, and not by chance, is English. No text of another language in our corpora comes near. */
const ENGLISH_SHARE = 0.1
const FEWEST_ENGLISH = 6

/** BCP 47 code of the language the text is written in, "und" when it is too short or unclear. What is plainly English is known without the detector, which is slow to load. */
export function languageOf(text: string, detect: DetectLanguage): string {
  const joined = text.slice(0, 6000).replace(/\s+/g, " ").trim()
  if (isPlainlyEnglish(joined.slice(0, READ))) return "en"
  if ((joined.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0) < FEWEST_WORDS) return "und"
  return detect(joined) || "und"
}

function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const english = words.filter(word => ENGLISH.has(word)).length
  return FEWEST_ENGLISH <= english && ENGLISH_SHARE * words.length <= english
}
