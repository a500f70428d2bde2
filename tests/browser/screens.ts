/** Ids of the open case that addresses of screens need. */
export interface StoryIds {
  /** Of the incident that most reports tell. */
  readonly incident: string
  readonly report: string
  /** A report that shares passages with it. */
  readonly other: string
  readonly person: string
}

/** A screen as tests and screenshots know it. */
export interface Screen {
  /** Its file name in docs/screens. */
  readonly name: string
  readonly path: string | ((ids: StoryIds) => string)
  /** What its first heading says, on the sample story. */
  readonly heading: RegExp
  /** The link of the navigation that leads there; absent when another screen does. */
  readonly link?: RegExp
  /** The line at which the pointer stands on a picture of it, so that the words behind it are shown. */
  readonly point?: string
}

/** Every screen, in the order of the navigation. */
export const screens: readonly Screen[] = [
  { name: "brief", path: "/", heading: /bombing of the ferry terminal/i, link: /^brief/i, point: "killed" },
  { name: "incidents", path: "/incidents", heading: /^incidents/i, link: /^incidents/i, point: "Arrest of 2 men" },
  {
    name: "incident",
    path: ({ incident }) => `/incidents/${incident}`,
    heading: /bombing of the ferry terminal/i,
    point: "killed",
  },
  { name: "timeline", path: "/timeline", heading: /^timeline/i, link: /^timeline/i },
  { name: "warnings", path: "/warnings", heading: /warnings/i, link: /^warnings/i, point: "Canadian Embassy" },
  { name: "reports", path: "/reports", heading: /^reports/i, link: /^reports/i },
  { name: "origins", path: "/reports/origins", heading: /./ },
  { name: "comparison", path: ({ report, other }) => `/reports/compare?a=${report}&b=${other}`, heading: /./ },
  { name: "reader", path: ({ report }) => `/reports/${report}`, heading: /./ },
  { name: "people", path: "/people", heading: /^people and groups$/i, link: /^people/i, point: "Austral Tide" },
  { name: "person", path: ({ person }) => `/people/${person}`, heading: /./, point: "founded" },
  { name: "statements", path: "/statements", heading: /^statements$/i, link: /^statements/i, point: "declined" },
  { name: "review", path: "/review", heading: /^review$/i, link: /^review/i },
  { name: "agreed", path: "/review/agreed", heading: /two or more proven origins/i },
  { name: "log", path: "/review/log", heading: /^log of decisions$/i },
  { name: "search", path: "/search?q=ferry", heading: /^search/i, link: /^search/i },
  { name: "add", path: "/add", heading: /^add reports/i, link: /^add reports/i },
  { name: "help", path: "/help", heading: /^help$/i, link: /^help/i },
]

/** The address of a screen on this story. */
export function pathOf({ path }: Screen, ids: StoryIds): string {
  return typeof path === "string" ? path : path(ids)
}
