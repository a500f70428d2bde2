import { randomBytes } from "node:crypto"
import type { ImportSummary } from "../app/imports/import-view.ts"
import type { Imports } from "../app/imports/imports.ts"
import type { CaseEvent, CaseService } from "../app/opening/case-service.ts"

/** What is sent to whoever looks at the case. */
export type DoorEvent = CaseEvent | { readonly kind: "import"; readonly import: ImportSummary }

/** An event with its id: the run of the program and a number that grows. */
export interface SentEvent {
  readonly id: string
  readonly event: DoorEvent
}

/** Events that are kept for who comes back. A choice: minutes of an import, some hundred kB. */
const KEPT = 500
/** At most one step of an import in this time; faster nobody reads. */
const STEP_MS = 100

/** All that happens to the case, numbered, so that who lost the connection misses nothing. */
export interface CaseEvents {
  /** What happened after that event, if it is known; else how things stand now. */
  since(id: string | undefined): readonly SentEvent[]
  /** Hears what happens until the function that it gives is called. `ended` is called once, when the door closes. */
  listen(listener: (sent: SentEvent) => void, ended: () => void): () => void
  close(): void
}

export function openCaseEvents(service: CaseService, imports: Imports): CaseEvents {
  const run = randomBytes(6).toString("hex")
  const kept: SentEvent[] = []
  const listeners = new Map<(sent: SentEvent) => void, () => void>()
  const steps = new Map<string, { told: string; at: number }>()
  let number = 0

  const send = (event: DoorEvent) => {
    const sent = { id: `${run}-${++number}`, event }
    kept.push(sent)
    if (KEPT < kept.length) kept.shift()
    for (const listener of listeners.keys()) listener(sent)
  }
  const stops = [
    service.subscribe(send),
    imports.subscribe(summary => {
      const { id, state } = summary
      const last = steps.get(id)
      const now = performance.now()
      if (state === "running" && last?.told === state && now - last.at < STEP_MS) return
      steps.set(id, { told: state, at: now })
      send({ kind: "import", import: summary })
    }),
  ]
  const standing = (): SentEvent[] => {
    const id = `${run}-${number}`
    const running = imports.list().filter(({ state }) => state === "running" || state === "waiting")
    return [
      { id, event: { kind: "changed", revision: service.revision } },
      ...(service.making ? [{ id, event: { kind: "making", making: service.making } } satisfies SentEvent] : []),
      ...running.map((summary): SentEvent => ({ id, event: { kind: "import", import: summary } })),
    ]
  }
  return {
    since(id) {
      const [of, heard] = id?.split("-") ?? []
      const missed = of === run ? number - Number(heard) : Number.NaN
      return 0 <= missed && missed <= kept.length ? kept.slice(kept.length - missed) : standing()
    },
    listen(listener, ended) {
      listeners.set(listener, ended)
      return () => listeners.delete(listener)
    },
    close() {
      for (const stop of stops) stop()
      for (const ended of listeners.values()) ended()
      listeners.clear()
    },
  }
}
