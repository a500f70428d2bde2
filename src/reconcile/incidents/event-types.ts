import type { EventMention } from "../../core/reading.ts"
import type { CasePack } from "../options.ts"

/** Types that say how an attack ended or who was meant, not how it was done: they go with every other kind of attack. Source: keys of the pack of political violence; Apache-2.0. */
const MANNERLESS = new Set([
  "attack",
  "killing",
  "execution",
  "massacre",
  "assassination",
  "storming",
  "ambush",
  "suicide-attack",
  "hostage-taking",
  "sabotage",
  "plot",
  "clash",
  "raid",
  "military-operation",
])

/** Types of violence that one report may give the same event another uses another of. */
const VIOLENCE = new Set(["attack", "clash", "military-operation", "plot"])

/** Types that are said, not done: who accuses whom is read with the statements and is no incident. Source: keys of the pack of political violence; Apache-2.0. */
const WORDS = new Set(["accusation", "denial", "demand", "rejection"])

/** True for a mention of mere words. */
export function isWords(mention: Pick<EventMention, "type">): boolean {
  return WORDS.has(mention.type)
}

/** How two types go together, surest first. */
export type TypeRelation = "same" | "wider" | "compatible" | "conflict" | "apart"

/** The most exact type a mention has. */
export function leafOf(mention: Pick<EventMention, "type" | "subtype">): string {
  return mention.subtype ?? mention.type
}

/** The type and all wider types, narrowest first. */
export function lineOf(type: string, pack: CasePack): string[] {
  const line: string[] = []
  for (let at: string | undefined = type; at !== undefined && !line.includes(at); at = pack.eventTypes[at]?.parent)
    line.push(at)
  return line
}

/** What types are searched together under. */
export function familyOf(type: string, pack: CasePack): string {
  const root = lineOf(type, pack).at(-1)!
  return VIOLENCE.has(root) ? "violence" : root
}

/** What follows on a deed. Source: keys of the pack of political violence; Apache-2.0. */
const FOLLOWS = new Set(["arrest", "raid", "trial", "verdict", "reward", "release"])

/** True for a root type that follows on a deed: a report of an arrest or a trial is about the deed, where it tells it. */
export function followsDeed(root: string): boolean {
  return FOLLOWS.has(root)
}

/** How two types go together. A plot and an attack of any kind do; a bombing and a shooting do not. */
export function compareTypes(a: string, b: string, pack: CasePack): TypeRelation {
  if (a === b) return "same"
  if (familyOf(a, pack) !== familyOf(b, pack)) return "apart"
  const lineA = lineOf(a, pack)
  const lineB = lineOf(b, pack)
  if (lineA.includes(b) || lineB.includes(a)) return "wider"
  const mannerA = lineA.find(type => !MANNERLESS.has(type))
  const mannerB = lineB.find(type => !MANNERLESS.has(type))
  if (mannerA === undefined || mannerB === undefined) return "compatible"
  return lineA.at(-2) === lineB.at(-2) && lineA.at(-2) !== undefined ? "compatible" : "conflict"
}

/** True for a type that says how it was done: a bombing, not an attack or a killing. */
export function tellsHow(type: string, pack: CasePack): boolean {
  return lineOf(type, pack).some(key => !MANNERLESS.has(key))
}

/** The label of a type for people. */
export function labelOf(type: string, pack: CasePack): string {
  const label = pack.eventTypes[type]?.label ?? type.replaceAll("-", " ")
  return label.charAt(0).toUpperCase() + label.slice(1)
}
