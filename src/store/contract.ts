import { expect, test } from "vitest"
import type { Reading } from "../core/reading.ts"
import type { Decision, Store, StoredReport } from "../core/store.ts"

/** A stored report and an empty reading of it, for tests of stores. */
export function sampleReport(id: string, text = `Report ${id}.`): { report: StoredReport; reading: Reading } {
  return {
    report: { id, file: `${id}.txt`, bytes: new TextEncoder().encode(text) },
    reading: {
      engine: "1",
      report: {
        id,
        title: { value: `Title of ${id}`, source: "text" },
        language: "en",
        encoding: "utf-8",
        format: "text",
        text,
        blocks: [{ start: 0, end: text.length, label: "paragraph" }],
        removed: [],
        repairs: [],
        rawMap: [[0, text.length, 0, text.length]],
      },
      sentences: [],
      entities: [],
      events: [],
      setting: [],
      statements: [],
      warnings: [],
      profiles: [],
      citations: [],
      times: [],
      counts: [],
      problems: [],
    },
  }
}

/** Every promise of `Store`, run against any implementation. `open` gives a new, empty case. */
export function testStore(name: string, open: () => Promise<Store>): void {
  const promise = (title: string, body: (store: Store) => Promise<void>) =>
    test(`${name}: ${title}`, async () => {
      const store = await open()
      try {
        await body(store)
      } finally {
        await store.close()
      }
    })

  promise("gives back the bytes and the reading", async store => {
    const { report, reading } = sampleReport("a")
    await store.putReport(report, reading)
    expect(await store.getReport("a")).toEqual(report)
    expect(await store.getReading("a", "1")).toEqual(reading)
  })

  promise("keeps what the user stated", async store => {
    const { report, reading } = sampleReport("a")
    const full = {
      ...report,
      url: "https://example.org/a",
      contentType: "text/plain",
      stated: { published: "2031-05-03" },
    }
    await store.putReport(full, reading)
    expect(await store.getReport("a")).toEqual(full)
  })

  promise("put twice changes nothing but the reading", async store => {
    const { report, reading } = sampleReport("a")
    await store.putReport(report, reading)
    await store.putReport({ ...report, file: "other.txt" }, { ...reading, engine: "2" })
    expect((await store.getReport("a"))?.file).toBe("a.txt")
    expect(await store.getReading("a", "1")).toBeUndefined()
    expect((await store.getReading("a", "2"))?.engine).toBe("2")
    expect(await store.reportIds()).toEqual(["a"])
  })

  promise("an absent id is undefined", async store => {
    expect(await store.getReport("nope")).toBeUndefined()
    expect(await store.getReading("nope", "1")).toBeUndefined()
  })

  promise("a reading needs its report", async store => {
    await expect(store.putReading(sampleReport("a").reading)).rejects.toMatchObject({ code: "not-found" })
  })

  promise("ids are sorted whatever the order of adding", async store => {
    for (const id of ["c", "a", "b"]) {
      const { report, reading } = sampleReport(id)
      await store.putReport(report, reading)
    }
    expect(await store.reportIds()).toEqual(["a", "b", "c"])
  })

  promise("the key of a report says what arrived with it, whatever was there before", async store => {
    const { report, reading } = sampleReport("a")
    await store.putReport(report, reading)
    await store.putReport(sampleReport("b").report, sampleReport("b").reading)
    const before = await store.reportKeys()
    expect(before.map(({ id }) => id)).toEqual(["a", "b"])
    await store.removeReport("a")
    await store.putReport({ ...report, stated: { ...report.stated, published: "2031-05-04" } }, reading)
    const [other, same] = await store.reportKeys()
    expect(other!.key).not.toBe(before[0]!.key)
    expect(same).toEqual(before[1])
    await store.removeReport("a")
    await store.putReport(report, reading)
    expect(await store.reportKeys()).toEqual(before)
  })

  promise("a removed report leaves nothing behind, and removing twice is no error", async store => {
    const { report, reading } = sampleReport("a", "The ferry burned.")
    await store.putReport(report, reading)
    await store.removeReport("a")
    await store.removeReport("a")
    expect(await store.reportIds()).toEqual([])
    expect(await store.getReading("a", "1")).toBeUndefined()
    expect(await store.searchText("ferry", 5)).toEqual([])
  })

  promise("search finds words whatever their accents, and takes no query language", async store => {
    const { report, reading } = sampleReport("a", "The café by the harbour was closed.")
    await store.putReport(report, reading)
    expect((await store.searchText("CAFE harbour", 5)).map(found => found.reportId)).toEqual(["a"])
    expect(await store.searchText('"harbour" NOT café', 5)).toEqual([])
    expect(await store.searchText("* OR (", 5)).toEqual([])
    expect(await store.searchText("", 5)).toEqual([])
  })

  promise("decisions come back in the order of adding", async store => {
    const decisions: Decision[] = ["2", "1"].map(id => ({
      id,
      decidedAt: "2031-05-09T00:00:00Z",
      by: "ana",
      action: "reject",
      subject: `item ${id}`,
      value: { note: id },
    }))
    for (const decision of decisions) await store.addDecision(decision)
    expect(await store.decisions()).toEqual(decisions)
  })

  promise("gives back what was kept, and the newest under a key", async store => {
    expect(await store.kept("one")).toBeUndefined()
    await store.keep([
      { key: "one", bytes: Uint8Array.of(1, 0, 255) },
      { key: "two", bytes: new Uint8Array() },
    ])
    await store.keep([{ key: "two", bytes: Uint8Array.of(2) }])
    expect(await store.kept("one")).toEqual(Uint8Array.of(1, 0, 255))
    expect(await store.kept("two")).toEqual(Uint8Array.of(2))
  })

  promise("finds what is kept by how its key begins, and forgets it", async store => {
    const bytes = Uint8Array.of(1)
    await store.keep(["case:b", "case:a", "case_", "draft:a"].map(key => ({ key, bytes })))
    expect(await store.keptKeys("case:")).toEqual(["case:a", "case:b"])
    expect(await store.keptKeys("case_")).toEqual(["case_"])
    await store.forget(["case:a", "absent"])
    expect(await store.keptKeys("")).toEqual(["case:b", "case_", "draft:a"])
    expect(await store.kept("case:a")).toBeUndefined()
  })

  promise("what is kept is no part of the case", async store => {
    const { report, reading } = sampleReport("a")
    await store.putReport(report, reading)
    await store.keep([{ key: "case", bytes: Uint8Array.of(1) }])
    expect(await store.reportIds()).toEqual(["a"])
    expect(await store.searchText("case", 5)).toEqual([])
  })
}
