import { expect, test } from "vitest"
import type { Collected } from "./read-file.ts"
import { pastedReport, receivedReports } from "./received-reports.ts"

const file = (name: string, content: string | Uint8Array = "words", size?: number) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  return { name, size: size ?? bytes.length, bytes: async () => bytes }
}

async function names(...files: ReturnType<typeof file>[]): Promise<string[]> {
  const all: Collected[] = []
  for await (const collected of receivedReports(files)) all.push(collected)
  return all.map(one => ("raw" in one ? one.raw.file! : `${one.problem.code}: ${one.problem.file}`))
}

test("a dropped folder is read as a folder on disk is", async () => {
  const files = [
    file("news/b.txt"),
    file("news/a.html"),
    file("news/a_files/style.txt"),
    file("news/.DS_Store"),
    file("news/README.md"),
    file("news/old/c.txt"),
    file("news/photo.jpg"),
  ]
  expect(await names(...files)).toEqual(["news/a.html", "news/b.txt", "news/old/c.txt", "skipped-file: news/photo.jpg"])
})

test("a README dropped alone is meant", async () => {
  expect(await names(file("README.md"))).toEqual(["README.md"])
})

test("a name is a label: nothing in it leads anywhere", async () => {
  expect(await names(file("../../etc/passwd"))).toEqual(["etc/passwd"])
  expect(await names(file("C:\\news\\a.txt"))).toEqual(["C:/news/a.txt"])
  expect(await names(file("///"))).toEqual(["unnamed file"])
  const script = "<script>alert(1)</script>\u202Etxt.exe"
  expect(await names(file(script))).toEqual([`skipped-file: ${script}`])
  expect((await names(file(`${"x".repeat(2_000)}.txt`)))[0]).toHaveLength(500)
})

test("each line of a JSONL file is a report or a problem", async () => {
  const lines = `{"text":"One.","publisher":"Sella Post"}\nnonsense\n{"html":"<p>Two.</p>"}`
  expect(await names(file("all.jsonl", lines))).toEqual(["all.jsonl#1", "bad-line: all.jsonl#2", "all.jsonl#3"])
  expect(receivedReports.namesOf([file("all.jsonl"), file("a.txt")])).toEqual(["a.txt"])
})

test("what is too large or holds no words is told", async () => {
  expect(await names(file("big.txt", "x", 65 * 1024 * 1024))).toEqual(["too-large: big.txt"])
  expect(await names(file("program", new Uint8Array([1, 0, 2])))).toEqual(["skipped-file: program"])
})

test("pasted words keep what is stated of them, and a title is part of the report", () => {
  const pasted = pastedReport({
    text: "A bomb killed 9.",
    title: "Blast",
    publisher: "Sella Post",
    published: "2031-05",
  })
  if (!("raw" in pasted)) throw new Error(pasted.problem.message)
  expect(new TextDecoder().decode(pasted.raw.bytes)).toBe("Blast\n\nA bomb killed 9.")
  expect(pasted.raw).toMatchObject({
    contentType: "text/plain; charset=utf-8",
    stated: { title: "Blast", publisher: "Sella Post", published: "2031-05" },
  })
  expect(pastedReport({})).toMatchObject({ problem: { code: "bad-line" } })
})
