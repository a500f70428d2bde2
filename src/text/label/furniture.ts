import type { RemovedLabel } from "../../core/report.ts"
import data from "./data/furniture.json" with { type: "json" }

/** Phrases that make a line furniture when they are the whole line (compared in their `plainForm`). */
export const wholeLines: Readonly<Partial<Record<RemovedLabel, readonly string[]>>> = data.wholeLines

/** Heads of lists of other stories. What follows is teasers. */
export const teaserHeads: readonly string[] = data.teaserHeads

/** Names of sections of a news site. A line of several such words and little else is a menu. */
export const sectionNames: readonly string[] = data.sectionNames

/** Words of photo credits. */
export const photoAgencies: readonly string[] = data.photoAgencies

/** Nouns that names of news publishers end or begin with. */
export const outletWords: readonly string[] = data.outletWords
