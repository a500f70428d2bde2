import type { Engine } from "../../core/engine.ts"
import type { ReportReader } from "../reader.ts"

/** The reading machine, loaded when it is first needed: a case that is kept opens without it. */
export interface Machine {
  /** Version of everything that makes a case and its views: what is kept of another is not used. */
  readonly version: string
  engine(): Promise<Engine>
  reader(): Promise<ReportReader>
}
