import type { BriefLine, BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"

/** A fact of an item with the positions under it. */
export interface BriefFact {
  readonly line: BriefLine
  readonly details: readonly BriefLine[]
}

/** An item of a section with its facts. */
export interface BriefItem {
  readonly head: BriefLine
  readonly facts: readonly BriefFact[]
}

/** The lines of a section as the tree that their levels make. */
export function itemsOf({ lines }: BriefView["sections"][number]): readonly BriefItem[] {
  const items: { head: BriefLine; facts: { line: BriefLine; details: BriefLine[] }[] }[] = []
  for (const line of lines) {
    const item = items.at(-1)
    if (line.level === 0 || item === undefined) items.push({ head: line, facts: [] })
    else if (line.level === 1 || item.facts.length === 0) item.facts.push({ line, details: [] })
    else item.facts.at(-1)!.details.push(line)
  }
  return items
}

/** Marks of a line. */
export const marksOf = ({ parts }: BriefLine): readonly number[] =>
  parts.flatMap(part => ("mark" in part ? [part.mark] : []))

/** The words of a line, without what its signs say. */
export const wordsOf = ({ parts }: BriefLine): string =>
  visibleLine(parts.map(part => ("text" in part && !part.sign && !part.aside ? part.text : "")).join("")).trim()

/** Name of an item or fact in the address: enough of its id to be told apart. */
export const keyOf = ({ id = "" }: BriefLine): string => id.slice(0, 8)
