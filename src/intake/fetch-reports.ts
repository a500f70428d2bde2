import type { LookupAddress } from "node:dns"
import { lookup as lookupName } from "node:dns"
import { type IncomingMessage, request as requestPlain } from "node:http"
import { request as requestSecure } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { pipeline, type Readable } from "node:stream"
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib"
import { HeedError } from "../core/error.ts"
import { reportIdOf } from "../core/id.ts"
import { isPrivateAddress } from "./private-addresses.ts"
import { type Collected, problem } from "./read-file.ts"

/** Largest page that is fetched, unpacked. */
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024
/** From asking to the last byte, with all redirects. */
const DEFAULT_TIMEOUT_MS = 20_000
const MOST_REDIRECTS = 5
/** Sites give pages to browsers and to programs that say who they are. */
const headers = {
  "user-agent": "Heed (a reader's desk instrument; fetches one page when its user asks for it)",
  accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "en",
}

/** `allowPrivate`: the user confirmed that pages of this machine and of private networks are meant. `lookup` is for tests. */
export interface FetchOptions {
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal
  readonly maxBytes?: number
  readonly timeoutMs?: number
  readonly onFetch?: (address: string) => void
  /** Called with the address that the page was found at, after redirects. */
  readonly onFetched?: (address: string, url: string) => void
  readonly lookup?: typeof lookupName
}

/** Why a page did not come: becomes a problem. */
class Refused extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Asks the network for pages, one after the other: the only thing in Heed that leaves the machine, and only for addresses that the user typed.
 * http and https only; each redirect is checked again; the address that a name leads to is checked on the very connection that is used.
 * A page that does not come gives a problem in its place. Throws HeedError "cancelled" when the signal says so, and nothing else.
 */
export async function* fetchReports(
  addresses: readonly string[],
  options: FetchOptions = {},
): AsyncGenerator<Collected> {
  for (const address of addresses) {
    checkCancelled(options.signal)
    options.onFetch?.(address)
    try {
      const raw = await fetchInTime(address, options)
      options.onFetched?.(address, raw.url)
      yield { raw }
    } catch (error) {
      checkCancelled(options.signal)
      const { code, message } = error instanceof Refused ? error : refusedFor(error as Error)
      yield problem(code, address, `${address} was not fetched: ${message}`)
    }
  }
}

function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HeedError("cancelled", "cancelled")
}

function refusedFor(error: Error): Pick<Refused, "code" | "message"> {
  const { code = "" } = error as NodeJS.ErrnoException
  const words: Readonly<Record<string, string>> = {
    ENOTFOUND: "there is no machine of that name",
    EAI_AGAIN: "the name could not be looked up; is the network there?",
    ECONNREFUSED: "the machine answers, but not there",
    ECONNRESET: "the connection broke off",
  }
  return { code: "fetch-failed", message: words[code] ?? error.message }
}

async function fetchInTime(address: string, options: FetchOptions) {
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  try {
    return await fetchReport(address, options, signal)
  } catch (error) {
    // How the end of a connection is told depends on where it was; that its time was over does not.
    throw timeout.aborted ? new Refused("too-slow", `it did not come within ${timeoutMs / 1000} s`) : error
  }
}

async function fetchReport(address: string, options: FetchOptions, signal: AbortSignal) {
  const { maxBytes = DEFAULT_MAX_BYTES } = options
  let url = addressOf(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await ask(url, options, signal)
    const { statusCode = 0, headers } = answer
    if (300 <= statusCode && statusCode < 400 && headers.location !== undefined) {
      answer.destroy()
      url = addressOf(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      answer.destroy()
      throw new Refused("fetch-refused", `the site answered ${statusCode} ${answer.statusMessage ?? ""}`.trim())
    }
    const contentType = headers["content-type"]
    if (contentType !== undefined && !/^\s*(?:text\/|application\/(?:xhtml\+xml|xml))/i.test(contentType)) {
      answer.destroy()
      throw new Refused("not-a-report", `it is ${contentType.split(";")[0]}; text or HTML was expected`)
    }
    const bytes = await allOf(unpacked(answer), maxBytes)
    return {
      id: reportIdOf(bytes, { url: url.href }),
      bytes,
      url: url.href,
      ...(contentType !== undefined && { contentType }),
    }
  }
  throw new Refused("fetch-refused", `it leads on more than ${MOST_REDIRECTS} times`)
}

/** Throws Refused "bad-address". */
function addressOf(text: string, base?: URL): URL {
  const url = URL.parse(text.trim(), base?.href)
  if (!url) throw new Refused("bad-address", "this is no address; expected one such as https://example.org/story")
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new Refused("bad-address", `only http and https can be fetched, not ${url.protocol.slice(0, -1)}`)
  if (url.username !== "" || url.password !== "")
    throw new Refused("bad-address", "an address with a name and password in it is not fetched")
  url.hash = ""
  return url
}

function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "")
  if (!options.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw refusedPrivate(host)
  const request = url.protocol === "https:" ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, signal, agent: false, lookup: guardedLookup(options) }, resolve)
    asking.on("error", reject)
    asking.end()
  })
}

/** Looks a name up for the connection itself, so that what is checked is what is connected to. */
function guardedLookup({ allowPrivate, lookup = lookupName }: FetchOptions): LookupFunction {
  return (host, wanted, done) => {
    lookup(host, { ...wanted, all: true }, (error, found) => {
      const addresses = (found ?? []) as LookupAddress[]
      const inner = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address))
      const [first] = addresses
      if (error || inner || !first)
        done(error ?? (inner ? refusedPrivate(inner.address) : new Error("no address")), "", 4)
      else if (wanted.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}

const refusedPrivate = (address: string) =>
  new Refused("private-address", `it leads to ${address}, which is on this machine or in a private network`)

function unpacked(answer: IncomingMessage): Readable {
  const packing = answer.headers["content-encoding"]?.trim().toLowerCase()
  const unpack =
    packing === "gzip" || packing === "x-gzip"
      ? createGunzip()
      : packing === "br"
        ? createBrotliDecompress()
        : packing === "deflate"
          ? createInflate()
          : undefined
  // The reader of the unpacked bytes sees the error; there is nothing else to do about it.
  return unpack ? pipeline(answer, unpack, () => undefined) : answer
}

async function allOf(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    // Leaving the loop closes the connection.
    if (maxBytes < length) throw new Refused("too-large", `it has more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
