import type { Time } from "../../src/core/value.ts"
import type { Figure } from "../part.ts"
import { isAnswer, type MarkedField } from "../read/marked-readings.ts"
import { shareFigure } from "../tally.ts"

/** Of the fields judged, by their name: how many there were and how many were right. */
export type FieldTally = Map<string, { of: number; right: number }>

/** Counts one field. `found` undefined: nothing was found; `marked` undefined: nothing should be. Returns what is wrong, else undefined. */
export function judgeField(
  tally: FieldTally,
  name: string,
  marked: MarkedField | undefined,
  found: { readonly isRight: boolean; readonly shown: string } | undefined,
): string | undefined {
  if (found === undefined && (marked === undefined || marked.maybe)) return undefined
  const count = tally.get(name) ?? { of: 0, right: 0 }
  tally.set(name, count)
  count.of++
  if (marked !== undefined && found?.isRight) {
    count.right++
    return undefined
  }
  const wanted = marked === undefined ? "nothing" : marked.answers.join(" / ")
  return `${wanted}, not ${found?.shown ?? "nothing"}`
}

/** Each field as a share, in the order of the names. */
export function fieldFigures(tally: FieldTally, names: readonly string[], items: string): Figure[] {
  return names.map(name => shareFigure(name, tally.get(name)?.right ?? 0, tally.get(name)?.of ?? 0, items))
}

/** An answer that begins like a date is compared as one, doubt aside; another with the words of the time. */
export function isTime(field: MarkedField, { edtf, text }: Time): boolean {
  return field.answers.some(answer =>
    /^(?:\d{3}|\.\.|\/)/.test(answer)
      ? answer === edtf.replace(/[~?%]/g, "")
      : isAnswer({ ...field, answers: [answer] }, text),
  )
}
