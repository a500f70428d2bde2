import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, BrowserContextOptions } from "playwright-core"
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest"
import { startChromium } from "./chromium.ts"
import { type OpenHeed, openHeed } from "./open-heed.ts"
import { type Watched, watchPage } from "./watch-page.ts"

/** What the tests of one file share. */
export interface Story {
  /** Opens an address in a new context. After the test it is closed, and must have had no fault. */
  visit(path?: string, options?: BrowserContextOptions): Promise<Watched>
  heed(): OpenHeed
  /** Path of the case file. */
  path(): string
  browser(): Browser
}

/** A browser and Heed with the sample story, for the tests of one file. `own`: in a copy of the case, for tests that change it; `path`: another case. */
export function openStory({ own = false, path }: { own?: boolean; path?: () => string } = {}): Story {
  let browser: Browser
  let heed: OpenHeed
  let folder: string | undefined
  let file: string
  let open: Watched[] = []
  beforeAll(async () => {
    file = path?.() ?? inject("sampleCase")
    if (own) {
      folder = mkdtempSync(join(tmpdir(), "heed-own-"))
      copyFileSync(file, join(folder, "story.heed"))
      file = join(folder, "story.heed")
    }
    ;[heed, browser] = await Promise.all([openHeed(file), startChromium()])
  })
  afterEach(async () => {
    const faults = open.flatMap(watched => watched.faults)
    for (const watched of open) await watched.close()
    open = []
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await heed?.close()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })
  return {
    async visit(path, options) {
      const watched = await watchPage(browser, heed, path, options)
      open.push(watched)
      return watched
    },
    heed: () => heed,
    path: () => file,
    browser: () => browser,
  }
}
