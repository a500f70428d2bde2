import type { Dice } from "./dice.ts"
import { FILLS, NAMES } from "./ideas.ts"

/** An idea with its details filled in, in one of its wordings: `picks` are the words chosen, in the order of the choices. */
export interface Told {
  readonly orders: readonly string[]
  readonly order: number
  readonly picks: readonly number[]
  readonly text: string
}

const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const CHOICE = /\[([^[\]]*)\]/g

export function numberWord(value: number): string {
  return NUMBERS[value]!
}

export function personName(dice: Dice): string {
  return `${dice.pick(NAMES.first)} ${dice.pick(NAMES.last)}`
}

export function townName(dice: Dice): string {
  return dice.pick(NAMES.start) + dice.pick(NAMES.end)
}

/** Gives an idea its details and its first wording. */
export function tell(idea: readonly string[], facts: { readonly [slot: string]: string }, dice: Dice): Told {
  const n = 3 + dice.below(17)
  const own: { [slot: string]: string } = {
    ...facts,
    n: String(n),
    nword: numberWord(n),
    name: personName(dice),
    place: townName(dice),
    street: `${townName(dice)} ${dice.pick(NAMES.street)}`,
  }
  for (const [slot, values] of Object.entries(FILLS)) own[slot] = dice.pick(values)
  const orders = idea.map(order => order.replace(/\{(\w+)\}/g, (_, slot: string) => own[slot]!))
  return inWords(orders, dice.below(orders.length), () => 0, dice)
}

/** The same told in other words: each choice is made anew with this chance, and so is the order of the clauses. */
export function retell(told: Told, share: number, dice: Dice): Told {
  const moves = dice.chance(share * 0.7)
  const order = moves ? (told.order + 1) % told.orders.length : told.order
  return inWords(
    told.orders,
    order,
    at => (order !== told.order ? 0 : dice.chance(share) ? -1 - told.picks[at]! : told.picks[at]! + 1),
    dice,
  )
}

/** `wanted` says of each choice: 0 any, a positive number that one (counted from 1), a negative one any but that. */
function inWords(orders: readonly string[], order: number, wanted: (at: number) => number, dice: Dice): Told {
  const picks: number[] = []
  const text = orders[order]!.replace(CHOICE, (_, inside: string) => {
    const options = inside.split("|")
    const wish = wanted(picks.length)
    const others = options.map((_, index) => index).filter(index => index !== -1 - wish)
    const pick = 0 < wish ? wish - 1 : dice.pick(others)
    picks.push(pick)
    return options[pick]!
  })
    .replace(/ {2,}/g, " ")
    .trim()
  return { orders, order, picks, text: text[0]!.toUpperCase() + text.slice(1) }
}
