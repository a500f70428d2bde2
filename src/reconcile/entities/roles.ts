import { type Entity, flatEvidence } from "../../core/casefile.ts"
import { edtfOfDay } from "../../core/edtf.ts"
import { wordsOf } from "../../core/words.ts"
import type { CaseReport } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import { compareText, groupBy, sortBy } from "../union.ts"
import type { EntityView } from "./entity-names.ts"

type Role = Entity["roles"][number]

/** What reports say an entity is, each role once, with the days between which reports say so. Two affiliations stay two: somebody may have moved from one to the other. */
export function rolesOf(views: readonly EntityView[], reports: ReadonlyMap<string, CaseReport>): Entity["roles"] {
  const groups = groupBy(
    views.flatMap(({ entity, reportId }) => entity.roles.map(role => ({ ...role, reportId }))),
    role =>
      wordsOf(`${role.role} ${role.organization ?? ""}`)
        .map(word => word.stem)
        .join(" "),
  )
  return sortBy([...groups], ([key]) => key)
    .filter(([key]) => key !== "")
    .map(([, group]) => {
      const first = sortBy(
        group,
        role => role.evidence.reportId,
        role => role.evidence.span.start,
      )[0]!
      return {
        role: first.role,
        ...(first.organization === undefined ? {} : { organization: first.organization }),
        ...reportedOn(group.map(({ reportId }) => reports.get(reportId)!)),
        evidence: orderEvidence(group.map(role => flatEvidence(role.evidence))),
      }
    })
}

/** Roles of several drafts of one entity, each once with the evidence of all. */
export function joinRoles(roles: readonly Role[]): Entity["roles"] {
  const groups = groupBy(roles, role => `${role.role.toLowerCase()} ${role.organization?.toLowerCase() ?? ""}`)
  return sortBy([...groups], ([key]) => key).map(([, group]) => {
    const { reported: _, ...first } = group[0]!
    const all = group.flatMap(({ reported }) => reported ?? [])
    const days = {
      first: all.map(one => one.first).sort(compareText)[0],
      last: all
        .map(one => one.last)
        .sort(compareText)
        .at(-1),
    }
    return {
      ...first,
      ...(days.first !== undefined && days.last !== undefined && { reported: { first: days.first, last: days.last } }),
      evidence: orderEvidence(group.flatMap(role => role.evidence)),
    }
  })
}

function reportedOn(reports: readonly CaseReport[]): Pick<Role, "reported"> {
  const days = reports.flatMap(({ publishedDays }) => publishedDays ?? [])
  if (days.length === 0) return {}
  const first = days.reduce((least, day) => Math.min(least, day.first), days[0]!.first)
  const last = days.reduce((most, day) => Math.max(most, day.last), days[0]!.last)
  return { reported: { first: edtfOfDay(first), last: edtfOfDay(last) } }
}
