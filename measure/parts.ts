import { lookAlikes } from "./cleaning/look-alikes.ts"
import { mojibake } from "./cleaning/mojibake.ts"
import { pages } from "./cleaning/pages.ts"
import { coreference } from "./english/coreference.ts"
import { dateSpecs } from "./english/date-specs.ts"
import { lemmas } from "./english/lemmas.ts"
import { names } from "./english/names.ts"
import { numberSpecs } from "./english/number-specs.ts"
import { pace } from "./english/pace.ts"
import { parse } from "./english/parse.ts"
import { places } from "./english/places.ts"
import { quotations } from "./english/quotations.ts"
import { rawText } from "./english/raw-text.ts"
import { size } from "./english/size.ts"
import { times } from "./english/times.ts"
import { caselessNames, truecase } from "./english/truecase.ts"
import { categories } from "./extract/categories.ts"
import { citations } from "./extract/citations.ts"
import { cityFacts, facts } from "./extract/facts.ts"
import { falseEvents } from "./extract/false-events.ts"
import { profiles } from "./extract/profiles.ts"
import { roles } from "./extract/roles.ts"
import { setting } from "./extract/setting.ts"
import { speed } from "./extract/speed.ts"
import { statements } from "./extract/statements.ts"
import { status } from "./extract/status.ts"
import { warnings } from "./extract/warnings.ts"
import type { Part } from "./part.ts"
import { copies, copiesRead } from "./reconcile/copies.ts"
import { copiesMany } from "./reconcile/copies-many.ts"
import { events as eventCoreference } from "./reconcile/coreference.ts"
import { entities, sameNames } from "./reconcile/entities.ts"
import { incidents } from "./reconcile/incidents.ts"
import { scale } from "./reconcile/scale.ts"
import { stories, storyTopics, storyTriplets } from "./reconcile/stories.ts"
import { web, webLarge } from "./web/web.ts"

// biome-ignore lint/suspicious/noExplicitAny: each measure has documents of its own kind, which only its own reader makes.
type AnyPart = Part<any>

/** All measures in the order of their table; `npm run measure -- GROUP` runs a group, `npm run measure -- PART` one of them. */
export const groups: { readonly [group: string]: readonly AnyPart[] } = {
  cleaning: [pages, mojibake, lookAlikes],
  english: [
    rawText,
    parse,
    lemmas,
    names,
    truecase,
    caselessNames,
    quotations,
    coreference,
    times,
    dateSpecs,
    places,
    numberSpecs,
    // What it costs.
    pace,
    size,
  ],
  extract: [
    // Events.
    roles,
    facts,
    cityFacts,
    setting,
    categories,
    status,
    falseEvents,
    // Statements.
    statements,
    // Warnings, profiles, citations.
    warnings,
    profiles,
    citations,
    // What it costs.
    speed,
  ],
  reconcile: [
    stories,
    storyTriplets,
    storyTopics,
    incidents,
    entities,
    sameNames,
    copies,
    copiesRead,
    copiesMany,
    eventCoreference,
    scale,
  ],
  door: [web, webLarge],
}
