import { isOtherForm } from "./first-names.ts"
import type { PersonName } from "./person-name.ts"

/**
 * How two names of persons that are written otherwise may yet be one: an initial, a short form of the first name, a name left out, two surnames of which
 * one is left out, another order. In words, for the reason of a join; undefined when they are no variants. A variant is no proof.
 */
export function variantOf(a: PersonName, b: PersonName): string | undefined {
  if (a.first === "" || b.first === "" || (a.generation !== "" && b.generation !== "" && a.generation !== b.generation))
    return undefined
  return oneWay(a, b) ?? oneWay(b, a) ?? bothWays(a, b)
}

/** What `a`, the shorter name, may have left out of `b`. */
function oneWay(a: PersonName, b: PersonName): string | undefined {
  const sameLast = a.last === b.last
  if (sameLast && 1 < a.first.length && b.middle.includes(a.first)) return "one name leaves the first name out"
  if (sameLast && b.first.length === 1 && b.middle[0] === a.first) return "the first name stands as an initial"
  // "Gaetano Lo Sardo" and "Lo Sardo": two words that are a surname, not a first name.
  if (sameLast && a.middle.length === 0 && b.middle.at(-1) === a.first) return "one name leaves the first name out"
  if (sameLast && a.first.length === 1 && b.first.startsWith(a.first) && middlesFit(a, b))
    return "an initial and the first name"
  if (a.first === b.first && a.middle.length === 0 && b.middle.at(-1) === a.last)
    return "one name leaves the second surname out"
  return undefined
}

function bothWays(a: PersonName, b: PersonName): string | undefined {
  const sameLast = a.last === b.last
  if (sameLast && isOtherForm(a.first, b.first) && middlesFit(a, b)) return "two forms of one first name"
  const parts = (name: PersonName) => [name.first, ...name.middle, name.last]
  const [one, two] = [parts(a), parts(b)]
  if (one.join("") === two.join("") || one.join("").replaceAll("-", "") === two.join("").replaceAll("-", ""))
    return "the same names, written together and apart"
  if (one.every(part => 1 < part.length) && [...one].sort().join(" ") === [...two].sort().join(" "))
    return "the same names in another order"
  return undefined
}

function middlesFit(a: PersonName, b: PersonName): boolean {
  return a.middle.length === 0 || b.middle.length === 0 || a.middle[0]![0] === b.middle[0]![0]
}
