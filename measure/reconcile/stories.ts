import { daysOf } from "../../src/core/edtf.ts"
import { joinStories } from "../../src/reconcile/stories/join-stories.ts"
import { storyView } from "../../src/reconcile/stories/story-view.ts"
import type { Figure, Part, Run } from "../part.ts"
import { incidentReports } from "../read/incident-reports.ts"
import { type StoryReport, subTopics, triplets } from "../read/story-reports.ts"
import { bCubed, groupingFigure, groupsOf, pairwise } from "./grouping.ts"

/** Shooting reports into incidents, by the words of whole reports. */
export const stories: Part<StoryReport> = {
  name: "stories",
  about: "reports into stories: shooting reports by incident",
  format: {
    ...incidentReports,
    read: file =>
      incidentReports.read(file).map(({ id, title, text, published, incident }) => ({
        id,
        story: incident.incident_id,
        title,
        text: `${title}\n\n${text}`,
        published,
      })),
  },
  documents: "reports",
  measure: grouped,
}

export const storyTriplets: Part<StoryReport> = {
  name: "triplets",
  about: "reports into stories: three outlets on each event",
  format: triplets,
  documents: "reports",
  measure: grouped,
}

export const storyTopics: Part<StoryReport> = {
  name: "sub-topics",
  about: "reports into stories: topics with two stories that look alike",
  format: subTopics,
  documents: "reports",
  measure: grouped,
}

function grouped(reports: readonly StoryReport[], run: Run): Figure[] {
  const gold = new Map(reports.map(({ id, story }) => [id, story]))
  const titles = new Map(reports.map(({ id, title, story }) => [id, `${story} ${title}`]))
  const before = process.cpuUsage()
  const sets = joinStories(
    reports.map(({ id, title, text, published }) =>
      storyView(id, title, text, published === "" ? undefined : daysOf(published)),
    ),
  )
  const { user, system } = process.cpuUsage(before)
  const found = new Map(sets.flatMap(ids => ids.map(id => [id, ids[0]!] as const)))
  for (const ids of groupsOf(gold).values()) {
    const parts = groupsOf(new Map(ids.map(id => [id, found.get(id)!])))
    for (const part of [...parts.values()].slice(1)) run.wrong("story torn apart", titles.get(part[0]!)!)
  }
  for (const ids of sets)
    if (new Set(ids.map(id => gold.get(id))).size > 1)
      run.wrong("stories in one", ids.map(id => titles.get(id)!).join(" | "))
  const sizes = `${groupsOf(gold).size} stories, ${sets.length} found`
  return [
    groupingFigure("B-cubed F1", bCubed(found, gold), gold.size, "reports", sizes),
    groupingFigure("pairs of reports F1", pairwise(found, gold), gold.size, "reports"),
    { name: "stories found in", value: (user + system) / 1e6, unit: "s", of: gold.size, items: "reports" },
  ]
}
