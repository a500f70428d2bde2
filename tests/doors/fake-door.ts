import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import { openCaseBuilder } from "../../src/app/opening/case-builder.ts"
import { readerOf } from "../../src/app/reader.ts"
import type { Io } from "../../src/cli/io.ts"
import { runCli } from "../../src/cli/run-cli.ts"
import type { Services } from "../../src/cli/services.ts"
import type { Engine } from "../../src/core/engine.ts"
import { exportHtml } from "../../src/export/html/export-html.ts"
import { exportJson } from "../../src/export/json.ts"
import { exportMarkdown } from "../../src/export/markdown.ts"
import { printText } from "../../src/export/text.ts"
import { collectReports } from "../../src/intake/collect-reports.ts"
import { openCase } from "../../src/store/sqlite/open-case.ts"
import { fakeEngine } from "./fake-engine.ts"

/** What a command line gave. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface DoorOptions {
  readonly engine?: Engine
  readonly signal?: AbortSignal
  readonly terminal?: boolean
  readonly columns?: number
  readonly input?: string
  readonly env?: Record<string, string>
  readonly services?: Partial<Services>
}

/** Runs a command line in this process with a made-up engine, and the real intake, store and exports. */
export async function heed(argv: readonly string[], options: DoorOptions = {}): Promise<Run> {
  const {
    engine = fakeEngine(),
    signal = new AbortController().signal,
    terminal = false,
    columns,
    input = "",
  } = options
  const written = { out: "", err: "" }
  const stream = (name: "out" | "err") => ({
    write(text: string) {
      written[name] += text
    },
    isTerminal: terminal,
    columns,
  })
  const io: Io = {
    out: stream("out"),
    err: stream("err"),
    env: options.env ?? {},
    signal,
    readInput: async () => new TextEncoder().encode(input),
  }
  const services: Services = {
    version: engine.version,
    engine: async () => engine,
    machine: { version: engine.version, engine: async () => engine, reader: async () => readerOf(engine) },
    reader: async () => readerOf(engine),
    backgroundReader: () => readerOf(engine),
    openCase,
    openScratch: name => openCase(join(mkdtempSync(join(tmpdir(), "heed-doors-")), `${name}.heed`), { create: true }),
    openBuilder: async store =>
      openCaseBuilder(store, {
        version: engine.version,
        engine: async () => engine,
        reader: async () => readerOf(engine),
      }),
    serve: async () => ({ url: "http://127.0.0.1:0/", close: async () => {} }),
    openBrowser: async () => {},
    samples: "samples",
    collectReports,
    print: printText,
    exporters: { json: exportJson, md: exportMarkdown, html: exportHtml },
    now: () => new Date("2031-05-09T00:00:00Z"),
    close: async () => {},
    ...options.services,
  }
  const code = await runCli(argv, io, services)
  return { code, ...written }
}

/** A folder for one test file, taken away at its end. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "heed-doors-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
