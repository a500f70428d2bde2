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

/** The reading machine as the use cases see it: pure functions with the models already loaded. */
export interface Engine {
  /** Version of everything that can change a reading. Part of the key under which readings are kept. */
  readonly version: string
  read(raw: RawReport): Reading
  /** Reads again and writes down every decision of every rule, for `explain`. */
  trace(raw: RawReport): { reading: Reading; decided: readonly Decided[] }
  build(readings: readonly Reading[], options: CaseOptions): CaseFile
}
