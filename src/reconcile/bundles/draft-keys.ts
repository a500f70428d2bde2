import { idOf } from "../../core/id.ts"
import type { Decision } from "../../core/store.ts"
import { groupBy } from "../union.ts"
import type { Bundle } from "./bundle-book.ts"
import { reportsAbout } from "./ties.ts"

/** What the draft of a bundle rests on beside the readings of its reports: how they are told as stories, and what people decided about them, in order. */
export function draftKeys(decisions: readonly Decision[]): (bundle: Bundle) => string {
  const about = decisions.map((decision, order) => {
    const reports = reportsAbout([decision], decisions)
    return { order, text: JSON.stringify(decision), reports: reports && [...reports] }
  })
  const ofAll = about.filter(({ reports }) => reports === undefined)
  const byReport = groupBy(
    about.flatMap(one => (one.reports ?? []).map(report => ({ report, one }))),
    ({ report }) => report,
  )
  return ({ stories, short }) => {
    const own = new Set([...ofAll, ...stories.flat().flatMap(id => (byReport.get(id) ?? []).map(({ one }) => one))])
    const decided = [...own].sort((a, b) => a.order - b.order).map(({ text }) => text)
    return idOf("draft", JSON.stringify([stories, short, decided]))
  }
}
