import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"
import { type Format, MissingData, type SourceFile } from "./part.ts"

/** A corpus found at the path: its name is its path from there, without the extension. */
export interface Corpus {
  readonly name: string
  readonly files: readonly string[]
}

export interface Found {
  readonly corpora: readonly Corpus[]
  /** What was seen and left out, and why. */
  readonly notes: readonly string[]
}

const PARTS: { readonly [word: string]: "dev" | "test" | "train" } = {
  dev: "dev",
  devel: "dev",
  development: "dev",
  val: "dev",
  valid: "dev",
  validation: "dev",
  test: "test",
  tst: "test",
  train: "train",
  training: "train",
}

/**
 * The corpora of a format at a path, which is a folder of corpora, a folder of one, or a file. Of each corpus the part called dev is taken, else the one
 * called test, else what is not called train. Throws `MissingData` when there is none.
 */
export function findCorpora(path: string, format: Format<unknown>): Found {
  if (!statSync(path).isDirectory()) {
    if (!format.looks(headOf(path))) throw new MissingData(`${path} is no ${format.name}`)
    return { corpora: [{ name: basename(path).replace(format.extension, ""), files: [path] }], notes: [] }
  }
  const own = join(path, format.folder)
  const isOwn = existsSync(own)
  const root = isOwn ? own : path
  const notes: string[] = []
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter(file => format.extension.test(file))
    .sort()
    .map(file => join(root, file))
    .filter(file => {
      const looks = statSync(file).isFile() && format.looks(headOf(file))
      if (!looks && isOwn && format.corpus === "file")
        notes.push(`${relative(path, file)} is no ${format.name}: left out`)
      return looks
    })
  const groups = Map.groupBy(corporaOf(path, files, format), corpus => generalName(corpus.name))
  const corpora = [...groups.values()].flatMap(group => {
    const parts = Map.groupBy(group, corpus => partOf(corpus.name))
    const taken = parts.get("dev") ?? parts.get("test") ?? parts.get("other")
    if (taken) return taken
    notes.push(`${group[0]!.name} is a train part: left out (name the file to measure it)`)
    return []
  })
  if (corpora.length === 0)
    throw new MissingData([`no ${format.name} in ${isOwn ? own : `${path} or ${own}`}`, ...notes].join("; "))
  return { corpora, notes }
}

/** A file for its reader. */
export function openFile(path: string): SourceFile {
  return {
    path,
    text: readFileSync(path, "utf8").replace(/^\uFEFF/, ""),
    beside(...others) {
      const there = others.map(other => join(dirname(path), other))
      const found = there.find(existsSync)
      if (found === undefined) throw new MissingData(`no ${there.join(" or ")}; expected to go with ${path}`)
      return readFileSync(found, "utf8")
    },
  }
}

function corporaOf(path: string, files: readonly string[], { corpus, extension }: Format<unknown>): Corpus[] {
  const nameOf = (file: string) => {
    if (corpus === "file") return relative(path, file.replace(extension, ""))
    return relative(path, corpus === "folder" ? dirname(file) : dirname(dirname(file))) || basename(path)
  }
  // A document that stands in two folders is counted once.
  const seen = new Set<string>()
  const once = files.filter(file => corpus !== "folder" || (!seen.has(basename(file)) && seen.add(basename(file))))
  return [...Map.groupBy(once, nameOf)].map(([name, list]) => ({ name, files: list }))
}

function partOf(name: string): "dev" | "test" | "train" | "other" {
  const words = wordsOf(name).map(word => PARTS[word.toLowerCase()])
  return words.findLast(part => part !== undefined) ?? "other"
}

/** The name with the word for its part left open: the same for all parts of one corpus. */
function generalName(name: string): string {
  return wordsOf(name)
    .map(word => (word.toLowerCase() in PARTS ? "*" : word))
    .join(" ")
}

function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u)
}

function headOf(path: string): string {
  const buffer = Buffer.alloc(4096)
  const file = openSync(path, "r")
  const length = readSync(file, buffer)
  closeSync(file)
  return buffer.toString("utf8", 0, length).replace(/^\uFEFF/, "")
}
