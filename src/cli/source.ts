import { basename } from "node:path"
import type { Collected } from "../app/intake.ts"
import { buildCase } from "../app/opening/build-case.ts"
import type { MakeProgress } from "../app/opening/make-case.ts"
import type { CaseQuestion } from "../app/opening/question.ts"
import { caseOf, readReports } from "../app/read-reports.ts"
import type { CaseFile } from "../core/casefile.ts"
import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import type { RawReport } from "../core/report.ts"
import type { Store } from "../core/store.ts"
import { type Context, statedOf } from "./context.ts"
import { progressOn } from "./progress.ts"

/** Largest file that is read as a report. News reports are kilobytes; a gigabyte named by mistake must not fill the memory. */
export const MAX_REPORT_BYTES = 64 * 1024 * 1024

/** A case, whether it comes from a case file or was read from paths just now. */
export interface Source {
  readonly caseFile: CaseFile
  rawOf(reportId: string): Promise<RawReport | undefined>
  /** What was named and could not be read. */
  readonly problems: readonly Problem[]
}

export const isCasePath = (path: string) => path.endsWith(".heed")

/** Opens what the paths name, works with it, closes it. One case file, or files and folders; never both. */
export async function withSource<T>(
  context: Context,
  paths: readonly string[],
  question: CaseQuestion,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const [first, ...rest] = paths
  if (paths.some(isCasePath) && 0 < rest.length)
    throw new HeedError("bad-request", "expected one case file, or files and folders of reports; not both at once")
  return isCasePath(first!) ? fromCase(context, first!, question, work) : fromPaths(context, paths, question, work)
}

async function fromCase<T>(
  context: Context,
  path: string,
  question: CaseQuestion,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const { io, services } = context
  if (0 < Object.keys(statedOf(context.options)).length)
    throw new HeedError(
      "bad-request",
      "--published, --publisher and --title are stated when a report is added; the case keeps them",
    )
  return withCase(context, path, {}, async store => {
    const progress = progressOn(io, services.now)
    const caseFile = await buildCase(store, services.machine, question, {
      signal: io.signal,
      onProgress: made => progress.show(inWords(made)),
    }).finally(() => progress.end())
    return work({ caseFile, rawOf: id => store.getReport(id), problems: [] })
  })
}

function inWords({ kind, done, of }: MakeProgress): string {
  return `${kind === "reading" ? "reading again with this version" : "putting reports together"}: ${done} of ${of}`
}

/** Opens a case file, works with it, closes it whatever happens. */
export async function withCase<T>(
  { services }: Context,
  path: string,
  options: { readonly create?: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (!isCasePath(path))
    throw new HeedError("bad-request", `"${path}" is no case file: its name must end in .heed, such as story.heed`)
  const store = await services.openCase(path, options)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function fromPaths<T>(
  context: Context,
  paths: readonly string[],
  question: CaseQuestion,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const { io, services } = context
  const progress = progressOn(io, services.now)
  progress.show("loading the language models")
  const read = await readReports(await services.reader(), collected(context, paths), {
    stated: statedOf(context.options),
    signal: io.signal,
    onProgress: ({ read, file }) => progress.show(`reading ${read + 1}: ${file}`),
  }).finally(() => progress.end())
  const caseFile = caseOf(await services.engine(), read, nameOf(paths), question)
  return work({ caseFile, rawOf: async id => read.raws.get(id), problems: read.problems })
}

/** What the paths name; "-" is standard input. */
export async function* collected(context: Context, paths: readonly string[]): AsyncIterable<Collected> {
  const { io, services, options } = context
  if (options.title !== undefined && 1 < paths.length)
    throw new HeedError("bad-request", "--title is the title of one report; name one file with it")
  if (paths.includes("-")) yield { raw: { bytes: await io.readInput(), file: "standard-input" } }
  const named = paths.filter(path => path !== "-")
  if (0 < named.length) yield* services.collectReports(named, { maxBytes: MAX_REPORT_BYTES, signal: io.signal })
}

/** Name of a case that has no file: the last part of the first path. */
export function nameOf(paths: readonly string[]): string {
  const [first] = paths
  if (first === "-") return "standard input"
  const name = basename(first!)
  return name === "." || name === ".." || name === "" ? "reports" : name
}
