import { afterAll, beforeAll, expect, test } from "vitest"
import { openDoor, type TestDoor } from "./doors/api-door.ts"

let door: TestDoor
beforeAll(async () => {
  door = await openDoor()
  await door.add({ text: "A blast\n\nThe bomb killed 9 people." })
})
afterAll(() => door.close())

test.each([
  ["json", "application/json; charset=utf-8", "heed-casefile/1"],
  ["md", "text/markdown; charset=utf-8", "# "],
  ["html", "text/html; charset=utf-8", "<!doctype html>"],
])("the case as a file: %s", async (format, type, begin) => {
  const answer = await door.ask(`/api/export?format=${format}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toBe(type)
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="harbour.${format}"; filename*=UTF-8''harbour.${format}`,
  )
  expect(await answer.text()).toContain(begin)
})

test("a day is in the name of the file, and an unknown incident or format is told", async () => {
  const early = await door.ask("/api/export?format=md&asOf=2031-05")
  expect(early.headers.get("content-disposition")).toContain('filename="harbour-2031-05-31.md"')
  expect((await door.ask("/api/export?incident=nowhere")).status).toBe(404)
  expect((await door.ask("/api/export?format=doc")).status).toBe(400)
})
