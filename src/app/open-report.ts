import type { Engine } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import type { Store, StoredReport } from "../core/store.ts"
import type { OpenedReport } from "./views/reader/reader-view.ts"

/** What it takes to open a report that was read already; no model. */
export type Decoder = Pick<Engine, "version" | "decode">

/** A report of the case with all that was read in it and its raw text; undefined where this version has not read it. Throws HeedError "not-found" when it is not in the case. */
export async function openKeptReport(store: Store, decoder: Decoder, id: string): Promise<OpenedReport | undefined> {
  const reading = await store.getReading(id, decoder.version)
  return reading && { reading, raw: decoder.decode(await rawOf(store, id)) }
}

/** A report of the case with all that was read in it and its raw text. Throws HeedError "not-found" when it is not in the case. */
export async function openReport(store: Store, engine: Engine, id: string): Promise<OpenedReport> {
  const raw = await rawOf(store, id)
  // A case that cannot be written keeps no new readings; then the report is read again.
  const reading = (await store.getReading(id, engine.version)) ?? engine.read(raw)
  return { reading, raw: engine.decode(raw) }
}

async function rawOf(store: Store, id: string): Promise<StoredReport> {
  const raw = await store.getReport(id)
  if (raw) return raw
  throw new HeedError("not-found", `no report ${id} in case ${store.name}; expected an id that "heed reports" shows`)
}
