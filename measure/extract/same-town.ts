import type { Place } from "../../src/core/value.ts"
import { foldName } from "../../src/english/places/fold.ts"

/** Whether a place is the town of a record, which may write two names, "Salt Lake City (Murray)", or a county, "Orange (county)". */
export function isSameTown(place: Pick<Place, "name" | "text">, record: string): boolean {
  const isCounty = /\(county\)/i.test(record)
  const names = record
    .replace(/\(county\)/i, "")
    .split(/[()]/)
    .map(foldName)
    .filter(name => name !== "")
  const own = [foldName(place.name), foldName(place.text)]
  return names.some(
    name =>
      own.includes(name) || (isCounty && own.some(each => each === `${name} county` || each === `${name} parish`)),
  )
}
