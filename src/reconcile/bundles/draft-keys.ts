import { idOf } from "../../core/id.ts"
import type { Decision } from "../../core/store.ts"
import { DecisionBook } from "../decisions/decision-book.ts"
import { groupBy } from "../union.ts"
import type { Bundle } from "./bundle-book.ts"
import { reportsAbout } from "./ties.ts"

/** Names what the draft of a bundle rests on beside the readings of its reports: how they are told as stories, and what people decided about them, in order. */
export type DraftKeys = (bundle: Bundle) => string

/**
 * The keys of drafts under these decisions. `hasCopies`: whether two reports of a bundle have the same words; what is decided about one is then
 * decided about the other, so its draft rests on all decisions. Any other rests on those alone that change what is read together.
 */
export function draftKeys(decisions: readonly Decision[], hasCopies: (bundle: Bundle) => boolean): DraftKeys {
  const holding = new Set(new DecisionBook(decisions).all)
  const about = decisions.map((decision, order) => {
    const reports = reportsAbout([decision], decisions)
    const changes = holding.has(decision) && changesDrafts(decision)
    return { order, changes, text: JSON.stringify(decision), reports: reports && [...reports] }
  })
  const ofAll = about.filter(({ reports }) => reports === undefined)
  const byReport = groupBy(
    about.flatMap(one => (one.reports ?? []).map(report => ({ report, one }))),
    ({ report }) => report,
  )
  return bundle => {
    const own = bundle.stories.flatMap(ids => ids.flatMap(id => byReport.get(id)?.map(({ one }) => one) ?? []))
    const all = [...new Set([...ofAll, ...own])].sort((a, b) => a.order - b.order)
    const decided = all.filter(({ changes }) => changes || hasCopies(bundle)).map(({ text }) => text)
    return decided.length === 0 ? nameOf(bundle) : idOf(nameOf(bundle), JSON.stringify(decided))
  }
}

/** Whether a decision is looked at when reports are read together; the others change the finished case. */
function changesDrafts({ action, value }: Decision): boolean {
  if (action === "accept" || action === "hide" || action === "grade") return false
  return action !== "correct" || (value as { readonly value?: unknown } | null)?.value !== undefined
}

const names = new WeakMap<Bundle, string>()

function nameOf(bundle: Bundle): string {
  const name = names.get(bundle) ?? idOf("draft", JSON.stringify([bundle.stories, bundle.short]))
  names.set(bundle, name)
  return name
}
