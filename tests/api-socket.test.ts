import { mkdirSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { connect } from "node:net"
import { networkInterfaces } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Served, serveCase } from "../src/api/serve.ts"
import { openDoor, type TestDoor } from "./doors/api-door.ts"
import { scratchFolder } from "./doors/fake-door.ts"

// The door on a real socket: what a browser, a program and a stranger get.

const web = join(scratchFolder(), "dist")
let door: TestDoor
let served: Served
let port: number
let token: string
beforeAll(async () => {
  mkdirSync(web)
  writeFileSync(join(web, "index.html"), `<meta name="csp-nonce" content="%NONCE%"><div id="root"></div>`)
  door = await openDoor()
  await door.add({ text: "A blast\n\nThe bomb killed 9 people." })
  served = await serveCase(door.behind, { port: 0, version: "0.0.0-test", web })
  const url = new URL(served.url)
  port = Number(url.port)
  token = url.searchParams.get("token")!
})
afterAll(async () => {
  await served.close()
  door.close()
})

/** An answer to a request made by hand, so that every header is ours. */
function asked(path: string, headers: Record<string, string>, at = port): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port: at, path, headers }, answer => {
      let body = ""
      answer.setEncoding("utf8")
      answer.on("data", (chunk: string) => {
        body += chunk
      })
      answer.on("end", () => resolve({ status: answer.statusCode!, body }))
    })
    asking.on("error", reject)
    asking.end()
  })
}

/** What comes back for these bytes. */
function answered(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let back = ""
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes))
    socket.setEncoding("utf8")
    socket.on("data", chunk => {
      back += chunk
    })
    socket.on("end", () => resolve(back))
    socket.on("error", reject)
  })
}

test("the printed address lets a browser in, once; then its cookie does", async () => {
  expect(token).toMatch(/^[\w-]{43}$/)
  const first = await fetch(served.url, { redirect: "manual" })
  expect(first.status).toBe(302)
  expect(first.headers.get("location")).toBe("/")
  const cookie = first.headers.get("set-cookie")!.split(";")[0]!
  expect(cookie).toBe(`heed-${port}=${token}`)
  const page = await fetch(`http://127.0.0.1:${port}/incidents`, { headers: { cookie } })
  expect(await page.text()).toContain('id="root"')
  const answer = await fetch(`http://127.0.0.1:${port}/api/case`, { headers: { cookie } })
  expect(await answer.json()).toMatchObject({ name: "harbour", counts: { reports: 1 } })
})

test("a stranger gets nothing: no token, another name, another machine", async () => {
  expect(await asked("/api/case", {})).toMatchObject({ status: 401 })
  const authorization = `Bearer ${token}`
  expect(await asked("/api/case", { authorization })).toMatchObject({ status: 200 })
  expect(await asked("/api/case", { authorization, host: `evil.example:${port}` })).toMatchObject({ status: 403 })
  expect(await asked(`http://evil.example/api/case`, { authorization })).toMatchObject({ status: 403 })
  const outer = Object.values(networkInterfaces())
    .flat()
    .find(one => one && !one.internal && one.family === "IPv4")
  if (!outer) return
  const reached = await new Promise(resolve => {
    const socket = connect(port, outer.address, () => resolve("reached"))
    socket.on("error", () => resolve("refused"))
  })
  expect(reached).toBe("refused")
})

test("what is no HTTP, or has headers without end, gets the one error shape", async () => {
  const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4)) as object
  const garbage = await answered("words\r\n\r\n")
  expect(garbage).toMatch(/^HTTP\/1\.1 400 /)
  expect(bodyOf(garbage)).toEqual({ error: { code: "bad-request", message: "this is no HTTP request" } })
  const long = await answered(`GET /${"x".repeat(40_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
  expect(long).toMatch(/^HTTP\/1\.1 431 /)
  expect(bodyOf(long)).toMatchObject({ error: { code: "too-large" } })
})

test("a body that is larger than it may be is refused while it comes", async () => {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
  const body = JSON.stringify({ action: "accept", item: "x".repeat(2_000_000) })
  const answer = await fetch(`http://127.0.0.1:${port}/api/decisions`, { method: "POST", headers, body })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ error: { code: "too-large" } })
})

test("a port that is taken is told in words", async () => {
  await expect(serveCase(door.behind, { port, version: "0.0.0-test", web })).rejects.toThrow(`port ${port} is taken`)
})

test("an app that is not built is told in words", async () => {
  const how = { port: 0, version: "0.0.0-test", web: join(web, "none") }
  await expect(serveCase(door.behind, how)).rejects.toThrow("not built")
})

test("closing ends the streams of events and frees the port", async () => {
  const other = await serveCase(door.behind, { port: 0, version: "0.0.0-test", web })
  const url = new URL(other.url)
  const headers = { authorization: `Bearer ${url.searchParams.get("token")}` }
  const stream = await fetch(`${url.origin}/api/events`, { headers })
  const reader = stream.body!.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('"kind":"changed"')
  await other.close()
  const end = await reader.read().then(
    ({ done }) => done,
    () => true,
  )
  expect(end).toBe(true)
  await expect(asked("/", {}, Number(url.port))).rejects.toThrow("ECONNREFUSED")
})
