import { once } from "node:events"
import { extname } from "node:path"
import { Worker } from "node:worker_threads"
import { checkCancelled } from "./app/intake.ts"
import type { CaseBuilder } from "./app/opening/case-builder.ts"
import { CaseFromParts } from "./app/opening/kept-case.ts"
import type { MakeProgress } from "./app/opening/make-case.ts"
import type { CaseQuestion } from "./app/opening/question.ts"
import type { FirstScreen } from "./app/views/first-screen.ts"
import type { OpenedReport } from "./app/views/reader/reader-view.ts"
import { type ErrorCode, HeedError } from "./core/error.ts"

/** What the thread is told. `id`: of the case asked for. */
export type ToCaseThread =
  /** `before`: key of the whole case that this thread holds. */
  | { readonly id: number; readonly kind: "build"; readonly question: CaseQuestion; readonly before?: string }
  | { readonly id: number; readonly kind: "report"; readonly reportId: string }
  | { readonly id: number; readonly kind: "next" | "cancel" | "warm" | "close" }

/** What it says. A part of null: there are no more. */
export type FromCaseThread =
  | { readonly id: number; readonly kind: "progress"; readonly progress: MakeProgress }
  | { readonly id: number; readonly kind: "made"; readonly key: string; readonly first: FirstScreen }
  | { readonly id: number; readonly kind: "part"; readonly part: string | null }
  | { readonly id: number; readonly kind: "report"; readonly report: OpenedReport }
  | { readonly id: number; readonly kind: "failed"; readonly message: string; readonly code?: ErrorCode }

/** How long the thread may take to end by itself. Then it is ended: what is in the file stays whole. */
const ENDS_WITHIN_MS = 300

interface Answer {
  readonly key?: string
  readonly first?: FirstScreen
  readonly part?: string | null
  readonly report?: OpenedReport
}

interface Call {
  readonly onProgress: ((progress: MakeProgress) => void) | undefined
  resolve(answer: Answer): void
  reject(error: Error): void
}

/**
 * Makes the cases of a file in a thread of its own, so that this one goes on answering. The thread starts with the first case that is to be made.
 * `openKept`: opens a report that was read already, in this thread: the other may be busy for a minute.
 */
export function openCaseThread(
  path: string,
  version: string,
  openKept: (reportId: string) => Promise<OpenedReport | undefined>,
): CaseBuilder {
  let worker: Worker | undefined
  let isClosed = false
  let lastId = 0
  const calls = new Map<number, Call>()
  const failAll = (error: Error) => {
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
    worker = undefined
  }
  const started = (): Worker => {
    if (isClosed) throw new HeedError("cancelled", "cancelled")
    if (worker) return worker
    worker = new Worker(new URL(`./case-worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: { path, version },
    })
    worker.on("message", (message: FromCaseThread) => {
      const call = calls.get(message.id)
      if (message.kind === "progress") call?.onProgress?.(message.progress)
      else if (message.kind === "failed")
        call?.reject(message.code ? new HeedError(message.code, message.message) : new Error(message.message))
      else call?.resolve(message)
    })
    worker.on("error", error => failAll(error instanceof Error ? error : new Error(String(error))))
    worker.on("exit", () => failAll(new HeedError("cancelled", "the thread that makes the case has ended")))
    return worker
  }
  const ask = (message: ToCaseThread, onProgress?: Call["onProgress"]) =>
    new Promise<Answer>((resolve, reject) => {
      calls.set(message.id, { resolve, reject, onProgress })
      started().postMessage(message)
    })
  return {
    version,
    async build(question, { signal, onProgress, before }) {
      checkCancelled(signal)
      const id = ++lastId
      const cancel = () => worker?.postMessage({ id, kind: "cancel" } satisfies ToCaseThread)
      signal?.addEventListener("abort", cancel, { once: true })
      try {
        const { key, first } = await ask(
          { id, kind: "build", question, ...(before && { before: before.key }) },
          onProgress,
        )
        const file = new CaseFromParts(before?.caseFile)
        for (;;) {
          const { part } = await ask({ id, kind: "next" })
          if (part === null || part === undefined) return { key: key!, first: first!, caseFile: file.caseFile }
          file.add(part)
        }
      } finally {
        calls.delete(id)
        signal?.removeEventListener("abort", cancel)
      }
    },
    async openReport(reportId) {
      const kept = await openKept(reportId)
      if (kept) return kept
      const id = ++lastId
      try {
        return (await ask({ id, kind: "report", reportId })).report!
      } finally {
        calls.delete(id)
      }
    },
    warm() {
      if (!isClosed) started().postMessage({ id: 0, kind: "warm" } satisfies ToCaseThread)
    },
    async close() {
      isClosed = true
      const ending = worker
      if (!ending) return
      ending.postMessage({ id: 0, kind: "close" } satisfies ToCaseThread)
      const ended = once(ending, "exit")
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, ENDS_WITHIN_MS).unref())])
      await ending.terminate()
    },
  }
}
