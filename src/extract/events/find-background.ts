import { daysOf } from "../../core/edtf.ts"
import { headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import { type Draft, fillsOf } from "./draft.ts"
import { firstOf, isNoun, prepositionOf } from "./grammar.ts"

/** Days between an event and the publication after which it is background to the story. */
const BACKGROUND_DAYS = 60

/** Whether an event is told as past to the story: by its date, "five years ago", "a year after the bombing", an anniversary. */
export function isBackground(context: Context, draft: Draft): boolean {
  const times = fillsOf(draft, "when").flatMap(fill => (fill.value.kind === "time" ? [fill.value] : []))
  for (const time of times) {
    if (isDatedBefore(context, time.edtf)) return true
    if (daysOf(time.edtf) && context.analysis.report.published) return false
    if (/\b(ago|earlier|last year|previous|past)\b/i.test(time.text) && LONG.test(time.text)) return true
  }
  const near = [1, 2, 3].map(step => sibling(context, draft.trigger, -step))
  if (near.some(token => token !== undefined && PAST.has(token.lemma.toLowerCase()))) return true
  return (
    draft.frame.pos === "noun" &&
    (isLongAfter(context, draft) || isRemembered(context, draft) || isOfYear(context, draft))
  )
}

const PAST: ReadonlySet<string> = new Set(["previous", "earlier", "past", "former"])
const LONG = /\b(years?|decades?|months)\b/i

function isDatedBefore(context: Context, edtf: string): boolean {
  const published = daysOf(context.analysis.report.published?.time.edtf ?? "")
  const days = daysOf(edtf)
  return days !== undefined && published !== undefined && days.last < published.first - BACKGROUND_DAYS
}

/** "twenty years after the bombing", "ten years on, nobody has been charged over the killing". */
function isLongAfter(context: Context, draft: Draft): boolean {
  const before = sibling(context, firstOf(context, draft.trigger), -1)
  const unit = before && sibling(context, before, -1)
  if (before?.text.toLowerCase() === "after" && unit && /^(years?|decades?)$/i.test(unit.text)) return true
  const [first, second, third] = tokensOf(context, sentenceOf(context, draft.trigger))
  return (
    first?.upos === "NUM" && /^(years|decades)$/i.test(second?.text ?? "") && /^(on|later)$/i.test(third?.text ?? "")
  )
}

/** "the anniversary of the attack", "a memorial to the massacre". */
function isRemembered(context: Context, draft: Draft): boolean {
  const head = headOf(context.analysis, draft.trigger)
  return (
    head !== undefined &&
    isNoun(head) &&
    isIn(context, head, "memorials") &&
    ["of", "to", "for"].includes(prepositionOf(context, draft.trigger))
  )
}

/** "the last bombing was in 2019": the year is the predicate. */
function isOfYear(context: Context, draft: Draft): boolean {
  const head = headOf(context.analysis, draft.trigger)
  const time = head && context.analysis.times.find(each => each.start <= head.start && head.end <= each.end)
  return time !== undefined && isDatedBefore(context, time.time.edtf)
}
