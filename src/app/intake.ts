import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import type { RawReport } from "../core/report.ts"

/** What came of one thing that was named: a report, or why there is none. */
export type Collected = { readonly raw: RawReport } | { readonly problem: Problem }

/** How far collecting is. `path` is the thing looked at now. */
export interface CollectProgress {
  readonly path: string
}

/** Brings reports in from files and folders. `maxBytes`: largest file that is read. Stops at `signal`. */
export type CollectReports = (
  paths: readonly string[],
  options: {
    readonly maxBytes?: number
    readonly signal?: AbortSignal
    readonly onProgress?: (progress: CollectProgress) => void
  },
) => AsyncIterable<Collected>

/** A file as a browser hands it over. `name`: with "/" between its folders, relative to what was dropped; never a path on this machine. */
export interface ReceivedFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  bytes(): Promise<Uint8Array>
}

/** Brings in files that a browser sent. `namesOf`: those that will be looked at. */
export interface ReceiveReports {
  (files: readonly ReceivedFile[], options: { readonly signal?: AbortSignal }): AsyncIterable<Collected>
  namesOf(files: readonly ReceivedFile[]): readonly string[]
}

/** Makes a report of pasted words. `published` is EDTF. */
export type ReceivePasted = (pasted: {
  readonly text?: string
  readonly html?: string
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
}) => Collected

/** Asks the network for pages. `allowPrivate`: also from this machine and the user's own network. */
export type FetchReports = (
  addresses: readonly string[],
  options: {
    readonly allowPrivate?: boolean
    readonly signal?: AbortSignal
    /** Called before each page is asked for. */
    readonly onFetch?: (address: string) => void
    /** Called with the address that the page was found at, after redirects. */
    readonly onFetched?: (address: string, url: string) => void
  },
) => AsyncIterable<Collected>

/** What the user states about the reports that come in; wins over what is found in them. `published` is EDTF. */
export type Stated = NonNullable<RawReport["stated"]>

/** The same report with what the user states laid over what intake knew. */
export function withStated(raw: RawReport, stated: Stated): RawReport {
  return Object.keys(stated).length === 0 ? raw : { ...raw, stated: { ...raw.stated, ...stated } }
}

/** Throws HeedError "cancelled" when the signal says so. */
export function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HeedError("cancelled", "cancelled")
}
