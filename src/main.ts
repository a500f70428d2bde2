import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Machine } from "./app/opening/machine.ts"
import { processIo } from "./cli/process-io.ts"
import { runCli } from "./cli/run-cli.ts"
import type { Services } from "./cli/services.ts"
import { codeVersion } from "./code-version.ts"
import type { Engine } from "./core/engine.ts"
import { exportHtml } from "./export/html/export-html.ts"
import { exportJson } from "./export/json.ts"
import { exportMarkdown } from "./export/markdown.ts"
import { printText } from "./export/text.ts"
import { collectReports } from "./intake/collect-reports.ts"
import { type PooledReader, pooledReader, workerReader } from "./read-pool.ts"

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }

const packageFile = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

let engine: Promise<Engine> | undefined
let reader: Promise<PooledReader> | undefined
let background: PooledReader | undefined

let code: string | undefined
const machine: Machine = {
  // Late, as most commands that only read have no case.
  get version() {
    code ??= codeVersion(packageFile("."), version)
    return code
  },
  engine: () => services.engine(),
  reader: () => services.reader(),
}

const services: Services = {
  version,
  machine,
  engine() {
    engine ??= import("./make-engine.ts").then(({ makeEngine }) => makeEngine())
    return engine
  },
  reader() {
    reader ??= services.engine().then(pooledReader)
    return reader
  },
  backgroundReader() {
    background ??= workerReader(version)
    return background
  },
  // Late, as most commands that only read have no case.
  openCase: async (path, options) => (await import("./store/sqlite/open-case.ts")).openCase(path, options),
  async openScratch(name) {
    const folder = mkdtempSync(join(tmpdir(), "heed-"))
    const store = await services.openCase(join(folder, `${name}.heed`), { create: true })
    return {
      ...store,
      async close() {
        await store.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
  async serve(behind, options) {
    const [{ serveCase }, { pastedReport, receivedReports }, { fetchReports }] = await Promise.all([
      import("./api/serve.ts"),
      import("./intake/received-reports.ts"),
      import("./intake/fetch-reports.ts"),
    ])
    const intake = { received: receivedReports, pasted: pastedReport, fetch: fetchReports }
    return serveCase(
      { ...behind, intake, exporters: services.exporters },
      { ...options, version, web: packageFile("web/dist") },
    )
  },
  async openBuilder(store) {
    if (store.file === undefined) return (await import("./app/opening/case-builder.ts")).openCaseBuilder(store, machine)
    const { openCaseThread } = await import("./case-thread.ts")
    // Late, as the tables of old encodings are large.
    return openCaseThread(store.file, machine.version, async id => {
      const [{ openKeptReport }, { decodeReport }] = await Promise.all([
        import("./app/open-report.ts"),
        import("./text/decode.ts"),
      ])
      return openKeptReport(store, { version, decode: decodeReport }, id)
    })
  },
  async openBrowser(url) {
    const { default: open } = await import("open")
    const opened = await open(url)
    // No browser here: the address is printed, and opening it is up to the user.
    opened.on("error", () => {})
  },
  samples: packageFile("samples"),
  collectReports,
  print: printText,
  exporters: { json: exportJson, md: exportMarkdown, html: exportHtml },
  now: () => new Date(),
  async close() {
    await Promise.all([reader?.then(one => one.close()), background?.close()])
  },
}

process.exitCode = await runCli(process.argv.slice(2), processIo(), services)
