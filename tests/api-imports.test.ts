import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import type { DoorEvent } from "../src/api/case-events.ts"
import type { ImportSummary } from "../src/app/imports/import-view.ts"
import { openDoor, type TestDoor } from "./doors/api-door.ts"

const first = "A blast\n\nPublished: 2031-05-04\n\nThe bomb killed 9 people."
const second = "Toll rises\n\nPublished: 2031-05-06\n\nThe bomb killed 17 people."

async function begin(answer: Promise<Response>): Promise<ImportSummary> {
  const response = await answer
  expect(response.status).toBe(200)
  return (await response.json()) as ImportSummary
}

const toll = async ({ behind }: TestDoor) =>
  (await behind.service.index()).caseFile.incidents[0]?.facts[0]?.positions.map(
    ({ value }) => "text" in value && value.text,
  )

test("a report that is added changes a toll, undo changes it back, and the log tells of each", async () => {
  const door = await openDoor()
  await door.add({ text: first })
  expect(await toll(door)).toEqual(["9"])
  const { id } = await begin(door.post("/api/imports/texts", { texts: [{ text: second, title: "The toll" }] }))
  expect(await door.through(id)).toMatchObject({ what: "The toll", message: "added 1 report" })
  expect((await toll(door))?.toSorted()).toEqual(["17", "9"])
  await begin(door.post(`/api/imports/${id}/undo`, {}))
  expect(await door.through(id)).toMatchObject({ state: "undone", message: "took 1 report out again" })
  expect(await toll(door)).toEqual(["9"])
  await begin(door.post(`/api/imports/${id}/redo`, {}))
  await door.through(id)
  expect((await toll(door))?.toSorted()).toEqual(["17", "9"])
  expect(await (await door.ask("/api/imports")).json()).toHaveLength(2)
})

test("dropped files keep the names of their folders, and what is stated of them wins", async () => {
  const door = await openDoor()
  const form = new FormData()
  form.append("files", new File([first], "news/a.txt"), "news/a.txt")
  form.append("files", new File(["x"], "news/photo.jpg"), "news/photo.jpg")
  form.append("publisher", "Sella Post")
  form.append("published", "2031-05-05")
  form.append("title", "")
  const { id } = await begin(door.ask("/api/imports/files", { method: "POST", body: form }))
  const done = await door.through(id)
  expect(done.items).toMatchObject([
    { name: "news/a.txt", state: "added", title: "A blast" },
    { name: "news/photo.jpg", state: "problem" },
  ])
  expect(done.problems).toMatchObject([{ code: "skipped-file", isLoss: false }])
  const [report] = (await door.behind.service.index()).caseFile.reports
  expect(report).toMatchObject({ publisher: "Sella Post", published: { edtf: "2031-05-05" } })
})

test("a report that is removed is brought back by undo", async () => {
  const door = await openDoor()
  await door.add({ text: first })
  const reports = await door.behind.service.store.reportIds()
  const { id } = await begin(door.post("/api/reports/remove", { reports }))
  await door.through(id)
  expect(await toll(door)).toBeUndefined()
  await begin(door.post(`/api/imports/${id}/undo`, {}))
  await door.through(id)
  expect(await toll(door)).toEqual(["9"])
})

test("the date of a report that has none is stated, shown and taken back", async () => {
  const door = await openDoor()
  await door.add({ text: "A blast\n\nThe bomb killed 9 people." })
  const [report] = await door.behind.service.store.reportIds()
  const published = async () => (await door.behind.service.index()).caseFile.reports[0]?.published?.edtf
  expect(await published()).toBeUndefined()
  expect((await door.post(`/api/reports/${report}/state`, {})).status).toBe(400)
  expect((await door.post(`/api/reports/${report}/state`, { published: "yesterday" })).status).toBe(400)
  expect((await door.post("/api/reports/none/state", { published: "2031-05-04" })).status).toBe(404)
  const { id } = await begin(door.post(`/api/reports/${report}/state`, { published: "2031-05-04" }))
  expect(await door.through(id)).toMatchObject({ kind: "state", state: "done" })
  expect(await published()).toBe("2031-05-04")
  await begin(door.post(`/api/imports/${id}/undo`, {}))
  await door.through(id)
  expect(await published()).toBeUndefined()
})

test("hostile words come back as words, in JSON", async () => {
  const door = await openDoor()
  const script = "</script><script>alert(1)</script>\u202Egnp.txt"
  await door.add({ text: `${script}\n\nThe bomb killed 9 people.`, title: script, publisher: script })
  const answer = await door.ask("/api/report-heads")
  expect(answer.headers.get("content-type")).toContain("application/json")
  expect(await answer.json()).toMatchObject([{ title: script, publisher: script }])
  expect((await door.post("/api/imports/texts", { texts: [{ text: "x", url: "javascript:alert(1)" }] })).status).toBe(
    400,
  )
})

test("addresses are fetched when they are asked for, and this machine only when that is meant", async () => {
  const site = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/plain" }).end(first))
  await new Promise<void>(done => site.listen(0, "127.0.0.1", done))
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/story`
  const door = await openDoor()
  const refused = await begin(door.post("/api/imports/addresses", { addresses: [address] }))
  expect(await door.through(refused.id)).toMatchObject({
    message: "no new report; 1 could not be read",
    problems: [{ code: "private-address", file: address }],
  })
  const { id } = await begin(door.post("/api/imports/addresses", { addresses: [address], allowPrivate: true }))
  expect(await door.through(id)).toMatchObject({
    what: address,
    message: "added 1 report",
    items: [{ name: address, state: "added" }],
  })
  site.close()
})

/** Reads events until one of them is wanted, then hangs up. */
async function heard(door: TestDoor, until: (event: DoorEvent) => boolean, headers: Record<string, string> = {}) {
  const controller = new AbortController()
  const answer = await door.ask("/api/events", { headers, signal: controller.signal })
  expect(answer.headers.get("content-type")).toContain("text/event-stream")
  const events: { id: string; event: DoorEvent }[] = []
  let rest = ""
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split("\n\n")
    rest = blocks.pop()!
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map(line => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]))
      if (fields.has("data"))
        events.push({ id: fields.get("id")!, event: JSON.parse(fields.get("data")!) as DoorEvent })
    }
    if (events.some(({ event }) => until(event))) break
  }
  controller.abort()
  return events
}

const isDone = (event: DoorEvent) => event.kind === "import" && event.import.state === "done"

test("events tell how the case stands, each step of an import, and the new revision", async () => {
  const door = await openDoor()
  const hearing = heard(door, isDone)
  await door.add({ text: first })
  const events = (await hearing).map(({ event }) => event)
  expect(events[0]).toEqual({ kind: "changed", revision: 1 })
  expect(events.some(event => event.kind === "changed" && 1 < event.revision)).toBe(true)
  expect(events.at(-1)).toMatchObject({ kind: "import", import: { message: "added 1 report" } })
})

test("who comes back misses nothing; who comes from another run hears how things stand", async () => {
  const door = await openDoor()
  const [last] = await heard(door, () => true)
  await door.add({ text: first })
  const missed = await heard(door, isDone, { "last-event-id": last!.id })
  expect(missed.map(({ event }) => event.kind)).toContain("changed")
  const [stands] = await heard(door, () => true, { "last-event-id": "0123-7" })
  expect(stands!.event).toEqual({ kind: "changed", revision: door.behind.service.revision })
})

test("the streams end when the door closes", async () => {
  const door = await openDoor()
  const hearing = heard(door, () => false)
  setTimeout(() => door.close(), 20)
  expect(await hearing).toHaveLength(1)
})

test("a decision is written down, and what is shown is new", async () => {
  const door = await openDoor()
  await door.add({ text: first })
  const [incident] = (await door.behind.service.index()).caseFile.incidents
  const before = door.behind.service.revision
  const answer = await door.post("/api/decisions", { action: "accept", item: incident!.id, note: "as told" })
  const decision = (await answer.json()) as { id: string; revision: number }
  expect(decision.revision).toBeGreaterThan(before)
  expect(await door.behind.service.store.decisions()).toMatchObject([
    { action: "accept", by: "ana", subject: incident!.id },
  ])
})
