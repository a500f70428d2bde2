import type { EntityType } from "../../core/value.ts"
import type { Claim } from "./claim-parts.ts"
import { type Context, isIn, sentenceOf } from "./context.ts"
import { addFill, type Draft, fillsOf } from "./draft.ts"
import { fillGroup } from "./fill-roles.ts"
import { findClaims, nearestTo } from "./find-claims.ts"
import { distance } from "./grammar.ts"
import { rootOf } from "./kinds.ts"
import { type Found, participant } from "./values.ts"

/** Sentences back in which a bare "claimed responsibility" may find its event. */
const NEAR = 3

/** Writes who claims, is blamed for or denies an event into the event. A claim that speaks of no event told before is one of its own. */
export function placeClaims(context: Context, drafts: readonly Draft[]): Draft[] {
  const all = [...drafts]
  for (const sentence of context.analysis.sentences)
    for (const claim of findClaims(context, sentence)) {
      const draft = eventOf(context, claim, all)
      if (draft) write(context, draft, claim)
      else if (claim.slot === "claimed-by" && sentence.block.label !== "byline") {
        const created = ownEvent(context, claim)
        if (created) {
          write(context, created, claim)
          if (0 < created.fills.length) all.push(created)
        }
      }
    }
  return all
}

function eventOf(context: Context, claim: Claim, drafts: readonly Draft[]): Draft | undefined {
  const violent = drafts.filter(draft =>
    ["attack", "clash", "overthrow", "plot"].includes(rootOf(context, draft.frame.type)),
  )
  if (claim.about) {
    const own = nearestTo(context, claim.about, violent)
    if (own) return own
    // "for killing 12 people when ...": the nearest event of the sentence that has the dead.
    const inSentence = violent.filter(draft => draft.trigger.sentence === claim.predicate.sentence)
    const near = inSentence.filter(draft => distance(context, draft.trigger, claim.about!) <= 8)
    if (near.length === 1) return near[0]
    if (!isIn(context, claim.about, "attack-words")) return undefined
  }
  const inSentence = violent.filter(
    draft =>
      draft.trigger.sentence === claim.predicate.sentence &&
      draft.trigger.index < claim.predicate.index &&
      draft.status === "occurred",
  )
  if (inSentence.length === 1) return inSentence[0]
  const sentence = sentenceOf(context, claim.predicate)
  return violent.findLast(draft => {
    const back = sentence.index - draft.trigger.sentence
    return (
      0 < back &&
      back <= NEAR &&
      sentence.blockIndex - sentenceOf(context, draft.trigger).blockIndex <= 2 &&
      !draft.plural &&
      draft.status === "occurred"
    )
  })
}

function write(context: Context, draft: Draft, claim: Claim): void {
  const found = asLand(context, participant(context, claim.who))
  if (!found || !canAct(context, claim, found.value.kind === "entity" ? found.value.type : undefined)) return
  if (claim.predicate.sentence === draft.trigger.sentence) draft.carriers.add(claim.predicate.index)
  if (claim.slot === "claimed-by" && draft.status === "alleged") draft.status = "occurred"
  // Who is said to have done it has only one entry per source; the doer the sentence itself names stays.
  const known = fillsOf(draft, claim.slot).some(fill => fill.token === claim.who.index && fill.status === claim.status)
  if (known) return
  if (claim.status !== undefined)
    draft.fills = draft.fills.filter(fill => !(fill.slot === "perpetrator" && fill.token === claim.who.index))
  addFill(draft, {
    slot: claim.slot,
    value: found.value,
    span: found.span,
    token: claim.who.index,
    rule: claim.rule,
    attribution: claim.attribution,
    ...(claim.status ? { status: claim.status } : {}),
  })
  if (claim.slot === "claimed-by" && found.value.kind === "text")
    fillGroup(context, draft, claim.slot, found, claim.rule)
}

/** Letters that a land's name and the adjective made of it share, at least, and the land's letters that may be missing: "Iran", "Russia-n", "Ukrain-ian". */
const LEAST_SHARED = 4
const MOST_MISSING = 1

/** "No Ruritanian involvement" speaks of Ruritania, where the report names it too. */
function asLand(context: Context, found: Found | undefined): Found | undefined {
  const value = found?.value
  if (value?.kind !== "entity" || value.type !== "nationality") return found
  const adjective = value.name.toLowerCase()
  const lands = context.analysis.entities.filter(({ type, place, name }) => {
    if (type !== "place" || place?.precision !== "country") return false
    const land = name.toLowerCase()
    const shared = [...land].findIndex((letter, index) => adjective[index] !== letter)
    return shared < 0 || Math.max(LEAST_SHARED, land.length - MOST_MISSING) <= shared
  })
  // "Nigerian" goes on where "Niger" ends, and further with "Nigeria".
  const [land] = lands.toSorted((a, b) => b.name.length - a.name.length)
  return land ? { ...found!, value: { ...value, entityId: land.id, type: land.type, name: land.name } } : found
}

function canAct(context: Context, claim: Claim, type: EntityType | undefined): boolean {
  if (claim.who.upos === "PROPN" && type === undefined) return true
  if (type !== undefined) return type !== "event-name" && type !== "facility"
  return [
    "armed-agents",
    "soft-agents",
    "security-forces",
    "people",
    "group-nouns",
    "troop-nouns",
    "speaker-nouns",
    "leader-nouns",
  ].some(name => isIn(context, claim.who, name))
}

function ownEvent(context: Context, claim: Claim): Draft | undefined {
  const frame = context.pack.frames.find(each => each.id === "attack-noun")
  if (!frame) return undefined
  return {
    frame,
    trigger: claim.predicate,
    span: claim.span,
    top: claim.predicate,
    rule: claim.rule,
    subtype: frame.type,
    status: "occurred",
    carriers: new Set([claim.predicate.index]),
    fills: [],
    attribution: [],
    background: false,
    plural: false,
    needsAnchor: false,
  }
}
