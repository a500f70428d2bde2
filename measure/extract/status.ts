import type { EventMention } from "../../src/core/reading.ts"
import type { Span } from "../../src/core/span.ts"
import type { Part } from "../part.ts"
import { type MarkedCase, type MarkedEvent, markedEvents } from "../read/marked-events.ts"
import { addPairs, emptyTally, f1Figure, shareFigure } from "../tally.ts"
import { eventsOf } from "./events-of.ts"

/** Day of publication of every case; what their sentences date lies before it. */
const PUBLISHED = "2022-06-14"

/**
 * The status of events against marked sentences. An event found counts for a mark when its trigger touches the mark.
 * Status, type, attribution and words are asked of what was found; recall says how much was.
 */
export const status: Part<MarkedCase> = {
  name: "status",
  about: "status, background and attribution of events; false events in other talk",
  format: markedEvents,
  documents: "sentences",
  measure(cases, run) {
    const count = {
      marked: 0,
      found: 0,
      judged: 0,
      right: 0,
      typed: 0,
      facts: 0,
      trueFacts: 0,
      attributed: 0,
      wellAttributed: 0,
      irrealis: 0,
      worded: 0,
      plain: 0,
      plainFalse: 0,
      extra: 0,
      clean: 0,
    }
    const past = emptyTally()
    // An event of a type that no case marks is not judged: the marks are older than the type.
    const types = new Set(cases.flatMap(one => one.events.flatMap(event => event.types)))
    for (const one of cases) {
      const events = eventsOf(one.text, PUBLISHED, run).filter(event => types.has(event.type))
      let faults = 0
      const wrong = (kind: string) => {
        faults++
        run.wrong(kind, `${one.class}: ${one.marked}`)
      }
      const known = new Set<EventMention>()
      for (const mark of one.events) {
        const { hit, touching } = hitOf(mark, events)
        for (const event of touching) known.add(event)
        if (!mark.maybe) count.marked++
        if (!mark.maybe && hit) count.found++
        if (!mark.maybe && !hit) wrong(`${mark.statuses[0]} missed`)
        if (!hit) continue
        count.judged++
        const isRight = mark.statuses.includes(hit.status)
        if (isRight) count.right++
        else wrong(`${mark.statuses[0]} taken for ${hit.status}`)
        if (mark.types.includes(hit.type)) count.typed++
        if (hit.status === "occurred") {
          count.facts++
          if (isRight) count.trueFacts++
        } else {
          count.irrealis++
          if (hit.statusEvidence) count.worded++
        }
        const { missed, spurious } = addPairs(
          past,
          mark.background ? [mark] : [],
          hit.background ? [hit] : [],
          () => true,
        )
        if (0 < missed.length) run.wrong("background missed", one.marked)
        if (0 < spurious.length) run.wrong("background where none is", one.marked)
        if (one.by) {
          count.attributed++
          const by = one.by
          if (hit.attribution.some(each => each.evidence !== undefined && touches(each.evidence.span, by)))
            count.wellAttributed++
          else run.wrong("attribution missed", one.marked)
        }
      }
      const extra = events.filter(event => !known.has(event))
      for (const event of extra) wrong(`false ${event.type} (${event.status}) "${event.trigger.text}"`)
      count.extra += extra.length
      if (one.events.length === 0) {
        count.plain++
        count.plainFalse += extra.length
      }
      if (faults === 0) count.clean++
    }
    return [
      shareFigure("status", count.right, count.judged, "events found"),
      shareFigure("told as fact and is one", count.trueFacts, count.facts, "events told as facts"),
      shareFigure("found", count.found, count.marked, "events"),
      shareFigure("type", count.typed, count.judged, "events found"),
      shareFigure("sentences without fault", count.clean, cases.length, "sentences"),
      {
        name: "false events in other talk",
        value: count.plainFalse,
        unit: "events",
        of: count.plain,
        items: "sentences of metaphor, sport, fiction, drills",
        errors: count.plainFalse,
      },
      {
        name: "events not marked",
        value: count.extra,
        unit: "events",
        of: cases.length,
        items: "sentences",
        errors: count.extra,
      },
      shareFigure("status with its words", count.worded, count.irrealis, "events not told as facts"),
      shareFigure("attribution", count.wellAttributed, count.attributed, "events with a source"),
      f1Figure("background", past, "events"),
    ]
  },
}

/** The event that stands for a mark: of those whose trigger touches it one with a right status, else the first. */
function hitOf(mark: MarkedEvent, events: readonly EventMention[]) {
  const touching = events.filter(event => touches(event.trigger.span, mark))
  return { touching, hit: touching.find(event => mark.statuses.includes(event.status)) ?? touching[0] }
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
