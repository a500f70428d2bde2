import type { Incident } from "../../src/core/casefile.ts"
import { timesOverlap } from "../../src/core/edtf.ts"
import type { ExpectedIncident, Interval } from "./expected.ts"
import { fold, nameMatches, valueText } from "./names.ts"

/** How well an incident fits an expected one: 0 when it cannot be it, more for place, date, counts and shared reports. */
export function incidentScore(
  incident: Incident,
  item: ExpectedIncident,
  files: readonly string[],
  ancestors: (type: string) => readonly string[],
): number {
  const shared = files.filter(file => item.reports.includes(file)).length
  if (shared === 0 || !typeFits(incident, item, ancestors)) return 0
  const dates = [item.date ?? "unknown", ...(item.orDate ?? [])]
  const date = incident.when?.edtf ?? ""
  const dateFits = dates.some(value => (value === "unknown" ? date === "" : timesOverlap(value, date)))
  const placeFits = item.place !== null && placeMatches(incident, item)
  const counts = (["killed", "arrested"] as const).filter(slot => {
    const value = incident.facts.find(fact => fact.slot === slot)?.value
    return value?.kind === "count" && item[slot]?.[0] === value.low
  })
  // What has neither place nor day in the list is known by its number alone.
  if (!placeFits && !(dateFits && date !== "") && !(dateFits && 0 < counts.length)) return 0
  if (date !== "" && !dateFits && !placeFits) return 0
  const same = counts.filter(slot => {
    const value = incident.facts.find(fact => fact.slot === slot)?.value
    return value?.kind === "count" && item[slot]?.[1] === value.high
  })
  return (
    shared +
    3 * counts.length +
    same.length +
    (placeFits ? 10 : 0) +
    (dateFits ? 10 : 0) -
    (date !== "" && !dateFits ? 15 : 0)
  )
}

function typeFits(incident: Incident, item: ExpectedIncident, ancestors: (type: string) => readonly string[]): boolean {
  const line = [incident.type, incident.subtype ?? incident.type].flatMap(type => [type, ...ancestors(type)])
  const wanted = [item.type, ...(item.orType ?? [])]
  return wanted.some(type => line.includes(type) || ancestors(type).includes(incident.subtype ?? incident.type))
}

function placeMatches(incident: Incident, item: ExpectedIncident): boolean {
  const names = [item.place, ...(item.orPlace ?? [])].filter(name => name !== null).map(fold)
  const where = [
    incident.title,
    ...incident.facts
      .filter(({ slot }) => slot === "where" || slot === "target")
      .flatMap(fact => fact.positions.map(valueText)),
  ].map(fold)
  return names.some(name => where.some(text => text.includes(name)))
}

/** What is wrong with an incident, field by field, in words. */
export function incidentFaults(
  incident: Incident,
  item: ExpectedIncident,
  files: readonly string[],
  ancestors: (type: string) => readonly string[],
): string[] {
  const wrong: string[] = []
  const date = incident.when?.edtf ?? ""
  if (
    ![item.date ?? "unknown", ...(item.orDate ?? [])].some(value =>
      value === "unknown" ? date === "" : timesOverlap(value, date),
    )
  )
    wrong.push(`date ${date || "unknown"} for ${item.date}`)
  if (item.place !== null && !placeMatches(incident, item)) wrong.push(`place not ${item.place}`)
  if (!typeFits(incident, item, ancestors)) wrong.push(`type ${incident.subtype ?? incident.type}`)
  if (![item.status, ...(item.orStatus ?? [])].includes(incident.status))
    wrong.push(`status ${incident.status} for ${item.status}`)
  const absent = item.reports.filter(file => !files.includes(file))
  if (0 < absent.length) wrong.push(`not told by ${absent.join(", ")}`)
  const extra = files.filter(file => ![...item.reports, ...(item.mayReports ?? [])].includes(file))
  if (0 < extra.length) wrong.push(`told by ${extra.join(", ")} too`)
  for (const slot of ["killed", "wounded", "arrested"] as const) {
    const wanted = item[slot]
    if (!wanted) continue
    const options: readonly Interval[] = [
      wanted,
      ...((slot === "killed" ? item.orKilled : slot === "wounded" ? item.orWounded : undefined) ?? []),
    ]
    const value = incident.facts.find(fact => fact.slot === slot)?.value
    if (value?.kind !== "count" || !options.some(([low, high]) => value.low === low && value.high === high))
      wrong.push(
        `${slot} ${value?.kind === "count" ? `[${value.low}, ${value.high}]` : "unknown"} for [${wanted.join(", ")}]`,
      )
  }
  for (const [slot, name] of [
    ["claimed-by", item.claimedBy],
    ["blamed-on", item.blamed],
  ] as const) {
    if (!name) continue
    const fact = incident.facts.find(other => other.slot === slot)
    if (!fact?.positions.some(position => nameMatches(valueText(position), name)))
      wrong.push(`${slot} ${fact ? fact.positions.map(valueText).join(" | ") : "unknown"} for ${name}`)
  }
  return wrong
}
