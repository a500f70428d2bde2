import type { Fact, Incident, Position } from "../../core/casefile.ts"
import { timeContains } from "../../core/edtf.ts"
import type { Status } from "../../core/status.ts"
import { gradeInWords } from "../grades.ts"
import { datesInWords, edtfInWords, originsInWords, slotInWords, valueInWords } from "../words.ts"
import { blameLines } from "./blame-lines.ts"
import { asideWords, type Line, line, type Marks, type Part, signWords } from "./brief.ts"
import { foldPositions } from "./fold-positions.ts"
import { isByOthers, isKnown, partsOf, positionWords, sayers, statusNote } from "./position-words.ts"
import { differingWords } from "./rivals.ts"

/** How a fact is told. `usual`: a status that goes without saying. `best`: which value is best supported is told with it, and not elsewhere. */
interface Telling {
  readonly usual?: Status
  readonly best?: boolean
}

/** A fact in one line when it has one position or is one list; with a line for each position, or for those that say the same less exactly, when it has more. */
export function factLines(fact: Fact, marks: Marks, { usual = "occurred", best = true }: Telling = {}): Line[] {
  if (fact.slot === "blamed-on" && fact.positions.every(({ value }) => value.kind === "entity"))
    return blameLines(fact, marks)
  const label = slotInWords(fact.slot)
  const { origins } = fact
  const evidenceOf = (position: Position) =>
    marks.of(
      position.assertions.flatMap(assertion => assertion.evidence),
      4,
    )
  const positions = fact.positions.flatMap(partsOf)
  const note = (position: Position) =>
    `${position.status === usual ? "" : statusNote(position)}${position.assertions.flatMap(({ grade }) => (grade ? ` (${gradeInWords(grade)})` : [])).join("")}`
  const listed = fact.positions.toSorted((a, b) => startOf(a) - startOf(b))
  if (fact.listed && new Set(fact.positions.map(position => `${note(position)}${sayers(position)}`)).size === 1) {
    const values = listed.map(positionWords).join(", ")
    const evidence = marks.of(listed.flatMap(({ assertions }) => assertions.flatMap(one => one.evidence)))
    const said = asideWords(`${sayers(positions[0]!)} `)
    return [{ ...line(1, label, `${values}${note(positions[0]!)}`, said, evidence), id: fact.id, signs: { origins } }]
  }
  const isDisputed = fact.relation === "contradict" || fact.relation === "mixed"
  const bestLines = () =>
    isDisputed && !best ? [] : bestOf(fact).map(words => line(2, "", `${words} `, evidenceOf(heldBy(fact))))
  const known = positions.filter(isKnown)
  const [first] = positions
  if (positions.length === 1) {
    const value = positionWords(first!)
    const said = asideWords(`${sayers(first!)} `)
    const head = {
      ...line(1, label, `${value}${note(first!)}`, said, evidenceOf(first!)),
      id: fact.id,
      signs: { origins },
    }
    return [head, ...bestLines()]
  }
  const relation = known.filter(({ value: own }) => !isByOthers(own)).length < 2 ? "" : `   ${fact.relation}`
  const signs = { ...(relation !== "" && { relation: fact.relation }), origins }
  const joined = joinAlike([...known, ...positions.filter(position => !isKnown(position))])
  const one = (position: Position) =>
    line(
      2,
      "",
      `${positionWords(position)}${note(position)}`,
      asideWords(`${sayers(position)}${since(position)} `),
      evidenceOf(position),
    )
  const together = (words: string, same: readonly Position[]): Line[] => {
    const parts = same.flatMap((position, index): (string | readonly Part[])[] => [
      `${index === 0 ? words : "; "}${positionWords(position)}${note(position)}`,
      asideWords(`${sayers(position)} `),
      evidenceOf(position),
    ])
    return same.length === 0 ? [] : [line(2, "", ...parts)]
  }
  const folded = foldPositions(fact, joined)
  if (folded !== undefined) {
    const { main, others, wider, described } = folded
    const [words, aside] = [`${positionWords(main)}${note(main)}`, sayers(main)]
    const said = signWords(`${relation}   ${originsInWords(origins)} `)
    return [
      { ...line(1, label, words, asideWords(aside), said, evidenceOf(main)), id: fact.id, signs },
      ...others.map(one),
      ...together("less exactly: ", wider),
      ...together("told as: ", described),
      ...bestLines(),
    ]
  }
  const [exact, loose] = apart(joined)
  const value = fact.value ? valueInWords(fact.value) : "not settled"
  const head = line(1, label, `${value}${differingWords(fact)}`, signWords(`${relation}   ${originsInWords(origins)}`))
  return [{ ...head, id: fact.id, signs }, ...exact.map(one), ...together("less exactly: ", loose), ...bestLines()]
}

/** The positions, and apart from them the loose times that hold two of them: "last week" beside two days of it. */
function apart(positions: readonly Position[]): [readonly Position[], readonly Position[]] {
  const holds = (one: Position, other: Position) =>
    one.value.kind === "time" && other.value.kind === "time" && timeContains(one.value.edtf, other.value.edtf)
  const isLoose = (one: Position) => 2 <= positions.filter(other => !holds(other, one) && holds(one, other)).length
  return [positions.filter(one => !isLoose(one)), positions.filter(isLoose)]
}

/** Positions in the same words are one line: two people whose names an overview folds are both "a named person". */
function joinAlike(positions: readonly Position[]): Position[] {
  const alike = Map.groupBy(positions, one => `${positionWords(one)}${one.status}${sayers(one)}`)
  return [...alike.values()].map(same => ({ ...same[0]!, assertions: same.flatMap(({ assertions }) => assertions) }))
}

/** The position that has the value best supported; the first one where no position has it. */
function heldBy({ best, positions }: Fact): Position {
  const value = best && valueInWords(best.value)
  return positions.find(position => valueInWords(position.value) === value) ?? positions[0]!
}

/** The value that the evidence speaks for, and why: of a disputed fact, and where it is none of the values told. */
export function bestOf({ relation, best, positions }: Fact): string[] {
  if (best === undefined) return []
  const words = valueInWords(best.value)
  const isTold = positions.some(({ value }) => valueInWords(value) === words)
  return relation === "contradict" || relation === "mixed" || !isTold
    ? [`best supported: ${words} (${datesInWords(best.why)})`]
    : []
}

/** What no report is read to say of an incident and a learned scorer takes to be likely, told as that. */
export function likelyLines({ likely = [] }: Incident): Line[] {
  return likely.map(item => line(1, slotInWords(item.slot), `likely ${valueInWords(item.value)}`, `   ${item.why}`))
}

const startOf = ({ assertions }: Position) => assertions[0]!.evidence[0]!.start

const since = (position: Position) =>
  position.firstReported === "" ? "" : `, reported ${edtfInWords(position.firstReported.slice(0, 10))}`
