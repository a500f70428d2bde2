import type { Lineage } from "../../core/casefile.ts"
import type { CaseReport } from "../case-report.ts"
import { groupBy } from "../union.ts"

/** Says aloud when reports cite each other and nobody else. */
export function markCircles(lineages: readonly Lineage[], byId: ReadonlyMap<string, CaseReport>): Lineage[] {
  const next = groupBy(
    lineages.filter(lineage => lineage.kind === "cites" && lineage.to !== null),
    lineage => lineage.from,
  )
  const inCircle = (lineage: Lineage): boolean => {
    const seen = new Set<string>()
    const open = [lineage.to!]
    while (0 < open.length) {
      const at = open.pop()!
      if (at === lineage.from) return true
      if (seen.has(at)) continue
      seen.add(at)
      for (const step of next.get(at) ?? []) open.push(step.to!)
    }
    return false
  }
  return lineages.map(lineage =>
    lineage.kind === "cites" && lineage.to !== null && inCircle(lineage)
      ? { ...lineage, why: `${lineage.why}; circular: ${byId.get(lineage.to)!.sourceName} leads back to this report` }
      : lineage,
  )
}
