import type { EvidenceView } from "../../../../src/app/views/evidence-view.ts"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import type { Note } from "../../evidence/Marks.tsx"

/** Marks beside one position or line, at most; opened it shows all of its words. */
const MOST_MARKS = 3

/** Gives words their numbers on this screen: the same words have the same number wherever they stand. */
export type MarksOf = (evidence: readonly EvidenceView[]) => readonly Note[]

/** Numbers the words of the screen from 1, in the order in which a reader comes to them; `notes` are all that have one. */
export function numberEvidence({ facts, blame, warnings, said }: IncidentView): {
  readonly marksOf: MarksOf
  readonly notes: readonly Note[]
} {
  const notes = new Map<string, Note>()
  const marksOf: MarksOf = evidence =>
    evidence.slice(0, MOST_MARKS).map(one => {
      const key = keyOf(one)
      const note = notes.get(key) ?? { mark: notes.size + 1, evidence: one }
      notes.set(key, note)
      return note
    })
  for (const { positions } of facts) for (const position of positions) marksOf(wordsOf(position))
  for (const { lines } of blame) for (const { evidence } of lines) marksOf(evidence)
  for (const { evidence } of warnings) marksOf(evidence)
  for (const { evidence } of said.statements) marksOf(evidence)
  return { marksOf, notes: [...notes.values()] }
}

/** The words of a position, those of copies once. */
export function wordsOf({ tellings }: IncidentView["facts"][number]["positions"][number]): readonly EvidenceView[] {
  return tellings.map(({ evidence }) => evidence)
}

/** The same words once: two positions may rest on one. */
export function eachOnce(evidence: readonly EvidenceView[]): readonly EvidenceView[] {
  return [...new Map(evidence.map(one => [keyOf(one), one])).values()]
}

const keyOf = ({ reportId, start, end }: EvidenceView) => `${reportId}:${start}:${end}`
