import { stemOf } from "../../core/words.ts"
import type { EntityView } from "./entity-names.ts"
import { variantOf } from "./name-variants.ts"
import { comparePersonNames, type PersonName } from "./person-name.ts"
import { soundKey } from "./phonetic.ts"
import { type EntityEvidence, type EntityVerdict, exclude, join, refuse } from "./verdict.ts"

/** Whether two persons of different reports are one. Names alone decide only when they are full and nothing speaks against them. */
export function comparePeople(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  const [one, two] = [a.person!, b.person!]
  const names = a.entity.name === b.entity.name ? `"${a.entity.name}"` : `"${a.entity.name}" and "${b.entity.name}"`
  const relation = comparePersonNames(one, two)
  const variant = relation === "other" || relation === "spelling" ? variantOf(one, two) : undefined
  if (relation === "other" && variant === undefined) {
    if (one.last !== two.last) return undefined
    return one.generation !== "" && two.generation !== "" && one.generation !== two.generation
      ? exclude(`the same name, but another generation: ${names}`)
      : exclude(`the same surname, but another first name: ${names}`)
  }
  const reasons = reasonsFor(a, b, evidence)
  const told = 0 < reasons.length ? `; ${reasons.join("; ")}` : ""
  if (variant !== undefined)
    return 0 < reasons.length
      ? join(0.66, `${variant}, ${names}${told}`)
      : refuse(`${variant}, ${names}, but nothing else in common`)
  if (relation === "same")
    return one.first === "" ? compareSurnames(a, b, evidence, reasons) : compareFullNames(a, b, evidence, reasons)
  if (relation === "part") return compareWithFullName(a, b, evidence, reasons)
  return compareSpellings(a, b, evidence, reasons)
}

/** What speaks for one person beyond the names, in words. */
function reasonsFor(a: EntityView, b: EntityView, evidence: EntityEvidence): string[] {
  return [
    evidence.quotation,
    commonRole(a, b),
    evidence.ages === "agree" ? "the same age" : undefined,
    evidence.passage ?? evidence.context ?? evidence.company,
  ].filter(reason => reason !== undefined)
}

function compareFullNames(a: EntityView, b: EntityView, evidence: EntityEvidence, reasons: readonly string[]) {
  const name = `"${a.entity.name}"${a.entity.name === b.entity.name ? "" : ` and "${b.entity.name}"`}`
  if (evidence.ages === "differ" && evidence.quotation === undefined && evidence.passage === undefined)
    return commonRole(a, b) === undefined
      ? exclude(`the same name, ${name}, but other ages`)
      : refuse(`the same name and role, ${name}, but other ages`)
  const isInitial = a.person!.first.length === 1
  if (reasons.length === 0 && (isInitial || evidence.elsewhere !== undefined))
    return refuse(`the same name, ${name}, but ${evidence.elsewhere ?? "only an initial"} and nothing else in common`)
  if (reasons.length === 0 && evidence.town === undefined && haveOtherRoles(a, b))
    return refuse(`the same name, ${name}, but other roles and nothing else in common`)
  return join(0.95, `the same name, ${name}${0 < reasons.length ? `; ${reasons[0]}` : ""}`)
}

function compareSurnames(a: EntityView, b: EntityView, evidence: EntityEvidence, reasons: readonly string[]) {
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  if (0 < reasons.length) return join(0.6, `the same surname, ${names}; ${reasons.join("; ")}`)
  const alone = a.names.length + b.names.length === 2 && evidence.elsewhere === undefined
  return alone && evidence.isUnique(a.person!.last, "person")
    ? join(0.6, `the same surname, ${names}, which nobody else of the case has`)
    : refuse(`only a surname in common, ${names}`)
}

/** A bare surname belongs to the only full name of the case that has it; among several, only more than like surroundings can tell. */
function compareWithFullName(a: EntityView, b: EntityView, evidence: EntityEvidence, reasons: readonly string[]) {
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  const bare = a.person!.first === "" ? a : b
  const isOnly = evidence.isUnique(bare.person!.last, "person")
  const strong = evidence.quotation ?? commonRole(a, b) ?? evidence.passage
  if (strong !== undefined || (isOnly && 0 < reasons.length))
    return join(0.7, `a surname and the full name, ${names}; ${reasons.join("; ")}`)
  if (!isOnly) return refuse(`several persons of the case have this surname, ${names}`)
  return evidence.elsewhere === undefined
    ? join(0.5, `a surname that only one person of the case has, ${names}`)
    : refuse(`a surname and a full name, ${names}, but ${evidence.elsewhere} and nothing else in common`)
}

function compareSpellings(a: EntityView, b: EntityView, evidence: EntityEvidence, reasons: readonly string[]) {
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  const role = commonRole(a, b)
  const told = reasons.join("; ")
  if (evidence.ages === "differ") return refuse(`spellings that sound alike, ${names}, but other ages`)
  const isBare = a.person!.first === "" || b.person!.first === ""
  if (isBare && Math.min(a.person!.last.length, b.person!.last.length) < LONG)
    return refuse(`surnames that sound alike, ${names}`)
  if (evidence.passage !== undefined) return join(0.75, `spellings that sound alike, ${names}; ${told}`)
  if (evidence.quotation !== undefined && (role !== undefined || evidence.context !== undefined))
    return join(0.8, `spellings that sound alike, ${names}; ${told}`)
  if (evidence.context !== undefined && !isBare && isTransliteration(a.person!, b.person!))
    return join(0.62, `transliterations of one name, ${names}; ${told}`)
  if (evidence.context !== undefined && (role !== undefined || (evidence.ages === "agree" && !isBare)))
    return join(0.65, `spellings that sound alike, ${names}; ${told}`)
  return refuse(
    0 < reasons.length
      ? `spellings that sound alike, ${names}; ${told}, which is too little`
      : `spellings that sound alike, ${names}, but nothing else in common`,
  )
}

/** A surname of so many letters is hardly another's by chance. */
const LONG = 6

/** Both parts sound the same and neither is spelt the same, as with "Qassim Suleimani" and "Qassem Soleimani"; a short surname is no proof. */
function isTransliteration(a: PersonName, b: PersonName): boolean {
  const long = LONG <= Math.min(a.last.length, b.last.length)
  return long && a.first !== b.first && soundKey(a.first) === soundKey(b.first) && soundKey(a.last) === soundKey(b.last)
}

/** Words of roles that fit anybody. Source: English; Apache-2.0. */
const ANY_ROLE = new Set(
  ["form", "former", "top", "senior", "deputy", "act", "chief", "head", "official"].map(word => stemOf(word)),
)

/** Both reports say what the person is, and it is not one thing: a pilot and a judge. */
function haveOtherRoles(a: EntityView, b: EntityView): boolean {
  const own = ({ roleStems }: EntityView) => [...roleStems].filter(stem => !ANY_ROLE.has(stem))
  return 0 < own(a).length && 0 < own(b).length && !own(a).some(stem => b.roleStems.has(stem))
}

function commonRole(a: EntityView, b: EntityView): string | undefined {
  const common = [...a.roleStems].filter(stem => b.roleStems.has(stem) && !ANY_ROLE.has(stem))
  return 0 < common.length && Math.min(a.roleStems.size, b.roleStems.size) <= 3 * common.length
    ? `the same role ("${a.entity.roles[0]!.role}", "${b.entity.roles[0]!.role}")`
    : undefined
}
