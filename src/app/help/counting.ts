import type { Origin, OriginCount } from "../../core/casefile.ts"

/** A report of the worked example: what it does, and the origin that it leads to. */
export interface ExampleReport {
  readonly name: string
  readonly does: string
  readonly origin: string
  readonly kind: Origin["kind"]
  readonly proven: boolean
}

/** Five made-up reports of one fire; a test counts them with the engine's own count. */
export const exampleReports: readonly ExampleReport[] = [
  {
    name: "Agency",
    does: "a wire story: nine dead",
    origin: "Agency",
    kind: "wire",
    proven: true,
  },
  {
    name: "Morning Post",
    does: "prints the wire story, with credit",
    origin: "Agency",
    kind: "wire",
    proven: true,
  },
  {
    name: "City Web",
    does: "the same story in other words, without credit",
    origin: "Agency",
    kind: "wire",
    proven: true,
  },
  {
    name: "River Daily",
    does: "“a nurse told River Daily”: it spoke to somebody itself",
    origin: "River Daily",
    kind: "own-reporting",
    proven: true,
  },
  {
    name: "Evening News",
    does: "nine dead, in its own words; it does not say from whom",
    origin: "Evening News",
    kind: "unproven",
    proven: false,
  },
]

/** What comes of them: at least two origins, at most three. */
export const exampleOrigins: OriginCount = { low: 2, high: 3, names: ["Agency", "Evening News", "River Daily"] }
