import { readFileSync } from "node:fs"
import { processIo } from "./cli/process-io.ts"
import { runCli } from "./cli/run-cli.ts"
import type { Services } from "./cli/services.ts"
import type { Engine } from "./core/engine.ts"
import { exportHtml } from "./export/html/export-html.ts"
import { exportJson } from "./export/json.ts"
import { exportMarkdown } from "./export/markdown.ts"
import { printText } from "./export/text.ts"
import { collectReports } from "./intake/collect-reports.ts"
import { pooledReader } from "./read-pool.ts"

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }

let engine: Promise<Engine> | undefined
let reader: Promise<ReturnType<typeof pooledReader>> | undefined

const services: Services = {
  version,
  engine() {
    engine ??= import("./make-engine.ts").then(({ makeEngine }) => makeEngine())
    return engine
  },
  reader() {
    reader ??= services.engine().then(pooledReader)
    return reader
  },
  // Late, as most commands that only read have no case.
  openCase: async (path, options) => (await import("./store/sqlite/open-case.ts")).openCase(path, options),
  collectReports,
  print: printText,
  exporters: { json: exportJson, md: exportMarkdown, html: exportHtml },
  now: () => new Date(),
  close: async () => (await reader)?.close(),
}

process.exitCode = await runCli(process.argv.slice(2), processIo(), services)
