import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildCase } from "../src/app/opening/build-case.ts"
import { type CaseBuilder, openCaseBuilder } from "../src/app/opening/case-builder.ts"
import { type CaseEvent, openCaseService } from "../src/app/opening/case-service.ts"
import type { Machine } from "../src/app/opening/machine.ts"
import type { MadeCase } from "../src/app/opening/made-case.ts"
import { readerOf } from "../src/app/reader.ts"
import { openCaseThread } from "../src/case-thread.ts"
import type { CaseFile } from "../src/core/casefile.ts"
import type { Reading } from "../src/core/reading.ts"
import type { Store } from "../src/core/store.ts"
import { makeEngine } from "../src/make-engine.ts"
import { openCase } from "../src/store/sqlite/open-case.ts"

// What a service shows is what a build gives, whatever happened before and whoever asks at once.

const samples = resolve(import.meta.dirname, "../samples")
const engine = makeEngine()
const machine: Machine = { version: engine.version, engine: async () => engine, reader: async () => readerOf(engine) }
const reports = readdirSync(samples)
  .filter(file => /\.(?:txt|html)$/.test(file))
  .slice(0, 4)
  .map(file => ({ file, bytes: new Uint8Array(readFileSync(join(samples, file))) }))
let readings: readonly Reading[]
beforeAll(() => {
  readings = reports.map(raw => engine.read(raw))
})
const folder = mkdtempSync(join(tmpdir(), "heed-service-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = (file: CaseFile) => JSON.stringify(file)
const put = (store: Store, at: number) =>
  store.putReport({ id: readings[at]!.report.id, ...reports[at]! }, readings[at]!)
async function rebuilt(store: Store, question: { asOf?: string } = {}): Promise<string> {
  const held = new Set(await store.reportIds())
  const of = readings.filter(({ report }) => held.has(report.id))
  return bytesOf(engine.build(of, { name: store.name, ...question, decisions: await store.decisions() }))
}
async function shownBy(service: ReturnType<typeof openCaseService>, question = {}): Promise<string> {
  return bytesOf((await service.index(question)).caseFile)
}

test("whatever is added, removed, decided and withdrawn, the service shows what a build gives", async () => {
  const change = fc.record({
    kind: fc.constantFrom("add" as const, "remove" as const, "hide" as const, "withdraw" as const),
    at: fc.nat({ max: reports.length - 1 }),
    waits: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 5 }), async changes => {
      const store = await openCase(":memory:", { create: true })
      await put(store, 0)
      const service = openCaseService(store, openCaseBuilder(store, machine))
      let decidedAt = 0
      for (const { kind, at, waits } of changes) {
        if (kind === "add") await put(store, at)
        if (kind === "remove") await store.removeReport(readings[at]!.report.id)
        if (kind === "add" || kind === "remove") service.changed()
        else {
          const { caseFile } = await service.index()
          const decision = (await store.decisions()).at(-1)
          const item = kind === "hide" ? caseFile.incidents[at % caseFile.incidents.length]?.id : decision?.id
          if (item !== undefined)
            await service
              .decide({ action: kind, item, by: "ana", decidedAt: `2031-05-09T00:00:0${decidedAt++}Z` })
              // What was withdrawn before cannot be withdrawn again.
              .catch((error: unknown) => expect(error).toMatchObject({ name: "HeedError" }))
        }
        if (waits) await service.settled()
        if (waits) expect(await shownBy(service)).toBe(await rebuilt(store))
      }
      await service.settled()
      expect(await shownBy(service)).toBe(await rebuilt(store))
      expect(await shownBy(service, { asOf: "2031-11-05" })).toBe(await rebuilt(store, { asOf: "2031-11-05" }))
      await service.close()
      await store.close()
    }),
    { numRuns: 5, seed: 7 },
  )
})

test("two who ask at once are given the same case, made once", async () => {
  const store = await openCase(":memory:", { create: true })
  await put(store, 0)
  const builder = openCaseBuilder(store, machine)
  const asked: unknown[] = []
  const service = openCaseService(store, {
    ...builder,
    build(question, options) {
      asked.push(question)
      return builder.build(question, options)
    },
  })
  const day = { asOf: "2031-11-05" }
  await service.settled()
  const [a, b, c, d] = await Promise.all([service.index(), service.index(), service.index(day), service.index(day)])
  expect(a).toBe(b)
  expect(c).toBe(d)
  expect(asked).toEqual([{}, day])
})

test("a day that nobody waits for any more is given up; another is answered", async () => {
  const store = await openCase(":memory:", { create: true })
  for (const at of reports.keys()) await put(store, at)
  const builder = openCaseBuilder(store, machine)
  const service = openCaseService(store, builder)
  await service.index()
  const leaving = new AbortController()
  const left = service.index({ asOf: "2031-11-04" }, leaving.signal)
  leaving.abort()
  await expect(left).rejects.toMatchObject({ code: "cancelled" })
  expect(await shownBy(service, { asOf: "2031-11-05" })).toBe(await rebuilt(store, { asOf: "2031-11-05" }))
})

test("the first screen is there before the case, and says the same", async () => {
  const store = await openCase(":memory:", { create: true })
  for (const at of reports.keys()) await put(store, at)
  await buildCase(store, machine)
  const gate = Promise.withResolvers<void>()
  const slow: Store = {
    ...store,
    kept: async key => {
      if (/\/\d+$/.test(key)) await gate.promise
      return store.kept(key)
    },
  }
  const service = openCaseService(slow, openCaseBuilder(slow, machine))
  const first = await service.first("/case")
  expect(JSON.parse(first!)).toMatchObject({ counts: { reports: reports.length } })
  expect(await service.first("/incidents")).toBeUndefined()
  gate.resolve()
  await service.index()
  expect(await service.first("/case")).toBe(first)
  expect(JSON.parse((await service.first("/case", { asOf: "2031-11-05" }))!)).toMatchObject({ asOf: "2031-11-05" })
  expect(service.revision).toBe(1)
})

test("a large case is shown as it was while it is made anew, and that is told", async () => {
  const store = await openCase(":memory:", { create: true })
  await put(store, 0)
  const { caseFile, first } = await openCaseBuilder(store, machine).build({}, {})
  const many = { ...caseFile, reports: Array.from({ length: 200 }, () => caseFile.reports[0]!) }
  const next = Promise.withResolvers<MadeCase>()
  let count = 0
  const builder: CaseBuilder = {
    version: engine.version,
    build: async (_, { onProgress }) => {
      if (count++ === 0) return { key: "one", caseFile: many, first }
      onProgress?.({ kind: "joining", done: 1, of: 4 })
      return next.promise
    },
    openReport: () => Promise.reject(new Error("no report is opened here")),
    warm() {},
    close: async () => {},
  }
  await store.forget(await store.keptKeys(""))
  const service = openCaseService(store, builder)
  const events: CaseEvent[] = []
  service.subscribe(event => events.push(event))
  expect((await service.index()).caseFile).toBe(many)
  service.changed()
  expect((await service.index()).caseFile).toBe(many)
  while (!service.making) await new Promise(resolve => setTimeout(resolve, 5))
  expect(service.making).toMatchObject({ kind: "joining", done: 1, of: 4 })
  const now = { ...many, problems: [] }
  next.resolve({ key: "two", caseFile: now, first })
  await service.settled()
  expect((await service.index()).caseFile).toBe(now)
  expect(service.making).toBeUndefined()
  expect(events.map(({ kind }) => kind)).toEqual(["making", "changed"])
})

test("a small case that takes long to make is waited for once after a decision, not by each who asks", async () => {
  const store = await openCase(":memory:", { create: true })
  await put(store, 0)
  const { caseFile, first } = await openCaseBuilder(store, machine).build({}, {})
  let count = 0
  const service = openCaseService(store, {
    version: engine.version,
    build: async () => (count++ === 0 ? { key: "one", caseFile, first } : new Promise<MadeCase>(() => {})),
    openReport: () => Promise.reject(new Error("no report is opened here")),
    warm() {},
    close: async () => {},
  })
  await store.forget(await store.keptKeys(""))
  await service.settled()
  const ask = async () => {
    const begin = performance.now()
    for (let asked = 0; asked < 5; asked++) expect((await service.index()).caseFile).toBe(caseFile)
    return performance.now() - begin
  }
  // What follows never comes.
  await put(store, 1)
  service.changed()
  expect(await ask()).toBeLessThan(1000)
  await service.decide({
    action: "hide",
    item: caseFile.incidents[0]!.id,
    by: "ana",
    decidedAt: "2031-05-09T00:00:00Z",
  })
  expect(await ask()).toBeLessThan(1000)
})

test("a thread gives the case that a build gives, and can be closed while it builds", async () => {
  const path = join(folder, "thread.heed")
  const kept = { reading: readings[2]!, raw: "as it was kept" }
  const store = await openCase(path, { create: true })
  for (const at of reports.keys()) await put(store, at)
  const thread = openCaseThread(path, engine.version, async id => (id === readings[2]!.report.id ? kept : undefined))
  const service = openCaseService(store, thread)
  expect(await shownBy(service)).toBe(await rebuilt(store))
  expect(await shownBy(service, { asOf: "2031-11-05" })).toBe(await rebuilt(store, { asOf: "2031-11-05" }))
  const { id } = readings[1]!.report
  expect((await service.openReport(id)).reading).toEqual(readings[1])
  // What was read already is opened without the thread, which may be busy.
  expect(await service.openReport(readings[2]!.report.id)).toBe(kept)
  await expect(service.openReport("absent")).rejects.toMatchObject({ code: "not-found" })
  await store.removeReport(id)
  service.changed()
  await service.close()
  await store.close()
  const again = await openCase(path)
  expect(bytesOf(await buildCase(again, machine))).toBe(await rebuilt(again))
  await again.close()
})
