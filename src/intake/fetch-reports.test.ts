import type { lookup as lookupName } from "node:dns"
import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type FetchOptions, fetchReports } from "./fetch-reports.ts"
import { isPrivateAddress } from "./private-addresses.ts"
import type { Collected } from "./read-file.ts"

const page = "<title>A blast</title><p>The bomb killed 9 people.</p>"
const html = { "content-type": "text/html; charset=utf-8" }

const answers: Readonly<Record<string, RequestListener>> = {
  "/story": (_, answer) => answer.writeHead(200, html).end(page),
  "/packed": (_, answer) => answer.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(page)),
  "/bomb": (_, answer) =>
    answer.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(4_000_000))),
  "/cut": (_, answer) =>
    answer.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(page).subarray(0, 20)),
  "/moved": (_, answer) => answer.writeHead(302, { location: "/story#top" }).end(),
  "/circle": (_, answer) => answer.writeHead(302, { location: "/circle" }).end(),
  "/to-file": (_, answer) => answer.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/paper": (_, answer) => answer.writeHead(200, { "content-type": "application/pdf" }).end("%PDF"),
  "/slow": (_, answer) => void answer.writeHead(200, html).write("<p>"),
}

let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, answer) => {
    const found = answers[request.url!]
    if (found) found(request, answer)
    else answer.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function fetched(address: string, options: FetchOptions = { allowPrivate: true }): Promise<Collected> {
  const all: Collected[] = []
  for await (const collected of fetchReports([address], options)) all.push(collected)
  expect(all).toHaveLength(1)
  return all[0]!
}

async function refusal(address: string, options?: FetchOptions): Promise<string> {
  const collected = await fetched(address, options)
  return "problem" in collected ? collected.problem.code : "fetched"
}

test("a page comes as its bytes, with its address and what the site says of it", async () => {
  const collected = await fetched(`${base}/story`)
  if ("problem" in collected) throw new Error(collected.problem.message)
  expect(new TextDecoder().decode(collected.raw.bytes)).toBe(page)
  expect(collected.raw).toMatchObject({ url: `${base}/story`, contentType: html["content-type"] })
})

test("a packed page is unpacked", async () => {
  const collected = await fetched(`${base}/packed`)
  if ("problem" in collected) throw new Error(collected.problem.message)
  expect(new TextDecoder().decode(collected.raw.bytes)).toBe(page)
})

test("a page that moved is known by where it was found", async () => {
  const told: string[][] = []
  const collected = await fetched(`${base}/moved`, {
    allowPrivate: true,
    onFetched: (address, url) => told.push([address, url]),
  })
  expect("raw" in collected && collected.raw.url).toBe(`${base}/story`)
  expect(told).toEqual([[`${base}/moved`, `${base}/story`]])
})

test("what does not come is a problem that says why", async () => {
  expect(await refusal(`${base}/none`)).toBe("fetch-refused")
  expect(await refusal(`${base}/circle`)).toBe("fetch-refused")
  expect(await refusal(`${base}/paper`)).toBe("not-a-report")
  expect(await refusal(`${base}/cut`)).toBe("fetch-failed")
  expect(await refusal(`${base}/to-file`)).toBe("bad-address")
  expect(await refusal("http://127.0.0.1:1/")).toBe("fetch-failed")
  expect(await refusal(`${base}/slow`, { allowPrivate: true, timeoutMs: 100 })).toBe("too-slow")
})

test("a page that unpacks to more than is wanted is left", async () => {
  expect(await refusal(`${base}/bomb`, { allowPrivate: true, maxBytes: 100_000 })).toBe("too-large")
})

test("only web addresses are addresses", async () => {
  for (const address of [
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "words",
    "",
    "http://a:b@c.org/",
  ])
    expect(await refusal(address), address).toBe("bad-address")
})

test("this machine and private networks are asked only when the user says so", async () => {
  for (const host of [
    "127.0.0.1",
    "[::1]",
    "192.168.1.1",
    "169.254.169.254",
    "0x7f.1",
    "2130706433",
    "[::ffff:10.0.0.1]",
  ])
    expect(await refusal(`http://${host}/`, {}), host).toBe("private-address")
  expect(await refusal(`${base}/story`, {})).toBe("private-address")
})

test("a name that leads here is refused on the connection itself", async () => {
  const lookup = ((_host: string, _options: object, done: (error: null, all: object[]) => void) =>
    done(null, [
      { address: "93.184.215.14", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ])) as unknown as typeof lookupName
  expect(await refusal("http://story.example/", { lookup })).toBe("private-address")
})

test("cancelled, it asks for nothing more", async () => {
  const controller = new AbortController()
  const asked: string[] = []
  const all = fetchReports([`${base}/slow`, `${base}/story`], {
    allowPrivate: true,
    signal: controller.signal,
    onFetch(address) {
      asked.push(address)
      setTimeout(() => controller.abort(), 50)
    },
  })
  await expect(all.next()).rejects.toThrow("cancelled")
  expect(asked).toEqual([`${base}/slow`])
})

test("an IPv4 address in the clothes of IPv6 counts as what it is", () => {
  for (const address of ["::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "fe80::1%eth0"])
    expect(isPrivateAddress(address), address).toBe(true)
  for (const address of ["8.8.8.8", "::ffff:8.8.8.8", "2606:4700::1111"])
    expect(isPrivateAddress(address), address).toBe(false)
})
