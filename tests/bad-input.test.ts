import { spawn } from "node:child_process"
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { beforeAll, expect, test } from "vitest"
import type { CollectReports } from "../src/app/intake.ts"
import { readerOf } from "../src/app/reader.ts"
import { writeWholeFile } from "../src/cli/write-file.ts"
import { HeedError } from "../src/core/error.ts"
import { readJsonLine } from "../src/intake/read-json-line.ts"
import { openCase } from "../src/store/sqlite/open-case.ts"
import { heed, scratchFolder } from "./doors/fake-door.ts"
import { fakeEngine } from "./doors/fake-engine.ts"

const folder = scratchFolder()
const reports = join(folder, "reports")
const good = (number: number) =>
  `Report ${number}\n\nPublished: 2031-05-0${(number % 9) + 1}\n\nA bomb killed ${number} people.`

beforeAll(() => {
  mkdirSync(reports)
  for (let number = 1; number <= 12; number++) writeFileSync(join(reports, `r${number}.txt`), good(number))
})

const inCase = async (path: string) => (JSON.parse((await heed(["reports", path, "--json"])).out) as unknown[]).length

test("an empty file is no report: it is told, and does not count among those that are kept", async () => {
  const path = join(folder, "empty.txt")
  writeFileSync(path, "")
  const alone = await heed(["read", path])
  expect({ code: alone.code, out: alone.out }).toEqual({ code: 65, out: "" })
  expect(alone.err).toMatch(/no text/)
  const kept = join(folder, "kept.txt")
  writeFileSync(kept, good(7))
  const { code, out, err } = await heed(["add", join(folder, "empty.heed"), path, kept])
  expect(code).toBe(65)
  expect(err).toMatch(/empty\.txt.*no text/)
  expect(out + err).toMatch(/holds 1 now/)
})

test("binary data, a picture, a file that is too large: one line each, and a code", async () => {
  const binary = join(folder, "data")
  writeFileSync(binary, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]))
  const picture = join(folder, "photo.jpg")
  writeFileSync(picture, Buffer.from([0xff, 0xd8, 0xff]))
  const large = join(folder, "large.txt")
  const file = openSync(large, "w")
  ftruncateSync(file, 200 * 1024 * 1024)
  closeSync(file)
  for (const [path, says] of [
    [binary, /text or HTML was expected/],
    [picture, /was expected/],
    [large, /at most 67108864 bytes was expected/],
  ] as const) {
    const { code, out, err } = await heed(["read", path])
    expect({ path, code, out }).toEqual({ path, code: 65, out: "" })
    expect(err).toMatch(says)
    expect(err.trim().split("\n")).toHaveLength(1)
  }
})

test("truncated UTF-8 and an unknown encoding are read as far as can be", async () => {
  const truncated = join(folder, "truncated.txt")
  writeFileSync(truncated, Buffer.concat([Buffer.from(good(3)), Buffer.from([0xe2, 0x80])]))
  const { code, out } = await heed(["brief", truncated])
  expect(code).toBe(0)
  expect(out).toContain("killed 3")
})

test("a folder with broken files among good ones: the good are kept, each broken one is named once", async () => {
  const mixed = join(folder, "mixed")
  mkdirSync(mixed)
  for (let number = 1; number <= 17; number++)
    writeFileSync(join(mixed, `r${String(number).padStart(2, "0")}.txt`), good(number))
  writeFileSync(join(mixed, "r05.txt"), Buffer.from([0, 1, 2, 3]))
  writeFileSync(join(mixed, "r09.txt"), "A title\n\n\u0000CRASH")
  const locked = join(mixed, "r11.txt")
  chmodSync(locked, 0o000)
  const path = join(folder, "mixed.heed")
  const { code, out, err } = await heed(["add", path, mixed])
  // Whoever is root may read what is locked, and a file of four control characters is text to some.
  const kept = await inCase(path)
  expect(code).toBe(65)
  expect(kept).toBeGreaterThanOrEqual(15)
  expect(out).toContain(`it holds ${kept} now`)
  expect(err).toMatch(/r09\.txt could not be read: .+ This is a fault of Heed/)
})

test("a file that goes away while the folder is read leaves the others", async () => {
  const vanishing: CollectReports = async function* (paths) {
    yield { raw: { bytes: new TextEncoder().encode(good(1)), file: "r1.txt" } }
    yield { problem: { code: "missing-file", file: "r2.txt", message: `${paths[0]}/r2.txt is not there (any more)` } }
    yield { raw: { bytes: new TextEncoder().encode(good(3)), file: "r3.txt" } }
  }
  const path = join(folder, "vanishing.heed")
  const { code, out, err } = await heed(["add", path, reports], { services: { collectReports: vanishing } })
  expect({ code, err }).toEqual({ code: 65, err: `${reports}/r2.txt is not there (any more)\n` })
  expect(out).toContain("added 2 reports")
})

test("the same bytes under two names count once, and that is told", async () => {
  const twins = join(folder, "twins")
  mkdirSync(twins)
  writeFileSync(join(twins, "a.txt"), good(4))
  writeFileSync(join(twins, "b.txt"), good(4))
  const path = join(folder, "twins.heed")
  const { code, err } = await heed(["add", path, twins])
  expect(code).toBe(0)
  expect(err).toMatch(/b\.txt has the same bytes as a report named before it; it counts once/)
  expect(await inCase(path)).toBe(1)
})

test("the same bytes from two publishers are two reports; adding them again changes nothing, in an older case neither", async () => {
  const lines = ["Sella Post", "Varn Star"].map(publisher =>
    JSON.stringify({ text: good(5), publisher, url: `https://${publisher.replace(" ", "-").toLowerCase()}.example/5` }),
  )
  const file = join(folder, "houses.jsonl")
  writeFileSync(file, [...lines, lines[0]].join("\n"))
  const path = join(folder, "houses.heed")
  const { code, err } = await heed(["add", path, file])
  expect(code).toBe(0)
  expect(err).toMatch(/houses\.jsonl#3 has the same bytes as a report named before it/)
  expect((await heed(["add", path, file])).out).toMatch(/added 0 reports/)
  expect(await inCase(path)).toBe(2)
  // Before ids told houses apart, the first of them was kept under the hash of its bytes.
  const older = join(folder, "older.heed")
  const store = await openCase(older, { create: true })
  const raw = readJsonLine(lines[0]!, "houses.jsonl#1")
  if (typeof raw === "string") throw new Error(raw)
  const { id: _, ...before } = raw
  const reading = fakeEngine().read(before)
  await store.putReport({ ...before, id: reading.report.id }, reading)
  await store.close()
  expect((await heed(["add", older, file])).out).toMatch(/added 1 report\b/)
  expect(await inCase(older)).toBe(2)
})

test("what was stated differently for a report in the case is told, not lost in silence", async () => {
  const path = join(folder, "stated.heed")
  const file = join(reports, "r1.txt")
  await heed(["add", path, file, "--published", "2031-06-01"])
  const { code, err } = await heed(["add", path, file, "--published", "2031-07-01"])
  expect(code).toBe(0)
  expect(err).toMatch(/keeps what was stated then; to state it anew, remove report [0-9a-f]{16}/)
})

test("interrupted in the middle: what is done is kept, the message says how many, and adding goes on there", async () => {
  const path = join(folder, "interrupted.heed")
  const controller = new AbortController()
  const engine = fakeEngine()
  let read = 0
  const stopping: typeof engine = {
    ...engine,
    read(raw) {
      read++
      if (read === 5) controller.abort()
      return engine.read(raw)
    },
  }
  const { code, err } = await heed(["add", path, reports], { engine: stopping, signal: controller.signal })
  expect(code).toBe(130)
  expect(err).toMatch(/^heed: interrupted: 5 reports added to .+ before that are kept; add again to go on\n$/)
  expect(await inCase(path)).toBe(5)
  read = 0
  const again = await heed(["add", path, reports], { engine: { ...stopping, read: raw => engine.read(raw) } })
  expect(again.out).toContain("added 7 reports")
  expect(await inCase(path)).toBe(12)
})

test("interrupted while a brief is read: nothing is printed, and the code says so", async () => {
  const controller = new AbortController()
  controller.abort()
  const { code, out } = await heed(["brief", reports], { signal: controller.signal })
  expect({ code, out }).toEqual({ code: 130, out: "" })
})

test("a disk that is full in the middle of adding: clear words, what was added before is kept", async () => {
  const path = join(folder, "full.heed")
  const noise = join(folder, "noise")
  mkdirSync(noise)
  let seed = 7
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed.toString(36)
  }
  for (let number = 1; number <= 6; number++)
    writeFileSync(join(noise, `n${number}.txt`), `${good(number)}\n\n${Array.from({ length: 8000 }, random).join(" ")}`)
  const { code, err } = await heed(["add", path, noise], {
    services: { openCase: (file, options) => openCase(file, { ...options, maxPages: 120 }) },
  })
  expect(code).toBe(75)
  expect(err).toMatch(/^heed: .+ the disk is full.+\(\d reports? added to .+ kept\)\n$/)
  const kept = await inCase(path)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(6)
})

test("two adds at the same time both end well", async () => {
  const path = join(folder, "both.heed")
  const runs = await Promise.all([heed(["add", path, reports]), heed(["add", path, reports])])
  expect(runs.map(({ code, err }) => ({ code, err }))).toEqual([
    { code: 0, err: "" },
    { code: 0, err: "" },
  ])
  expect(await inCase(path)).toBe(12)
})

test("a case of a newer Heed is refused and left as it was", async () => {
  const path = join(folder, "newer.heed")
  await heed(["add", path, join(reports, "r1.txt")])
  const database = new DatabaseSync(path)
  database.exec("pragma user_version = 999; pragma wal_checkpoint(truncate)")
  database.close()
  const before = readFileSync(path)
  const { code, err } = await heed(["brief", path])
  expect(code).toBe(78)
  expect(err).toMatch(/written by a newer Heed/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test("a file that only calls itself a case is refused", async () => {
  const path = join(folder, "not.heed")
  writeFileSync(path, "hello")
  expect(await heed(["brief", path])).toMatchObject({ code: 65, out: "" })
  expect(await heed(["add", path, reports])).toMatchObject({ code: 65, out: "" })
  expect(readFileSync(path, "utf8")).toBe("hello")
})

test("an empty folder makes no empty brief", async () => {
  const path = join(folder, "nothing")
  mkdirSync(path)
  expect(await heed(["brief", path])).toMatchObject({ code: 66, out: "" })
})

test("a file is written whole or not at all", async () => {
  const path = join(folder, "out", "new", "sheet.html")
  writeWholeFile(path, "x")
  expect(readFileSync(path, "utf8")).toBe("x")
  expect(() => writeWholeFile(join(path, "y"), "x")).toThrow(expect.objectContaining({ code: "bad-request" }))
  expect(() => writeWholeFile(join(folder, "out"), "x")).toThrow(expect.objectContaining({ code: "bad-request" }))
  if (existsSync("/dev/full"))
    expect(() => writeWholeFile("/dev/full", "x")).toThrow(expect.objectContaining({ code: "unavailable" }))
  const kept = join(folder, "kept.html")
  writeFileSync(kept, "old")
  writeWholeFile(kept, "new")
  expect(readFileSync(kept, "utf8")).toBe("new")
  expect(readdirSync(folder).filter(name => name.endsWith(".part"))).toEqual([])
})

test("an error of the store ends adding with its own code", async () => {
  const engine = fakeEngine()
  const failing = async (path: string, options: { create?: boolean }) => {
    const store = await openCase(path, options)
    return {
      ...store,
      putReport: async () => {
        throw new HeedError("unavailable", "the disk reports an error")
      },
    }
  }
  const path = join(folder, "failing.heed")
  const { code, err } = await heed(["add", path, reports], {
    services: { openCase: failing, reader: async () => readerOf(engine) },
  })
  expect(code).toBe(75)
  expect(err).toContain("the disk reports an error (nothing was added before that)")
})

test("a closed pipe ends quietly", async () => {
  const heedJs = join(import.meta.dirname, "../src/cli/heed.js")
  const child = spawn("sh", ["-c", '"$0" "$1" --help | head -c 10; exit 0', process.execPath, heedJs])
  let err = ""
  child.stderr.on("data", data => {
    err += data
  })
  await new Promise(resolve => child.on("close", resolve))
  expect(err).toBe("")
})
