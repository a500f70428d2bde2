import type { CaseFile } from "../core/casefile.ts"
import type { Brief } from "./brief/brief.ts"

/** Formats a case can be written in. */
export const exportFormats = ["json", "md", "html"] as const
export type ExportFormat = (typeof exportFormats)[number]

/**
 * Writes a whole case as one text. The same case gives the same text on every machine.
 * `numbers`: numbers of the reports where the case is a part of a larger one, so that r7 is r7 in both.
 */
export type Exporter = (caseFile: CaseFile, numbers?: ReadonlyMap<string, number>) => string

/** How a brief is laid out for a terminal. */
export interface PrintOptions {
  /** Columns. */
  readonly width: number
  readonly colour: boolean
  /** Ids before the items they belong to, for `heed explain`. */
  readonly ids: boolean
  /** The words behind the marks, at the end. */
  readonly words: boolean
}

/** Lays out a brief, or any list in the form of one, for a terminal. Nothing in it can drive the terminal. */
export type Printer = (brief: Brief, options: PrintOptions) => string
