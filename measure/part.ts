import type { English } from "../src/english/english.ts"

/** One measured number. */
export interface Figure {
  /** What it is: "LAS", "names F1". */
  readonly name: string
  /** Undefined when there was nothing to count; printed as "-". */
  readonly value: number | undefined
  /** "%" for shares (0 to 100), else "km", "s", "MB", "a second" ... */
  readonly unit: string
  /** How many things were judged, and what they are: 25149 "tokens". */
  readonly of?: number
  readonly items?: string
  /** How many errors there were among them; printed per 1,000 of `of`. A missed thing and a wrong one both count. */
  readonly errors?: number
  /** More to say in a few words: "precision 93.0, recall 88.7". */
  readonly detail?: string
}

/** What a measure may use while it runs over one corpus. */
export interface Run {
  /** The language resources, loaded at the first use. */
  readonly english: English
  /** Notes one error: its kind, for the count of kinds, and its words, for people who have the corpus. */
  wrong(kind: string, words: string): void
  /** A line to print below the table: what was left out of the count, and why. */
  note(words: string): void
}

/** A file of a corpus, read. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** The text of another file that belongs to it: the first that is there of some paths from this file's folder. Throws `MissingData` when none is. */
  beside(...paths: readonly string[]): string
}

/** A format of annotated data and how to read it. */
export interface Format<Document> {
  /** In words: "CoNLL-U treebank (.conllu)". */
  readonly name: string
  /** A corpus of our own in the repository, read when there is none at --data. */
  readonly own?: string
  /** Its sub-folder in a folder of corpora; looked into first. */
  readonly folder: string
  readonly extension: RegExp
  /** Whether a file that begins so (4,096 characters) is of this format. */
  readonly looks: (head: string) => boolean
  /** What is one corpus: a file, a folder of documents that are a file each, or a folder of documents that are a folder each. */
  readonly corpus: "file" | "folder" | "folder of folders"
  readonly read: (file: SourceFile) => readonly Document[]
}

/** One measure. Without a format it needs no data. */
export interface Part<Document> {
  readonly name: string
  /** One line for the list of measures. */
  readonly about: string
  readonly format?: Format<Document>
  /** What --limit counts; "documents" unless said. */
  readonly documents?: string
  /** True when it measures something without documents too. */
  readonly runsWithoutData?: boolean
  readonly measure: (documents: readonly Document[], run: Run) => readonly Figure[] | Promise<readonly Figure[]>
}

/** Data that a measure needs and that is not there or not of the expected form. The message says what, where and what was expected. */
export class MissingData extends Error {}
