import { HeedError } from "../../core/error.ts"
import { idOf } from "../../core/id.ts"
import type { Kept, ReportKey, Store } from "../../core/store.ts"

/** What is written in one go: the file is held for a moment only. */
const AT_ONCE = 16
/** Read at once: they are unpacked beside each other. */
const READ_AT_ONCE = 64

/**
 * What an open case holds, kept as it is made, so that the case opens again without its readings: a sketch of each report, a draft of each bundle.
 * Each is kept under all that it rests on, so that nothing stale is taken back.
 */
export interface KeptDrafts {
  /** The sketches of these reports; undefined for one that is not kept. */
  sketches(reports: readonly ReportKey[]): Promise<(Uint8Array | undefined)[]>
  putSketch(report: ReportKey, sketch: Uint8Array): Promise<void>
  /** The draft under this key of these reports, or undefined. */
  draft(key: string, reports: readonly ReportKey[]): Promise<Uint8Array | undefined>
  putDraft(key: string, reports: readonly ReportKey[], draft: Uint8Array): Promise<void>
  /** Writes what is left, and forgets what is of other reports and other drafts than these. */
  finish(reports: readonly ReportKey[], drafts: ReadonlySet<string>): Promise<void>
}

/** Keeps drafts in a store for one code version. A store that cannot be written costs time later and nothing else. */
export function keepDrafts(store: Store, version: string): KeptDrafts {
  const sketchAt = ({ id, key }: ReportKey) => `sketch/${id}/${idOf(version, key)}`
  const draftAt = (key: string, reports: readonly ReportKey[]) =>
    `draft/${key}/${idOf(version, ...reports.map(report => report.key))}`
  /** Where the drafts in use are kept, by their key. */
  const used = new Map<string, string>()
  let waiting: Kept[] = []
  const write = async (): Promise<void> => {
    const made = waiting
    waiting = []
    await unlessReadOnly(() => store.keep(made))
  }
  const put = async (key: string, bytes: Uint8Array): Promise<void> => {
    waiting.push({ key, bytes })
    if (AT_ONCE <= waiting.length) await write()
  }
  return {
    async sketches(reports) {
      const found: (Uint8Array | undefined)[] = []
      for (let at = 0; at < reports.length; at += READ_AT_ONCE) {
        const some = reports.slice(at, at + READ_AT_ONCE)
        found.push(...(await Promise.all(some.map(report => store.kept(sketchAt(report))))))
      }
      return found
    },
    putSketch: (report, sketch) => put(sketchAt(report), sketch),
    async draft(key, reports) {
      const at = draftAt(key, reports)
      const kept = await store.kept(at)
      if (kept) used.set(key, at)
      return kept
    },
    async putDraft(key, reports, draft) {
      const at = draftAt(key, reports)
      used.set(key, at)
      await put(at, draft)
    },
    async finish(reports, drafts) {
      for (const key of used.keys()) if (!drafts.has(key)) used.delete(key)
      waiting = waiting.filter(({ key }) => key.startsWith("sketch/") || drafts.has(key.split("/")[1]!))
      if (0 < waiting.length) await write()
      const current = new Set([...used.values(), ...reports.map(sketchAt)])
      const kept = [...(await store.keptKeys("sketch/")), ...(await store.keptKeys("draft/"))]
      const old = kept.filter(key => !current.has(key))
      if (0 < old.length) await unlessReadOnly(() => store.forget(old))
    },
  }
}

async function unlessReadOnly(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof HeedError && error.code === "unavailable")) throw error
  }
}
