import { enableCompileCache } from "node:module"
import { parentPort, workerData } from "node:worker_threads"
import { openReport } from "./app/open-report.ts"
import { asksForWhole, toChangedParts, toParts } from "./app/opening/kept-case.ts"
import type { Machine } from "./app/opening/machine.ts"
import type { MadeCase } from "./app/opening/made-case.ts"
import { openCaseMaker } from "./app/opening/make-case.ts"
import { SentCase } from "./app/opening/sent-case.ts"
import type { FromCaseThread, ToCaseThread } from "./case-thread.ts"
import type { Engine } from "./core/engine.ts"
import { HeedError } from "./core/error.ts"
import { openCase } from "./store/sqlite/open-case.ts"

// The thread in which the cases of one file are made. It sends a case part by part, each when it is asked for, so that the other thread is never flooded.

enableCompileCache()
const { path, version } = workerData as { path: string; version: string }
const port = parentPort!
const answer = (message: FromCaseThread) => port.postMessage(message)
const store = await openCase(path)
let engine: Promise<Engine> | undefined
let reader: Promise<ReturnType<typeof import("./read-pool.ts")["pooledReader"]>> | undefined
const machine: Machine = {
  version,
  engine() {
    engine ??= import("./make-engine.ts").then(({ makeEngine }) => makeEngine())
    return engine
  },
  reader() {
    reader ??= Promise.all([import("./read-pool.ts"), machine.engine()]).then(([pool, made]) => pool.pooledReader(made))
    return reader
  },
}
const maker = openCaseMaker(store, machine)
const building = new Map<number, AbortController>()
interface Sending {
  readonly parts: Iterator<string>
  readonly sent?: () => Promise<void>
}
const sending = new Map<number, Sending>()
/** The whole case that was sent last, or would have been, had the other thread not opened what was kept. */
let whole: { readonly key: string; readonly sent: SentCase } | undefined

/** A whole case on its way. `before`: key of the one that the other thread holds. */
function wholeOf(made: MadeCase, before: string | undefined): Sending {
  const now = new SentCase()
  return {
    parts: toChangedParts(made.caseFile, whole && whole.key === before ? whole.sent : new SentCase(), now),
    async sent() {
      whole = { key: made.key, sent: now }
      await maker.keep(made)
    },
  }
}

/** Makes the whole case ahead of the first change, and notes what is in it. */
async function warm(): Promise<void> {
  const made = await maker.warm()
  if (!made || whole) return
  const now = new SentCase()
  for (const _ of toChangedParts(made.caseFile, new SentCase(), now))
    await new Promise(resolve => setImmediate(resolve))
  whole ??= { key: made.key, sent: now }
}

port.on("message", async (message: ToCaseThread) => {
  const { id } = message
  try {
    if (message.kind === "cancel") building.get(id)?.abort()
    else if (message.kind === "report")
      answer({ id, kind: "report", report: await openReport(store, await machine.engine(), message.reportId) })
    else if (message.kind === "warm") await warm()
    else if (message.kind === "build") {
      const stop = new AbortController()
      building.set(id, stop)
      const made = await maker
        .make(message.question, {
          signal: stop.signal,
          onProgress: progress => answer({ id, kind: "progress", progress }),
        })
        .finally(() => building.delete(id))
      sending.set(
        id,
        asksForWhole(message.question) ? wholeOf(made, message.before) : { parts: toParts(made.caseFile) },
      )
      answer({ id, kind: "made", key: made.key, first: made.first })
    } else if (message.kind === "next") {
      const { parts, sent } = sending.get(id)!
      const { value, done } = parts.next()
      answer({ id, kind: "part", part: done ? null : value })
      if (!done) return
      sending.delete(id)
      await sent?.()
    } else {
      for (const stop of building.values()) stop.abort()
      await (await reader)?.close()
      await store.close()
      port.close()
    }
  } catch (error) {
    const { message: words } = error as Error
    answer({ id, kind: "failed", message: words, ...(error instanceof HeedError && { code: error.code }) })
  }
})
