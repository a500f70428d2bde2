import { HeedError } from "../core/error.ts"
import type { Store } from "../core/store.ts"

/** Takes a report out of the case, by its id or the beginning of it. Throws HeedError "not-found". Gives the whole id. */
export async function removeReport(store: Store, idOrPrefix: string): Promise<string> {
  const ids = await store.reportIds()
  const matching = ids.filter(id => id.startsWith(idOrPrefix.toLowerCase()))
  const [id] = matching
  if (idOrPrefix === "" || id === undefined)
    throw new HeedError("not-found", `no report ${idOrPrefix} in case ${store.name}; "heed reports" lists their ids`)
  if (1 < matching.length)
    throw new HeedError("bad-request", `${idOrPrefix} begins ${matching.length} report ids; write more of it`)
  await store.removeReport(id)
  return id
}
