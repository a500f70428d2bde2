import type { Reading } from "./reading.ts"

/** What a person decided about the case. Kept as an append-only log; any rebuild applies it again. */
export interface Decision {
  readonly id: string
  /** UTC, ISO 8601 with Z. Given by the caller: the store reads no clock. */
  readonly decidedAt: string
  readonly by: string
  readonly action:
    | "accept"
    | "reject"
    | "correct"
    | "merge"
    | "split"
    | "keep-apart"
    | "add"
    | "hide"
    | "grade"
    | "withdraw"
  /** Id of the item it is about; of the decision that it withdraws. */
  readonly subject: string
  /** What it makes of the item, and the words that the item rests on, so that it survives a new reading. */
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

/** A report with a name for all that arrived with it: of the same `key` one engine version makes the same reading. */
export interface ReportKey {
  readonly id: string
  readonly key: string
}

/** Something made from reports and decisions, kept so that it need not be made again. */
export interface Kept {
  readonly key: string
  readonly bytes: Uint8Array
}

/** One case. Every promise is a test in `store/contract.ts`. */
export interface Store {
  /** Name given to the case when it was made. */
  readonly name: string
  /** Path of the file it is kept in; absent when it is in memory only. */
  readonly file?: string
  /** Keeps the report and its reading, all or nothing. The same id again replaces the reading and changes nothing else. */
  putReport(report: StoredReport, reading: Reading): Promise<void>
  /** Takes a report and its reading out. An absent id is no error. */
  removeReport(id: string): Promise<void>
  /** Ids of all reports, sorted. */
  reportIds(): Promise<string[]>
  /** All reports, sorted by id, each with the key of what arrived: one that was taken out and put in again with something else stated has another. */
  reportKeys(): Promise<ReportKey[]>
  /** Undefined when the id is absent. */
  getReport(id: string): Promise<StoredReport | undefined>
  /** The reading made by that engine version, or undefined when it is absent or made by another. */
  getReading(reportId: string, engine: string): Promise<Reading | undefined>
  /** Replaces the reading of a report that is in the case. Throws HeedError "not-found" when it is not. */
  putReading(reading: Reading): Promise<void>
  addDecision(decision: Decision): Promise<void>
  /** In order of adding. */
  decisions(): Promise<Decision[]>
  /** Full-text search over titles and texts: report ids with the best snippet, best first, at most `limit`. The query is words, never a query language. */
  searchText(query: string, limit: number): Promise<{ reportId: string; snippet: string }[]>
  /** Keeps what can be made again, all or nothing; a key that is there gets the new bytes. It is no part of the case: losing it costs time only. */
  keep(made: readonly Kept[]): Promise<void>
  /** What was kept under the key, or undefined. */
  kept(key: string): Promise<Uint8Array | undefined>
  /** The keys that begin so, sorted. */
  keptKeys(prefix: string): Promise<string[]>
  /** Throws away what is kept under these keys. An absent key is no error. */
  forget(keys: readonly string[]): Promise<void>
  close(): Promise<void>
}
