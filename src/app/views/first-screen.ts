import type { CaseFile } from "../../core/casefile.ts"
import { briefView } from "./brief-view.ts"
import { indexCase } from "./case-index.ts"
import { caseView, daysView, reportHeads } from "./case-view.ts"

const views = { "/case": caseView, "/days": daysView, "/report-heads": reportHeads, "/brief": briefView }

/** The answers that the first screen of a case asks for, by the path of their view, as JSON ready to be sent: they are shown while the rest is still loaded. */
export type FirstScreen = Readonly<Record<keyof typeof views, string>>

export const isFirst = (path: string): path is keyof FirstScreen => Object.hasOwn(views, path)

export function firstScreen(caseFile: CaseFile): FirstScreen {
  const index = indexCase(caseFile)
  return Object.fromEntries(
    Object.entries(views).map(([path, view]) => [path, JSON.stringify(view(index))]),
  ) as unknown as FirstScreen
}
