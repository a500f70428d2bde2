import { irregular } from "./irregular.ts"
import { adjectivesInE, verbsInE } from "./silent-e.ts"

const PRONOUNS: { readonly [form: string]: string } = {
  me: "I",
  i: "I",
  him: "he",
  her: "she",
  us: "we",
  them: "they",
  "'em": "they",
  "'s": "we",
} // prettier-ignore

/** Endings of stems that always lack a silent e: "creat", "organiz", "achiev", "announc", "argu", "emerg", "arriv", "settl". */
const LACKS_E = /(?:[^aeo]at|[^aeiou]iat|[aeiou]iz|yz|v|[aeiour]c|nc|sc|u|[dlr]g|[^aeiou]ng|[aeiou]g|[nr]s|[^aeiou]l)$/
/** Stems of that shape that are whole: "call", "format", "target", "hang". */
const WHOLE =
  /(?:ll|rl|wl|(?:^|[^aeiou])(?:h|b|cl|r|l|f|pl|ch)ang|(?:r|l|br|s|w|st|cl|sw|sl|fl|spr|str|wr|th|bel|k|p)[ioa]ng|format|combat|eat|treat|defeat|panic|traffic|mimic|catalog|dialog)$/

/**
 * The dictionary form of a word, given its tags: "carried" (VERB, VBD) is "carry", "attacks" (NOUN, NNS) is "attack".
 * Names keep their spelling; everything else is lower case. A word the rules do not know stays as it is.
 */
export function lemmaOf(form: string, upos: string, xpos: string): string {
  if (upos === "PROPN") return xpos === "NNPS" ? nounLemma(form) : form
  if (form === "I") return form
  const word = form.toLowerCase().replace(/[’‘`]/g, "'")
  if (word === "these") return "this"
  if (word === "those") return "that"
  if (word === "n't" || word === "nt") return "not"
  if (upos === "PRON" || upos === "DET")
    return upos === "PRON" && xpos === "PRP" ? (PRONOUNS[word] ?? word) : word === "an" ? "a" : word
  const known = irregular[upos]?.get(word)
  if (known) return known
  switch (xpos) {
    case "NNS":
      return nounLemma(word)
    case "VBZ":
      return word.endsWith("s") ? verbThirdPerson(word) : word
    case "VBD":
    case "VBN":
      return withoutEnding(word, "ed")
    case "VBG":
      return withoutEnding(word, "ing")
    case "JJR":
    case "RBR":
      return withoutDegree(word, "er")
    case "JJS":
    case "RBS":
      return withoutDegree(word, "est")
    default:
      return word
  }
}

function nounLemma(word: string): string {
  if (/(?:ss|us|is)$/i.test(word) || !/s$/i.test(word)) return manLemma(word)
  if (/[^aeiou]ies$/i.test(word) && 4 < word.length && !/(?:mov|cook|zomb|roog|rook|calor|prair|coll)ies$/i.test(word))
    return `${word.slice(0, -3)}y`
  if (/(?:sh|[^aeiou]ch|tch|each|oach|ss|x|zz)es$/i.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** "gunmen" is "gunman", "policewomen" is "policewoman". */
function manLemma(word: string): string {
  return /men$/.test(word) && 4 < word.length ? `${word.slice(0, -2)}an` : word
}

function verbThirdPerson(word: string): string {
  if (/[^aeiou]ies$/.test(word) && 4 < word.length) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|ss|x|zz|o)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function withoutEnding(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word
  const stem = word.slice(0, -ending.length)
  const known = irregular.VERB!.get(stem)
  if (known === stem) return stem
  if (ending === "ed" && /[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`
  if (!/[aeiouy]/.test(stem)) return word
  if (/([bdfgmnprt])\1$/.test(stem) && !/(?:add|odd|err|purr|butt|putt|ebb|egg)$/.test(stem)) return stem.slice(0, -1)
  return lacksE(stem) ? `${stem}e` : stem
}

/** Whether a bare stem lacks its silent e: "explod" and "carv" do; "attack" and "warn" do not. */
function lacksE(stem: string): boolean {
  return (
    verbsInE.has(`${stem}e`) ||
    irregular.VERB!.get(`${stem}e`) === `${stem}e` ||
    (LACKS_E.test(stem) && !WHOLE.test(stem) && 2 < stem.length)
  )
}

function withoutDegree(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 3) return word
  const stem = word.slice(0, -ending.length)
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`
  if (/([bdgmnt])\1$/.test(stem)) return stem.slice(0, -1)
  return adjectivesInE.has(`${stem}e`) ? `${stem}e` : stem
}
