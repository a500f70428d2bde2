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
  mine: "my",
  yours: "your",
  ours: "our",
  hers: "her",
  theirs: "their",
} // prettier-ignore

/** Endings of stems that always lack a silent e: "creat", "organiz", "achiev", "announc", "argu", "emerg", "arriv", "settl", "leas", "aveng". */
const LACKS_E =
  /(?:[^aeo]at|[^aeiou]iat|[aeiouy]z|v|[aeiour]c|nc|sc|u|[dlr]g|[^aeiou]ng|[eu]ng|[aeiou]g|[nr]s|eas|is|[ao]us|oos|[^aeiou]l)$/
/** One syllable with one vowel before one consonant would have doubled it ("barred"): what has not lacks its e ("mired", "sized", "hoped"). */
const SINGLE = /^(?:[^aeiou]*|.*-[^aeiou]*|[^aeiou]*qu)[aeiouy][^aeiouwxyh]$/
/** Stems that are whole with two l; the others of more than one syllable have one: "controlled", "travelled". */
const TWO_L =
  /(?:^[^aeiou]*[aeiou]+ll|stall|[cfkpw]all|enthrall|(?:en|un|bank|steam)roll|[fkst]till|[fk]ill|skill|misspell|shell)$/
/** Stems of that shape that are whole: "call", "format", "target", "hang". */
const WHOLE =
  /(?:ll|rl|wl|(?:^|[^aeiou])(?:h|b|cl|r|l|f|pl|ch)ang|(?:r|l|br|s|w|st|cl|sw|sl|fl|spr|str|wr|th|bel|k|p)[ioa]ng|format|combat|eat|treat|defeat|panic|traffic|mimic|catalog|dialog)$/

/** Plurals of nouns in "i", such as "taxis" and "Iraqis". */
const IN_IS = /^(?!.*(?:s|it|pol|ol|enn|ebr|pelv|ir|ant|rell|par)is$)[\p{L}-]{2,}is$/iu
/** Plurals of nouns in "ie" and "che". */
const IN_IE = /(?:mov|cook|zomb|roog|rook|calor|prair|coll|hipp|pink|budg|smooth|sort|genie|self)ies$/i
const IN_CHE =
  /(?:^|ead|eart|ooth|ack|stomach)aches$|(?:^ca|^ni|cre|cli|psy|avalan|tran|sta|qui|pasti|brio|gau|dou|cartou|pana|apa)ches$/i

/**
 * The dictionary form of a word, given its tags: "carried" (VERB, VBD) is "carry", "attacks" (NOUN, NNS) is "attack".
 * Names keep their spelling; everything else is lower case. A word the rules do not know stays as it is.
 */
export function lemmaOf(form: string, upos: string, xpos: string): string {
  if (upos === "PROPN") return xpos === "NNPS" ? nounLemma(form) : form
  // "United" in a name is no other word's form.
  if (xpos === "NNP" && /^\p{Lu}/u.test(form)) return form
  if (form === "I") return form
  const word = form.toLowerCase().replace(/[’‘`]/g, "'")
  if (word === "these") return "this"
  if (word === "those") return "that"
  if (word === "n't" || (word === "nt" && upos === "PART")) return "not"
  if (xpos === "POS") return "'s"
  if (word === "na" && xpos === "TO") return "to"
  if (upos === "NUM") return word.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
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
  // "the 1990s" are ten years, no plural of 1990.
  if (/\d['’]?s$/.test(word)) return /^'?\d/.test(word) ? word.replace(/['’](?=s$)/, "") : word.slice(0, -1)
  if (IN_IS.test(word)) return word.slice(0, -1)
  if (/(?:ss|us|is)$/i.test(word) || !/s$/i.test(word)) return manLemma(word)
  if (/[^aeiou]ies$/i.test(word) && 4 < word.length && !IN_IE.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|ss|x|zz|[aeiou]lus|plus)es$/i.test(word) && !IN_CHE.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** "gunmen" is "gunman", "policewomen" is "policewoman". */
function manLemma(word: string): string {
  return /men$/.test(word) && 4 < word.length ? `${word.slice(0, -2)}an` : word
}

function verbThirdPerson(word: string): string {
  if (/[^aeiou]ies$/.test(word) && 4 < word.length) return `${word.slice(0, -3)}y`
  if (/quizzes$/.test(word)) return word.slice(0, -3)
  if (verbsInE.has(word.slice(0, -1))) return word.slice(0, -1)
  if (/(?:sh|ch|ss|x|zz|o|[cr]us|ias)es$/.test(word) && !/^(?:ach|cach|sho|ho|to|tipto|cano|bias)es$/.test(word))
    return word.slice(0, -2)
  return word.slice(0, -1)
}

function withoutEnding(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word
  const stem = word.slice(0, -ending.length)
  const known = irregular.VERB!.get(stem)
  if (known === stem) return stem
  if (ending === "ing" && /^(?:[dv]|(?:under|be|un|re)?[lt])y$/.test(stem)) return `${stem.slice(0, -1)}ie`
  // "freed", "agreed", "eyed"; "died", "belied"; "tried"
  if (ending === "ed" && /(?:[^e]e|^e?ey|^dy)$/.test(stem)) return `${stem}e`
  if (ending === "ed" && /(?:^|be|under|un|re|hog)[dltv]i$/.test(stem)) return `${stem}e`
  if (ending === "ed" && /[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`
  if (!/[aeiouy]/.test(stem)) return word
  if (/^(?:traff|pan|mim|picn|frol|polit)ick$|quizz$|gass$|buss$/.test(stem)) return stem.slice(0, -1)
  if (/([bdgmnprt])\1$/.test(stem) && !/^(?:add|odd|err|purr|butt|boycott|ebb|egg)$/.test(stem))
    return stem.slice(0, -1)
  if (/ll$/.test(stem) && !TWO_L.test(stem)) return stem.slice(0, -1)
  return lacksE(stem) ? `${stem}e` : stem
}

/** Whether a bare stem lacks its silent e: "explod" and "carv" do; "attack" and "warn" do not. */
function lacksE(stem: string): boolean {
  return (
    verbsInE.has(`${stem}e`) ||
    irregular.VERB!.get(`${stem}e`) === `${stem}e` ||
    SINGLE.test(stem) ||
    (LACKS_E.test(stem) && !WHOLE.test(stem))
  )
}

function withoutDegree(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 3) return word
  const stem = word.slice(0, -ending.length)
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`
  if (/([bdgmnt])\1$/.test(stem)) return stem.slice(0, -1)
  return adjectivesInE.has(`${stem}e`) ? `${stem}e` : stem
}
