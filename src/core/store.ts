import type { Reading } from "./reading.ts"

/** What a person decided about the case. Kept as an append-only log; any rebuild applies it again. */
export interface Decision {
  readonly id: string
  /** UTC, ISO 8601 with Z. Given by the caller: the store reads no clock. */
  readonly decidedAt: string
  readonly by: string
  readonly action: "accept" | "reject" | "correct" | "merge" | "split" | "hide" | "grade"
  /** Id of the item it is about, and the words it rests on so that it survives a new reading. */
  readonly subject: string
  readonly value: unknown
}

/** A report as the case keeps it. */
export interface StoredReport {
  readonly id: string
  readonly file?: string
  readonly url?: string
  readonly contentType?: string
  readonly stated?: {
    readonly title?: string
    readonly publisher?: string
    readonly published?: string
    readonly url?: string
  }
  readonly bytes: Uint8Array
}

/** One case. Every promise is a test in `store/contract.ts`. */
export interface Store {
  /** Name given to the case, as told to `create`. */
  readonly name: string
  /** Keeps the report and its reading, all or nothing. The same id again replaces the reading and changes nothing else. */
  putReport(report: StoredReport, reading: Reading): void
  /** Takes a report and its reading out. An absent id is no error. */
  removeReport(id: string): void
  /** Ids of all reports, sorted. */
  reportIds(): string[]
  /** Undefined when the id is absent. */
  getReport(id: string): StoredReport | undefined
  /** The reading made by that engine version, or undefined when it is absent or older. */
  getReading(reportId: string, engine: string): Reading | undefined
  putReading(reading: Reading): void
  addDecision(decision: Decision): void
  /** In order of adding. */
  decisions(): Decision[]
  /** Full-text search over titles and texts: report ids with the best snippet, best first. At most `limit`. */
  searchText(query: string, limit: number): { reportId: string; snippet: string }[]
  close(): void
}
