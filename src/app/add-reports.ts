import { HeedError } from "../core/error.ts"
import { idOfRaw, reportIdOf } from "../core/id.ts"
import type { Problem } from "../core/problem.ts"
import type { RawReport } from "../core/report.ts"
import type { Store, StoredReport } from "../core/store.ts"
import { type Collected, type Stated, withStated } from "./intake.ts"
import type { ReportReader } from "./reader.ts"

/** How far adding is: reports kept, reports that were there already, and the file looked at now. */
export interface AddProgress {
  readonly added: number
  readonly skipped: number
  readonly file: string
}

/** What became of one report. `id` is its id in the case; `isNew` is false where a report of the case was read again. */
export type ReportTold =
  | { readonly state: "reading"; readonly name: string; readonly id: string }
  | {
      readonly state: "there-already"
      readonly name: string
      readonly id: string
      readonly problems: readonly Problem[]
    }
  | {
      readonly state: "added"
      readonly name: string
      readonly id: string
      readonly title?: string
      readonly isNew: boolean
      readonly problems: readonly Problem[]
    }
  | { readonly state: "problem"; readonly problem: Problem }

/** What came of adding. Everything listed in `added` is kept, whatever else happened. */
export interface Added {
  readonly added: readonly { readonly id: string; readonly file?: string; readonly title?: string }[]
  /** Reports that were in the case and read by this engine already. */
  readonly skipped: number
  readonly problems: readonly Problem[]
  /** Why adding ended before its end: cancelled, disk full, case locked. */
  readonly stopped?: HeedError
}

/**
 * Reads what is collected and keeps it, one by one: whatever stops it, what is done is kept and adding again goes on from there.
 * A report in the case has the same id; read by this engine version, it is skipped; read by another, it is read again.
 */
export async function addReports(
  store: Store,
  reader: ReportReader,
  collected: AsyncIterable<Collected>,
  options: {
    readonly stated?: Stated
    readonly signal?: AbortSignal
    readonly onProgress?: (progress: AddProgress) => void
    /** Called for every report and everything that was none, as it happens. */
    readonly onReport?: (told: ReportTold) => void
  } = {},
): Promise<Added> {
  const { stated = {}, signal, onProgress, onReport } = options
  const added: Added["added"][number][] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  const held = new Set(await store.reportIds())
  let skipped = 0
  const tell = (raw: RawReport) => onProgress?.({ added: added.length, skipped, file: nameOf(raw) })
  const none = (problem: Problem) => {
    problems.push(problem)
    onReport?.({ state: "problem", problem })
  }

  async function* unread(): AsyncIterable<RawReport> {
    for await (const item of collected) {
      if (signal?.aborted) return
      if ("problem" in item) {
        none(item.problem)
        continue
      }
      const id = await keptId(store, held, item.raw)
      if (seen.has(id)) {
        none(sameBytes(item.raw))
        continue
      }
      seen.add(id)
      const odd = held.has(id) ? await notKept(store, id, item.raw, { ...item.raw.stated, ...stated }) : []
      problems.push(...odd)
      if (held.has(id) && (await store.getReading(id, reader.version)) !== undefined) {
        skipped++
        tell(item.raw)
        onReport?.({ state: "there-already", name: nameOf(item.raw), id, problems: odd })
        continue
      }
      tell(item.raw)
      onReport?.({ state: "reading", name: nameOf(item.raw), id })
      yield { ...withStated(item.raw, stated), id }
    }
  }

  try {
    for await (const result of reader.readMany(unread(), signal)) {
      if ("problem" in result) {
        none(result.problem)
        continue
      }
      const { raw, reading } = result
      await store.putReport(storedReport(reading.report.id, raw), reading)
      const title = reading.report.title?.value
      added.push({
        id: reading.report.id,
        ...(raw.file !== undefined && { file: raw.file }),
        ...(title !== undefined && { title }),
      })
      problems.push(...reading.problems)
      tell(raw)
      onReport?.({
        state: "added",
        name: nameOf(raw),
        id: reading.report.id,
        ...(title !== undefined && { title }),
        isNew: !held.has(reading.report.id),
        problems: reading.problems,
      })
      if (signal?.aborted) break
      // Reading is one long stretch of work; let the signal of an impatient person in.
      await new Promise(resolve => setTimeout(resolve, 0))
    }
  } catch (error) {
    if (!(error instanceof HeedError)) throw error
    return { added, skipped, problems, stopped: error }
  }
  const stopped = signal?.aborted ? new HeedError("cancelled", "cancelled") : undefined
  return { added, skipped, problems, ...(stopped && { stopped }) }
}

/** Its id in the case. Older cases keep a line of JSONL under the hash of its bytes alone; it goes on being that report. */
async function keptId(store: Store, held: ReadonlySet<string>, raw: RawReport): Promise<string> {
  const id = idOfRaw(raw)
  const before = reportIdOf(raw.bytes)
  if (held.has(id) || !held.has(before)) return id
  const kept = await store.getReport(before)
  return kept?.url === raw.url && kept?.stated?.publisher === raw.stated?.publisher ? before : id
}

/** What the user states now is not laid over a report that is in the case; that is told. */
async function notKept(store: Store, id: string, raw: RawReport, stated: Stated): Promise<Problem[]> {
  const kept = await store.getReport(id)
  const differs = Object.entries(stated).some(
    ([key, value]) => kept?.stated?.[key as keyof Stated] !== value && value !== undefined,
  )
  if (!differs) return []
  return [
    {
      code: "stated-not-kept",
      message: `${nameOf(raw)} is in the case already and keeps what was stated then; to state it anew, remove report ${id} and add it again`,
      reportId: id,
      ...(raw.file !== undefined && { file: raw.file }),
    },
  ]
}

function sameBytes(raw: RawReport): Problem {
  return {
    code: "same-bytes",
    message: `${nameOf(raw)} has the same bytes as a report named before it; it counts once`,
    ...(raw.file !== undefined && { file: raw.file }),
  }
}

const nameOf = (raw: RawReport) => raw.file ?? raw.url ?? "a report"

function storedReport(id: string, raw: RawReport): StoredReport {
  return {
    id,
    bytes: raw.bytes,
    ...(raw.file !== undefined && { file: raw.file }),
    ...(raw.url !== undefined && { url: raw.url }),
    ...(raw.contentType !== undefined && { contentType: raw.contentType }),
    ...(raw.stated !== undefined && { stated: raw.stated }),
  }
}
