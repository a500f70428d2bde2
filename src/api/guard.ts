import { timingSafeEqual } from "node:crypto"
import type { Context, MiddlewareHandler } from "hono"
import { getCookie, setCookie } from "hono/cookie"

/** Names under which this machine may be asked. Any other is a page of somebody else whose name was pointed at us (DNS rebinding). */
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"])

/**
 * Lets in who has the token of this start: in the address once, then in a cookie that scripts cannot read, or as a bearer.
 * Refuses other names of this machine, and requests that a page of another site made.
 */
export function guard(token: string): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url)
    const host = context.req.header("host") ?? url.host
    if (!LOOPBACK.has(host.replace(/:\d+$/, ""))) return refused(context, "this name is not one of this machine")
    const origin = context.req.header("origin")
    if (origin !== undefined && origin !== `http://${host}`) return refused(context, "asked by a page of another site")
    const site = context.req.header("sec-fetch-site")
    const isChange = context.req.method !== "GET" && context.req.method !== "HEAD"
    if (site === "cross-site" && isChange) return refused(context, "asked by a page of another site")
    const cookie = `heed-${host.replace(/^.*:/, "")}`
    const given = url.searchParams.get("token")
    if (given !== null && isSame(given, token)) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: "Strict", path: "/" })
      url.searchParams.delete("token")
      return context.redirect(url.pathname + url.search)
    }
    const bearer = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "")?.[1]
    const shown = bearer ?? getCookie(context, cookie)
    if (shown === undefined || !isSame(shown, token))
      return refused(context, "no token, or not the one of this start", 401)
    return next()
  }
}

function refused(context: Context, why: string, status: 401 | 403 = 403): Response {
  const message = `${why}; expected the address that Heed printed when it started`
  return context.json({ error: { code: status === 401 ? "no-token" : "refused", message } }, status)
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
