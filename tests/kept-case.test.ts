import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { buildCase } from "../src/app/opening/build-case.ts"
import {
  CaseFromParts,
  caseKey,
  keepCase,
  keptCase,
  openKept,
  toChangedParts,
  toParts,
} from "../src/app/opening/kept-case.ts"
import type { Machine } from "../src/app/opening/machine.ts"
import { openCaseMaker } from "../src/app/opening/make-case.ts"
import { SentCase } from "../src/app/opening/sent-case.ts"
import { readerOf } from "../src/app/reader.ts"
import { firstScreen } from "../src/app/views/first-screen.ts"
import type { CaseFile } from "../src/core/casefile.ts"
import { HeedError } from "../src/core/error.ts"
import type { Reading } from "../src/core/reading.ts"
import type { Decision, Store } from "../src/core/store.ts"
import { makeEngine } from "../src/make-engine.ts"
import { openCase } from "../src/store/sqlite/open-case.ts"
import { fakeEngine } from "./doors/fake-engine.ts"

// A case that is kept is the case that would be built.

const samples = resolve(import.meta.dirname, "../samples")
const engine = makeEngine()
const reports = readdirSync(samples)
  .filter(file => /\.(?:txt|html)$/.test(file))
  .slice(0, 4)
  .map(file => ({ file, bytes: new Uint8Array(readFileSync(join(samples, file))) }))
let readings: readonly Reading[]
let whole: CaseFile

beforeAll(() => {
  readings = reports.map(raw => engine.read(raw))
  whole = engine.build(readings, { name: "case" })
})

const machine: Machine = { version: engine.version, engine: async () => engine, reader: async () => readerOf(engine) }
/** A machine that puts no case together. */
const idle: Machine = {
  ...machine,
  engine: async () => {
    throw new Error("loaded the engine for a case that is kept")
  },
}

async function put(store: Store, at: number): Promise<void> {
  const reading = readings[at]!
  await store.putReport({ id: reading.report.id, ...reports[at]! }, reading)
}

async function storeOfAll(): Promise<Store> {
  const store = await openCase(":memory:", { create: true })
  for (const at of readings.keys()) await put(store, at)
  return store
}

function decision(id: string, action: Decision["action"], subject: string): Decision {
  return { id, decidedAt: "2031-05-09T00:00:00Z", by: "ana", action, subject, value: {} }
}

test("a case is built once, and what is kept is what was built, byte for byte", async () => {
  const store = await storeOfAll()
  const built = await buildCase(store, machine)
  expect(JSON.stringify(built)).toBe(JSON.stringify(whole))
  const opened = await buildCase(store, idle)
  expect(JSON.stringify(opened)).toBe(JSON.stringify(built))
})

test("a case as known at a day, or by another policy, is not the one that is kept", async () => {
  const store = await storeOfAll()
  await buildCase(store, machine)
  expect((await buildCase(store, machine, { asOf: "2031-11-05" })).case.asOf).toBe("2031-11-05")
  expect((await buildCase(store, machine, { policy: "conservative" })).case.policy).toBe("conservative")
  expect((await buildCase(store, idle)).case).toEqual(whole.case)
})

test("whatever is added, removed, decided and withdrawn, the case is that of what is there now", async () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constantFrom("add" as const, "remove" as const), at: fc.nat({ max: reports.length - 1 }) }),
    fc.record({ kind: fc.constantFrom("hide" as const, "reject" as const), at: fc.nat({ max: 9 }) }),
    fc.record({ kind: fc.constant("withdraw" as const), at: fc.nat({ max: 2 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
      const store = await openCase(":memory:", { create: true })
      const held = new Set([0, 1])
      for (const at of held) await put(store, at)
      for (const [step, { kind, at }] of changes.entries()) {
        if (kind === "add") {
          held.add(at)
          await put(store, at)
        } else if (kind === "remove") {
          held.delete(at)
          await store.removeReport(readings[at]!.report.id)
        } else {
          const decisions = await store.decisions()
          const subject =
            kind === "withdraw"
              ? decisions[at % Math.max(1, decisions.length)]?.id
              : whole.incidents[at % whole.incidents.length]!.id
          if (subject !== undefined) await store.addDecision(decision(`d${step}`, kind, subject))
        }
        const expected = engine.build(
          [...held].map(one => readings[one]!),
          { name: "case", decisions: await store.decisions() },
        )
        expect(JSON.stringify(await buildCase(store, machine))).toBe(JSON.stringify(expected))
        expect(JSON.stringify(await buildCase(store, idle))).toBe(JSON.stringify(expected))
      }
      await store.close()
    }),
    { numRuns: 5, seed: 6 },
  )
})

test("only the newest case is kept", async () => {
  const store = await storeOfAll()
  await buildCase(store, machine)
  const before = await store.keptKeys("")
  await store.removeReport(readings[0]!.report.id)
  await buildCase(store, machine)
  const after = await store.keptKeys("")
  const sketches = readings.slice(1).map(({ report }) => expect.stringContaining(`sketch/${report.id}/`))
  expect(after.filter(key => before.includes(key))).toEqual(expect.arrayContaining(sketches))
  expect(after.filter(key => before.includes(key))).toHaveLength(sketches.length)
  expect(after.filter(key => key.startsWith("draft/"))).toHaveLength(1)
  expect(after.filter(key => /^case\/\w+$/.test(key))).toHaveLength(1)
})

test("a case that was kept in part, as when the machine stopped, is not opened, and is gone with the next", async () => {
  const store = await storeOfAll()
  const failing: Store = {
    ...store,
    keep: async made => {
      if (made.some(({ key }) => /^case\/\w+$/.test(key))) throw new Error("the machine stopped")
      await store.keep(made)
    },
  }
  // Enough parts that some are written before the last.
  const many = { ...whole, incidents: Array.from({ length: 300 }, () => whole.incidents[0]!) }
  await expect(keepCase(failing, "1", { key: "half", caseFile: many, first: firstScreen(whole) })).rejects.toThrow(
    "the machine stopped",
  )
  expect(await store.keptKeys("case/half")).not.toEqual([])
  expect(await openKept(store, "half")).toBeUndefined()
  await buildCase(store, machine)
  expect(await store.keptKeys("case/half")).toEqual([])
})

test("a case file that cannot be written is still built", async () => {
  const store = await storeOfAll()
  const full: Store = {
    ...store,
    keep: async () => {
      throw new HeedError("unavailable", "the disk is full")
    },
  }
  expect(JSON.stringify(await buildCase(full, machine))).toBe(JSON.stringify(whole))
})

test("who opens a case while it is replaced is told", async () => {
  const store = await storeOfAll()
  await buildCase(store, machine)
  const key = caseKey(machine, store.name, await store.reportKeys(), [])
  const kept = (await keptCase(store, key))!
  const parts = kept.parts()
  await parts.next()
  await store.removeReport(readings[0]!.report.id)
  await buildCase(store, machine)
  await expect(
    (async () => {
      for await (const _ of parts);
    })(),
  ).rejects.toMatchObject({ code: "not-found" })
})

test("a large case comes in parts, none of which is long", () => {
  const many = { ...whole, incidents: Array.from({ length: 300 }, () => whole.incidents[0]!) }
  const parts = [...toParts(many)]
  const longest = Math.max(...many.incidents.map(incident => JSON.stringify(incident).length))
  expect(5 < parts.length).toBe(true)
  expect(parts.every(part => part.length < 260_000 + longest)).toBe(true)
  const file = new CaseFromParts()
  for (const part of parts) file.add(part)
  expect(JSON.stringify(file.caseFile)).toBe(JSON.stringify(many))
})

test("of a case that the other thread holds but for some items only these are sent, whatever went, came, moved or was made anew", () => {
  const few = { ...whole, entities: [], statements: [], utterances: [], lineage: [] }
  const all = Array.from({ length: 40 }, (_, at) => ({
    ...whole.incidents[0]!,
    id: `i${at}`,
    facts: [],
    mentions: [],
  }))
  const send = (now: CaseFile, before = new SentCase(), held?: CaseFile) => {
    const sent = new SentCase()
    const parts = [...toChangedParts(now, before, sent)]
    const file = new CaseFromParts(held)
    for (const part of parts) file.add(part)
    return { sent, parts, file: file.caseFile }
  }
  const first = { ...few, incidents: all }
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 6 }), { minLength: 40, maxLength: 40 }), fc.nat(39), (changes, turn) => {
      // Of each item: 0 it went, 1 it changed, 2 one like it came before it, 3 it was made anew; else it stays. Then some change places.
      const kept = changes.flatMap((change, at) => {
        const one = all[at]!
        if (change === 2) return [{ ...one, id: `new ${at}` }, one]
        return change === 0
          ? []
          : change === 1
            ? [{ ...one, title: `${at}` }]
            : change === 3
              ? [structuredClone(one)]
              : [one]
      })
      const now = { ...few, incidents: [...kept.slice(turn), ...kept.slice(0, turn)] }
      const once = send(first)
      expect(JSON.stringify(once.file)).toBe(JSON.stringify(first))
      const again = send(now, once.sent, once.file)
      expect(JSON.stringify(again.file)).toBe(JSON.stringify(now))
      expect(again.file.reports[0]).toBe(once.file.reports[0])
      const other = changes.filter(change => change === 1 || change === 2).length
      const told = again.parts
        .flatMap(part => JSON.parse(part))
        .filter(list => Array.isArray(list))
        .flat()
      expect(told.filter(item => !Array.isArray(item))).toHaveLength(other)
      const back = send(first, again.sent, again.file)
      expect(JSON.stringify(back.file)).toBe(JSON.stringify(first))
    }),
  )
})

test("another program makes only what has changed, from sketches and drafts", async () => {
  const fake = fakeEngine()
  const few: Machine = { version: "1", engine: async () => fake, reader: async () => readerOf(fake) }
  const store = await openCase(":memory:", { create: true })
  const add = (at: number, published: string) => {
    const raw = {
      bytes: new TextEncoder().encode(`Blast in Sella\nA blast killed ${at} people.`),
      stated: { published },
    }
    const reading = fake.read(raw)
    return store.putReport({ id: reading.report.id, ...raw }, reading).then(() => reading.report.id)
  }
  const ids = [await add(1, "2031-05-04"), await add(2, "2031-05-05"), await add(3, "2031-05-06")]
  await buildCase(store, few)
  const read: string[] = []
  const watched: Store = {
    ...store,
    getReading: (id, version) => {
      read.push(id)
      return store.getReading(id, version)
    },
  }
  await store.removeReport(ids[0]!)
  const fourth = await add(4, "2031-05-07")
  const made = await openCaseMaker(watched, few).make()
  expect(new Set(read)).toEqual(new Set([fourth]))
  expect(made.caseFile.reports).toHaveLength(3)

  // Taken out and put in again with another day, it is another report under the same id.
  await store.removeReport(ids[1]!)
  await add(2, "2031-05-09")
  read.length = 0
  const { caseFile } = await openCaseMaker(watched, few).make()
  expect(read).toContain(ids[1])
  expect(caseFile.reports.find(({ id }) => id === ids[1])!.published).toMatchObject({ edtf: "2031-05-09" })
})
