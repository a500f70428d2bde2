import { addReports } from "../app/add-reports.ts"
import { buildCase } from "../app/build-case.ts"
import { openCaseService } from "../app/case-service.ts"
import { openImports } from "../app/imports/imports.ts"
import { visibleLine } from "../app/visible.ts"
import { HeedError } from "../core/error.ts"
import type { Store } from "../core/store.ts"
import type { Context } from "./context.ts"
import { progressOn } from "./progress.ts"
import { isCasePath, MAX_REPORT_BYTES } from "./source.ts"

/** `heed open`: shows the case in the browser until it is interrupted. Without a case, the sample story in a case of its own that is thrown away. */
export async function open(context: Context, path: string | undefined): Promise<number> {
  const { io, services, options } = context
  const port = Number(options.port ?? 0)
  if (!(Number.isInteger(port) && 0 <= port && port < 65536))
    throw new HeedError("bad-request", `--port "${options.port}" is no port; expected 0 to 65535`)
  if (path !== undefined && !isCasePath(path))
    throw new HeedError("bad-request", `"${path}" is no case file: its name must end in .heed, such as story.heed`)
  const store =
    path === undefined ? await services.openScratch("sample story") : await services.openCase(path, { create: true })
  try {
    if (path === undefined) await addSamples(context, store)
    const service = openCaseService(store, await services.openBuilder(store))
    const imports = openImports({
      store,
      reader: services.reader,
      now: services.now,
      async onCase() {
        service.changed()
        await service.settled()
      },
    })
    const served = await services.serve(
      { service, imports, engine: services.engine, now: services.now, user: io.env.USER ?? "somebody" },
      { port, onBug: error => io.err.write(`heed: ${visibleLine(bugOf(error, io.env))}\n`) },
    )
    io.out.write(`${path ?? "the sample story"} is open at ${served.url}\nCtrl-C ends it.\n`)
    if (options.browser !== false) await services.openBrowser(served.url)
    await new Promise<void>(resolve => {
      if (io.signal.aborted) resolve()
      io.signal.addEventListener("abort", () => resolve(), { once: true })
    })
    await Promise.all([imports.close(), served.close()])
    await service.close()
    return 0
  } finally {
    await store.close()
  }
}

async function addSamples({ io, services }: Context, store: Store): Promise<void> {
  const progress = progressOn(io, services.now)
  progress.show("loading the language models")
  const collected = services.collectReports([services.samples], { maxBytes: MAX_REPORT_BYTES, signal: io.signal })
  await addReports(store, await services.reader(), collected, {
    signal: io.signal,
    onProgress: ({ added, file }) => progress.show(`reading ${added + 1}: ${file}`),
  }).finally(() => progress.end())
  await buildCase(store, services, {}, { signal: io.signal })
}

/** What the terminal is told of a fault of ours, which the browser is told in short. */
function bugOf(error: unknown, env: Context["io"]["env"]): string {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  return `a fault of Heed: ${env.HEED_DEBUG ? (stack ?? message) : message}`
}
