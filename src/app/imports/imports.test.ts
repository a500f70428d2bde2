import { expect, test } from "vitest"
import { fakeEngine } from "../../../tests/doors/fake-engine.ts"
import { reportIdOf } from "../../core/id.ts"
import { openCase } from "../../store/sqlite/open-case.ts"
import type { Collected } from "../intake.ts"
import { readerOf } from "../reader.ts"
import type { ImportSummary } from "./import-view.ts"
import { type ImportAsked, openImports } from "./imports.ts"

const bytesOf = (text: string) => new TextEncoder().encode(text)
const raw = (file: string, text: string): Collected => ({ raw: { bytes: bytesOf(text), file } })

function asked(...items: readonly Collected[]): ImportAsked {
  return {
    what: `${items.length} files`,
    names: items.flatMap(item => ("raw" in item ? item.raw.file! : [])),
    async *collect() {
      yield* items
    },
  }
}

async function session() {
  const store = await openCase(":memory:", { create: true })
  const told: ImportSummary[] = []
  let rebuilt = 0
  const imports = openImports({
    store,
    reader: async () => readerOf(fakeEngine()),
    now: () => new Date("2031-05-09T00:00:00Z"),
    onCase: async () => {
      rebuilt++
    },
  })
  imports.subscribe(summary => told.push(summary))
  /** When the import is through. */
  const through = async (id: string) => {
    while (["waiting", "running"].includes(imports.get(id).state)) await new Promise(resolve => setTimeout(resolve, 1))
    return imports.get(id)
  }
  return { store, imports, told, through, rebuilt: () => rebuilt }
}

const first = raw("a.txt", "A blast\n\nThe bomb killed 9 people.")
const second = raw("b.txt", "Toll rises\n\nThe bomb killed 17 people.")

test("an import tells each report and what came of it", async () => {
  const { imports, told, through, rebuilt } = await session()
  const broken: Collected = { problem: { code: "skipped-file", file: "c.pdf", message: "c.pdf was passed over" } }
  const done = await through(imports.add(asked(first, broken, second, first)).id)
  expect(done).toMatchObject({
    state: "done",
    of: 3,
    through: 3,
    changed: 2,
    lost: 0,
    message: "added 2 reports; 1 passed over",
  })
  expect(done.items.map(({ name, state }) => [name, state])).toEqual([
    ["a.txt", "added"],
    ["b.txt", "added"],
    ["c.pdf", "problem"],
  ])
  expect(done.problems.map(({ code }) => code)).toEqual(["skipped-file", "same-bytes"])
  expect(done.problems[0]!.advice).toContain("save it as text or HTML")
  expect(told.map(({ message }) => message)).toContain("reading 3 of 3: b.txt")
  expect(rebuilt()).toBe(1)
})

test("undo takes out exactly what the import brought, and redo brings it back", async () => {
  const { store, imports, through } = await session()
  await through(imports.add(asked(first)).id)
  const { id } = await through(imports.add(asked(first, second)).id)
  expect(imports.get(id)).toMatchObject({ changed: 1, thereAlready: 1, message: "added 1 report; 1 was there already" })
  imports.undo(id)
  expect(await through(id)).toMatchObject({ state: "undone", message: "took 1 report out again", canRedo: true })
  expect(await store.reportIds()).toEqual([reportIdOf((first as { raw: { bytes: Uint8Array } }).raw.bytes)])
  imports.redo(id)
  expect(await through(id)).toMatchObject({ state: "done", changed: 1, canUndo: true, canRedo: false })
  expect(await store.reportIds()).toHaveLength(2)
})

test("what is stated of a report that is there already is not lost without a word", async () => {
  const { imports, through } = await session()
  await through(imports.add(asked(first)).id)
  const again = await through(imports.add({ ...asked(first), stated: { publisher: "Sella Post" } }).id)
  expect(again).toMatchObject({ message: "no new report; 1 was there already", lost: 0 })
  expect(again.problems.map(({ code }) => code)).toEqual(["stated-not-kept"])
  // Said again as it was said, there is nothing to tell.
  expect((await through(imports.add(asked(first)).id)).problems).toEqual([])
})

test("a removal is undone with the report as it was", async () => {
  const { store, imports, through } = await session()
  await through(imports.add({ ...asked(first), stated: { publisher: "Sella Post" } }).id)
  const [report] = await store.reportIds()
  const removed = await imports.remove([report!])
  expect(await through(removed.id)).toMatchObject({ state: "done", message: "removed 1 report" })
  expect(await store.reportIds()).toEqual([])
  imports.undo(removed.id)
  expect(await through(removed.id)).toMatchObject({ state: "undone", message: "brought back 1 report" })
  expect((await store.getReport(report!))?.stated).toEqual({ publisher: "Sella Post" })
})

test("a date that a person states is read with, and can be taken back", async () => {
  const { store, imports, through, rebuilt } = await session()
  await through(imports.add({ ...asked(first), stated: { publisher: "Sella Post" } }).id)
  const [report] = await store.reportIds()
  const { id } = await imports.state(report!, { published: "2031-05-04" })
  expect(await through(id)).toMatchObject({
    kind: "state",
    state: "done",
    message: "stated of a.txt: published 2031-05-04",
    canUndo: true,
  })
  expect((await store.getReport(report!))?.stated).toEqual({ publisher: "Sella Post", published: "2031-05-04" })
  expect(rebuilt()).toBe(2)
  imports.undo(id)
  expect(await through(id)).toMatchObject({ state: "undone", canRedo: true })
  expect((await store.getReport(report!))?.stated).toEqual({ publisher: "Sella Post" })
  imports.redo(id)
  expect(await through(id)).toMatchObject({ state: "done", canUndo: true })
  expect((await store.getReport(report!))?.stated).toMatchObject({ published: "2031-05-04" })
})

test("nothing is stated of a report that is not there", async () => {
  const { imports } = await session()
  await expect(imports.state("none", { published: "2031" })).rejects.toThrow("no report none")
})

test("removing what is not there removes nothing", async () => {
  const { store, imports, through } = await session()
  await through(imports.add(asked(first)).id)
  const [report] = await store.reportIds()
  await expect(imports.remove([report!, "none"])).rejects.toThrow("no report none")
  expect(await store.reportIds()).toHaveLength(1)
})

test("a cancelled import keeps what is done, and that can be undone", async () => {
  const { store, imports, through } = await session()
  const one: ImportAsked = {
    ...asked(first, second),
    async *collect() {
      yield first
      // The first is read before the second is asked for.
      imports.cancel("1")
      yield second
    },
  }
  const done = await through(imports.add(one).id)
  expect(done).toMatchObject({
    state: "cancelled",
    message: "cancelled; 1 report added before that is kept",
    canUndo: true,
  })
  expect(done.items.map(({ state }) => state)).toEqual(["added", "not-read"])
  imports.undo("1")
  await through("1")
  expect(await store.reportIds()).toEqual([])
})

test("one waits for the other, and a waiting one can be cancelled", async () => {
  const { store, imports, through } = await session()
  imports.add(asked(first))
  const waiting = imports.add(asked(second))
  expect(imports.get(waiting.id).state).toBe("waiting")
  expect(() => imports.undo(waiting.id)).toThrow("not through yet")
  imports.cancel(waiting.id)
  expect(await through(waiting.id)).toMatchObject({ state: "cancelled", canUndo: false })
  expect(await store.reportIds()).toHaveLength(1)
})

test("a fault of ours ends the import, not the session", async () => {
  const { imports, through } = await session()
  const broken: ImportAsked = {
    ...asked(),
    collect() {
      throw new RangeError("bad span [3, 1)")
    },
  }
  expect(await through(imports.add(broken).id)).toMatchObject({
    state: "stopped",
    message: "stopped: a fault of Heed: bad span [3, 1); nothing was added before that",
  })
  expect(await through(imports.add(asked(first)).id)).toMatchObject({ state: "done" })
})

test("closing stops what runs, and nothing begins after it", async () => {
  const { imports } = await session()
  imports.add(asked(first, second))
  await imports.close()
  expect(imports.get("1").state).toBe("cancelled")
  expect(() => imports.add(asked(first))).toThrow("closing")
})
