import type { Exporter, ExportFormat, Printer } from "../app/export-case.ts"
import type { Imports } from "../app/imports/imports.ts"
import type { CollectReports } from "../app/intake.ts"
import type { CaseBuilder } from "../app/opening/case-builder.ts"
import type { CaseService } from "../app/opening/case-service.ts"
import type { Machine } from "../app/opening/machine.ts"
import type { ReportReader } from "../app/reader.ts"
import type { Engine } from "../core/engine.ts"
import type { Store } from "../core/store.ts"

/** What the wiring brings to this door. Models are loaded late, so that `--help` and wrong arguments are answered at once. */
export interface Services {
  /** Version of the program. */
  readonly version: string
  /** The engine with its models loaded; always the same one. */
  engine(): Promise<Engine>
  /** What makes cases. */
  readonly machine: Machine
  /** Reads many reports; may use several workers. */
  reader(): Promise<ReportReader>
  /** Reads reports without holding this process up, for a door that has others to answer meanwhile. */
  backgroundReader(): ReportReader
  /** Opens a case file; makes it when `create` is set and it is absent. Throws HeedError as `Store` does. */
  openCase(path: string, options: { readonly create?: boolean }): Promise<Store>
  /** A case that is thrown away when it is closed. */
  openScratch(name: string): Promise<Store>
  /** Makes the cases of a store, in a thread of its own where the store is a file. */
  openBuilder(store: Store): Promise<CaseBuilder>
  /** Puts a case on a socket of this machine, for the browser. Throws HeedError "unavailable" when the port is taken. */
  serve(
    behind: {
      readonly service: CaseService
      readonly imports: Imports
      readonly now: () => Date
      readonly user: string
    },
    options: { readonly port: number; readonly onBug: (error: unknown) => void },
  ): Promise<{ readonly url: string; close(): Promise<void> }>
  /** Opens the address in the user's browser; where there is none nothing happens. */
  openBrowser(url: string): Promise<void>
  /** Folder of the sample story. */
  readonly samples: string
  readonly collectReports: CollectReports
  readonly print: Printer
  readonly exporters: Readonly<Record<ExportFormat, Exporter>>
  /** The clock, for decisions. */
  readonly now: () => Date
  /** Ends workers. Called once, at the end. */
  close(): Promise<void>
}
