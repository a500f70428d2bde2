import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import type { OpenHeed } from "./open-heed.ts"

/** A page in a context of its own, and everything that went wrong in it. */
export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts, errors on the console (broken policy and React's complaints among them), requests to another machine: none in a sound page. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

/** Opens an address of Heed, such as "/incidents?asOf=2031-11-06", in a new context that has the token. */
export async function watchPage(
  browser: Browser,
  heed: OpenHeed,
  path = "/",
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: heed.origin,
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  })
  const faults: string[] = []
  const host = new URL(heed.origin).host
  context.on("request", request => {
    const { protocol, host: asked } = new URL(request.url())
    if (/^(?:https?|wss?):$/.test(protocol) && asked !== host) faults.push(`asked another machine: ${request.url()}`)
  })
  context.on("console", message => {
    // An answer that says "not found" is a line on the console of every browser; tests that provoke it look at the screen.
    if (message.type() === "error" && !/^Failed to load resource/.test(message.text())) faults.push(message.text())
  })
  context.on("weberror", error => faults.push(String(error.error())))
  context.on("dialog", dialog => {
    faults.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const page = await context.newPage()
  await page.goto(heed.url)
  if (path !== "/") await page.goto(path)
  return { page, context, faults, close: () => context.close() }
}
