import type { Engine } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import type { Store } from "../core/store.ts"
import type { OpenedReport } from "./views/reader/reader-view.ts"

/** A report of the case with all that was read in it and its raw text. Throws HeedError "not-found" when it is not in the case. */
export async function openReport(store: Store, engine: Engine, id: string): Promise<OpenedReport> {
  const raw = await store.getReport(id)
  if (!raw)
    throw new HeedError("not-found", `no report ${id} in case ${store.name}; expected an id that "heed reports" shows`)
  // A case that cannot be written keeps no new readings; then the report is read again.
  const reading = (await store.getReading(id, engine.version)) ?? engine.read(raw)
  return { reading, raw: engine.decode(raw) }
}
