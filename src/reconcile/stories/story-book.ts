import type { CaseReport } from "../case-report.ts"
import { joinStories } from "./join-stories.ts"
import { storyView } from "./story-view.ts"

/** A report of fewer words with content does not say which story it tells. */
const LEAST_WORDS = 30

/** Which reports of a case tell one story. */
export class StoryBook {
  readonly #storyOf = new Map<string, string>()

  constructor(reports: readonly CaseReport[]) {
    const views = reports
      .map(({ id, report, publishedDays }) =>
        storyView(id, report.title?.value ?? report.text.split("\n", 1)[0]!, report.text, publishedDays),
      )
      .filter(({ length }) => LEAST_WORDS <= length)
    for (const ids of joinStories(views)) for (const id of ids) this.#storyOf.set(id, ids[0]!)
  }

  /** Key of the story of a report: the smallest id among its reports. Undefined for reports too short to say. */
  readonly storyOf = (reportId: string): string | undefined => this.#storyOf.get(reportId)
}
