import { gunzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { statuses } from "../src/api/errors.ts"
import { viewRoutes } from "../src/api/routes/index.ts"
import { openDoor, type TestDoor, token } from "./doors/api-door.ts"

let door: TestDoor
beforeAll(async () => {
  door = await openDoor()
  await door.add({ text: "A blast\n\nThe bomb killed 9 people." })
})
afterAll(() => door.close())

const bare = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  door.api.request(`http://127.0.0.1:4110${path}`, { ...init, headers })

/** "404 not-found"; an answer of another shape fails. */
async function errorOf(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer
  expect(response.headers.get("content-type")).toContain("application/json")
  const body = (await response.json()) as { error: { code: keyof typeof statuses; message: string } }
  expect(Object.keys(body)).toEqual(["error"])
  expect(Object.keys(body.error).sort()).toEqual(["code", "message"])
  expect(body.error.message.length).toBeGreaterThan(10)
  expect(response.status).toBe(statuses[body.error.code])
  return `${response.status} ${body.error.code}`
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Record<string, unknown> }
}

/** Every route by its description: the description cannot leave one out, as it is made from the routes. */
async function routes(): Promise<{ method: string; path: string; operation: Operation }[]> {
  const description = (await (await door.ask("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

const filled = (path: string, id: string) => path.replace(/\{\w+\}/g, encodeURIComponent(id))

describe("who may ask", () => {
  test("no route answers without the token, or with a wrong one", async () => {
    for (const { method, path } of [
      ...(await routes()),
      { method: "GET", path: "/" },
      { method: "GET", path: "/assets/main-1a2b.js" },
    ]) {
      const at = filled(path, "x")
      expect(await errorOf(bare(at, {}, { method })), at).toBe("401 no-token")
      for (const wrong of ["", "x", `${token}x`, token.slice(1)]) {
        expect(await errorOf(bare(at, { cookie: `heed-4110=${wrong}` }, { method })), at).toBe("401 no-token")
        expect(await errorOf(bare(at, { authorization: `Bearer ${wrong}` }, { method })), at).toBe("401 no-token")
        expect(await errorOf(bare(`${at}?token=${wrong}`, {}, { method })), at).toBe("401 no-token")
      }
    }
  })

  test("the token in the address becomes a cookie that no script reads, and the address is clean", async () => {
    const answer = await bare(`/incidents/1?asOf=2031-05-09&token=${token}`)
    expect(answer.status).toBe(302)
    expect(answer.headers.get("location")).toBe("/incidents/1?asOf=2031-05-09")
    expect(answer.headers.get("set-cookie")).toBe(`heed-4110=${token}; Path=/; HttpOnly; SameSite=Strict`)
  })

  test("a person without the token is told in a page; a program, in the one shape", async () => {
    const page = await bare("/incidents", { accept: "text/html,application/xhtml+xml,*/*;q=0.8" })
    expect(page.status).toBe(401)
    expect(page.headers.get("content-type")).toContain("text/html")
    expect(await page.text()).toContain("Open the one that the terminal shows")
    const hostile = await door.ask("/%3Cscript%3Ealert(1)%3C/script%3E.js", { headers: { accept: "text/html" } })
    expect(hostile.status).toBe(404)
    expect(await hostile.text()).not.toContain("<script>")
    expect(await errorOf(bare("/api/case", { accept: "text/html" }))).toBe("401 no-token")
  })

  test("a program shows the token as a bearer", async () => {
    expect((await bare("/api/case", { authorization: `Bearer ${token}` })).status).toBe(200)
  })

  test("the cookie of another port is another door's", async () => {
    expect(await errorOf(bare("/api/case", { cookie: `heed-4111=${token}` }))).toBe("401 no-token")
  })

  test("no route answers under another name of this machine", async () => {
    for (const { method, path } of await routes())
      for (const host of [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:4110",
        "192.168.1.5:4110",
        "[::2]",
        "",
      ])
        expect(
          await errorOf(bare(filled(path, "x"), { host, authorization: `Bearer ${token}` }, { method })),
          `${host} ${path}`,
        ).toBe("403 refused")
  })

  test("every name of loopback is served", async () => {
    for (const host of ["127.0.0.1:4110", "localhost:4110", "[::1]:4110", "LOCALHOST:4110"])
      expect((await bare("/api/case", { host, authorization: `Bearer ${token}` })).status, host).toBe(200)
  })

  test("no route answers a page of another site, or of another port of this machine", async () => {
    for (const { method, path } of await routes()) {
      const at = filled(path, "x")
      for (const origin of ["http://evil.example", "http://127.0.0.1:9999", "https://127.0.0.1:4110", "null"])
        expect(await errorOf(door.ask(at, { method, headers: { origin } })), `${origin} ${at}`).toBe("403 refused")
      for (const site of ["cross-site", "same-site"])
        expect(await errorOf(door.ask(at, { method, headers: { "sec-fetch-site": site } })), `${site} ${at}`).toBe(
          "403 refused",
        )
    }
  })

  test("a link to the app may be followed from anywhere; its data may not", async () => {
    const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }
    expect((await door.ask("/warnings", { headers: link })).status).toBe(200)
    expect(await errorOf(door.ask("/api/case", { headers: link }))).toBe("403 refused")
    expect(await errorOf(door.ask("/warnings", { headers: { ...link, "sec-fetch-dest": "iframe" } }))).toBe(
      "403 refused",
    )
  })

  test("a change by cookie says where it comes from", async () => {
    const cookie = `heed-4110=${token}`
    expect(await errorOf(bare("/api/imports/1/cancel", { cookie }, { method: "POST" }))).toBe("403 refused")
  })
})

describe("odd requests get the one error shape", () => {
  test("an address that is not there, and a method that it does not take", async () => {
    expect(await errorOf(door.ask("/api/nothing"))).toBe("404 not-found")
    expect(await errorOf(door.ask("/api/"))).toBe("404 not-found")
    for (const { method, path } of await routes())
      for (const other of ["DELETE", "PUT", "PATCH", "OPTIONS", ...(method === "GET" ? ["POST"] : [])])
        expect(await errorOf(door.ask(filled(path, "x"), { method: other })), `${other} ${path}`).toBe(
          "405 wrong-method",
        )
    expect(await errorOf(door.ask("/warnings", { method: "POST" }))).toBe("405 wrong-method")
  })

  test("an unknown id, on every route that takes one", async () => {
    const taking = (await routes()).filter(({ path }) => path.includes("{"))
    expect(taking.length).toBeGreaterThan(3)
    for (const { method, path } of taking)
      for (const id of [
        "x",
        "ffffffffffffffff",
        "../../etc/passwd",
        "a\u0000b",
        "<script>alert(1)</script>",
        "%",
        "x".repeat(5_000),
      ])
        expect(await errorOf(door.ask(filled(path, id), { method })), `${path} ${id.slice(0, 30)}`).toMatch(/^40[04] /)
  })

  test("odd query values, on every view", async () => {
    for (const { path } of viewRoutes) {
      const at = `/api${filled(path, "x")}`
      for (const query of [
        "asOf=soon",
        "asOf=",
        "asOf=2024-13-45",
        "policy=best",
        "policy=",
        "asOf=2024&asOf=2025",
        "asOf=%00",
      ])
        expect(await errorOf(door.ask(`${at}?${query}`)), `${at}?${query}`).toBe("400 bad-request")
    }
  })

  test("odd values of a view's own query are refused or understood, never a fault of ours", async () => {
    for (const { path, operation } of await routes()) {
      const own = (operation.parameters ?? []).filter(parameter => parameter.in === "query")
      for (const { name } of own)
        for (const value of [
          "",
          "-1",
          "1e9",
          "NaN",
          "9".repeat(400),
          "null",
          "[object Object]",
          "\u0000",
          "\u202e",
          "';--",
          "__proto__",
        ]) {
          const answer = await door.ask(`${filled(path, "x")}?${name}=${encodeURIComponent(value)}`)
          expect(answer.status, `${path}?${name}=${value}`).toBeLessThan(500)
        }
    }
  })

  test("a body that is no JSON, of another shape, or of another type, on every action", async () => {
    const taking = (await routes()).filter(({ operation }) => operation.requestBody?.content["application/json"])
    expect(taking.length).toBeGreaterThan(2)
    for (const { path } of taking) {
      const at = filled(path, "x")
      for (const body of ["", "{", "nonsense", "null", "[]", "3", '"x"', "{}", '{"__proto__":{}}', "\u0000"]) {
        const init = { method: "POST", headers: { "content-type": "application/json" }, body }
        expect(await errorOf(door.ask(at, init)), `${at} ${body}`).toBe("400 bad-request")
      }
      expect(await errorOf(door.ask(at, { method: "POST" })), at).toBe("400 bad-request")
      for (const type of ["text/plain", "application/x-www-form-urlencoded"])
        expect(await errorOf(door.ask(at, { method: "POST", headers: { "content-type": type }, body: "{}" })), at).toBe(
          "400 bad-request",
        )
    }
  })

  test("a form that is none, or without files", async () => {
    const at = "/api/imports/files"
    const type = "multipart/form-data; boundary=x"
    for (const body of [
      "",
      "nonsense",
      "--x--\r\n",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
    ])
      expect(await errorOf(door.ask(at, { method: "POST", headers: { "content-type": type }, body }))).toBe(
        "400 bad-request",
      )
    expect(await errorOf(door.post(at, {}))).toBe("400 bad-request")
    const form = new FormData()
    form.append("files", new File(["words"], "a.txt"))
    form.append("published", "soon")
    expect(await errorOf(door.ask(at, { method: "POST", body: form }))).toBe("400 bad-request")
  })

  test("a body that is too large, on every action, said or unsaid", async () => {
    const length = String(300 * 1024 * 1024)
    for (const { method, path } of await routes()) {
      if (method !== "POST") continue
      const at = filled(path, "x")
      const headers = { "content-type": "application/json", "content-length": length }
      expect(await errorOf(door.ask(at, { method, headers, body: "{}" })), at).toBe("413 too-large")
    }
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: stream, duplex: "half" }
    expect(await errorOf(door.ask("/api/decisions", init as RequestInit))).toBe("413 too-large")
  })

  test("a fault of ours says so, and the door hears of it", async () => {
    const broken = await openDoor()
    broken.behind.service.index = async () => {
      throw new RangeError("bad span [3, 1)")
    }
    expect(await errorOf(broken.ask("/api/people"))).toBe("500 bug")
    expect(broken.bugs).toEqual([new RangeError("bad span [3, 1)")])
  })

  test("what is decided of nothing, or of nothing that there is", async () => {
    expect(await errorOf(door.post("/api/decisions", { action: "hide", item: "none" }))).toBe("404 not-found")
    expect(await errorOf(door.post("/api/decisions", { action: "burn", item: "none" }))).toBe("400 bad-request")
  })
})

describe("what a browser may do with an answer", () => {
  test("every answer carries the policy, errors too", async () => {
    for (const path of ["/", "/api/case", "/api/none", "/assets/main-1a2b.js"]) {
      for (const answer of [await door.ask(path), await bare(path)]) {
        const policy = answer.headers.get("content-security-policy")!
        expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]+';/)
        for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'"])
          expect(policy).toContain(part)
        expect(policy).not.toContain("unsafe")
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
        expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
        expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin")
        expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin")
      }
    }
  })

  test("what the case holds is kept by nobody", async () => {
    for (const path of ["/api/case", "/api/none", "/"])
      expect((await door.ask(path)).headers.get("cache-control"), path).toBe("no-store")
  })

  test("each page has a nonce of its own, the one of its policy", async () => {
    const pages = [await door.ask("/"), await door.ask("/incidents/SEL-4F2")]
    const nonces = await Promise.all(pages.map(async page => /content="([^"]+)"/.exec(await page.text())![1]!))
    expect(new Set(nonces).size).toBe(2)
    for (const [at, page] of pages.entries()) expect(page.headers.get("content-security-policy")).toContain(nonces[at])
  })

  test("a file of the app is sent compressed to whoever takes it so", async () => {
    const sent = async (encoding: string) => {
      const answer = await door.ask("/assets/main-1a2b.js", { headers: { "accept-encoding": encoding } })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const isGzip = answer.headers.get("content-encoding") === "gzip"
      expect(answer.headers.get("vary")).toBe("Accept-Encoding")
      expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8")
      expect(answer.headers.get("cache-control")).toContain("immutable")
      expect(new TextDecoder().decode(isGzip ? gunzipSync(bytes) : bytes)).toBe("void 0")
      return isGzip
    }
    expect(await sent("gzip, deflate, br")).toBe(true)
    expect(await sent("br, gzip;q=0")).toBe(false)
    expect(await sent("identity")).toBe(false)
  })

  test("no address leads out of the app's own files", async () => {
    for (const path of [
      "/assets/../../package.json",
      "/..%2f..%2fetc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd.txt",
      "/assets/none.js",
      "/etc/passwd%00.html",
      "/.env",
      "/assets/",
      "/%zz",
    ])
      expect(await errorOf(door.ask(path)), path).toBe("404 not-found")
    const page = await door.ask("/../../../etc/passwd")
    expect(await page.text()).toContain('id="root"')
  })
})
