import { type Added, addReports } from "../app/add-reports.ts"
import { isLoss } from "../app/losses.ts"
import { buildCase } from "../app/opening/build-case.ts"
import { SMALL_CASE } from "../app/opening/small-case.ts"
import { counted } from "../app/words.ts"
import { HeedError } from "../core/error.ts"
import { type Context, printJson, statedOf, tellProblems } from "./context.ts"
import { exitCodes } from "./exit-codes.ts"
import { progressOn } from "./progress.ts"
import { collected, withCase } from "./source.ts"

/** `heed add`: reads reports into a case. Whatever stops it, what was added is kept and told. */
export async function add(context: Context, path: string, paths: readonly string[]): Promise<number> {
  const { io, services, options } = context
  const stated = statedOf(options)
  return withCase(context, path, { create: true }, async store => {
    const progress = progressOn(io, services.now)
    progress.show("loading the language models")
    const done = await addReports(store, await services.reader(), collected(context, paths), {
      stated,
      signal: io.signal,
      onProgress: ({ added, skipped, file }) => progress.show(`reading ${added + skipped + 1}: ${file}`),
    }).finally(() => progress.end())
    const total = (await store.reportIds()).length
    tellProblems(context, done.problems)
    if (options.json) printJson(context, { ...toData(done), total })
    else io.out.write(`${summary(done, path, total)}\n`)
    // So that the case opens at once. What fails here fails again, and is told, when somebody asks for it.
    if (0 < done.added.length && total <= SMALL_CASE && !io.signal.aborted)
      await buildCase(store, services.machine, {}, { signal: io.signal }).catch(() => {})
    if (done.stopped) throw stopped(done, done.stopped, path)
    if (total === 0)
      throw new HeedError("not-found", `no report found in ${paths.join(", ")}; expected text or HTML files`)
    return done.problems.some(isLoss) ? exitCodes.unreadable : 0
  })
}

function summary({ added, skipped }: Added, path: string, total: number): string {
  const again = skipped === 0 ? "" : `; ${skipped === 1 ? "1 was" : `${skipped} were`} there already`
  return `added ${counted(added.length, "report")} to ${path}${again}; it holds ${total} now`
}

function stopped({ added }: Added, error: HeedError, path: string): HeedError {
  const kept =
    added.length === 0
      ? "nothing was added before that"
      : `${counted(added.length, "report")} added to ${path} before that ${added.length === 1 ? "is" : "are"} kept`
  const message = error.code === "cancelled" ? `interrupted: ${kept}; add again to go on` : `${error.message} (${kept})`
  return new HeedError(error.code, message, { cause: error })
}

function toData({ added, skipped, problems, stopped: error }: Added) {
  return { added, skipped, problems, stopped: error ? { code: error.code, message: error.message } : null }
}
