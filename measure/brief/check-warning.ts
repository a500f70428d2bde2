import type { Incident, Warning } from "../../src/core/casefile.ts"
import { timesOverlap } from "../../src/core/edtf.ts"
import type { ExpectedWarning } from "./expected.ts"
import { fold, nameMatches } from "./names.ts"

/** How well a warning fits an expected one, by words, issuer, time and audience; under 2 it is another. */
export function warningScore(warning: Warning, item: ExpectedWarning, files: readonly string[]): number {
  if (!files.some(file => item.files.includes(file))) return 0
  const text = fold(warning.evidence.map(evidence => evidence.text).join(" "))
  const contains =
    item.contains === undefined
      ? 0
      : [item.contains, ...(item.orContains ?? [])].some(words => text.includes(fold(words)))
        ? 2
        : -1
  const issuer = [item.issuer, ...(item.orIssuer ?? [])].some(name => nameMatches(warning.issuer.name, name)) ? 2 : 0
  const issued = item.issued && item.issued !== "unknown" && timesOverlap(item.issued, warning.issued.edtf) ? 1 : 0
  const audience = item.audience && warning.audience.some(({ name }) => nameMatches(name, item.audience!)) ? 1 : 0
  return contains + issuer + issued + audience
}

/** What is wrong with a warning, field by field, in words. */
export function warningFaults(
  warning: Warning,
  item: ExpectedWarning,
  matched: ReadonlyMap<string, Incident>,
  files: readonly string[],
): string[] {
  const wrong: string[] = []
  if (![item.issuer, ...(item.orIssuer ?? [])].some(name => nameMatches(warning.issuer.name, name)))
    wrong.push(`issuer ${warning.issuer.name}`)
  if (
    item.audience &&
    !warning.audience.some(({ name }) =>
      [item.audience!, ...(item.orAudience ?? [])].some(other => nameMatches(name, other)),
    )
  )
    wrong.push(`audience ${warning.audience.map(({ name }) => name).join(", ") || "unknown"}`)
  if (item.channel && ![item.channel, ...(item.orChannel ?? [])].includes(warning.channel))
    wrong.push(`channel ${warning.channel}`)
  const issued = warning.issued.edtf
  if (
    item.issued &&
    ![item.issued, ...(item.orIssued ?? [])].some(value =>
      value === "unknown" ? issued === "" : timesOverlap(value, issued),
    )
  )
    wrong.push(`issued ${issued || "unknown"} for ${item.issued}`)
  if (item.issued === null && issued !== "") wrong.push(`issued ${issued} for unknown`)
  const about = warning.incidents.map(({ id }) => id)
  if (item.about !== undefined) {
    const options = [item.about, ...(item.orAbout ?? [])]
    if (!options.some(key => (key === null ? about.length === 0 : about.includes(matched.get(key)?.id ?? "?"))))
      wrong.push(`about ${about.length === 0 ? "nothing" : "another incident"} for ${item.about}`)
  }
  if (item.outcome && ![item.outcome, ...(item.orOutcome ?? [])].includes(warning.outcome))
    wrong.push(`outcome ${warning.outcome} for ${item.outcome}`)
  const likelihood = warning.likelihood?.words ?? null
  if (item.likelihood !== undefined && likelihood !== item.likelihood)
    wrong.push(`likelihood ${likelihood} for ${item.likelihood}`)
  if (item.leadDays) {
    const lead = warning.incidents[0]?.leadDays
    if (
      !lead ||
      ![item.leadDays, ...(item.orLeadDays ?? [])].some(([low, high]) => lead.low === low && lead.high === high)
    )
      wrong.push(`lead ${lead ? `${lead.low}-${lead.high}` : "unknown"} for ${item.leadDays.join("-")}`)
  }
  const absent = item.files.filter(file => !files.includes(file))
  if (0 < absent.length) wrong.push(`not in ${absent.join(", ")}`)
  return wrong
}
