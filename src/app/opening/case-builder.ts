import type { Store } from "../../core/store.ts"
import { openReport } from "../open-report.ts"
import type { OpenedReport } from "../views/reader/reader-view.ts"
import { asksForWhole } from "./kept-case.ts"
import type { Machine } from "./machine.ts"
import type { MadeCase } from "./made-case.ts"
import { type MakeOptions, openCaseMaker } from "./make-case.ts"
import type { CaseQuestion } from "./question.ts"

export interface BuildOptions extends MakeOptions {
  /** The whole case that whoever asks holds: what is the same in the next one need not be sent again. */
  readonly before?: Pick<MadeCase, "key" | "caseFile"> | undefined
}

/** Makes the cases that are not kept: in this thread, or in one of its own. */
export interface CaseBuilder {
  /** As `Machine` has it. */
  readonly version: string
  /** Makes the case of what is in the store now. The whole case is kept there. Throws HeedError "cancelled". */
  build(question: CaseQuestion, options: BuildOptions): Promise<MadeCase>
  /** A report of the case with what was read in it. Throws HeedError "not-found". */
  openReport(id: string): Promise<OpenedReport>
  /** Gets ready for the next `build` in the background, where there is one. */
  warm(): void
  /** Ends what is under way. */
  close(): Promise<void>
}

/** A builder in this thread: while it works nothing else does. */
export function openCaseBuilder(store: Store, machine: Machine): CaseBuilder {
  const maker = openCaseMaker(store, machine)
  const closing = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  return {
    version: machine.version,
    build(question, options) {
      const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal
      const built = maker.make(question, { ...options, signal }).then(async made => {
        if (asksForWhole(question)) await maker.keep(made)
        return made
      })
      last = built.catch(() => {})
      return built
    },
    openReport: async id => openReport(store, await machine.engine(), id),
    warm() {},
    async close() {
      closing.abort()
      await last
    },
  }
}
