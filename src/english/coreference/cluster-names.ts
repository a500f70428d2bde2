import type { EntityType } from "../../core/value.ts"
import { type Draft, type EntityParts, type Mentioned, nameOf } from "./draft.ts"
import { genderOf } from "./gender.ts"

/** Words between two names that make the second another name of the first. */
const ALSO_CALLED =
  /^(?: (?:by|under) (?:his|her|its|the|a) (?:battlefield name|nom de guerre|alias|nickname|pseudonym|war name|stage name|pen name|acronym)|,? ?\(|, or| or (?:simply|just)|,? (?:also |better |widely |commonly |formerly |previously )?(?:known|referred to|called) (?:by (?:the|its|his|her) (?:acronym|initials|abbreviation)s?,?|as|by (?:his|her) (?:battlefield|nom de guerre|alias|nickname) name|by the name)|,? a\.?k\.?a\.?|, alias|,? \(?(?:formerly|previously)(?: known as)?)(?: the)? ?["“‘']?$/

/** Joins the names of one report into entities. Names with different keys of a list are never joined. */
export function clusterNames(parts: EntityParts, mentions: readonly Mentioned[]): Draft[] {
  const { text } = parts.report
  const drafts: Draft[] = []
  let previous: { mention: Mentioned; draft: Draft } | undefined
  for (const mention of mentions) {
    const aliasOf = previous && introduces(text, previous.mention, mention) ? previous.draft : undefined
    const name = nameOf(text, mention)
    const alike = drafts.filter(draft => isSame(draft, mention, name, parts))
    const same = lastOf(ofGender(alike, titleBefore(parts, mention))) ?? shortFor(parts, drafts, mention)
    // An alias may have been met before under its own name: then the two entities are one.
    let draft = same
    if (aliasOf && fits(aliasOf, mention)) {
      if (same && same !== aliasOf && canMerge(aliasOf, same)) {
        merge(aliasOf, same)
        drafts.splice(drafts.indexOf(same), 1)
      }
      if (!same || same === aliasOf || !drafts.includes(same)) draft = aliasOf
    }
    if (!draft) {
      draft = { type: mention.type, known: mention.known, place: mention.place, mentions: [], names: new Set() }
      drafts.push(draft)
    }
    draft.mentions.push(mention)
    draft.names.add(name)
    draft.known ??= mention.known
    if (!draft.place || (mention.place && draft.place.precision === "near-settlement"))
      draft.place = mention.place ?? draft.place
    previous = { mention, draft }
  }
  return drafts
}

/** "Ms Diaz" is Lucía Diaz, not Tom Diaz and not R. Diaz, when both are told of. */
function ofGender(drafts: readonly Draft[], title: string): readonly Draft[] {
  const gender = genderOf(title, undefined)
  if (gender === undefined || drafts.length < 2) return drafts
  const known = drafts.filter(({ names }) => [...names].some(name => genderOf("", personParts(name)[0]) === gender))
  return known.length === 0 ? drafts : known
}

/** The entity mentioned last. */
function lastOf(drafts: readonly Draft[]): Draft | undefined {
  let last: Draft | undefined
  for (const draft of drafts) if (!last || last.mentions.at(-1)!.start < draft.mentions.at(-1)!.start) last = draft
  return last
}

/** "Halyard" for "Halyard News Agency", "the Front" for "Ribera Front": one word, and one body only that it can be. */
function shortFor({ report, tokens }: EntityParts, drafts: readonly Draft[], mention: Mentioned): Draft | undefined {
  if (mention.known !== undefined || mention.place || 1 < mention.last - mention.first) return undefined
  const word = nameOf(report.text, mention)
  const fits = drafts.filter(
    draft =>
      isBody(draft.type) &&
      [...draft.names].some(other => {
        const words = other.split(" ")
        if (words.length < 2 || words.length < 2 + Number(/^\p{Lu}+$/u.test(word))) return false
        if (words.at(-1) === word) return /^the$/i.test(tokens[mention.first - 1]?.text ?? "")
        return (
          words[0] === word &&
          isBody(mention.type) !== (mention.type === "person") &&
          /^(?:News|Agency|Group|Inc|Corp|Company|Times|Press)/.test(words[1]!)
        )
      }),
  )
  return fits.length === 1 ? fits[0] : undefined
}

/** "Islamic State Khorasan, or ISIS-K", "Counter Extremism Project (CEP)" */
function introduces(text: string, first: Mentioned, second: Mentioned): boolean {
  // What the model took for an event or an unknown place may be the other name of a body.
  const odd = second.type === "event-name" || (second.type === "place" && !second.place)
  if (first.type !== second.type && !(isBody(first.type) && (isBody(second.type) || odd))) return false
  const between = text.slice(first.end, second.start)
  if (60 < between.length || !ALSO_CALLED.test(between)) return false
  if (!between.includes("(")) return true
  // In brackets only what abbreviates the name: "the ministry (Reuters)" names a source.
  const inside = nameOf(text, second)
  return (
    isAcronymOf(inside, nameOf(text, first)) ||
    (first.known !== undefined && first.known === second.known) ||
    (/^\p{Lu}[\p{Lu}\p{L}-]{1,7}$/u.test(inside) &&
      text[second.end] === ")" &&
      sharesInitial(inside, nameOf(text, first)))
  )
}

function sharesInitial(acronym: string, name: string): boolean {
  return acronym[0]!.toLowerCase() === name.replace(/^al-/i, "")[0]!.toLowerCase()
}

function fits(draft: Draft, mention: Mentioned): boolean {
  return draft.known === undefined || mention.known === undefined || draft.known === mention.known
}

function canMerge(a: Draft, b: Draft): boolean {
  return (
    (a.known === undefined || b.known === undefined || a.known === b.known) &&
    (a.type === b.type || (isBody(a.type) && isBody(b.type)))
  )
}

function merge(into: Draft, from: Draft): void {
  for (const mention of from.mentions) into.mentions.push(mention)
  into.mentions.sort((a, b) => a.start - b.start)
  for (const name of from.names) into.names.add(name)
  into.known ??= from.known
  if (from.type === "armed-group") into.type = "armed-group"
}

function isBody(type: EntityType): boolean {
  return type === "organization" || type === "armed-group"
}

/** Whether the name is another mention of the entity. */
function isSame(draft: Draft, mention: Mentioned, name: string, parts: EntityParts): boolean {
  if (draft.known !== undefined || mention.known !== undefined)
    return draft.known === mention.known && draft.known !== undefined
  if (draft.place && mention.place) return isSamePlace(draft.place, mention.place)
  if (draft.type !== mention.type) return false
  if (draft.names.has(name)) return true
  const names = [...draft.names]
  // Where full names are known they decide: "Arrieta" fits both Lucía and Tomás Arrieta, who do not fit each other.
  const full = mention.type === "person" ? names.filter(other => 1 < personParts(other).length) : []
  return (0 < full.length ? full : names).some(known => {
    if (plain(known) === plain(name)) return true
    switch (mention.type) {
      case "person":
        return isSamePerson(name, known, titleBefore(parts, mention))
      case "nationality":
        return known.replace(/s$/, "") === name.replace(/s$/, "")
      case "organization":
      case "facility":
        return (
          isAcronymOf(name, known) || isAcronymOf(known, name) || endsWithName(known, name) || endsWithName(name, known)
        )
      default:
        return false
    }
  })
}

/** "U.S." and "US" are one. */
function plain(name: string): string {
  return /^(?:\p{L}\.)+$/u.test(name) ? name.replaceAll(".", "").toLowerCase() : name.toLowerCase()
}

function isSamePlace(a: NonNullable<Draft["place"]>, b: NonNullable<Draft["place"]>): boolean {
  // "near Moscow" tells of Moscow.
  const rough = (place: typeof a) =>
    /^(?:near-settlement|vicinity)$/.test(place.precision) ? "settlement" : place.precision
  if (rough(a) !== rough(b)) return false
  if (a.precision === "country") return a.country !== undefined ? a.country === b.country : a.name === b.name
  return a.name === b.name && a.country === b.country && a.lat === b.lat
}

/** "Kurilla" and "Michael E. Kurilla"; "Michael Kurilla" and "Michael E. Kurilla"; never "Ana Diaz" and "Luis Diaz". */
function isSamePerson(name: string, known: string, title: string): boolean {
  const one = personParts(name)
  const two = personParts(known)
  const [shorter, longer] = one.length <= two.length ? [one, two] : [two, one]
  if (shorter.length === 1) {
    const gender = genderOf(title, undefined)
    const other = genderOf("", longer[0])
    if (gender && other && gender !== other) return false
    // A given name alone is used of children and stars; a surname is the rule.
    return longer.at(-1) === shorter[0] || (longer.length === 2 && longer[0] === shorter[0])
  }
  return shorter.at(-1) === longer.at(-1) && shorter[0] === longer[0]
}

/** Lower-case words of a name without initials and "Jr.". */
function personParts(name: string): string[] {
  return name
    .toLowerCase()
    .split(/\s+/)
    .filter(part => !/^(?:\p{L}\.)+$|^\p{L}$|^(?:jr|sr)\.?$|^i{2,3}$/u.test(part))
}

function titleBefore({ tokens }: EntityParts, mention: Mentioned): string {
  return (tokens[mention.first - 1]?.text ?? "").toLowerCase().replace(/\.$/, "")
}

/** "CFR" for "Council on Foreign Relations": the initials of its capitalised words. */
function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[.\s]/g, "")
  if (!/^\p{Lu}{2,7}$/u.test(letters) || long.split(" ").length < 2) return false
  const words = long.split(/[\s-]+/)
  const capitals = words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => word[0])
    .join("") // prettier-ignore
  const all = words.map(word => word[0]!.toUpperCase()).join("")
  return letters === capitals || letters === all
}

/** "Central Command" ends "U.S. Central Command". One word is too little, and so is a name that only lists add to. */
function endsWithName(long: string, short: string): boolean {
  return (
    2 <= short.split(" ").length &&
    long.endsWith(` ${short}`) &&
    !/ (?:and|of|for|on) /.test(long.slice(0, -short.length))
  )
}
