import { decide as decideOn } from "../app/decide.ts"
import { buildCase } from "../app/opening/build-case.ts"
import { removeReport } from "../app/remove-report.ts"
import { searchCase } from "../app/search-case.ts"
import { counted } from "../app/words.ts"
import { HeedError } from "../core/error.ts"
import { type Context, printBrief, printJson } from "./context.ts"
import { withCase } from "./source.ts"

/** Reports a search lists when nothing else is asked. */
const DEFAULT_LIMIT = 20

/** `heed search`: reports of a case that hold all the words. */
export async function search(context: Context, path: string, words: readonly string[]): Promise<number> {
  const limit = Number(context.options.limit ?? DEFAULT_LIMIT)
  if (!(Number.isInteger(limit) && 0 < limit))
    throw new HeedError("bad-request", `--limit "${context.options.limit}" is no whole number above 0`)
  return withCase(context, path, {}, async store => {
    const engine = await context.services.engine()
    const found = await searchCase(store, words.join(" "), engine.version, limit)
    if (context.options.json) printJson(context, found)
    else
      printBrief(context, {
        title: words.join(" "),
        summary: `${counted(found.length, "report")} of ${store.name}`,
        asOf: "",
        sections: found.map(({ reportId, title, file, snippet }) => ({
          key: reportId,
          heading: title,
          lines: [
            { level: 0 as const, label: reportId.slice(0, 7), parts: [{ text: file ?? "" }] },
            { level: 1 as const, label: "", parts: [{ text: snippet }] },
          ],
        })),
        notes: [],
      })
    return 0
  })
}

/** `heed remove`: takes a report out of a case. */
export async function remove(context: Context, path: string, id: string): Promise<number> {
  return withCase(context, path, {}, async store => {
    const removed = await removeReport(store, id)
    const total = (await store.reportIds()).length
    if (context.options.json) printJson(context, { removed, total })
    else context.io.out.write(`removed report ${removed} from ${path}; it holds ${total} now\n`)
    return 0
  })
}

/** `heed decide`: writes down what a person decided about an item of the case. */
export async function decide(context: Context, path: string, action: string, id: string): Promise<number> {
  const { io, services, options } = context
  return withCase(context, path, {}, async store => {
    const caseFile = await buildCase(store, services.machine, {}, { signal: io.signal })
    const decision = await decideOn(store, caseFile, {
      action,
      item: id,
      by: options.by ?? io.env.USER ?? "somebody",
      decidedAt: services.now().toISOString(),
      ...(options.with !== undefined && { with: options.with }),
      ...(options.to !== undefined && { to: options.to }),
      ...(options.mentions !== undefined && { mentions: options.mentions.split(/[\s,]+/) }),
      ...(options.slot !== undefined && { slot: options.slot }),
      ...(options.at !== undefined && { at: options.at }),
      ...(options.note !== undefined && { note: options.note }),
    })
    if (options.json) printJson(context, decision)
    else io.out.write(`decided: ${decision.action} ${decision.subject}, by ${decision.by}; decision ${decision.id}\n`)
    return 0
  })
}
