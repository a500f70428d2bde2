import type { Dirent } from "node:fs"
import { open, readdir, realpath, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import { fileKind, isAboutFolder, isPageFiles } from "./file-kind.ts"
import { type Collected, looksBinary, problem, readLines, skippedBinary, skippedKind } from "./read-file.ts"

/** Files larger than this are no news reports. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024

/** How to collect. `maxBytes`: per report. `onProgress` is told after each file, good or bad. */
export interface CollectOptions {
  readonly maxBytes?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly path: string }) => void
  /** Where "-" reads from; standard input when absent. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
}

interface Found {
  /** Where it lies. */
  readonly path: string
  /** How it is called in the case: relative to what the user named. */
  readonly name: string
}

/**
 * Reads reports from files, folders (with all they hold, sorted by name) and standard input ("-"), one at a time.
 * What cannot be read gives a problem in its place and the rest goes on. Hidden files and case files are passed over.
 * Throws HeedError "cancelled" when the signal says so, and nothing else.
 */
export async function* collectReports(
  paths: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<Collected> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  let done = 0
  const check = (): void => {
    if (options.signal?.aborted) throw new HeedError("cancelled", `reading was cancelled after ${done} files`)
  }
  for (const path of paths) {
    check()
    if (path === "-") {
      yield await readStdin(options.stdin ?? process.stdin, maxBytes)
      options.onProgress?.({ done: ++done, path: "-" })
      continue
    }
    let any = false
    for await (const found of findFiles(path)) {
      check()
      any = true
      if ("problem" in found) yield found
      else for await (const collected of readFound(found, maxBytes)) yield collected
      options.onProgress?.({ done: ++done, path: "problem" in found ? path : found.name })
      check()
    }
    if (!any)
      yield problem("empty-folder", path, `the folder ${path} holds no reports; text or HTML files were expected`)
  }
}

/** What went wrong, in words, for an error of the file system. */
function readProblem(path: string, name: string, error: unknown): Collected {
  const code = (error as NodeJS.ErrnoException).code
  if (code === "ENOENT")
    return problem("missing-file", name, `${path} is not there (any more); a file or folder was expected`)
  if (code === "EACCES" || code === "EPERM")
    return problem("unreadable-file", name, `${path} may not be read by this user; read permission is needed`)
  if (code === "ELOOP")
    return problem("unreadable-file", name, `${path} is a link that leads back to itself; a file was expected`)
  return problem("unreadable-file", name, `${path} cannot be read: ${(error as Error).message}`)
}

/** All files below a path, sorted; a file is its own list. */
async function* findFiles(path: string): AsyncGenerator<Found | { problem: Problem }> {
  try {
    const info = await stat(path)
    if (info.isDirectory()) yield* findInFolder(path, "", new Set())
    else yield { path, name: basename(path) }
  } catch (error) {
    yield readProblem(path, path, error) as { problem: Problem }
  }
}

/** `seen`: folders on the way here, by their real path, so that links in a circle end. */
async function* findInFolder(
  folder: string,
  prefix: string,
  seen: ReadonlySet<string>,
): AsyncGenerator<Found | { problem: Problem }> {
  const name = prefix === "" ? folder : prefix.slice(0, -1)
  let entries: Dirent[]
  let real: string
  try {
    real = await realpath(folder)
    if (seen.has(real)) return
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield readProblem(folder, name, error) as { problem: Problem }
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const names = new Set(entries.map(entry => entry.name))
  for (const entry of entries) {
    if (entry.name.startsWith(".") || /\.heed(-\w+)?$/i.test(entry.name) || isAboutFolder(entry.name)) continue
    const path = join(folder, entry.name)
    let isFolder = entry.isDirectory()
    if (entry.isSymbolicLink()) {
      try {
        isFolder = (await stat(path)).isDirectory()
      } catch (error) {
        yield readProblem(path, prefix + entry.name, error) as { problem: Problem }
        continue
      }
    }
    if (!isFolder) yield { path, name: prefix + entry.name }
    // "page_files" beside "page.html" is what a browser saves with a page.
    else if (!isPageFiles(entry.name, names))
      yield* findInFolder(path, `${prefix}${entry.name}/`, new Set([...seen, real]))
  }
}

async function* readFound({ path, name }: Found, maxBytes: number): AsyncGenerator<Collected> {
  const kind = fileKind(name)
  if (kind === "other") {
    yield skippedKind(path, name)
    return
  }
  let bytes: Uint8Array
  try {
    const handle = await open(path, "r")
    try {
      const info = await handle.stat()
      if (!info.isFile())
        return void (yield problem(
          "unreadable-file",
          name,
          `${path} is no regular file; a file or folder was expected`,
        ))
      if (kind === "lines") {
        yield* readLines(handle.createReadStream({ autoClose: false }), path, name, maxBytes)
        return
      }
      if (maxBytes < info.size)
        return void (yield problem(
          "too-large",
          name,
          `${path} has ${info.size} bytes; a report of at most ${maxBytes} bytes was expected`,
        ))
      bytes = await readUpTo(handle.createReadStream({ autoClose: false }), maxBytes)
    } finally {
      await handle.close()
    }
  } catch (error) {
    yield readProblem(path, name, error)
    return
  }
  if (maxBytes < bytes.length)
    yield problem("too-large", name, `${path} grew beyond ${maxBytes} bytes while it was read`)
  else if (kind === "unknown" && looksBinary(bytes)) yield skippedBinary(path, name)
  else yield { raw: { bytes, file: name } }
}

/** At most one byte more than `maxBytes`, so that too much can be told from enough. */
async function readUpTo(stream: AsyncIterable<Uint8Array | string>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk
    chunks.push(bytes)
    length += bytes.length
    if (maxBytes < length) break
  }
  const all = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    all.set(chunk, offset)
    offset += chunk.length
  }
  return all
}

async function readStdin(stream: AsyncIterable<Uint8Array | string>, maxBytes: number): Promise<Collected> {
  try {
    const bytes = await readUpTo(stream, maxBytes)
    if (maxBytes < bytes.length)
      return problem("too-large", "-", `standard input has more than ${maxBytes} bytes; one report was expected`)
    return { raw: { bytes } }
  } catch (error) {
    return problem("unreadable-file", "-", `standard input cannot be read: ${(error as Error).message}`)
  }
}
