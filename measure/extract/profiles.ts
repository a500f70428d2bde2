import type { LocalEntity, ProfileFill } from "../../src/core/reading.ts"
import type { Value } from "../../src/core/value.ts"
import { readAnalysis } from "../../src/extract/read-analysis.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import { speechPack } from "../../src/packs/political-violence/speech-pack.ts"
import type { Part } from "../part.ts"
import { isAnswer, type MarkedField, type MarkedPassage, markedReadings } from "../read/marked-readings.ts"
import { emptyTally, f1Figure } from "../tally.ts"
import { analysisOf } from "./events-of.ts"
import { type FieldTally, fieldFigures, isTime, judgeField } from "./marked-fields.ts"
import { PUBLISHED } from "./warnings.ts"

/** One property marked: a field with the subject it is told of. */
interface Wanted extends MarkedField {
  readonly subjects: readonly string[]
}

const FIELDS = ["subject", "value", "said by"]

/**
 * Profiles against marked passages. A property is found when one of its slot has its subject or its value; of what is found, both are asked.
 */
export const profiles: Part<MarkedPassage> = {
  name: "profiles",
  about: "properties of groups and people: found, of whom, with which value",
  format: markedReadings("profiles"),
  documents: "passages",
  measure(passages, run) {
    const found = emptyTally()
    const fields: FieldTally = new Map()
    const slots: FieldTally = new Map()
    for (const { class: name, text, readings } of passages) {
      const analysis = analysisOf(text, PUBLISHED, run)
      const { profiles: fills } = readAnalysis(analysis, politicalViolence, speechPack).value
      const entities = new Map(analysis.entities.map(entity => [entity.id, entity]))
      const free = new Set(fills)
      const wanted = readings.flatMap(({ heads, fields: own }) => own.map(field => ({ ...field, subjects: heads })))
      // What has both right is partnered first.
      const pairs = new Map<Wanted, ProfileFill>()
      for (const strict of [2, 1])
        for (const field of wanted) {
          if (pairs.has(field)) continue
          const fill = [...free].find(
            one =>
              one.slot === field.name &&
              strict <= Number(isOf(field, one, entities)) + Number(isValue(field, one.value, entities)),
          )
          if (!fill) continue
          pairs.set(field, fill)
          free.delete(fill)
        }
      for (const field of wanted) {
        const fill = pairs.get(field)
        const shown = `${field.subjects[0]}, ${field.answers[0] ?? ""}`
        if (!fill) {
          if (field.maybe) continue
          found.gold++
          judgeField(slots, field.name, field, undefined)
          run.wrong(`missed ${field.name}`, `${name}: ${shown} || ${text}`)
          continue
        }
        for (const key of ["gold", "goldHit", "found", "foundHit"] as const) found[key]++
        const subject = entities.get(fill.entityId)?.name ?? fill.entityId
        const [ofIt, isIt] = [isOf(field, fill, entities), isValue(field, fill.value, entities)]
        judgeField(slots, field.name, field, { isRight: ofIt && isIt, shown: "" })
        if (judgeField(fields, "subject", field, { isRight: ofIt, shown: subject }))
          run.wrong("wrong subject", `${field.name} ${field.subjects[0]}, not ${subject} || ${text}`)
        const value = judgeField(fields, "value", field, { isRight: isIt, shown: shownValue(fill.value) })
        if (value) run.wrong("wrong value", `${field.name} ${value} || ${text}`)
        const by = fill.attribution.map(one => one.name)
        const saidBy =
          field.saidBy === undefined ? undefined : { name: "said by", answers: [field.saidBy], maybe: false }
        const wrong = judgeField(
          fields,
          "said by",
          saidBy,
          by.length === 0
            ? undefined
            : { isRight: saidBy !== undefined && by.some(one => isAnswer(saidBy, one)), shown: by.join(", ") },
        )
        if (wrong) run.wrong("wrong said by", `${wrong} || ${text}`)
      }
      for (const fill of free) {
        found.found++
        judgeField(slots, fill.slot, undefined, { isRight: false, shown: "" })
        run.wrong(
          `false ${fill.slot}`,
          `${name}: ${entities.get(fill.entityId)?.name}, ${shownValue(fill.value)} (${fill.rule}) || ${text}`,
        )
      }
    }
    return [
      f1Figure("found", found, "properties"),
      ...fieldFigures(fields, FIELDS, "properties found"),
      ...fieldFigures(slots, [...slots.keys()].sort(), "found or marked"),
    ]
  },
}

type Entities = ReadonlyMap<string, LocalEntity>

function isOf({ name, subjects }: Wanted, fill: ProfileFill, entities: Entities): boolean {
  return namesOf(fill.entityId, entities).some(one => isAnswer({ name, answers: subjects, maybe: false }, one))
}

function namesOf(entityId: string, entities: Entities): readonly string[] {
  const entity = entities.get(entityId)
  if (!entity) return []
  return [
    entity.name,
    ...entity.aliases,
    ...entity.mentions.filter(({ form }) => form === "name").map(({ text }) => text),
  ]
}

function isValue(field: MarkedField, value: Value, entities: Entities): boolean {
  switch (value.kind) {
    case "time":
      return isTime(field, value)
    case "count":
      return (
        field.answers.some(answer => {
          const [low, high] = answer.split("-").map(Number)
          if (high === undefined && ` ${value.text.replace(/,/g, "")} `.includes(` ${answer} `)) return true
          return high === undefined ? value.low === low || value.high === low : value.low === low && value.high === high
        }) || isAnswer(field, value.text)
      )
    case "entity":
      return [value.text, ...namesOf(value.entityId, entities)].some(one => isAnswer(field, one))
    case "place":
      return isAnswer(field, value.name) || isAnswer(field, value.text)
    case "text":
      return isAnswer(field, value.text)
  }
}

function shownValue(value: Value): string {
  return value.kind === "time" ? value.edtf : value.text
}
