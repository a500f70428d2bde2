import type { Fact, Position } from "../../core/casefile.ts"
import { originsInWords, valueInWords } from "../words.ts"
import { type Line, line, type Marks, type Part, signWords } from "./brief.ts"
import { sayersOf, statusNote } from "./position-words.ts"
import { isAgainst } from "./rivals.ts"

/** Somebody who is blamed: by whom, and who rejects it. */
interface Blamed {
  readonly name: string
  readonly blame: readonly Position[]
  readonly rejections: readonly Position[]
}

/** Who blames whom, and who rejects it, one line for each accused: who is only blamed never leads. */
export function blameLines(fact: Fact, marks: Marks): Line[] {
  return blamedIn(fact).map((blamed, index) => {
    const [blame, rejected] = blameSides(blamed, marks)
    const words = [...(blame ?? []), ...(rejected === undefined ? [] : blame ? ["; ", ...rejected] : rejected)]
    if (index !== 0) return line(2, "", ...words.map(toParts))
    const relation = fact.positions.length < 2 ? "" : `   ${fact.relation}`
    const { origins } = fact
    return {
      ...line(1, "blame", ...words.map(toParts), signWords(`${relation}   ${originsInWords(origins)} `)),
      id: fact.id,
      signs: { ...(relation !== "" && { relation: fact.relation }), origins },
    }
  })
}

const toParts = (words: string | readonly Part[]) => words

/** The sides of each accused, for and against, as words with their marks. */
export function blamedSides(fact: Fact, marks: Marks): (string | readonly Part[])[][] {
  return blamedIn(fact).flatMap(blamed => blameSides(blamed, marks).filter(side => side !== undefined))
}

function blamedIn({ positions }: Fact): readonly Blamed[] {
  const named = Map.groupBy(positions, ({ value }) => valueInWords(value))
  return [...named]
    .map(([name, same]) => ({
      name,
      blame: same.filter(one => !isAgainst(one)),
      rejections: same.filter(isAgainst),
    }))
    .sort((a, b) => b.blame.length - a.blame.length)
}

function blameSides({ name, blame, rejections }: Blamed, marks: Marks) {
  const evidenceOf = (positions: readonly Position[]) =>
    marks.of(
      positions.flatMap(({ assertions }) => assertions.flatMap(({ evidence }) => evidence)),
      4,
    )
  const { names, own } = sayersOfAll(blame)
  const note = blame.map(one => (one.status === "alleged" ? "" : statusNote(one))).join("")
  const also = own && 0 < names.length ? "; also told without attribution" : ""
  const said =
    names.length === 0
      ? `${name} is blamed, by whom is not said${note}`
      : `${listed(names)} blamed ${name}${note}${also}`
  const by = sayersOfAll(rejections)
  const who = by.names.length === 0 ? "" : ` by ${listed(by.names)}`
  return [
    blame.length === 0 ? undefined : [`${said} `, evidenceOf(blame)],
    rejections.length === 0
      ? undefined
      : [`${blame.length === 0 ? `that it was ${name} is ` : ""}rejected${who} `, evidenceOf(rejections)],
  ] as const
}

function sayersOfAll(positions: readonly Position[]) {
  return sayersOf({ assertions: positions.flatMap(({ assertions }) => assertions) })
}

/** Names in a sentence, at most three. */
function listed(names: readonly string[]): string {
  const shown = 3 < names.length ? [...names.slice(0, 2), "others"] : names
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`
}
