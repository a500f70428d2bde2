import { createHash, timingSafeEqual } from "node:crypto"
import type { Context, MiddlewareHandler } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import { DoorError } from "./errors.ts"

/**
 * Names under which this machine may be asked. Any other is a page of somebody else whose name was pointed at us (DNS rebinding).
 * The port is not looked at: it may be another one outside a tunnel, and a name is what an attacker can choose.
 */
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"])

/**
 * Lets in who has the token of this start: in the address once, then in a cookie that scripts cannot read, or as a bearer.
 * Refuses other names of this machine, and requests that a page of another site made, also of another port of this machine:
 * to a browser that is the same site, and it sends our cookie along.
 */
export function guard(token: string): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url)
    const host = context.req.header("host") ?? url.host
    for (const name of [host, url.host])
      if (!LOOPBACK.has(name.replace(/:\d+$/, "").toLowerCase()))
        throw refused("refused", `${name} is not a name of this machine`)
    checkOrigin(context, url, host)
    const cookie = `heed-${/:(\d+)$/.exec(host)?.[1] ?? "80"}`
    const given = url.searchParams.get("token")
    if (given !== null && context.req.method === "GET" && isSame(given, token)) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: "Strict", path: "/" })
      url.searchParams.delete("token")
      return context.redirect(url.pathname + url.search)
    }
    const bearer = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1]
    const shown = bearer ?? getCookie(context, cookie)
    if (shown === undefined || !isSame(shown, token))
      throw refused("no-token", "no token, or not the one of this start")
    // A browser says where a change comes from; a program shows its token as a bearer.
    const saysWhere = context.req.header("origin") !== undefined || context.req.header("sec-fetch-site") !== undefined
    if (isChange(context) && bearer === undefined && !saysWhere)
      throw refused("refused", "a change by cookie that does not say where it comes from")
    return next()
  }
}

function checkOrigin(context: Context, url: URL, host: string): void {
  const origin = context.req.header("origin")
  if (origin !== undefined && origin !== `http://${host}`) throw refused("refused", "asked by a page of another site")
  const site = context.req.header("sec-fetch-site")
  if (site === undefined || site === "same-origin" || site === "none") return
  // A link to the app may be followed from anywhere; it shows nothing but the app itself.
  const isLink =
    context.req.header("sec-fetch-mode") === "navigate" &&
    context.req.header("sec-fetch-dest") === "document" &&
    !url.pathname.startsWith("/api/")
  if (!isLink || isChange(context)) throw refused("refused", "asked by a page of another site")
}

const isChange = ({ req }: Context) => req.method !== "GET" && req.method !== "HEAD"

function refused(code: "no-token" | "refused", why: string): DoorError {
  return new DoorError(code, `${why}; expected the address that Heed printed when it started`)
}

/** Hashed first, so that neither content nor length can be told by the time it takes. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map(text => createHash("sha256").update(text).digest())
  return timingSafeEqual(a!, b!)
}
