import type { OriginCount } from "../../core/casefile.ts"

/** Names of origins that come with their number. A choice: who wants all of them asks how they are counted. */
const MOST_NAMES = 12

/** A number of origins with the first of their names: what thousands of reports tell has thousands of them. */
export function fewNames(origins: OriginCount): OriginCount {
  return origins.names.length <= MOST_NAMES ? origins : { ...origins, names: origins.names.slice(0, MOST_NAMES) }
}
