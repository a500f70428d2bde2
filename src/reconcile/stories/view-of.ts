import { daysOf } from "../../core/edtf.ts"
import type { Reading } from "../../core/reading.ts"
import { type StoryView, storyView } from "./story-view.ts"

/** A report of fewer words with content does not say which story it tells. */
const LEAST_WORDS = 30

/** What a report tells its story by; undefined for one too short to say. */
export function viewOf({ report }: Reading): StoryView | undefined {
  const title = report.title?.value ?? report.text.split("\n", 1)[0]!
  const published = report.published && daysOf(report.published.time.edtf)
  const view = storyView(report.id, title, report.text, published)
  return LEAST_WORDS <= view.length ? view : undefined
}
