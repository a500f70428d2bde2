import type { HonoRequest } from "hono"
import { html } from "hono/html"
import { visibleLine } from "../app/visible.ts"
import type { ErrorBody } from "./errors.ts"

/** True when a person looks at the answer in a browser, as a page and not as data. */
export function isPerson(request: HonoRequest): boolean {
  return !request.path.startsWith("/api/") && /\btext\/html\b/.test(request.header("accept") ?? "")
}

/** What went wrong, for a person, without the app: it may be the app that cannot be had. */
export function pageOf({ error }: ErrorBody) {
  const advice =
    error.code === "no-token"
      ? "Each start of Heed has an address of its own. Open the one that the terminal shows; a bookmark of an earlier start no longer works."
      : error.code === "not-found"
        ? "There is nothing at this address."
        : ""
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Heed</title>
<h1>${error.code === "no-token" ? "Heed does not know this browser" : "Heed cannot show this"}</h1>
<p>${advice}</p>
<p><small>${visibleLine(error.message)}</small></p>
</html>`
}
