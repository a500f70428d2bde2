import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { beforeAll, expect, test } from "vitest"
import type { Services } from "../src/cli/services.ts"
import { openCase } from "../src/store/sqlite/open-case.ts"
import { heed, scratchFolder } from "./doors/fake-door.ts"

const folder = scratchFolder()
const reports = join(folder, "reports")
beforeAll(() => {
  mkdirSync(reports)
  writeFileSync(join(reports, "a.txt"), "A blast\n\nThe bomb killed 9 people.")
  writeFileSync(join(reports, "b.txt"), "Toll rises\n\nThe bomb killed 17 people.")
})

/** Opens, waits for the imports, and interrupts. */
async function opened(argv: readonly string[]) {
  const controller = new AbortController()
  const browsed: string[] = []
  let isClosed = false
  const serve: Services["serve"] = async ({ imports }) => {
    const watch = setInterval(() => {
      if (imports.list().some(({ state }) => state === "running" || state === "waiting")) return
      clearInterval(watch)
      controller.abort()
    }, 20)
    return {
      url: "http://127.0.0.1:4110/?token=x",
      close: async () => {
        isClosed = true
      },
    }
  }
  const run = await heed(["open", ...argv], {
    signal: controller.signal,
    services: {
      serve,
      openBrowser: async url => void browsed.push(url),
      // As if the scratch folder were the working folder.
      openCase: (path, how) => openCase(resolve(folder, path), how),
    },
  })
  return { ...run, browsed, isClosed }
}

async function heldIn(path: string): Promise<number> {
  const store = await openCase(join(folder, path))
  const ids = await store.reportIds()
  await store.close()
  return ids.length
}

test("a folder is kept in a case of its name in the working folder, filled while it is shown", async () => {
  const { code, out, err, browsed, isClosed } = await opened([reports])
  expect({ code, isClosed }).toEqual({ code: 0, isClosed: true })
  expect(out).toBe("reports.heed is open at http://127.0.0.1:4110/add?token=x\nCtrl-C ends it.\n")
  expect(err).toContain("added 2 reports")
  expect(browsed).toEqual(["http://127.0.0.1:4110/add?token=x"])
  expect(await heldIn("reports.heed")).toBe(2)
})

test("opened again, it is shown at once and takes what is new", async () => {
  writeFileSync(join(reports, "c.txt"), "Port closed\n\nThe bomb killed 18 people.")
  const { out, err } = await opened([reports])
  expect(out).toContain("open at http://127.0.0.1:4110/?token=x")
  expect(err).toContain("added 1 report; 2 were there already")
})

test("reports named after a case go into it", async () => {
  await opened(["story.heed", join(reports, "a.txt")])
  expect(await heldIn("story.heed")).toBe(1)
})

test("a file's case has its name without the ending", async () => {
  await opened([join(reports, "a.txt"), "--no-browser"])
  expect(await heldIn("a.heed")).toBe(1)
})

test("what leads nowhere makes no case", async () => {
  expect(await opened(["nowhere"])).toMatchObject({ code: 66, err: expect.stringContaining("nowhere is not there") })
  expect(existsSync(join(folder, "nowhere.heed"))).toBe(false)
})

test("wrong arguments are told", async () => {
  expect(await opened([reports, "story.heed"])).toMatchObject({
    code: 64,
    err: expect.stringContaining("one case file"),
  })
  expect(await opened(["-"])).toMatchObject({ code: 64, err: expect.stringContaining("standard input") })
  for (const port of ["x", "-1", "65536", "1.5", " "])
    expect(await opened(["--port", port]), port).toMatchObject({ code: 64, err: expect.stringContaining("no port") })
})

test("a file that is no case is told, and not touched", async () => {
  writeFileSync(join(folder, "fake.heed"), "words")
  expect(await opened(["fake.heed"])).toMatchObject({ code: 65, err: expect.stringContaining("no case file") })
})
