import { readFileSync } from "node:fs"
import type { English } from "../src/english/english.ts"
import { loadNeuralModel } from "../src/english/neural/model.ts"
import { readEnglish } from "../src/read-english.ts"
import { type Corpus, type Found, findCorpora, openFile } from "./find-corpora.ts"
import { type Figure, type Format, MissingData, type Part, type Run } from "./part.ts"
import type { Outcome, Result } from "./report.ts"

export interface Settings {
  readonly data: string | undefined
  readonly limit: number
  /** How many errors to keep with their words. */
  readonly errors: number
  /** Keep only those whose kind has these words. */
  readonly kind: string | undefined
  /** Another English model than the one shipped. */
  readonly model: string | undefined
}

/** One measure over every corpus of its format at the path. What is missing becomes a line; a bug in a measure is thrown. */
export async function runPart<Document>(part: Part<Document>, settings: Settings): Promise<Outcome> {
  if (part.format === undefined || (part.runsWithoutData && settings.data === undefined)) {
    const notes = noteBook(settings)
    const figures = await part.measure([], notes.run)
    return { results: [resultOf(part.name, "", figures, notes)], missing: [], notes: [] }
  }
  const results: Result[] = []
  const missing: string[] = []
  const failed = (error: unknown) => {
    if (!(error instanceof MissingData)) throw error
    missing.push(`${part.name}: ${error.message}`)
  }
  let found: Found = { corpora: [], notes: [] }
  try {
    found = findDocuments(part.format, settings.data)
  } catch (error) {
    failed(error)
  }
  for (const corpus of found.corpora)
    try {
      results.push(await runCorpus(part, corpus, settings))
    } catch (error) {
      failed(error)
    }
  return { results, missing, notes: found.notes.map(note => `${part.name}: ${note}`) }
}

function findDocuments(format: Format<unknown>, data: string | undefined): Found {
  if (data === undefined) {
    if (format.own !== undefined) return findCorpora(format.own, format)
    throw new MissingData(
      `needs --data PATH with ${format.folder}/ or a ${format.name}; measure/README.md says where to get it`,
    )
  }
  try {
    return findCorpora(data, format)
  } catch (error) {
    if (format.own === undefined || !(error instanceof MissingData)) throw error
    return findCorpora(format.own, format)
  }
}

async function runCorpus<Document>(part: Part<Document>, corpus: Corpus, settings: Settings): Promise<Result> {
  const all = corpus.files.flatMap(file => readFile(file, part.format!))
  if (all.length === 0)
    throw new MissingData(`nothing to measure in ${corpus.files[0]}; expected a ${part.format!.name}`)
  const documents = all.slice(0, settings.limit)
  const notes = noteBook(settings)
  const figures = await part.measure(documents, notes.run)
  const result = resultOf(part.name, corpus.name, figures, notes)
  if (documents.length === all.length) return result
  return { ...result, cut: `first ${documents.length} of ${all.length} ${part.documents ?? "documents"}` }
}

function readFile<Document>(path: string, format: Format<Document>): readonly Document[] {
  try {
    return format.read(openFile(path))
  } catch (error) {
    if (error instanceof SyntaxError) throw new MissingData(`${path}: ${error.message}; expected a ${format.name}`)
    throw error
  }
}

interface NoteBook {
  readonly run: Run
  readonly kinds: ReadonlyMap<string, number>
  readonly errors: readonly string[]
  readonly lines: readonly string[]
}

let english: English | undefined

function noteBook(settings: Settings): NoteBook {
  const kinds = new Map<string, number>()
  const errors: string[] = []
  const lines: string[] = []
  const run: Run = {
    get english() {
      english ??= withModel(readEnglish(), settings.model)
      return english
    },
    note(words) {
      lines.push(words)
    },
    wrong(kind, words) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (errors.length < settings.errors && kind.includes(settings.kind ?? "")) errors.push(`${kind}: ${words}`)
    },
  }
  return { run, kinds, errors, lines }
}

function withModel(shipped: English, model: string | undefined): English {
  return model === undefined ? shipped : { ...shipped, tagger: loadNeuralModel(readFileSync(model)) }
}

function resultOf(
  part: string,
  corpus: string,
  figures: readonly Figure[],
  { kinds, errors, lines }: NoteBook,
): Result {
  return { part, corpus, figures, kinds: [...kinds].sort((a, b) => b[1] - a[1]), errors, notes: lines }
}
