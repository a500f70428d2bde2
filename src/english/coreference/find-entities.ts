import { idOf } from "../../core/id.ts"
import type { LocalEntity } from "../../core/reading.ts"
import type { EntityType } from "../../core/value.ts"
import type { EntityMention, Token } from "../analysis.ts"
import { organizationHeads } from "../names/words.ts"
import { clusterNames } from "./cluster-names.ts"
import { type Draft, type EntityParts, type Mentioned, nameOf } from "./draft.ts"
import { findNominals } from "./nominals.ts"
import { rolesOf } from "./roles.ts"

/** Entities of one report with all their mentions: names first joined, then nominals and pronouns given to them. */
export function findEntities(parts: EntityParts): { entities: LocalEntity[]; mentions: EntityMention[] } {
  const { report, tokens } = parts
  const drafts = clusterNames(parts, namesAndPlaces(parts))
  for (const draft of drafts) draft.type = actsArmed(parts, draft) ? "armed-group" : typeOf(draft)
  findNominals(parts, drafts)
  for (const draft of drafts) draft.mentions.sort((a, b) => a.start - b.start)
  drafts.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start || a.mentions[0]!.end - b.mentions[0]!.end)
  const mentions = drafts.flatMap((draft, entity) =>
    draft.mentions.map(({ start, end, first, last, form }) => ({
      start,
      end,
      entity,
      type: draft.type,
      form,
      headToken: headOf(tokens, first, last),
    })),
  )
  return {
    entities: drafts.map(draft => entityOf(parts, draft, drafts)),
    mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end),
  }
  function entityOf(all: EntityParts, draft: Draft, others: readonly Draft[]): LocalEntity {
    const { start, end } = draft.mentions[0]!
    const names = namesOf(report.text, draft)
    return {
      id: idOf(report.id, "entity", `${start}-${end}`),
      type: draft.type,
      name: names[0]!,
      aliases: names.slice(1),
      ...(draft.known !== undefined && { known: draft.known }),
      ...(draft.place !== undefined && { place: draft.place }),
      roles: draft.type === "person" ? rolesOf(all, draft, others) : [],
      mentions: draft.mentions.map(mention => ({
        span: { start: mention.start, end: mention.end },
        text: report.text.slice(mention.start, mention.end),
        form: mention.form,
      })),
    }
  }
}

/** Names and places in one list: a name that is a known place carries it, a place within no name is a name of its own. */
function namesAndPlaces(parts: EntityParts): Mentioned[] {
  const { tokens, names, places } = parts
  const mentions: Mentioned[] = []
  const used = new Set<number>()
  let next = 0
  names.forEach((name, at) => {
    while (next < places.length && places[next]!.end <= name.start) next++
    const place = places[next] && places[next]!.start < name.end ? places[next] : undefined
    if (place) used.add(next)
    const fits = place && (name.type === "place" || name.type === "facility")
    if (!fits) {
      mentions.push({ ...name, form: "name" })
      return
    }
    // The longer of the two stretches is the name, unless it reaches into another name.
    const wide = { start: Math.min(name.start, place.start), end: Math.max(name.end, place.end) }
    const free = !((names[at - 1]?.end ?? 0) > wide.start || (names[at + 1]?.start ?? wide.end) < wide.end)
    const type = place.place.precision === "site" ? "facility" : name.type
    const same = free || (place.start === name.start && place.end === name.end)
    mentions.push(same ? mentionOf(tokens, { ...wide, type, place: place.place }) : { ...name, form: "name" })
  })
  let near = 0
  places.forEach((place, index) => {
    while (near < names.length && names[near]!.end <= place.start) near++
    if (used.has(index) || (names[near] && names[near]!.start < place.end)) return
    mentions.push(
      mentionOf(tokens, {
        ...place,
        type: place.place.precision === "site" ? "facility" : "place",
        place: place.place,
      }),
    )
  })
  return mentions.map(mention => withCountry(parts, mention)).sort((a, b) => a.start - b.start)
}

/** Countries have their code as key, so that "U.S." and "United States" are one. */
function withCountry({ report, gazetteer }: EntityParts, mention: Mentioned): Mentioned {
  if (mention.type !== "place" || mention.known !== undefined) return mention
  const code =
    mention.place === undefined
      ? gazetteer.find(nameOf(report.text, mention)).find(entry => entry.kind === "country")?.country
      : mention.place.precision === "country"
        ? mention.place.country
        : undefined
  return code === undefined ? mention : { ...mention, known: code }
}

function mentionOf(
  tokens: readonly Token[],
  { start, end, type, place }: Pick<Mentioned, "start" | "end" | "type"> & { place: NonNullable<Mentioned["place"]> },
): Mentioned {
  const first = tokenAt(tokens, start)
  let last = first + 1
  while (last < tokens.length && tokens[last]!.start < end) last++
  return { first, last, start, end, type, form: "name", place }
}

/** Index of the first token that ends behind the offset, by bisection. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The type most of its names have. A group once called armed stays so. */
function typeOf(draft: Draft): EntityType {
  if (draft.mentions.some(mention => mention.type === "armed-group")) return "armed-group"
  const counts = new Map<EntityType, number>()
  for (const { type } of draft.mentions) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

const ARMED_DEED = /^(?:bomb|kidnap|abduct|behead|ambush|massacre|assassinate)$/
const CLAIMED =
  /^(?:responsibility|attack|bombing|shooting|killing|kidnapping|assault|raid|ambush|blast|explosion|assassination|operation)$/

/** A body on no list that bombs, kidnaps or claims an attack: states and their forces are known by their names. */
function actsArmed({ tokens, report, gazetteer }: EntityParts, draft: Draft): boolean {
  if (draft.known !== undefined || draft.place) return false
  const unknownPlace = draft.type === "place" && gazetteer.find(nameOf(report.text, draft.mentions[0]!)).length === 0
  if (draft.type !== "organization" && draft.type !== "event-name" && !unknownPlace) return false
  return draft.mentions.some(({ first, last }) => {
    const words = tokens.slice(first, last)
    if (words.some(word => organizationHeads.has(word.text) || /^\p{Lu}{2,}$/u.test(word.text))) return false
    return words.some(word => {
      const verb = tokens[word.head]
      if (verb?.upos !== "VERB") return false
      const claims =
        verb.lemma === "claim" && tokens.some(other => other.head === verb.index && CLAIMED.test(other.lemma))
      if (/^nsubj$/.test(word.deprel)) return ARMED_DEED.test(verb.lemma) || claims
      return word.deprel === "obl:agent" && (ARMED_DEED.test(verb.lemma) || claims)
    })
  })
}

/** Distinct names of the entity, the fullest first: long names before acronyms. */
function namesOf(text: string, draft: Draft): string[] {
  const counts = new Map<string, number>()
  for (const mention of draft.mentions) {
    const name = nameOf(text, mention)
    if (mention.form === "name") counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => wordsIn(b) - wordsIn(a) || n - m || b.length - a.length || (a < b ? -1 : 1))
    .map(([name]) => name)
}

function wordsIn(name: string): number {
  return name.split(/\s+/).length
}

/** The token of the mention that depends on a word outside of it. */
function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const { head, upos } = tokens[at]!
    if ((head < first || last <= head) && upos !== "PUNCT") return at
  }
  return last - 1
}
