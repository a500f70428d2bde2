import { distance } from "fastest-levenshtein"
import { acronymOf, type EntityView } from "./entity-names.ts"
import { isGeneric } from "./generic-names.ts"
import { type EntityEvidence, type EntityVerdict, exclude, join, refuse } from "./verdict.ts"
import { worldBodyOf } from "./world-bodies.ts"

/** Words that a report may put behind the name of a body or leave out: "Varn Police" and "Varn Police Department". Source: English; Apache-2.0. */
const FORM_WORDS = new Set(
  "department dept office service agency force bureau organization organisation group movement newspaper".split(" "),
)

/** Whether two bodies of different reports are one. A parent and its branch never are; a short name belongs to the only body of the case that may have it. */
export function compareGroups(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  const names = a.entity.name === b.entity.name ? `"${a.entity.name}"` : `"${a.entity.name}" and "${b.entity.name}"`
  const [bodyA, bodyB] = [worldBodyOf(a.name), worldBodyOf(b.name)]
  if (bodyA !== undefined && bodyB !== undefined)
    return bodyA === bodyB
      ? join(0.95, `a name that means one body everywhere, ${names}`)
      : exclude(`two bodies, ${names}`)
  if (a.name === b.name) return compareSameName(a, evidence, names)
  if (a.name.includes(" ") && a.wordSet.includes(" ") && a.wordSet === b.wordSet)
    return join(0.85, `the same words, ${names}`)
  if (evidence.passage !== undefined && isRespelt(a.name, b.name))
    return join(0.7, `spellings that sound alike, ${names}; ${evidence.passage}`)
  const byAlias = compareByAlias(a, b, evidence)
  if (byAlias?.same || byAlias?.excluded) return byAlias
  return compareFullAndShort(a, b, evidence) ?? byAlias ?? refuseBranch(a, b)
}

function compareSameName(a: EntityView, evidence: EntityEvidence, names: string): EntityVerdict {
  if (!isGeneric(a.name)) return join(0.9, `the same name, ${names}`)
  // "The police" or "the ministry" is another one in every town and country.
  const where = evidence.passage ?? (evidence.town === undefined ? undefined : `both of ${evidence.town}`)
  if (where !== undefined) return join(0.6, `the same name, ${names}; ${where}`)
  if (!a.name.includes(" ")) return refuse(`a word that means many, ${names}`)
  return evidence.elsewhere === undefined && evidence.context !== undefined
    ? join(0.55, `the same name, ${names}; ${evidence.context}`)
    : refuse(`a name that many have, ${names}${evidence.elsewhere === undefined ? "" : `: ${evidence.elsewhere}`}`)
}

/** Word by word the same or another spelling, and no word of another meaning: "Nasser Brigade" and "Nassar Brigade". */
function isRespelt(a: string, b: string): boolean {
  const one = a.split(" ")
  const two = b.split(" ")
  return (
    one.length === two.length &&
    one.some((word, at) => word === two[at]) &&
    one.every((word, at) => word === two[at] || (5 <= word.length && distance(word, two[at]!) <= 1))
  )
}

/** A full name and what reports make of it: without its last word, its last words alone, its first letters. */
function compareFullAndShort(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  const [short, full] = a.name.length < b.name.length ? [a, b] : [b, a]
  const names = `"${short.entity.name}" and "${full.entity.name}"`
  const beside = evidence.quotation ?? evidence.passage ?? evidence.context
  if (isLongerForm(short.name, full.name))
    return beside === undefined
      ? refuse(`one name in a shorter form, ${names}, but nothing else in common`)
      : join(0.65, `one name in a shorter form, ${names}; ${beside}`)
  const how = full.name.endsWith(` ${short.name}`)
    ? "the last words of a full name"
    : isAcronym(short, full)
      ? "an acronym and the full name"
      : undefined
  if (how === undefined || !isOwnShortName(short)) return undefined
  const holders = evidence.fullNamesOf(short.name)
  if (!areOneName(holders))
    return refuse(`the short name "${short.entity.name}" fits ${holders.length} of the case, ${names}`)
  if (evidence.isOtherwise(short.name))
    return refuse(`${how}, ${names}, but the short name is also that of somebody or some place else`)
  return beside === undefined
    ? refuse(`${how}, ${names}, but nothing else in common`)
    : join(0.58, `${how}, ${names}; ${beside}`)
}

/** "Varn Police Department" of "Varn Police"; the shorter one must say more than a word. */
function isLongerForm(a: string, b: string): boolean {
  const [short, full] = a.length < b.length ? [a, b] : [b, a]
  if (!short.includes(" ") || !full.startsWith(`${short} `)) return false
  return full
    .slice(short.length + 1)
    .split(" ")
    .every(word => FORM_WORDS.has(word))
}

function isAcronym(short: EntityView, full: EntityView): boolean {
  return acronymOf(full.entity.name) === short.name && short.entity.name === short.entity.name.toUpperCase()
}

function isOwnShortName(short: EntityView): boolean {
  return 3 <= short.name.length && !isGeneric(short.name) && short.entity.place === undefined
}

/** "Red Sox" and "Boston Red Sox" are one holder of "Sox"; "Dawn Column" and "Iron Column" are two of "Column". */
function areOneName(names: readonly string[]): boolean {
  const [longest = ""] = [...names].sort((one, two) => two.length - one.length)
  return names.every(name => name === longest || longest.endsWith(` ${name}`))
}

function compareByAlias(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  const common = a.names.filter(name => b.names.includes(name))
  if (common.length === 0) return undefined
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  if (isBranchName(a.name, b.name) && !isTail(a.name, b.name) && !isLongerForm(a.name, b.name))
    return excludeBranch(names)
  // Two reports that both write a full second name beside the first mean one group, however either translates it.
  const second = common.find(name => name.includes(" ") && name !== a.name && name !== b.name)
  if (second !== undefined) return join(0.65, `both reports give "${second}" as another name, ${names}`)
  const alias = common.find(name => evidence.isUnique(name, a.kind))
  if (alias === undefined) return refuse(`the short name "${common[0]}" belongs to several, ${names}`)
  // Never on alias alone: one report must introduce the short name beside the full one that the other report uses.
  const introduced = alias === a.name || alias === b.name || 2 <= common.length
  const spelled = acronymOf(a.entity.name) === alias || acronymOf(b.entity.name) === alias
  if (introduced) return join(0.6, `"${alias}" is introduced as another name, ${names}`)
  if (spelled) return join(0.5, `"${alias}" is the acronym of the name, ${names}`)
  return refuse(`only the short name "${alias}" in common, ${names}`)
}

function refuseBranch(a: EntityView, b: EntityView): EntityVerdict | undefined {
  if (!isBranchName(a.name, b.name)) return undefined
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  return isTail(a.name, b.name) ? refuse(`only the last words in common, ${names}`) : excludeBranch(names)
}

function excludeBranch(names: string): EntityVerdict {
  return exclude(`one name is part of the other, ${names}: a branch and its parent are two`)
}

/** True when one name is the last words of the other: "Column" of "Dawn Column". */
function isTail(a: string, b: string): boolean {
  return a.endsWith(` ${b}`) || b.endsWith(` ${a}`)
}

/** True when all words of one name are in the other, as with "Islamic State" and "Islamic State Khorasan". */
export function isBranchName(a: string, b: string): boolean {
  const one = a.split(" ")
  const two = b.split(" ")
  const [few, many] = one.length <= two.length ? [one, two] : [two, one]
  return few.length < many.length && few.every(word => many.includes(word))
}
