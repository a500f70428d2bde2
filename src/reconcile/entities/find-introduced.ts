import type { LocalEntity } from "../../core/reading.ts"
import type { CaseReport } from "../case-report.ts"
import { groupBy, sortBy } from "../union.ts"

/** Two entities of one report of which the text says that one is another name of the other. */
export interface Introduced {
  readonly of: LocalEntity
  readonly name: LocalEntity
  readonly why: string
}

/** What stands between a name and another name in brackets: `the "Southern Tide" organization (Marea Austral)`. */
const BRACKET = /^["”»’']?(?: \p{Ll}+){0,2} \(["“«]?$/u
/** What stands between a name and a nickname: ", a former pilot who goes by “". Source: English of apposition; Apache-2.0. */
const KNOWN_AS =
  /^["”»’']?(?:,| \()[\p{Ll}\d ,-]{0,60}?\b(?:known as|goes by|went by|nicknamed|alias|aka|a\.k\.a\.|under the name|nom de guerre(?: is)?)(?: the (?:name|nickname|alias|nom de guerre))?(?: of)? (?:the )?["“«‘']?$/u
/** Stretch behind a name in which another may be introduced, in letters. */
const REACH = 110

const GROUPS = new Set(["armed-group", "organization", "event-name"])

/** Names that a report introduces beside another: in brackets or in "known as". Looks only at what stands right behind a name. */
export function findIntroduced(report: CaseReport): Introduced[] {
  const { text } = report.report
  const named = sortBy(
    report.reading.entities.flatMap(entity =>
      GROUPS.has(entity.type) || entity.type === "person"
        ? entity.mentions
            .filter(mention => mention.form === "name")
            .map(mention => ({ entity, start: mention.span.start, end: mention.span.end }))
        : [],
    ),
    item => item.start,
    item => item.end,
  )
  const found: Introduced[] = []
  for (const [index, first] of named.entries())
    for (const next of named.slice(index + 1, index + 4)) {
      if (next.start < first.end || first.end + REACH < next.start) continue
      if (next.entity === first.entity || !couldBeOne(first.entity, next.entity)) continue
      const between = text.slice(first.end, next.start)
      const bracket = BRACKET.test(between) && /^["”»]?\)/u.test(text.slice(next.end, next.end + 2))
      const isGroup = first.entity.type !== "person"
      if (!(bracket && isGroup && next.entity.name.includes(" ")) && !KNOWN_AS.test(between)) continue
      found.push({
        of: first.entity,
        name: next.entity,
        why: `the report gives "${next.entity.name}" as another name of "${first.entity.name}"`,
      })
    }
  return [...found, ...shortForms(report)]
}

/** "The Tide" in a report that knows one armed group of that name, and nothing else. */
function shortForms(report: CaseReport): Introduced[] {
  const { text } = report.report
  const full = report.reading.entities.filter(entity => GROUPS.has(entity.type) && entity.name.includes(" "))
  const byLast = groupBy(full, entity => entity.name.slice(entity.name.lastIndexOf(" ") + 1).toLowerCase())
  return report.reading.entities.flatMap((name): Introduced[] => {
    if (name.name.includes(" ") || name.known !== undefined || !GROUPS.has(name.type)) return []
    const holders = byLast.get(name.name.toLowerCase()) ?? []
    const first = holders[0]?.name.split(" ").at(-2)?.toLowerCase()
    const isShort = name.mentions.every(({ form, span }) => {
      const before = /(\S+) $/u.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[1]?.toLowerCase()
      return form !== "name" || before === "the" || before === first
    })
    return holders.length === 1 && isShort && couldBeOne(holders[0]!, name)
      ? [{ of: holders[0]!, name, why: `"${name.name}" is short for "${holders[0]!.name}" in this report` }]
      : []
  })
}

function couldBeOne(a: LocalEntity, b: LocalEntity): boolean {
  if ((a.type === "person") !== (b.type === "person")) return false
  return a.known === undefined || b.known === undefined || a.known === b.known
}
