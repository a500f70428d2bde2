import type { CaseStatement } from "../../../core/casefile.ts"
import { isSaying } from "../../../core/reading.ts"
import type { Utterance } from "../../../core/utterance.ts"
import { type Speaker, speakersInSteps } from "../../brief/speakers.ts"
import { inSteps } from "../../steps.ts"
import { rolesInWords } from "../../words.ts"
import { tableOf } from "../table.ts"

/** Something that was said, once, with every telling of it. */
export interface Saying {
  /** The telling that has most of the words. */
  readonly best: CaseStatement
  readonly told: readonly CaseStatement[]
  readonly utterance?: Utterance
  readonly reportIds: readonly string[]
  /** In lower case: the words, the speaker's name, for finding. */
  readonly searched: string
}

/** Who speaks, and all that is given to him, what most reports have first. */
export interface Voice extends Speaker {
  readonly entityId?: string
  readonly roles: readonly string[]
  readonly reports: number
  readonly statements: number
  readonly sayings: readonly Saying[]
}

/** All speakers, those first of whom most reports have words. What a learned scorer found is among it; the brief leaves that out. */
export const statementTable = tableOf(function* (index): Generator<void, readonly Voice[]> {
  const { caseFile } = index
  const speakerOf = yield* speakersInSteps(caseFile, caseFile.statements)
  yield
  const utterances = new Map(caseFile.utterances.map(utterance => [utterance.id, utterance]))
  const bySpeaker = new Map<string, CaseStatement[]>()
  yield* inSteps(caseFile.statements, STEP, statement => {
    const { key } = speakerOf(statement)
    const same = bySpeaker.get(key)
    if (same) same.push(statement)
    else bySpeaker.set(key, [statement])
  })
  const voices: Voice[] = []
  let done = 0
  for (const [key, statements] of bySpeaker) {
    const { name } = speakerOf(statements[0]!)
    const entityId = statements.find(({ speaker }) => speaker.entityId === key) && key
    voices.push({
      key,
      name,
      ...(entityId !== undefined && { entityId }),
      roles: rolesInWords(statements.flatMap(({ speaker }) => speaker.role ?? [])),
      reports: new Set(statements.map(({ reportId }) => reportId)).size,
      statements: statements.length,
      sayings: sayingsOf(statements, utterances, name),
    })
    done += statements.length
    if (done < STEP) continue
    done = 0
    yield
  }
  yield
  return voices.sort(
    (a, b) => b.reports - a.reports || b.statements - a.statements || compare(a.name, b.name) || compare(a.key, b.key),
  )
})

/** Statements looked at in one step. */
const STEP = 1_000

/** Each thing said once: an utterance with its tellings, and the same words that one report has twice. */
function sayingsOf(
  statements: readonly CaseStatement[],
  utterances: ReadonlyMap<string, Utterance>,
  speaker: string,
): Saying[] {
  const groups = Map.groupBy(statements, ({ id, utteranceId, text }) =>
    utteranceId !== undefined && utterances.has(utteranceId) ? utteranceId : text === "" ? id : text,
  )
  return [...groups.values()]
    .map((told): Saying => {
      const utterance = utterances.get(told[0]!.utteranceId ?? "")
      const fullest = utterance?.wordings.find(({ form }) => form === "fullest")?.statementId
      const best = told.find(({ id }) => id === fullest) ?? told.find(isSaying) ?? told[0]!
      return {
        best,
        told,
        ...(utterance && { utterance }),
        reportIds: [...new Set(told.map(({ reportId }) => reportId))],
        searched: [speaker, ...new Set(told.map(({ text }) => text))].join(" ").toLowerCase(),
      }
    })
    .sort((a, b) => b.reportIds.length - a.reportIds.length || Number(isSaying(b.best)) - Number(isSaying(a.best)))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether rules found none of its tellings: a learned scorer takes it for something said. */
export const isFoundByScore = ({ told }: Saying) => !told.some(isSaying)
