import type { Count } from "../../../core/value.ts"
import type { Sentence, Token } from "../../../english/analysis.ts"
import { type Context, tokensOf } from "../context.ts"
import type { Found } from "../values.ts"
import type { Casualty } from "./count-casualties.ts"
import { type FateKind, signsOf } from "./fate-signs.ts"
import { personCount, personsIn } from "./people.ts"
import { SHOT_RULE } from "./shot-people.ts"

/** What a report tells of somebody, or of several at once. */
export interface Fate {
  readonly fate: FateKind
  readonly found: Found<Count>
  /** Head of the phrase that names them; absent where only a number does. */
  readonly person?: Token
  readonly sentence: number
  /** Index of the word that says so: those told by one word are a row. */
  readonly sign: number
  readonly rule: string
}

/** Everything a sentence tells of people's fates: its casualties, and what hospitals, conditions and wounds say of whom. */
export function findFates(context: Context, sentence: Sentence, casualties: readonly Casualty[]): Fate[] {
  const found: Fate[] = casualties.flatMap(casualty => ofCasualty(context, casualty))
  for (const token of tokensOf(context, sentence))
    for (const { fate, people, rule } of signsOf(context, token)) {
      const whole = sumOfRow(context, people)
      if (whole) found.push({ fate, found: whole, sentence: sentence.index, sign: token.index, rule })
      else
        for (const person of people) {
          const counted = personCount(context, person)
          if (counted) found.push({ fate, found: counted, person, sentence: sentence.index, sign: token.index, rule })
        }
    }
  return found.sort((a, b) => a.found.span.start - b.found.span.start)
}

function ofCasualty(context: Context, casualty: Casualty): Fate[] {
  if (casualty.slot !== "killed" && casualty.slot !== "wounded") return []
  const fate = casualty.rule === SHOT_RULE ? "hit" : casualty.slot
  const { rule, found } = casualty
  const { sentence, index: sign } = casualty.predicate
  const named = personsIn(context, casualty.people).flatMap(person => {
    const counted = personCount(context, person)
    return counted ? [{ fate, found: counted, person, sentence, sign, rule } as const] : []
  })
  const single = found.value.low === 1 && found.value.high === 1
  if (single && named.length < 2) return 0 < named.length ? named : [{ fate, found, sentence, sign, rule }]
  // "a man and a woman were killed": two who may be told of again.
  if (1 < named.length && named.length === found.value.low) return named
  if (single && 1 < named.length) return named
  return [{ fate, found, sentence, sign, rule, ...(named[0] ? { person: named[0].person } : {}) }]
}

/** What stands between the parts of a row, ages included: "two men, 20 and 24, and a woman". */
const JOINT = /^(?:, (?:ages? )?\d[\d, and]*)?,?(?: and| &)? ?(?:\w+-year-old )?$/

/** "two men and a woman": three, where a number stands among them. */
function sumOfRow(context: Context, people: readonly Token[]): Found<Count> | undefined {
  if (people.length < 2) return undefined
  const counts = people.flatMap(person => personCount(context, person) ?? [])
  if (counts.length < people.length || counts.every(({ value }) => value.low === 1)) return undefined
  if (counts.some(({ value }) => value.high === null || value.qualifier === "vague")) return undefined
  const { text } = context.analysis.report
  const joined = counts.slice(1).every(({ span }, index) => JOINT.test(text.slice(counts[index]!.span.end, span.start)))
  if (!joined) return undefined
  const span = { start: counts[0]!.span.start, end: counts.at(-1)!.span.end }
  const low = counts.reduce((sum, { value }) => sum + value.low, 0)
  const high = counts.reduce((sum, { value }) => sum + value.high!, 0)
  return {
    value: {
      kind: "count",
      low,
      high,
      qualifier: low === high ? "exact" : "range",
      of: "people",
      text: text.slice(span.start, span.end),
    },
    span,
  }
}
