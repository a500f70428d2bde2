import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"

/** A part of the screen below the facts. `note` stands beside its heading. */
export interface SectionHead {
  readonly key: "tolls" | "blame" | "warned" | "map" | "said" | "tellings" | "related"
  readonly heading: string
  readonly note: string
  /** How much is there, for the list of parts. */
  readonly count?: number
}

/** The parts that this incident has. */
export function sectionsOf({ tolls, blame, warnings, places, said, mentions, reports, related }: IncidentView) {
  // One day alone is no movement; the fact says it all.
  const isMoving = tolls.some(({ points }) => 1 < new Set(points.flatMap(({ day }) => (day === "" ? [] : [day]))).size)
  const all: readonly (SectionHead & { readonly has: boolean })[] = [
    {
      key: "tolls",
      heading: "How the toll moved",
      note: "by the day on which reports came out",
      has: isMoving,
    },
    {
      key: "blame",
      heading: "Claims, blame and denials",
      note: "competing statements, none of them a verdict",
      has: 0 < blame.length,
    },
    { key: "warned", heading: "Warned before", note: "", count: warnings.length, has: 0 < warnings.length },
    { key: "map", heading: "Where", note: "drawn as exactly as it is known", has: 0 < places.length },
    { key: "said", heading: "Said about it", note: `${said.total}`, count: said.total, has: 0 < said.total },
    {
      key: "tellings",
      heading: "Reports that tell it",
      note: `${mentions.total} tellings`,
      count: reports.length,
      has: true,
    },
    {
      key: "related",
      heading: "Related incidents",
      note: "by what they share",
      count: related.length,
      has: 0 < related.length,
    },
  ]
  return all.filter(({ has }) => has)
}
