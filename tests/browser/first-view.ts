import { gzipSync } from "node:zlib"
import type { Browser } from "playwright-core"
import type { OpenHeed } from "./open-heed.ts"

/** What the first view of a case asked for, and when it stood. Times in ms from the start of the navigation. */
export interface FirstView {
  /** Each request in order: its kind as the browser names it, its size in bytes as it is and compressed by gzip. */
  readonly files: readonly {
    readonly path: string
    readonly type: string
    readonly bytes: number
    readonly compressed: number
  }[]
  readonly firstPaint: number
  readonly largestPaint: number
  /** When the heading of the brief was there. */
  readonly text: number
  /** How much of what was drawn moved afterwards (cumulative layout shift, 0 to 1 and above). */
  readonly shift: number
}

const OBSERVE = `
  window.firstView = { shift: 0, largestPaint: 0, text: undefined }
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) firstView.shift += entry.value
  }).observe({ type: "layout-shift", buffered: true })
  new PerformanceObserver(list => {
    firstView.largestPaint = list.getEntries().at(-1).startTime
  }).observe({ type: "largest-contentful-paint", buffered: true })
  new MutationObserver(() => {
    if (firstView.text === undefined && document.querySelector("main h1")) firstView.text = performance.now()
  }).observe(document, { childList: true, subtree: true })`

/** Opens the address that Heed tells in a new browser context, where nothing is kept from before, and waits until nothing happens any more. */
export async function watchFirstView(browser: Browser, { url }: OpenHeed): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(OBSERVE)
  const page = await context.newPage()
  const asked: Promise<FirstView["files"][number]>[] = []
  page.on("requestfinished", request => {
    const path = new URL(request.url()).pathname
    // The stream of events never ends; it is no part of the view.
    if (path === "/api/events") return
    asked.push(
      request.response().then(async response => {
        const body = (await response?.body().catch(() => undefined)) ?? Buffer.alloc(0)
        return {
          path,
          type: request.resourceType(),
          bytes: body.length,
          compressed: Math.min(body.length, gzipSync(body).length),
        }
      }),
    )
  })
  await page.goto(url)
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  await page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 500)))")
  const seen = await page.evaluate<Omit<FirstView, "files">>(
    `({ ...firstView, firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 })`,
  )
  const files = await Promise.all(asked)
  await context.close()
  return { ...seen, files }
}
