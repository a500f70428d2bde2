import type { Count } from "../../../core/value.ts"
import type { Token } from "../../../english/analysis.ts"
import { hasRelation, headOf, tokensIn } from "../../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling } from "../context.ts"
import { below, isAged, isPassive, isVerb, meant, objectsOf, subjectsOf, withConjuncts } from "../grammar.ts"
import { countOf, type Found, one } from "../values.ts"

/** A word that names people: a noun, a number, a name, "he", "the 20-year-old". */
export function isPerson(context: Context, token: Token): boolean {
  if (/^(?:he|she|him|her)$/i.test(token.text)) return true
  if (token.upos === "NUM" || (token.lemma.toLowerCase() === "one" && token.upos !== "DET"))
    return !context.inTime.has(token.index)
  // "4-year-old Ana Diaz": the name is the person.
  if (isAged(context, token)) return !/^(?:NOUN|PROPN)$/.test(sibling(context, token, 1)?.upos ?? "")
  return isIn(context, token, "people") || context.mentions.get(token.index)?.type === "person"
}

/** How many a phrase names. Headlines drop the article: "Man shot in Perth". */
export function personCount(context: Context, person: Token): Found<Count> | undefined {
  const counted = countOf(context, person)
  // "6 yr old boy": an age, not a number of boys.
  if (counted && /^\d+ ?(?:-|yr|year|the\b|an?\b)/i.test(counted.value.text))
    return { value: one("people", person.text), span: person }
  if (
    counted &&
    tokensIn(context.analysis, counted.span).some(token => token.upos === "VERB" && token.deprel !== "amod")
  )
    return undefined
  if (counted) return counted
  if (/^her$/i.test(person.text) || person.lemma.toLowerCase() === "one")
    return { value: one("people", person.text), span: person }
  const bare =
    (person.xpos === "NN" && isIn(context, person, "people") && !isIn(context, person, "collective-nouns")) ||
    isAged(context, person)
  return bare ? { value: one("people", person.text), span: person } : undefined
}

/** The people among the tokens, with those that stand in a row with them. */
export function personsIn(context: Context, tokens: readonly Token[]): Token[] {
  const all = tokens.flatMap(token => withConjuncts(context, token)).filter(token => isPerson(context, token))
  return [...new Set(all.flatMap(token => rowOf(context, token)))].sort((a, b) => a.index - b.index)
}

/** "Ana Diaz, 24, Jo Roe, 30, and Li Wei": persons by name in a row, wherever the parser hung them. */
function rowOf(context: Context, person: Token): Token[] {
  const own = context.mentions.get(person.index)
  if (own?.form !== "name" || own.type !== "person") return [person]
  const names = context.analysis.mentions.filter(
    other =>
      other.form === "name" &&
      other.type === "person" &&
      context.analysis.tokens[other.headToken]?.sentence === person.sentence,
  )
  const { text } = context.analysis.report
  const at = names.indexOf(own)
  if (at < 0) return [person]
  const row = [own]
  for (let index = at; 0 < index && ROW.test(text.slice(names[index - 1]!.end, names[index]!.start)); index--)
    row.unshift(names[index - 1]!)
  for (
    let index = at;
    index + 1 < names.length && ROW.test(text.slice(names[index]!.end, names[index + 1]!.start));
    index++
  )
    row.push(names[index + 1]!)
  const joints = row.slice(1).map((mention, index) => text.slice(row[index]!.end, mention.start))
  // "killing Diaz, Roe said": a comma alone makes no row.
  if (!joints.some(joint => /\band\b|&/.test(joint)) && !joints.every(joint => /\d/.test(joint))) return [person]
  return row.map(mention => context.analysis.tokens[mention.headToken]!)
}

/** What stands between two names of a row: an age, and a comma or "and". */
const ROW = /^(?:,? (?:aged? )?\d{1,3})?(?:[,;](?: and)?|,? and|,? &) (?:(?:a )?\d{1,3}[- ]year[- ]old )?$/i

/** Whom a word of wounds or conditions speaks of: up the tree to the first person, by way of verbs their patient. */
export function patientsFor(context: Context, sign: Token): Token[] {
  for (let up: Token | undefined = sign, steps = 0; up && steps < 6; steps++) {
    const own = personsIn(
      context,
      below(context, up, "nsubj").map(child => meant(context, child)),
    )
    if (0 < own.length && up !== sign && !isVerb(up)) return own
    if (0 < own.length && up === sign) return own
    const poss: Token[] = up === sign ? below(context, up, "nmod:poss").filter(child => isPerson(context, child)) : []
    const head: Token | undefined = headOf(context.analysis, up)
    if (!head) return poss
    if (isVerb(head)) {
      if (!isReal(context, head)) return []
      const people = patientsOf(context, head)
      if (0 < people.length) return people
      if (poss.length > 0) return poss
      if (
        !hasRelation(head, "xcomp") &&
        !hasRelation(head, "advcl") &&
        !hasRelation(head, "conj") &&
        !hasRelation(head, "acl")
      )
        return []
    } else if (isPerson(context, head) && (hasRelation(up, "nmod") || hasRelation(up, "acl") || hasRelation(up, "obl")))
      return personsIn(context, [head])
    up = head
  }
  return []
}

/** Who is the patient of a verb: its object where that is a person, the subject of a passive, else its subject. */
export function patientsOf(context: Context, verb: Token): Token[] {
  const objects = personsIn(context, objectsOf(context, verb))
  if (0 < objects.length || isPassive(context, verb)) return objects
  return personsIn(context, subjectsOf(context, verb))
}

/** False for what was not, may be or is to be. */
export function isReal(context: Context, verb: Token): boolean {
  const own = below(context, verb, "advmod", "aux", "cc:preconj")
  if (own.some(child => isIn(context, child, "negators") || isIn(context, child, "hypothetical-aux"))) return false
  if (verb.xpos === "VB" && below(context, verb, "mark").some(mark => mark.text.toLowerCase() === "to")) return false
  if (below(context, verb, "mark").some(mark => isIn(context, mark, "hypothetical-marks"))) return false
  return sentenceOf(context, verb).block.label !== "credit"
}
