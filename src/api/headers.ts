import { randomBytes } from "node:crypto"
import type { MiddlewareHandler } from "hono"

/** Says with every answer what a browser may do with it: our own files and nothing else, no inline script, no frame, no guessing of types. */
export function headers(): MiddlewareHandler<{ Variables: { nonce: string } }> {
  return async (context, next) => {
    const nonce = randomBytes(16).toString("base64")
    context.set("nonce", nonce)
    await next()
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      // The component library writes its variables into one style element, known by this nonce.
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]
    context.header("Content-Security-Policy", policy.join("; "))
    // What the case holds is nobody's to keep, least of all a browser's disk.
    if (context.req.path.startsWith("/api/")) context.header("Cache-Control", "no-store")
    context.header("X-Content-Type-Options", "nosniff")
    context.header("Referrer-Policy", "no-referrer")
    context.header("Cross-Origin-Opener-Policy", "same-origin")
    context.header("Cross-Origin-Resource-Policy", "same-origin")
  }
}
