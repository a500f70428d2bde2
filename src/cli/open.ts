import { resolve } from "node:path"
import { addReports } from "../app/add-reports.ts"
import { type Imports, openImports } from "../app/imports/imports.ts"
import { buildCase } from "../app/opening/build-case.ts"
import { type CaseService, openCaseService } from "../app/opening/case-service.ts"
import { visibleLine } from "../app/visible.ts"
import { HeedError } from "../core/error.ts"
import type { Store } from "../core/store.ts"
import type { Context } from "./context.ts"
import { progressOn } from "./progress.ts"
import { isCasePath, MAX_REPORT_BYTES, nameOf } from "./source.ts"

/**
 * `heed open`: shows a case in the browser until it is interrupted. Reports that are named are added while it is shown: to the case that is
 * named first, or to one of their own name in the working folder. Without anything, the sample story in a case that is thrown away.
 */
export async function open(context: Context, paths: readonly string[]): Promise<number> {
  const { services, options } = context
  const port = portOf(options.port)
  const { path, reports } = await namedBy(context, paths)
  const store =
    path === undefined ? await services.openScratch("sample story") : await services.openCase(path, { create: true })
  try {
    if (path === undefined) await addSamples(context, store)
    const isEmpty = (await store.reportIds()).length === 0
    const service = openCaseService(store, await services.openBuilder(store))
    try {
      await show(context, service, { port, path, reports, isEmpty })
    } finally {
      await service.close()
    }
    return 0
  } finally {
    await store.close()
  }
}

async function show(
  context: Context,
  service: CaseService,
  how: {
    readonly port: number
    readonly path: string | undefined
    readonly reports: readonly string[]
    readonly isEmpty: boolean
  },
): Promise<void> {
  const { io, services, options } = context
  const { port, path, reports, isEmpty } = how
  const imports = openImports({
    store: service.store,
    reader: async () => services.backgroundReader(),
    now: services.now,
    async onCase() {
      service.changed()
      await service.settled()
    },
  })
  const served = await services.serve(
    { service, imports, now: services.now, user: io.env.USER ?? "somebody" },
    { port, onBug: error => io.err.write(`heed: ${visibleLine(bugOf(error, io.env))}\n`) },
  )
  if (0 < reports.length) addWhileShown(context, imports, reports)
  const url = new URL(served.url)
  // Of an empty case there is nothing to see but how it fills.
  if (isEmpty) url.pathname = "/add"
  io.out.write(`${path ?? "the sample story"} is open at ${url.href}\nCtrl-C ends it.\n`)
  if (options.browser !== false) await services.openBrowser(url.href)
  await new Promise<void>(done => {
    if (io.signal.aborted) done()
    io.signal.addEventListener("abort", () => done(), { once: true })
  })
  // An import that waits for a large case to be made is let go with it.
  await Promise.all([imports.close(), served.close(), service.close()])
}

function portOf(given: string | undefined): number {
  const port = Number(given ?? 0)
  if (!(Number.isInteger(port) && 0 <= port && port < 65536) || given?.trim() === "")
    throw new HeedError("bad-request", `--port "${given}" is no port; expected 0 to 65535`)
  return port
}

/**
 * The case file and the reports that paths name. Reports alone go into a case of their name in the working folder, not into one that is thrown away:
 * what a person decides about them must not be lost. Throws HeedError "not-found" where a path leads nowhere, before a case is made for it.
 */
async function namedBy(
  { services }: Context,
  paths: readonly string[],
): Promise<{ readonly path: string | undefined; readonly reports: readonly string[] }> {
  const [first] = paths
  if (first === undefined) return { path: undefined, reports: [] }
  const reports = isCasePath(first) ? paths.slice(1) : paths
  if (reports.some(isCasePath))
    throw new HeedError("bad-request", "expected one case file, then files and folders of reports to add to it")
  if (reports.includes("-"))
    throw new HeedError("bad-request", `standard input cannot be opened; "heed add story.heed -" adds it to a case`)
  for (const report of reports)
    for await (const found of services.collectReports([report], { maxBytes: MAX_REPORT_BYTES })) {
      if ("problem" in found && found.problem.code === "missing-file")
        throw new HeedError("not-found", found.problem.message)
      break
    }
  return { path: isCasePath(first) ? first : `${nameOf([resolve(first)]).replace(/\.\w{1,5}$/, "")}.heed`, reports }
}

/** Adds reports while the case is shown, and tells the terminal how far it is. */
function addWhileShown({ io, services }: Context, imports: Imports, paths: readonly string[]): void {
  const progress = progressOn(io, services.now)
  const what = paths.length === 1 ? paths[0]! : `${paths.length} files and folders`
  const collect = ({ signal }: { readonly signal: AbortSignal }) =>
    services.collectReports(paths, { maxBytes: MAX_REPORT_BYTES, signal })
  const { id } = imports.add({ what, collect })
  const stop = imports.subscribe(summary => {
    if (summary.id !== id) return
    if (summary.canCancel) return progress.show(summary.message)
    progress.end()
    if (summary.state === "running") return
    io.err.write(`${visibleLine(summary.message)}\n`)
    stop()
  })
}

async function addSamples({ io, services }: Context, store: Store): Promise<void> {
  const progress = progressOn(io, services.now)
  progress.show("loading the language models")
  const collected = services.collectReports([services.samples], { maxBytes: MAX_REPORT_BYTES, signal: io.signal })
  await addReports(store, await services.reader(), collected, {
    signal: io.signal,
    onProgress: ({ added, file }) => progress.show(`reading ${added + 1}: ${file}`),
  }).finally(() => progress.end())
  await buildCase(store, services.machine, {}, { signal: io.signal })
}

/** What the terminal is told of a fault of ours, which the browser is told in short. */
function bugOf(error: unknown, env: Context["io"]["env"]): string {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  return `a fault of Heed: ${env.HEED_DEBUG ? (stack ?? message) : message}`
}
