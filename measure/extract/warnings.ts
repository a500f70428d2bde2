import type { WarningMention } from "../../src/core/reading.ts"
import { overlaps } from "../../src/core/span.ts"
import { readAnalysis } from "../../src/extract/read-analysis.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import { speechPack } from "../../src/packs/political-violence/speech-pack.ts"
import type { Part } from "../part.ts"
import {
  isAnswer,
  type MarkedField,
  type MarkedPassage,
  type MarkedReading,
  markedReadings,
} from "../read/marked-readings.ts"
import { emptyTally, f1Figure } from "../tally.ts"
import { analysisOf } from "./events-of.ts"
import { type FieldTally, fieldFigures, isTime, judgeField } from "./marked-fields.ts"

/** Day of publication of every passage, a Tuesday. */
export const PUBLISHED = "2022-06-14"

const FIELDS = [
  "kind",
  "issuer",
  "audience",
  "channel",
  "issued",
  "threat",
  "actor",
  "target",
  "place",
  "horizon",
  "likelihood",
]

/**
 * Warnings against marked passages. A warning found counts for a mark when its evidence touches the marked words, one for each mark.
 * Fields are asked of what was found; a field that is found where none is marked is wrong. A channel that is not marked is not judged.
 */
export const warnings: Part<MarkedPassage> = {
  name: "warnings",
  about: "warnings: found, and who, to whom, of what, where, until when",
  format: markedReadings("warnings"),
  documents: "passages",
  measure(passages, run) {
    const found = emptyTally()
    const fields: FieldTally = new Map()
    for (const { class: name, text, readings } of passages) {
      const { warnings: all } = readAnalysis(analysisOf(text, PUBLISHED, run), politicalViolence, speechPack).value
      const free = new Set(all)
      const known = new Set<WarningMention>()
      for (const marked of readings) {
        const fits = (one: WarningMention) =>
          marked.words !== undefined && one.evidence.some(({ span }) => overlaps(span, marked.words!))
        const touching = [...free].filter(fits)
        const best = touching.toSorted((a, b) => rightOf(marked, b) - rightOf(marked, a))[0]
        for (const one of all.filter(fits)) known.add(one)
        if (!marked.maybe) found.gold++
        if (best === undefined) {
          if (!marked.maybe) run.wrong(`missed ${marked.heads[0]}`, `${name}: ${text}`)
          continue
        }
        free.delete(best)
        found.found++
        found.foundHit++
        if (marked.maybe) found.gold++
        found.goldHit++
        for (const field of FIELDS) {
          const mark = markOf(marked, field)
          if (field === "channel" && mark === undefined) continue
          const value = fieldOf(best, field, mark)
          const wrong = judgeField(fields, field, mark, value)
          if (wrong) run.wrong(`wrong ${field}`, `${wrong} || ${text}`)
        }
      }
      for (const one of free) {
        found.found++
        run.wrong(
          known.has(one) ? "told twice" : `false ${one.kind}`,
          `${name}: ${one.issuer.name}, "${one.evidence[0]?.text}" (${one.rule}) || ${text}`,
        )
      }
    }
    return [f1Figure("found", found, "warnings"), ...fieldFigures(fields, FIELDS, "warnings found")]
  },
}

function rightOf(marked: MarkedReading, one: WarningMention): number {
  return FIELDS.filter(field => fieldOf(one, field, markOf(marked, field))?.isRight).length
}

function markOf(marked: MarkedReading, field: string): MarkedField | undefined {
  return field === "kind"
    ? { name: "kind", answers: marked.heads, maybe: false }
    : marked.fields.find(one => one.name === field)
}

/** What a field of a warning holds, and whether it is what is marked; undefined when it holds nothing. */
function fieldOf(one: WarningMention, field: string, mark: MarkedField | undefined) {
  const words = (...values: readonly (string | undefined)[]) => {
    const shown = values.filter(value => value !== undefined)
    if (shown.length === 0) return undefined
    return { isRight: mark !== undefined && shown.some(value => isAnswer(mark, value)), shown: shown.join(" = ") }
  }
  const { threat, actor, target, place } = one.subject
  switch (field) {
    case "kind":
      return words(one.kind)
    case "issuer":
      return words(one.issuer.name, one.issuer.role)
    case "audience":
      return words(...one.audience.map(({ name }) => name))
    case "channel":
      return one.channel === "unknown" ? undefined : words(one.channel)
    case "issued":
      return one.issued.edtf === ""
        ? undefined
        : { isRight: mark !== undefined && isTime(mark, one.issued), shown: one.issued.edtf }
    case "threat":
      return words(threat?.text)
    case "actor":
      return words(actor?.kind === "entity" ? actor.name : undefined, actor?.text)
    case "target":
      return words(target?.text, target?.kind === "entity" ? target.name : undefined)
    case "place":
      return words(place?.name, place?.text)
    case "horizon":
      return (
        one.horizon && {
          isRight: mark !== undefined && isTime(mark, one.horizon),
          shown: `${one.horizon.edtf} "${one.horizon.text}"`,
        }
      )
    default:
      // Words of likelihood outside the bands ("could") are not marked.
      return one.likelihood?.band || mark ? words(one.likelihood?.words) : undefined
  }
}
