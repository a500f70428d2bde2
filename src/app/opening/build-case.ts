import type { CaseFile } from "../../core/casefile.ts"
import type { Store } from "../../core/store.ts"
import { asksForWhole, caseKey, openKept } from "./kept-case.ts"
import type { Machine } from "./machine.ts"
import { type MakeOptions, openCaseMaker } from "./make-case.ts"
import type { CaseQuestion } from "./question.ts"

/** The case from its store: the one kept there, when nothing has changed since; else it is made, and kept. */
export async function buildCase(
  store: Store,
  machine: Machine,
  question: CaseQuestion = {},
  options: MakeOptions = {},
): Promise<CaseFile> {
  if (!asksForWhole(question)) return (await openCaseMaker(store, machine).make(question, options)).caseFile
  const kept = await openKept(store, caseKey(machine, store.name, await store.reportKeys(), await store.decisions()))
  if (kept) return kept
  const maker = openCaseMaker(store, machine)
  const made = await maker.make(question, options)
  await maker.keep(made)
  return made.caseFile
}
