import { timesOverlap } from "../../core/edtf.ts"
import { type Context, isIn, sentenceOf } from "./context.ts"
import { type Draft, type Fill, fillsOf } from "./draft.ts"
import { below, firstOf, isVerb } from "./grammar.ts"
import { isDefinite, isNarrower, isViolent, rootOf } from "./kinds.ts"

/** Sentences back in which "the attack" may find what it means when more than one attack was told. */
const NEAR = 3

/** Joins "the attack", "the violence", "Friday's attack" to the first telling of the same event in the report, when it is clear which. */
export function linkRetellings(context: Context, drafts: readonly Draft[]): void {
  // For each anchor all that the report has said of it so far: a draft with the fills of all its tellings.
  const views: Draft[] = []
  const anchorOf = new Map<Draft, Draft>()
  const lastTold = new Map<Draft, number>()
  for (const draft of drafts) {
    if (!isViolent(context, draft) || !isFact(draft)) continue
    const told = draft.plural ? views.filter(view => isPairOf(view, draft)) : views
    const view = findAnchor(context, draft, told, lastTold, feared(context, drafts, draft))
    if (view) {
      draft.sameAs = anchorOf.get(view)!
      draft.plural = false
      // What a page tells a thousand times over is held once.
      const held = new Set(view.fills.map(keyOf))
      view.fills.push(...draft.fills.filter(fill => !held.has(keyOf(fill))))
      lastTold.set(view, draft.trigger.sentence)
      continue
    }
    const bare =
      (draft.frame.gate === "reference" || draft.needsAnchor) && fillsOf(draft, "killed", "where", "when").length === 0
    if (draft.plural || bare) continue
    const own = { ...draft, fills: [...draft.fills] }
    anchorOf.set(own, draft)
    views.push(own)
  }
}

function keyOf({ slot, value, status, attribution }: Fill): string {
  const own = value.kind === "time" ? `${value.edtf} ${value.text}` : value.kind === "entity" ? value.entityId : ""
  const words = value.kind === "place" ? [value.name, ...(value.within ?? [])].join() : value.text
  return [slot, value.kind, own, words, status, attribution?.length].join("|")
}

/** "the bombings" may mean "twin bombings". */
function isPairOf(anchor: Draft, draft: Draft): boolean {
  return anchor.trigger.xpos === "NNS" && anchor.trigger.lemma === draft.trigger.lemma
}

function isFact(draft: Draft): boolean {
  return draft.status === "occurred" || draft.status === "attempted" || draft.status === "alleged"
}

function findAnchor(
  context: Context,
  draft: Draft,
  anchors: readonly Draft[],
  lastTold: ReadonlyMap<Draft, number>,
  warnedOf: Draft | undefined,
): Draft | undefined {
  const back = (anchor: Draft) => draft.trigger.sentence - (lastTold.get(anchor) ?? anchor.trigger.sentence)
  const compatible = anchors.filter(anchor => anchor.trigger !== draft.trigger && isCompatible(context, anchor, draft))
  if (compatible.length === 0) return undefined
  const proven = compatible.filter(anchor => hasSameDayAndPlace(anchor, draft) || isSameWeekAndTown(anchor, draft))
  if (0 < proven.length) return proven.at(-1)
  if (!isDefinite(context, draft) && !harmsKnown(context, draft)) {
    // The first telling after a title that names the same place.
    const title = compatible.find(anchor => sentenceOf(context, anchor.trigger).block.label === "title")
    const first =
      draft.trigger.sentence < 5 && title && samePlace(title, draft) && !compatible.some(anchor => anchor !== title)
    return first ? title : undefined
  }
  const sharing = compatible.filter(anchor => samePlace(anchor, draft) || sameTime(anchor, draft))
  if (sharing.length === 1) return sharing[0]
  if (1 < sharing.length) return sharing.findLast(anchor => back(anchor) <= NEAR)
  // With a place or a day of its own it must share one of them with the anchor, or say what the anchor leaves out:
  // "the bombing of the terminal" and then "Tuesday's explosion".
  if (0 < fillsOf(draft, "where").length || isDated(draft)) {
    const only = compatible.length === 1 ? compatible[0]! : undefined
    return only && back(only) <= 2 * NEAR && isKin(only, draft, context) && completes(only, draft) ? only : undefined
  }
  // "They knew of a planned attack in Porto. The group bears responsibility for this attack": the one in Porto.
  const foreseen = warnedOf ? compatible.filter(anchor => samePlace(anchor, warnedOf)) : []
  if (foreseen.length === 1) return foreseen[0]
  const near = compatible.filter(anchor => back(anchor) <= NEAR)
  if (near.length === 1) return near[0]
  if (compatible.length === 1) return compatible[0]
  // Nothing near: what the report is about, where all others are told as background.
  const current = compatible.filter(anchor => !anchor.background)
  if (near.length === 0 && current.length === 1) return current[0]
  // Several attacks near: only one told in the sentence itself or right before is clear.
  const closest = near.filter(anchor => back(anchor) <= 1)
  return closest.length === 1 ? closest[0] : undefined
}

/** The deed that was only planned or feared when it was spoken of, right before "this attack". */
function feared(context: Context, drafts: readonly Draft[], draft: Draft): Draft | undefined {
  const isThis = below(context, draft.trigger, "det").some(child => child.lemma.toLowerCase() === "this")
  if (!isThis) return undefined
  const back = (other: Draft) => draft.trigger.sentence - other.trigger.sentence
  return drafts.findLast(
    other => isViolent(context, other) && other.status === "planned" && 0 < back(other) && back(other) <= NEAR,
  )
}

/** "the victim was shot", "he was stabbed": somebody the report has told of before. */
function harmsKnown(context: Context, draft: Draft): boolean {
  if (!isVerb(draft.trigger)) return false
  const harmed = fillsOf(draft, "target").map(fill => context.analysis.tokens[fill.token])
  return harmed.some(
    token =>
      token !== undefined &&
      (/^(?:he|him|she|her|they|them)$/i.test(token.text) ||
        (isIn(context, token, "people") &&
          (/^(?:the|that|this)$/i.test(firstOf(context, token).text) ||
            below(context, token, "nmod:poss").length > 0))),
  )
}

function isCompatible(context: Context, anchor: Draft, draft: Draft): boolean {
  if (rootOf(context, anchor.frame.type) !== rootOf(context, draft.frame.type)) return false
  // Two that one sentence counts up side by side are two.
  if (anchor.trigger.head === draft.trigger.index || draft.trigger.head === anchor.trigger.index) return false
  const taken = [anchor, draft].filter(each => TAKING.has(each.subtype)).length
  if (taken === 1 && anchor.subtype !== "attack" && draft.subtype !== "attack") return false
  if (!isKin(anchor, draft, context) && !VAGUE.has(anchor.subtype) && !VAGUE.has(draft.subtype)) return false
  if (fillsOf(anchor, "where").length > 0 && fillsOf(draft, "where").length > 0 && !samePlace(anchor, draft))
    return false
  if (isDated(anchor) && isDated(draft) && !sameTime(anchor, draft)) return false
  for (const slot of ["perpetrator", "target"]) {
    const ids = [anchor, draft].map(each =>
      fillsOf(each, slot).flatMap(fill =>
        fill.value.kind === "entity" && fill.status === undefined && fill.attribution === undefined
          ? [fill.value.entityId]
          : [],
      ),
    )
    if (ids[0]!.length > 0 && ids[1]!.length > 0 && !ids[0]!.some(id => ids[1]!.includes(id))) return false
  }
  // "another attack", "a second bombing"
  return (
    !below(context, draft.trigger, "det", "amod").some(child =>
      [
        "another",
        "other",
        "second",
        "third",
        "separate",
        "previous",
        "earlier",
        "similar",
        "such",
        "any",
        "every",
        "each",
        "no",
      ].includes(child.lemma.toLowerCase()),
    ) && !isIn(context, draft.trigger, "memorials")
  )
}

/** The same kind of deed, or one kind of the other; a bare "attack" is kin only to another. */
function isKin(anchor: Draft, draft: Draft, context: Context): boolean {
  const [a, b] = [anchor.subtype, draft.subtype]
  return a === b || (a !== "attack" && isNarrower(context, b, a)) || (b !== "attack" && isNarrower(context, a, b))
}

/** Taking people or vehicles is never retold as a killing. */
const TAKING: ReadonlySet<string> = new Set(["kidnapping", "hostage-taking", "hijacking"])

/** Kinds of attack that are often told by another word: a storming is called a shooting, a massacre an attack. */
const VAGUE = new Set([
  "attack",
  "storming",
  "killing",
  "massacre",
  "suicide-attack",
  "hostage-taking",
  "assassination",
  "ambush",
])

function samePlace(one: Draft, other: Draft): boolean {
  const [a, b] = [one, other].map(draft =>
    fillsOf(draft, "where").flatMap(fill => (fill.value.kind === "place" ? [fill.value] : [])),
  )
  return a!.some(x => b!.some(y => x.name === y.name || x.within?.includes(y.name) || y.within?.includes(x.name)))
}

/** No place and no day that both have: nothing they say can clash. */
function completes(anchor: Draft, draft: Draft): boolean {
  return (
    !(isDated(anchor) && isDated(draft)) && !(fillsOf(anchor, "where").length > 0 && fillsOf(draft, "where").length > 0)
  )
}

function isDated(draft: Draft): boolean {
  return fillsOf(draft, "when").some(fill => fill.value.kind === "time" && fill.value.edtf !== "")
}

function sameTime(one: Draft, other: Draft): boolean {
  const [a, b] = [one, other].map(draft =>
    fillsOf(draft, "when").flatMap(fill => (fill.value.kind === "time" ? [fill.value] : [])),
  )
  // In a report without a date "Friday" has no value; the same word is still the same day.
  return a!.some(x =>
    b!.some(y => timesOverlap(x.edtf, y.edtf) || (x.edtf === "" && y.edtf === "" && x.text === y.text)),
  )
}

function hasSameDayAndPlace(one: Draft, other: Draft): boolean {
  const days = [one, other].map(draft =>
    fillsOf(draft, "when").flatMap(fill =>
      fill.value.kind === "time" && ["day", "daypart", "hour", "instant"].includes(fill.value.precision)
        ? [fill.value.edtf]
        : [],
    ),
  )
  return samePlace(one, other) && days[0]!.some(x => days[1]!.some(y => timesOverlap(x, y)))
}

/** The same town and times that cover each other, as in "last week" and "on Friday". */
function isSameWeekAndTown(one: Draft, other: Draft): boolean {
  const towns = [one, other].every(draft =>
    fillsOf(draft, "where").some(
      fill =>
        fill.value.kind === "place" &&
        ["site", "vicinity", "settlement", "near-settlement"].includes(fill.value.precision),
    ),
  )
  const weeks = [one, other].every(draft =>
    fillsOf(draft, "when").some(
      fill =>
        fill.value.kind === "time" &&
        // An unsure week proves nothing: "last week" of a Monday.
        !fill.value.edtf.includes("~") &&
        ["week", "range", "day", "daypart", "hour", "instant"].includes(fill.value.precision),
    ),
  )
  return towns && weeks && samePlace(one, other) && sameTime(one, other)
}
