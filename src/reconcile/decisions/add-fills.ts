import type { EventMention, LocalEntity, SlotFill } from "../../core/reading.ts"
import { evidenceAt, overlaps, type Span } from "../../core/span.ts"
import type { Decision } from "../../core/store.ts"
import type { Value } from "../../core/value.ts"
import type { CaseReport } from "../case-report.ts"
import type { IncidentCluster } from "../incidents/join-incidents.ts"
import { type DecisionBook, isAt, type KeptWord } from "./decision-book.ts"

/** Puts what people read in selected words beside what was read by rule, in the telling it was said of. */
export function addFills(cluster: IncidentCluster, book: DecisionBook): IncidentCluster {
  const additions = book.of("add")
  if (additions.length === 0) return cluster
  return {
    ...cluster,
    tellings: cluster.tellings.map(telling => ({
      ...telling,
      mentions: telling.mentions.map(mention => withAdded(mention, telling.report, additions, book)),
    })),
  }
}

function withAdded(
  mention: EventMention,
  report: CaseReport,
  additions: readonly Decision[],
  book: DecisionBook,
): EventMention {
  const added = additions.flatMap(decision => {
    const { words, withWords, slot, value } = book.valueOf(decision)
    const place = { reportId: mention.reportId, ...mention.description.span }
    const isMeant = decision.subject === mention.id || words?.some(word => isAt(word, place)) === true
    const [said] = withWords ?? []
    if (!isMeant || slot === undefined || said === undefined || said.reportId !== report.id) return []
    const span = placeOf(said, report)
    const read = span && (value ?? namedAt(span, report.reading.entities, slot))
    if (!span || !read) return []
    book.markApplied(decision)
    const fill: SlotFill = {
      slot,
      value: read,
      evidence: evidenceAt(report.report, span),
      attribution: [],
      rule: `added by ${decision.by}`,
    }
    return [fill]
  })
  return added.length === 0 ? mention : { ...mention, fills: [...mention.fills, ...added] }
}

/** Where the words stand now: a newer version may clean the text otherwise. Undefined when they are gone. */
function placeOf({ start, end, text }: KeptWord, { report }: CaseReport): Span | undefined {
  if (text === undefined) return undefined
  if (report.text.slice(start, end) === text) return { start, end }
  const after = report.text.indexOf(text, start)
  const before = report.text.lastIndexOf(text, start)
  const nearest = after === -1 || (before !== -1 && start - before < after - start) ? before : after
  return nearest === -1 ? undefined : { start: nearest, end: nearest + text.length }
}

/** The person, group or place that the words name. */
function namedAt(span: Span, entities: readonly LocalEntity[], slot: string): Value | undefined {
  for (const { id, type, name, place, mentions } of entities) {
    const mention = mentions.find(one => overlaps(one.span, span))
    if (!mention) continue
    if (slot === "where") {
      if (place) return place
    } else return { kind: "entity", entityId: id, type, name, text: mention.text }
  }
  return undefined
}
