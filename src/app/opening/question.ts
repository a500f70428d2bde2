import type { CaseOptions } from "../../core/engine.ts"

/** What a person may ask of a case: everything but its name and what was decided about it. */
export type CaseQuestion = Pick<CaseOptions, "asOf" | "policy">
