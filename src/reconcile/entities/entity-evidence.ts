import type { Lineage } from "../../core/casefile.ts"
import { type CaseReport, sentenceAt } from "../case-report.ts"
import type { SharedSentence } from "../lineage/find-passages.ts"
import type { StatementLink } from "../lineage/find-statement-links.ts"
import type { EntityView } from "./entity-names.ts"
import { toNameBook } from "./name-book.ts"
import { compareAges, type PersonFacts, personFactsOf } from "./person-facts.ts"
import type { EntityEvidence } from "./verdict.ts"

/** Sentences resemble each other when they share so many names, numbers and long words. */
const ALIKE = 3

/** Two reports that name so many other people alike tell of one matter. */
const COMPANY = 2

/** What speaks for two entities beyond their names, worked out only for those that are compared. */
export function evidenceFor(
  views: readonly EntityView[],
  reports: readonly CaseReport[],
  statementLinks: readonly StatementLink[],
  shared: readonly SharedSentence[],
  lineage: readonly Lineage[],
): (a: EntityView, b: EntityView) => EntityEvidence {
  const byId = new Map(reports.map(report => [report.id, report]))
  const quotations = new Map<string, string>()
  for (const link of statementLinks) {
    const a = link.a.statement.speaker.entityId
    const b = link.b.statement.speaker.entityId
    if (a === undefined || b === undefined) continue
    const why = `the same words are given to both (${link.why})`
    quotations.set(`${link.a.report.id} ${a}|${link.b.report.id} ${b}`, why)
    quotations.set(`${link.b.report.id} ${b}|${link.a.report.id} ${a}`, why)
  }
  const nameBook = toNameBook(views)
  const rests = new Set(
    lineage.flatMap(({ from, to, kind }) =>
      to === null || kind === "cites" ? [] : [`${from} ${to}`, `${to} ${from}`],
    ),
  )
  const partners = new Map<string, Set<string>>()
  for (const { a, b } of shared) {
    partners.set(a.id, (partners.get(a.id) ?? new Set()).add(b.id))
    partners.set(b.id, (partners.get(b.id) ?? new Set()).add(a.id))
  }
  const sentences = new Map<string, readonly string[]>()
  const sentencesOf = (view: EntityView): readonly string[] => {
    const known = sentences.get(view.key)
    if (known) return known
    const report = byId.get(view.reportId)!
    const found = view.entity.mentions.flatMap(mention => sentenceAt(report, mention.span.start)?.id ?? [])
    sentences.set(view.key, found)
    return found
  }
  const contexts = new Map<string, Map<string, boolean>>()
  /** Stems beside the names of a view, and whether each is a name, a number or a long word. */
  const contextOf = (view: EntityView): Map<string, boolean> => {
    const known = contexts.get(view.key)
    if (known) return known
    const report = byId.get(view.reportId)!
    const own = new Set(view.names.flatMap(name => name.split(" ")))
    const stems = new Map<string, boolean>()
    for (const mention of view.entity.mentions)
      for (const { empty, plain, stem, capital } of sentenceAt(report, mention.span.start)?.words ?? [])
        if (!empty && !own.has(plain) && 4 <= plain.length)
          stems.set(stem, stems.get(stem) || capital || /\d/.test(stem) || 7 <= stem.length)
    contexts.set(view.key, stems)
    return stems
  }
  const fullNames = new Map<string, Set<string>>()
  for (const view of views) {
    const name = fullNameOf(view)
    if (name !== undefined) fullNames.set(view.reportId, (fullNames.get(view.reportId) ?? new Set()).add(name))
  }
  const facts = new Map<string, PersonFacts>()
  const factsOf = (view: EntityView): PersonFacts => {
    const known = facts.get(view.key)
    if (known) return known
    const found = personFactsOf(byId.get(view.reportId)!, view.entity)
    facts.set(view.key, found)
    return found
  }
  return (a, b) => ({
    quotation: quotations.get(`${a.key}|${b.key}`),
    get passage() {
      const there = new Set(sentencesOf(b))
      const found = sentencesOf(a).some(id => [...(partners.get(id) ?? [])].some(other => there.has(other)))
      if (found) return "named in the same passage"
      return rests.has(`${a.reportId} ${b.reportId}`) ? "one report rests on the other" : undefined
    },
    get context() {
      const other = contextOf(b)
      const common = [...contextOf(a)].filter(([stem]) => other.has(stem))
      // A name, number or long word counts whole, a short word half.
      const weight = common.reduce((sum, [stem, isTelling]) => sum + (isTelling || other.get(stem) ? 1 : 0.5), 0)
      const stems = common.map(([stem]) => stem).sort()
      return ALIKE <= weight ? `named beside the same words (${stems.slice(0, 6).join(", ")})` : undefined
    },
    get town() {
      const there = new Set(factsOf(b).towns)
      const town = factsOf(a).towns.find(one => there.has(one))
      return town?.slice(0, town.indexOf("|"))
    },
    get company() {
      const own = fullNameOf(a)
      const there = fullNames.get(b.reportId)
      const common = [...(fullNames.get(a.reportId) ?? [])].filter(name => there?.has(name) && name !== own)
      return COMPANY <= common.length ? `both reports name ${common.sort().slice(0, 3).join(", ")}` : undefined
    },
    get elsewhere() {
      const [here, there] = [factsOf(a).areas, factsOf(b).areas]
      if (here.length === 0 || there.length === 0 || here.some(area => there.includes(area))) return undefined
      return `one report tells of ${here.slice(0, 2).join(" and ")}, the other of ${there.slice(0, 2).join(" and ")}`
    },
    get ages() {
      return a.person && b.person ? compareAges(factsOf(a).ages, factsOf(b).ages) : "unknown"
    },
    ...nameBook,
  })
}

function fullNameOf({ person }: EntityView): string | undefined {
  return person && 2 <= person.first.length ? `${person.first} ${person.last}` : undefined
}
