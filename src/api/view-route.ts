import type { z } from "zod"
import type { Exporter, ExportFormat } from "../app/export-case.ts"
import type { Imports } from "../app/imports/imports.ts"
import type { FetchReports, ReceivePasted, ReceiveReports } from "../app/intake.ts"
import type { CaseService } from "../app/opening/case-service.ts"
import type { CaseIndex } from "../app/views/case-index.ts"

/** What a view may need beyond the case: the service it came from and what brings reports in and out. */
export interface Behind {
  readonly service: CaseService
  readonly imports: Imports
  readonly intake: Intake
  readonly exporters: Readonly<Record<ExportFormat, Exporter>>
  /** The clock, for decisions. */
  readonly now: () => Date
  /** Name of whoever started Heed. */
  readonly user: string
}

/** Ways in that this door uses. */
export interface Intake {
  readonly received: ReceiveReports
  readonly pasted: ReceivePasted
  readonly fetch: FetchReports
}

/** One address that shows the case. Every one of them takes `asOf` and `policy` besides its own `query`. */
export interface ViewRoute {
  /** Below /api, with parameters in braces: "/incidents/{id}". */
  readonly path: string
  readonly summary: string
  /** Schema of what is asked besides, from query strings (use `z.coerce` for numbers). */
  readonly query?: z.ZodObject
  readonly answer: z.ZodType
  /** Throws HeedError, such as "not-found". */
  readonly view: (index: CaseIndex, asked: Readonly<Record<string, unknown>>, behind: Behind) => unknown
}

/** A view route with its types held together: what is asked is the output of `query` and the parameters of the path. */
export function viewRoute<Query extends z.ZodObject, Answer extends z.ZodType>(route: {
  readonly path: string
  readonly summary: string
  readonly query?: Query
  readonly answer: Answer
  readonly view: (
    index: CaseIndex,
    asked: z.output<Query> & Readonly<Record<"id", string>>,
    behind: Behind,
  ) => z.input<Answer> | Promise<z.input<Answer>>
}): ViewRoute {
  return route as unknown as ViewRoute
}
