import { extname } from "node:path"
import type { Problem } from "../core/problem.ts"
import type { RawReport } from "../core/report.ts"
import { readJsonLine } from "./read-json-line.ts"

/** A report as it arrived, or what kept it from arriving. */
export type Collected = { readonly raw: RawReport } | { readonly problem: Problem }

/** Something that gave no report. `file`: how it is called in the case. */
export function problem(code: string, file: string, message: string): Collected {
  return { problem: { code, file, message } }
}

/** A file whose ending says that it is no report. */
export function skippedKind(path: string, name: string): Collected {
  return problem(
    "skipped-file",
    name,
    `${path} was passed over: ${extname(name)} files are no reports; .txt, .html, .md or .jsonl was expected`,
  )
}

/** A file whose bytes say so. */
export function skippedBinary(path: string, name: string): Collected {
  return problem("skipped-file", name, `${path} was passed over: it holds binary data; text or HTML was expected`)
}

/** One report a line. A broken line gives a problem and the next line is read. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array | string>,
  path: string,
  name: string,
  maxBytes: number,
): AsyncGenerator<Collected> {
  const decoder = new TextDecoder("utf-8")
  let rest = ""
  let number = 0
  const give = (line: string): Collected | undefined => {
    number++
    if (line.trim() === "") return undefined
    const file = `${name}#${number}`
    const raw = readJsonLine(line, file)
    if (typeof raw === "string") return problem("bad-line", file, `line ${number} of ${path} is no report: ${raw}`)
    return maxBytes < raw.bytes.length
      ? problem("too-large", file, `line ${number} of ${path} has more than ${maxBytes} bytes`)
      : { raw }
  }
  for await (const chunk of stream) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split("\n")
    rest = lines.pop()!
    for (const line of lines) {
      const collected = give(line)
      if (collected) yield collected
    }
    if (4 * maxBytes < rest.length) {
      yield problem(
        "too-large",
        `${name}#${number + 1}`,
        `line ${number + 1} of ${path} does not end within ${4 * maxBytes} characters; the rest of the file is not read`,
      )
      return
    }
  }
  const last = give(rest + decoder.decode())
  if (last) yield last
}

/** True when the beginning holds a NUL and is no UTF-16. */
export function looksBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, 8192).includes(0)
}
