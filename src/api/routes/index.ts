import type { ViewRoute } from "../view-route.ts"
import { actionsRoute, othersRoute } from "./actions.ts"
import { briefRoute } from "./brief.ts"
import { caseRoute, daysRoute, reportHeadsRoute } from "./case.ts"
import { helpRoute } from "./help.ts"
import { incidentRoute, incidentsRoute, positionsRoute, tellingsRoute } from "./incidents.ts"
import { meRoute } from "./me.ts"
import { peopleRoute, personRoute } from "./people.ts"
import { readerRoute } from "./reader.ts"
import { comparisonRoute, linkRoute, originGraphRoute, originsRoute, reportRoute, reportsRoute } from "./reports.ts"
import { agreedRoute, decisionsRoute, reviewItemRoute, reviewRoute } from "./review.ts"
import { searchRoute } from "./search.ts"
import { statementsRoute } from "./statements.ts"
import { timelineListRoute, timelineRoute } from "./timeline.ts"
import { warningRoute, warningsRoute } from "./warnings.ts"

/** Every view, in the order of the reference. */
export const viewRoutes: readonly ViewRoute[] = [
  caseRoute,
  daysRoute,
  reportHeadsRoute,
  briefRoute,
  incidentsRoute,
  incidentRoute,
  positionsRoute,
  tellingsRoute,
  actionsRoute,
  othersRoute,
  readerRoute,
  reportsRoute,
  reportRoute,
  comparisonRoute,
  linkRoute,
  originGraphRoute,
  originsRoute,
  searchRoute,
  timelineRoute,
  timelineListRoute,
  warningsRoute,
  warningRoute,
  meRoute,
  peopleRoute,
  personRoute,
  statementsRoute,
  reviewRoute,
  reviewItemRoute,
  agreedRoute,
  decisionsRoute,
  helpRoute,
]
