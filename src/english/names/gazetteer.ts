import type { EntityType } from "../../core/value.ts"
import { tokenize } from "../tokens/tokenize.ts"
import type { ArmedGroup } from "./armed-groups.ts"
import { knownOrganizations, peoples } from "./words.ts"

/** A name that a list knows. */
export interface KnownName {
  readonly type: EntityType
  /** Key in the list, such as "islamic-state-khorasan", or undefined where the list has none. */
  readonly known?: string
  /** Taken only where the report names the same thing otherwise as well. */
  readonly short: boolean
  readonly words: readonly string[]
}

/** Known names by their first word. Words are compared by `keyOf`, capitals count. */
export type Gazetteer = ReadonlyMap<string, readonly KnownName[]>

/** The lists the names are looked up in. `nationalities`: ISO code to adjective, such as { AF: "Afghan" }. */
export interface NameLists {
  readonly armedGroups: readonly ArmedGroup[]
  readonly nationalities: Readonly<Record<string, string>>
}

/** Builds the look-up. Longer names come first. */
export function buildGazetteer({ armedGroups, nationalities }: NameLists): Gazetteer {
  const byFirst = new Map<string, KnownName[]>()
  const put = (name: string, type: EntityType, short: boolean, known?: string) => {
    const words = tokenize(name, { start: 0, end: name.length }).map(span => keyOf(name.slice(span.start, span.end)))
    const list = byFirst.get(words[0]!) ?? []
    if (list.some(other => other.words.join(" ") === words.join(" "))) return
    list.push(known === undefined ? { type, short, words } : { type, short, words, known })
    byFirst.set(words[0]!, list)
  }
  for (const group of armedGroups) {
    const type = group.kind === "state-force" ? "organization" : "armed-group"
    for (const name of [group.name, ...group.aliases]) put(name, type, false, group.key)
    for (const name of group.shortForms ?? []) put(name, type, true, group.key)
  }
  for (const name of knownOrganizations) put(name, "organization", false)
  for (const name of peoples) put(name, "nationality", false)
  for (const adjective of Object.values(nationalities)) {
    // Some entries of the list are names of countries: "Bermuda", "Turkmenistan".
    if (!/(?:an|i|ish|ese|ian|ch|k|ans|que|ot)$/.test(adjective) || /stan$/.test(adjective)) continue
    put(adjective, "nationality", false)
    if (/(?:an|i)$/.test(adjective)) put(`${adjective}s`, "nationality", false)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** The longest known name that begins at the word, or undefined. */
export function knownNameAt(gazetteer: Gazetteer, words: readonly string[], at: number): KnownName | undefined {
  const candidates = gazetteer.get(keyOf(words[at]!))
  return candidates?.find(candidate =>
    candidate.words.every((word, index) => at + index < words.length && keyOf(words[at + index]!) === word),
  )
}

/** A word as names are compared: one apostrophe, one hyphen, and "al" without its capital. */
export function keyOf(word: string): string {
  if (word === "Al") return "al"
  return /[’‘ʼ`–‐‑]/.test(word) ? word.replace(/[’‘ʼ`]/g, "'").replace(/[–‐‑]/g, "-") : word
}
