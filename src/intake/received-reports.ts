import { HeedError } from "../core/error.ts"
import { DEFAULT_MAX_BYTES } from "./collect-reports.ts"
import { fileKind, isAboutFolder, isPageFiles } from "./file-kind.ts"
import { type Collected, looksBinary, problem, readLines, skippedBinary, skippedKind } from "./read-file.ts"
import { reportOfFields } from "./read-json-line.ts"

/** Longest name that is kept of a file; the end tells more than the beginning. */
const LONGEST_NAME = 500

interface Received {
  /** As the browser sent it: a claim, never a path on this machine. */
  readonly name: string
  readonly size: number
  bytes(): Promise<Uint8Array>
}

/**
 * Reads files that a browser sent, by the same rules as a folder: hidden files, pages about the folder and the folders of saved pages are passed over.
 * Each gives reports or a problem in its place. Throws HeedError "cancelled" when the signal says so, and nothing else.
 */
export async function* receivedReports(
  files: readonly Received[],
  options: { readonly signal?: AbortSignal; readonly maxBytes?: number } = {},
): AsyncGenerator<Collected> {
  const { signal, maxBytes = DEFAULT_MAX_BYTES } = options
  for (const { file, name } of lookedAt(files)) {
    if (signal?.aborted) throw new HeedError("cancelled", "cancelled")
    const kind = fileKind(name)
    if (kind === "other") yield skippedKind(name, name)
    else if (kind !== "lines" && maxBytes < file.size)
      yield problem(
        "too-large",
        name,
        `${name} has ${file.size} bytes; a report of at most ${maxBytes} bytes was expected`,
      )
    else {
      const bytes = await file.bytes()
      if (kind === "lines") yield* readLines(once(bytes), name, name, maxBytes)
      else if (kind === "unknown" && looksBinary(bytes)) yield skippedBinary(name, name)
      else yield { raw: { bytes, file: name } }
    }
  }
}

/** Names of the files that will be looked at, but of those that hold many reports. */
receivedReports.namesOf = (files: readonly Received[]): string[] =>
  lookedAt(files)
    .map(({ name }) => name)
    .filter(name => fileKind(name) !== "lines")

/** Words that were pasted, as a report. */
export function pastedReport(fields: Readonly<Record<string, unknown>>): Collected {
  const name = "pasted text"
  const raw = reportOfFields(fields, name)
  return typeof raw === "string" ? problem("bad-line", name, `the pasted text is no report: ${raw}`) : { raw }
}

function lookedAt(files: readonly Received[]): { readonly file: Received; readonly name: string }[] {
  const named = files.map(file => ({ file, name: cleanName(file.name) })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const beside = Map.groupBy(named, ({ name }) => folderOf(name))
  const names = new Map([...beside].map(([folder, files]) => [folder, new Set(files.map(({ name }) => lastOf(name)))]))
  return named.filter(({ name }) => {
    const parts = name.split("/")
    if (parts.some(part => part.startsWith("."))) return false
    // Dropped alone, a README is meant; within a folder it tells of the folder.
    if (1 < parts.length && isAboutFolder(parts.at(-1)!)) return false
    return !parts.slice(0, -1).some((part, index) => {
      const folder = parts.slice(0, index).join("/")
      return isPageFiles(part, names.get(folder) ?? new Set())
    })
  })
}

const folderOf = (name: string) => name.split("/").slice(0, -1).join("/")
const lastOf = (name: string) => name.slice(name.lastIndexOf("/") + 1)

/** No leading "/" or "./", no "..", never empty: what is left is a label and opens nothing. */
function cleanName(name: string): string {
  const parts = name
    .replaceAll("\\", "/")
    .split("/")
    .filter(part => part !== "" && part !== "." && part !== "..")
  return parts.join("/").slice(-LONGEST_NAME) || "unnamed file"
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
