import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router"
import { Frame } from "./frame/Frame.tsx"
import { BriefScreen } from "./screens/brief/BriefScreen.tsx"
import { toIncidentsSearch } from "./screens/incidents/search.ts"
import { timelineSearch } from "./screens/timeline/search.ts"
import { warningsSearch } from "./screens/warnings/search.ts"
import { NoSuchPlace } from "./states/NoSuchPlace.tsx"
import { ScreenFailed } from "./states/ScreenFailed.tsx"

/** What every address may carry: the day whose knowledge is shown, and how values are chosen. */
interface CaseSearch {
  asOf?: string
  policy?: string
}

/** The text under that name, or nothing: an address is typed by anybody. */
export const textOf = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name]
  return typeof value === "string" && value !== "" ? value : undefined
}

/** Those of the names that the address carries, as text: the router reads "9" as a number. */
const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): { [name in Name]?: string } =>
    Object.fromEntries(
      names.flatMap(name => {
        const value = search[name]
        const text = typeof value === "number" || typeof value === "boolean" ? String(value) : textOf(search, name)
        return text === undefined ? [] : [[name, text]]
      }),
    ) as { [name in Name]?: string }

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NoSuchPlace,
  errorComponent: ScreenFailed,
  validateSearch: (search: Record<string, unknown>): CaseSearch => {
    // A year alone is read as a number by the router.
    const asOf = typeof search.asOf === "number" ? String(search.asOf) : textOf(search, "asOf")
    const policy = textOf(search, "policy")
    return { ...(asOf !== undefined && { asOf }), ...(policy !== undefined && { policy }) }
  },
  search: { middlewares: [retainSearchParams(["asOf", "policy"])] },
})

const brief = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: BriefScreen,
  // Facts and items that are open, by the beginnings of their ids with stops between.
  validateSearch: (search: Record<string, unknown>): { open?: string } => {
    const open = typeof search.open === "number" ? String(search.open) : textOf(search, "open")
    return open === undefined ? {} : { open }
  },
})

const ahead: (() => Promise<unknown>)[] = []

/** A screen whose code is loaded when it is first opened, or ahead. */
const lazyScreen: typeof lazyRouteComponent = (load, name) => {
  const screen = lazyRouteComponent(load, name)
  ahead.push(load)
  return screen
}

/** Loads the code of all screens, each when the browser has nothing else to do, so that none is waited for. What fails is loaded again when it is opened. */
export async function loadAhead(): Promise<void> {
  const rest = () =>
    new Promise<unknown>(done =>
      "requestIdleCallback" in globalThis ? requestIdleCallback(done) : setTimeout(done, 200),
    )
  for (const load of ahead) {
    await rest()
    await load().catch(() => {})
  }
}

// Every screen but the first:
// createRoute({ getParentRoute: () => root, path: "/x/$id", validateSearch, component: lazyScreen(() => import("./screens/x/XScreen.tsx"), "XScreen") })
const incidents = createRoute({
  getParentRoute: () => root,
  path: "/incidents",
  component: lazyScreen(() => import("./screens/incidents/IncidentsScreen.tsx"), "IncidentsScreen"),
  validateSearch: toIncidentsSearch,
})

const incident = createRoute({
  getParentRoute: () => root,
  path: "/incidents/$id",
  component: lazyScreen(() => import("./screens/incident/IncidentScreen.tsx"), "IncidentScreen"),
  // Open facts by slot with commas between them, or "all"; names "all" where those of victims are shown.
  validateSearch: (search: Record<string, unknown>): { open?: string; names?: string } => {
    const open = textOf(search, "open")
    return { ...(open !== undefined && { open }), ...(search.names === "all" && { names: "all" }) }
  },
})

const add = createRoute({
  getParentRoute: () => root,
  path: "/add",
  component: lazyScreen(() => import("./screens/add/AddScreen.tsx"), "AddScreen"),
  validateSearch: (search: Record<string, unknown>): { way?: string } => {
    const way = textOf(search, "way")
    return way === "paste" || way === "addresses" ? { way } : {}
  },
})

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: lazyScreen(() => import("./screens/help/HelpScreen.tsx"), "HelpScreen"),
})

/** A place in the clean text, "120-140"; which side is shown; kinds of highlights that are switched off, with stops between. */
interface ReaderSearch {
  at?: string | undefined
  side?: "raw" | undefined
  off?: string | undefined
}

const reader = createRoute({
  getParentRoute: () => root,
  path: "/reports/$id",
  validateSearch: (search: Record<string, unknown>): ReaderSearch => {
    const at = typeof search.at === "number" ? String(search.at) : textOf(search, "at")
    const off = textOf(search, "off")
    return {
      ...(at !== undefined && /^\d+(?:-\d+)?$/.test(at) && { at }),
      ...(search.side === "raw" && { side: "raw" as const }),
      ...(off !== undefined && { off }),
    }
  },
  component: lazyScreen(() => import("./screens/reader/ReaderScreen.tsx"), "ReaderScreen"),
})

/** Words, what they are narrowed to, and which page of finds is shown. */
interface SearchSearch {
  q?: string | undefined
  kind?: string | undefined
  publisher?: string | undefined
  day?: string | undefined
  incident?: string | undefined
  page?: number | undefined
}

const search = createRoute({
  getParentRoute: () => root,
  path: "/search",
  validateSearch: (search: Record<string, unknown>): SearchSearch => {
    const found: SearchSearch = {}
    // A number alone is read as one by the router.
    for (const name of ["q", "kind", "publisher", "day", "incident"] as const) {
      const value = typeof search[name] === "number" ? String(search[name]) : textOf(search, name)
      if (value !== undefined) found[name] = value
    }
    if (typeof search.page === "number" && 1 < search.page) found.page = Math.floor(search.page)
    return found
  },
  component: lazyScreen(() => import("./screens/search/SearchScreen.tsx"), "SearchScreen"),
})

const timeline = createRoute({
  getParentRoute: () => root,
  path: "/timeline",
  validateSearch: timelineSearch,
  component: lazyScreen(() => import("./screens/timeline/TimelineScreen.tsx"), "TimelineScreen"),
})

const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  validateSearch: texts("type", "text", "named"),
  component: lazyScreen(() => import("./screens/people/PeopleScreen.tsx"), "PeopleScreen"),
})
const person = createRoute({
  getParentRoute: () => root,
  path: "/people/$id",
  component: lazyScreen(() => import("./screens/person/PersonScreen.tsx"), "PersonScreen"),
})
const statements = createRoute({
  getParentRoute: () => root,
  path: "/statements",
  validateSearch: texts("speaker", "incident", "report", "item", "kind", "wordings", "scored", "text"),
  component: lazyScreen(() => import("./screens/statements/StatementsScreen.tsx"), "StatementsScreen"),
})
const review = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: texts("item", "kind"),
  component: lazyScreen(() => import("./screens/review/ReviewScreen.tsx"), "ReviewScreen"),
})
const agreed = createRoute({
  getParentRoute: () => root,
  path: "/review/agreed",
  component: lazyScreen(() => import("./screens/review/AgreedScreen.tsx"), "AgreedScreen"),
})
const log = createRoute({
  getParentRoute: () => root,
  path: "/review/log",
  component: lazyScreen(() => import("./screens/review/LogScreen.tsx"), "LogScreen"),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: "/reports",
  component: lazyScreen(() => import("./screens/reports/ReportsScreen.tsx"), "ReportsScreen"),
  validateSearch: texts(
    "text",
    "kind",
    "publisher",
    "from",
    "to",
    "problems",
    "incident",
    "origin",
    "restsOn",
    "sort",
    "order",
    "selected",
  ),
})

const origins = createRoute({
  getParentRoute: () => root,
  path: "/reports/origins",
  component: lazyScreen(() => import("./screens/origins/OriginsScreen.tsx"), "OriginsScreen"),
  validateSearch: texts("incident", "node"),
})

const comparison = createRoute({
  getParentRoute: () => root,
  path: "/reports/compare",
  component: lazyScreen(() => import("./screens/comparison/ComparisonScreen.tsx"), "ComparisonScreen"),
  validateSearch: texts("a", "b", "at"),
})

const warnings = createRoute({
  getParentRoute: () => root,
  path: "/warnings",
  validateSearch: warningsSearch,
  component: lazyScreen(() => import("./screens/warnings/WarningsScreen.tsx"), "WarningsScreen"),
})

export const router = createRouter({
  routeTree: root.addChildren([
    brief,
    incidents,
    incident,
    reports,
    origins,
    comparison,
    reader,
    add,
    search,
    help,
    timeline,
    people,
    person,
    statements,
    review,
    agreed,
    log,
    warnings,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultErrorComponent: ScreenFailed,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
