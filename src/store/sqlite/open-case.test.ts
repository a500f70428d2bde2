import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, expect, test } from "vitest"
import { sampleReport, testStore } from "../contract.ts"
import { openCase } from "./open-case.ts"

const folder = mkdtempSync(join(tmpdir(), "heed-store-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

testStore("sqlite", () => openCase(":memory:", { create: true }))

test("an absent case is not found, and nothing is made", async () => {
  await expect(openCase(join(folder, "absent.heed"))).rejects.toMatchObject({ code: "not-found" })
})

test("the case keeps what was put after it is closed", async () => {
  const path = join(folder, "kept.heed")
  const store = await openCase(path, { create: true })
  const { report, reading } = sampleReport("a")
  await store.putReport(report, reading)
  await store.close()
  const again = await openCase(path)
  expect(again.name).toBe("kept")
  expect(again.file).toBe(path)
  expect(await again.reportIds()).toEqual(["a"])
  await again.close()
})

test("a text file is no case file", async () => {
  const path = join(folder, "text.heed")
  writeFileSync(path, "not a database")
  await expect(openCase(path)).rejects.toMatchObject({ code: "unreadable" })
})

test("another program's SQLite file is refused and left as it was", async () => {
  const path = join(folder, "other.heed")
  const other = new DatabaseSync(path)
  other.exec("create table birds (name text)")
  other.close()
  await expect(openCase(path, { create: true })).rejects.toMatchObject({ code: "unreadable" })
  const check = new DatabaseSync(path)
  expect(check.prepare("select name from sqlite_schema").all()).toEqual([{ name: "birds" }])
  check.close()
})

test("a case of a newer version is refused", async () => {
  const path = join(folder, "newer.heed")
  await (await openCase(path, { create: true })).close()
  const newer = new DatabaseSync(path)
  newer.exec("pragma user_version = 99")
  newer.close()
  await expect(openCase(path)).rejects.toMatchObject({ code: "newer-version" })
})

test("two writers at once lose nothing", async () => {
  const path = join(folder, "two.heed")
  const stores = [await openCase(path, { create: true }), await openCase(path)]
  await Promise.all(
    stores.flatMap((store, writer) =>
      Array.from({ length: 10 }, (_, index) => {
        const { report, reading } = sampleReport(`${writer}-${index}`)
        return store.putReport(report, reading)
      }),
    ),
  )
  expect(await stores[0]!.reportIds()).toHaveLength(20)
  for (const store of stores) await store.close()
})

test("a full disk keeps what was there and says so", async () => {
  const path = join(folder, "full.heed")
  const store = await openCase(path, { create: true, maxPages: 40 })
  const { report, reading } = sampleReport("small")
  await store.putReport(report, reading)
  let seed = 1
  // A linear congruential generator: bytes that gzip cannot shrink.
  const noise = Uint8Array.from({ length: 500_000 }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed >>> 24
  })
  await expect(store.putReport({ id: "big", bytes: noise }, sampleReport("big").reading)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("disk is full"),
  })
  expect(await store.reportIds()).toEqual(["small"])
  await store.close()
})

test("a case of the first schema that cannot grow is read as it is", async () => {
  const path = join(folder, "first.heed")
  const { report, reading } = sampleReport("a")
  const store = await openCase(path, { create: true })
  await store.putReport(report, reading)
  await store.close()
  const old = new DatabaseSync(path)
  old.exec("drop table kept; delete from kysely_migration where name = '002-kept'; pragma user_version = 1; vacuum")
  const { page_count: pages } = old.prepare("pragma page_count").get() as { page_count: number }
  old.close()
  const full = await openCase(path, { maxPages: pages })
  expect(await full.getReading("a", "1")).toEqual(reading)
  expect(await full.kept("case")).toBeUndefined()
  await expect(full.keep([{ key: "case", bytes: Uint8Array.of(1) }])).rejects.toMatchObject({ code: "unavailable" })
  await full.close()
  const roomy = await openCase(path)
  await roomy.keep([{ key: "case", bytes: Uint8Array.of(1) }])
  expect(await roomy.kept("case")).toEqual(Uint8Array.of(1))
  await roomy.close()
})
