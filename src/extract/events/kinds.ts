import { type Context, sibling } from "./context.ts"
import type { Draft } from "./draft.ts"
import { below, firstOf } from "./grammar.ts"

/** Root of the type's hierarchy: "attack" for "suicide-bombing". */
export function rootOf(context: Context, type: string): string {
  return context.roots.get(type) ?? type
}

/** True when `one` lies below `other` in the hierarchy, or refines a suicide attack to a bombing. */
export function isNarrower(context: Context, one: string, other: string): boolean {
  if (one === other) return false
  if (one === "suicide-attack" && other === "bombing") return false
  return context.wider.get(one)?.includes(other) ?? false
}

/** True for drafts that only say "killed": they give way to an event that says how. */
export function isKillVerb(draft: Draft): boolean {
  return ["kill-verb", "force-kill-verb", "wound-verb"].includes(draft.frame.id)
}

/** Types that "the attack" or "the violence" can mean. */
export function isViolent(context: Context, draft: Draft): boolean {
  return ["attack", "clash"].includes(rootOf(context, draft.frame.type))
}

/** "the attack", "that bombing", "Friday's attack", "the Perth attack", not "an attack" or a bare noun. */
export function isDefinite(context: Context, draft: Draft): boolean {
  if (draft.frame.pos !== "noun") return false
  const first = firstOf(context, draft.trigger)
  const words = [first, sibling(context, first, -1)].map(token => token?.text.toLowerCase())
  if (words.some(word => word !== undefined && ["the", "this", "that", "these", "those"].includes(word))) return true
  return (
    below(context, draft.trigger, "nmod:poss").length > 0 ||
    /^(friday|saturday|sunday|monday|tuesday|wednesday|thursday|yesterday)['’]s$/i.test(first.text)
  )
}

/** True for deeds of force, plots and operations included: what does not happen is told of them too. */
export function isOfViolence(context: Context, draft: Draft): boolean {
  return context.pack.types.find(type => type.key === rootOf(context, draft.frame.type))?.family === "violence"
}
