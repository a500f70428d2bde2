import { gzipSync } from "node:zlib"
import { createApi, type Door } from "../../src/api/create-api.ts"
import type { Behind } from "../../src/api/view-route.ts"
import type { ImportView } from "../../src/app/imports/import-view.ts"
import { openImports } from "../../src/app/imports/imports.ts"
import { openCaseBuilder } from "../../src/app/opening/case-builder.ts"
import { openCaseService } from "../../src/app/opening/case-service.ts"
import { readerOf } from "../../src/app/reader.ts"
import type { Engine } from "../../src/core/engine.ts"
import { exportHtml } from "../../src/export/html/export-html.ts"
import { exportJson } from "../../src/export/json.ts"
import { exportMarkdown } from "../../src/export/markdown.ts"
import { fetchReports } from "../../src/intake/fetch-reports.ts"
import { pastedReport, receivedReports } from "../../src/intake/received-reports.ts"
import { openCase } from "../../src/store/sqlite/open-case.ts"
import { fakeEngine } from "./fake-engine.ts"

export const token = "the-token-of-this-start"
const page = `<!doctype html><meta name="csp-nonce" content="%NONCE%"><div id="root"></div>`
const bytes = (text: string) => new TextEncoder().encode(text)

/** A door over an empty case in memory, with a made-up engine. */
export interface TestDoor extends Door {
  readonly behind: Behind
  /** Faults of ours that the door told. */
  readonly bugs: unknown[]
  /** Asks as our own page does: with the cookie, from our own origin. */
  ask(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown): Promise<Response>
  /** Adds a pasted report and waits until it is there. */
  add(pasted: object): Promise<void>
  /** The import when it is through. */
  through(id: string): Promise<ImportView>
}

export async function openDoor(engine: Engine = fakeEngine()): Promise<TestDoor> {
  const store = await openCase(":memory:", { create: true, name: "harbour" })
  const reader = async () => readerOf(engine)
  const service = openCaseService(
    store,
    openCaseBuilder(store, { version: engine.version, engine: async () => engine, reader }),
  )
  const now = () => new Date("2031-05-09T00:00:00Z")
  const imports = openImports({
    store,
    reader,
    now,
    async onCase() {
      service.changed()
      await service.settled()
    },
  })
  const behind: Behind = {
    service,
    imports,
    intake: { received: receivedReports, pasted: pastedReport, fetch: fetchReports },
    exporters: { json: exportJson, md: exportMarkdown, html: exportHtml },
    now,
    user: "ana",
  }
  const files = new Map([
    ["/index.html", { bytes: bytes(page), type: "text/html; charset=utf-8" }],
    [
      "/assets/main-1a2b.js",
      { bytes: bytes("void 0"), gzipped: gzipSync("void 0"), type: "text/javascript; charset=utf-8" },
    ],
  ])
  const bugs: unknown[] = []
  const door = createApi(behind, { token, version: "0.0.0-test", files, onBug: error => bugs.push(error) })
  const ask = async (path: string, init: RequestInit = {}) =>
    door.api.request(`http://127.0.0.1:4110${path}`, {
      ...init,
      headers: {
        cookie: `heed-4110=${token}`,
        "sec-fetch-site": "same-origin",
        ...(init.method === "POST" && { origin: "http://127.0.0.1:4110" }),
        ...(init.headers as Record<string, string> | undefined),
      },
    })
  const post = (path: string, body: unknown) =>
    ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
  const through = async (id: string) => {
    while (["waiting", "running"].includes(imports.get(id).state)) await new Promise(done => setTimeout(done, 1))
    return imports.get(id)
  }
  return {
    ...door,
    behind,
    bugs,
    ask,
    post,
    through,
    async add(pasted) {
      const begun = (await (await post("/api/imports/texts", { texts: [pasted] })).json()) as { readonly id: string }
      await through(begun.id)
    },
  }
}
