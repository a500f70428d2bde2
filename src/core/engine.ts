import type { CaseFile } from "./casefile.ts"
import type { Reading } from "./reading.ts"
import type { RawReport } from "./report.ts"
import type { Decided } from "./rules.ts"
import type { Decision } from "./store.ts"

/** How a fact's value is chosen from its positions. `keep-range` never chooses more than the reports allow. */
export const policies = ["keep-range", "conservative", "latest-credible", "low-best-high"] as const
export type Policy = (typeof policies)[number]

/** What may be asked of a case. `asOf`: EDTF day; only reports published by then count. */
export interface CaseOptions {
  readonly name: string
  readonly asOf?: string
  readonly policy?: Policy
  readonly decisions?: readonly Decision[]
}

/** Reports that are read together and wait for it. */
export interface Waiting {
  /** The name of their bundle. */
  readonly id: string
  readonly reports: readonly string[]
  /** Names all that their draft rests on beside their readings and the engine: a draft kept under it need not be made again. */
  readonly key: string
}

/** A case on its way to a file. */
export interface OpenQuestion {
  /** What has to be reconciled before the case can be read. */
  waiting(): readonly Waiting[]
  /** Reconciles what waits under this name, from the readings of all its reports. Throws RangeError when one is missing or nothing waits there. */
  settle(id: string, readings: readonly Reading[]): void
  /** The draft that `settle` made, packed, to be kept under the key it waited with. Throws RangeError where nothing was settled. */
  draft(id: string): Uint8Array
  /** Settles what waits under this name with a draft kept under its key by the same engine version. Throws RangeError when nothing waits there. */
  restore(id: string, draft: Uint8Array): void
  /** The keys of all drafts of the case, those that wait included. */
  keys(): ReadonlySet<string>
  /** The whole case as a file. Throws RangeError while something waits. */
  file(): CaseFile
}

/** A case that reports join and leave, at a cost that does not grow with the case. Its file depends on the reports that are in it and the decisions, not on what happened before. */
export interface LiveCase extends OpenQuestion {
  /** Puts reports into the case. One that is there already is replaced. */
  add(readings: readonly Reading[]): void
  /** What the case holds of a report, packed: to be kept, so that the report joins again without its reading. Throws RangeError when it is not in the case. */
  sketch(reportId: string): Uint8Array
  /** Puts reports into the case by their sketches, made by the same engine version of the same readings. */
  addSketches(sketches: readonly Uint8Array[]): void
  /** Takes reports out. Those that are not there change nothing. */
  remove(reportIds: readonly string[]): void
  /** What people decided, from now on. */
  decide(decisions: readonly Decision[]): void
  /** The same reports and decisions under another question: what is reconciled alike is not done again. Good until the next `at` or change of the case. */
  at(question: Pick<CaseOptions, "asOf" | "policy">): OpenQuestion
}

/** The reading machine as the use cases see it: pure functions with the models already loaded. */
export interface Engine {
  /** Version of everything that can change a reading. Part of the key under which readings are kept. */
  readonly version: string
  read(raw: RawReport): Reading
  /** The bytes as text, before anything is taken out or repaired: what `rawMap` and `removed[].raw` point into. */
  decode(raw: RawReport): string
  /** Reads again and writes down every decision of every rule, for `explain`. */
  trace(raw: RawReport): { reading: Reading; decided: readonly Decided[] }
  build(readings: readonly Reading[], options: CaseOptions): CaseFile
  /** An empty case for reports to join. */
  open(options: CaseOptions): LiveCase
}
