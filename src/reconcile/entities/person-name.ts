import { doubleMetaphone } from "double-metaphone"
import { fold } from "../../core/words.ts"
import { isOtherForm } from "./first-names.ts"
import { soundKey, soundsAlike } from "./phonetic.ts"

/** Words before or behind a person's name that are not part of it. Source: own list of English titles, ranks and suffixes; Apache-2.0. */
const TITLES = new Set(
  `mr mrs ms miss dr prof professor sir dame lord lady rev reverend father imam sheikh sheik mullah maulana ayatollah
  gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral sgt sergeant cpl corporal brig brigadier
  president vice prime minister secretary senator sen rep congressman congresswoman governor gov mayor judge justice ambassador
  chancellor king queen prince princess pope bishop archbishop chief director spokesman spokeswoman spokesperson inspector
  officer detective deputy former acting`.split(/\s+/),
)

/** Generations behind a name: a father and his son may differ in nothing else. Source: English; Apache-2.0. */
const GENERATIONS = new Set("jr sr ii iii iv".split(" "))
/** Degrees and marks behind a name. Source: English; Apache-2.0. */
const DEGREES = new Set("phd md esq".split(" "))

/** Particles that belong to the surname. Source: own list of common name particles; Apache-2.0. */
const PARTICLES = new Set(
  "al el ibn bin bint abu umm de del della di da dos van von der den la le ter ben mac st".split(" "),
)

/** A person's name in parts, folded. `first` is "" for a surname alone. */
export interface PersonName {
  readonly first: string
  readonly middle: readonly string[]
  readonly last: string
  /** "jr", "sr", "iii"; "" when the name has none. */
  readonly generation: string
}

/** Takes titles, initials and marks off and splits the name. */
export function toPersonName(name: string): PersonName {
  const parts = fold(name)
    .replace(/[(),"“”]/gu, " ")
    .split(/\s+/)
    .map(part => part.replace(/'s$|\.+$/gu, ""))
    .filter(part => part !== "")
  while (1 < parts.length && TITLES.has(parts[0]!)) parts.shift()
  let generation = ""
  while (1 < parts.length && (GENERATIONS.has(parts.at(-1)!) || DEGREES.has(parts.at(-1)!))) {
    const mark = parts.pop()!
    if (GENERATIONS.has(mark)) generation = mark
  }
  let lastStart = parts.length - 1
  while (1 < lastStart && PARTICLES.has(parts[lastStart - 1]!)) lastStart--
  const last = parts.slice(Math.max(0, lastStart)).join(" ")
  return { first: 0 < lastStart ? parts[0]! : "", middle: parts.slice(1, Math.max(1, lastStart)), last, generation }
}

/** How two names of persons relate: "same" names, one "part" of the other (surname alone), "spelling" that may be the same name, or "other". */
export function comparePersonNames(a: PersonName, b: PersonName): "same" | "part" | "spelling" | "other" {
  if (a.generation !== "" && b.generation !== "" && a.generation !== b.generation) return "other"
  const sameLast = a.last === b.last
  if (a.first === "" || b.first === "") {
    if (a.first === "" && b.first === "") return sameLast ? "same" : soundsAlike(a.last, b.last) ? "spelling" : "other"
    return sameLast ? "part" : "other"
  }
  const first = compareFirst(a.first, b.first)
  if (first === "other" || !middlesAgree(a, b)) return "other"
  if (sameLast) return first === "same" ? "same" : "spelling"
  return soundsAlike(a.last, b.last) ? "spelling" : "other"
}

/** Keys under which persons are looked up: every two names that are not "other" share one. */
export function personKeys(name: PersonName): string[] {
  const codes = doubleMetaphone(name.last).map(code => `m:${code}`)
  const first = name.first.length < 2 ? [] : [`f:${soundKey(name.first)}:${soundKey(name.last)[0] ?? ""}`]
  // One of two surnames may be left out.
  const inner = name.middle.at(-1)
  const second = inner === undefined || inner.length < 4 ? [] : [`p:${inner}`]
  // What Russian writes with a g, Ukrainian and Belarusian write with an h.
  const ukrainian = /g/.test(name.last) ? [`s:${soundKey(name.last.replaceAll("g", "h"))}`] : []
  // Names of East Asia are written together and apart.
  const joined = name.first === "" ? [] : [`j:${[name.first, ...name.middle, name.last].join("").replace(/[ -]/g, "")}`]
  return [
    ...new Set([`p:${name.last}`, ...second, ...joined, `s:${soundKey(name.last)}`, ...ukrainian, ...codes, ...first]),
  ]
}

function compareFirst(a: string, b: string): "same" | "spelling" | "other" {
  const one = a.replace(/\./g, "")
  const two = b.replace(/\./g, "")
  if (one === two) return "same"
  // An initial agrees with any name that begins with it, but is no proof: it needs the evidence that a spelling needs.
  if ((one.length === 1 || two.length === 1) && one[0] === two[0]) return "spelling"
  return soundsAlike(one, two) || isOtherForm(one, two) ? "spelling" : "other"
}

function middlesAgree(a: PersonName, b: PersonName): boolean {
  if (a.middle.length === 0 || b.middle.length === 0) return true
  const one = a.middle[0]!
  const two = b.middle[0]!
  return one[0] === two[0] || soundsAlike(one, two)
}
