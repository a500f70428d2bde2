import assert from "node:assert/strict"
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, test } from "vitest"
import { HeedError } from "../core/error.ts"
import { type CollectOptions, collectReports } from "./collect-reports.ts"
import type { Collected } from "./read-file.ts"

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "heed-intake-"))
})
afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

async function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, name, file)
    await mkdir(join(path, ".."), { recursive: true })
    await writeFile(path, content)
  }
  return join(root, name)
}

async function collect(paths: readonly string[], options?: CollectOptions): Promise<Collected[]> {
  const all: Collected[] = []
  for await (const collected of collectReports(paths, options)) all.push(collected)
  return all
}

/** "a.txt" for a report, "too-large: a.txt" for a problem. */
function names(all: readonly Collected[]): string[] {
  return all.map(collected =>
    "raw" in collected ? (collected.raw.file ?? "-") : `${collected.problem.code}: ${collected.problem.file}`,
  )
}

describe("collectReports", () => {
  test("reads folders to the bottom, sorted, without hidden files, case files, pages about the folder and the folders of saved pages", async () => {
    const path = await folder("sorted", {
      "b.txt": "b",
      "a.html": "<p>a</p>",
      "sub/c.md": "c",
      "sub/.hidden.txt": "x",
      ".git/d.txt": "x",
      "old.heed": "x",
      "old.heed-wal": "x",
      "a_files/e.txt": "x",
      "README.md": "about this folder",
      "sub/LICENSE": "x",
      noending: "text",
      "Z.TXT": "z",
    })
    assert.deepEqual(names(await collect([path])), ["Z.TXT", "a.html", "b.txt", "noending", "sub/c.md"])
  })

  test("a file named by the user is called by its last part", async () => {
    const path = await folder("single", { "deep/report.txt": "text" })
    const [only] = await collect([join(path, "deep/report.txt")])
    assert.ok(only && "raw" in only)
    assert.equal(only.raw.file, "report.txt")
    assert.equal(new TextDecoder().decode(only.raw.bytes), "text")
  })

  test("what cannot be a report gives a problem in its place and the rest goes on", async () => {
    const path = await folder("mixed", {
      "1.txt": "good",
      "2.pdf": "%PDF-1.7",
      "3.dat": Uint8Array.of(1, 0, 2, 0),
      "5.txt": "good",
    })
    await symlink(join(path, "nowhere.txt"), join(path, "4.txt"))
    assert.deepEqual(names(await collect([path])), [
      "1.txt",
      "skipped-file: 2.pdf",
      "skipped-file: 3.dat",
      "missing-file: 4.txt",
      "5.txt",
    ])
  })

  test("a file over the limit is not read", async () => {
    const path = await folder("large", { "small.txt": "x", "z.txt": "x" })
    await truncate(join(path, "z.txt"), 200 * 1024 * 1024)
    const [first, second] = await collect([path])
    assert.ok(first && "raw" in first)
    assert.ok(second && "problem" in second)
    assert.match(second.problem.message, /209715200 bytes.*67108864/)
  })

  test("links that lead in a circle end", async () => {
    const path = await folder("circle", { "a/report.txt": "x" })
    await symlink(path, join(path, "a/back"))
    await symlink(join(path, "self"), join(path, "self"))
    assert.deepEqual(names(await collect([path])), ["a/report.txt", "unreadable-file: self"])
  })

  test("a path that is not there, and a folder without reports, are told", async () => {
    const path = await folder("empty", { ".keep": "" })
    const missing = join(root, "missing.txt")
    assert.deepEqual(names(await collect([missing, path])), [`missing-file: ${missing}`, `empty-folder: ${path}`])
  })

  test("a file that vanishes between listing and reading gives a problem", async () => {
    const path = await folder("vanish", { "a.txt": "a", "b.txt": "b", "c.txt": "c" })
    const seen: Collected[] = []
    for await (const collected of collectReports([path])) {
      seen.push(collected)
      if (seen.length === 1) await rm(join(path, "b.txt"))
    }
    assert.deepEqual(names(seen), ["a.txt", "missing-file: b.txt", "c.txt"])
  })

  test.skipIf(process.getuid?.() === 0)(
    "a file without read permission gives a problem (not run as root, who may read all)",
    async () => {
      const path = await folder("locked", { "a.txt": "a" })
      await chmod(join(path, "a.txt"), 0o000)
      assert.deepEqual(names(await collect([path])), ["unreadable-file: a.txt"])
    },
  )

  test("two thousand files of which three are broken give 1,997 reports and three problems", async () => {
    const path = join(root, "many")
    await mkdir(path)
    const all5 = Array.from({ length: 2_000 }, (_, index) => String(index).padStart(5, "0"))
    await Promise.all(all5.map(name => writeFile(join(path, `${name}.txt`), `report ${name}`)))
    for (const broken of ["00007", "01000", "01999"]) {
      await rm(join(path, `${broken}.txt`))
      await symlink("gone", join(path, `${broken}.txt`))
    }
    let last = 0
    const all = await collect([path], {
      onProgress: ({ done }) => {
        last = done
      },
    })
    assert.equal(all.length, 2_000)
    assert.equal(last, 2_000)
    assert.deepEqual(
      names(all).filter(name => name.includes(":")),
      ["00007", "01000", "01999"].map(name => `missing-file: ${name}.txt`),
    )
  })

  test("standard input is one report; too much of it is a problem", async () => {
    const stdin = async function* () {
      yield "Port "
      yield new TextEncoder().encode("closed")
    }
    const [only] = await collect(["-"], { stdin: stdin() })
    assert.ok(only && "raw" in only)
    assert.equal(new TextDecoder().decode(only.raw.bytes), "Port closed")
    assert.deepEqual(names(await collect(["-"], { stdin: stdin(), maxBytes: 5 })), ["too-large: -"])
  })

  test("a .jsonl file holds a report a line; a broken line is told and passed", async () => {
    const lines = [
      JSON.stringify({
        text: "The port was closed.",
        title: "Port closed",
        publisher: "Sella Post",
        published: "2031-05-03",
        url: "https://sella.example/1",
      }),
      "{ broken",
      JSON.stringify({ title: "no text" }),
      "",
      JSON.stringify({ html: "<p>Hello</p>" }),
    ]
    const path = await folder("lines", { "r.jsonl": lines.join("\n") })
    const all = await collect([path])
    assert.deepEqual(names(all), ["r.jsonl#1", "bad-line: r.jsonl#2", "bad-line: r.jsonl#3", "r.jsonl#5"])
    const first = all[0]!
    assert.ok("raw" in first)
    assert.equal(new TextDecoder().decode(first.raw.bytes), "Port closed\n\nThe port was closed.")
    assert.deepEqual(first.raw.stated, { title: "Port closed", publisher: "Sella Post", published: "2031-05-03" })
  })

  test("cancelling throws HeedError cancelled", async () => {
    const path = await folder("cancel", { "a.txt": "a", "b.txt": "b" })
    const controller = new AbortController()
    const seen: Collected[] = []
    await assert.rejects(
      async () => {
        for await (const collected of collectReports([path], { signal: controller.signal })) {
          seen.push(collected)
          controller.abort()
        }
      },
      (error: unknown) => error instanceof HeedError && error.code === "cancelled",
    )
    assert.equal(seen.length, 1)
  })
})
