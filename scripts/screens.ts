import { mkdirSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Page } from "playwright-core"
import { startChromium } from "../tests/browser/chromium.ts"
import { buildWeb, makeCase, openHeed } from "../tests/browser/open-heed.ts"
import { readIds } from "../tests/browser/read-ids.ts"
import { pathOf, screens } from "../tests/browser/screens.ts"
import { settle } from "../tests/browser/settle.ts"
import { watchPage } from "../tests/browser/watch-page.ts"

// Screenshots of every screen from the sample story: "npm run screens". Those that pages of docs show go to docs/screens, all of them to out/screens.
//   --only brief,reader   these screens
//   --case FILE           another case; its pictures go to out/screens only
//   --look                out/screens only

const sizes = { 1440: 900, 1024: 768, 390: 844 } as const
const PHONE = 390
const themes = ["light", "dark"] as const
/** Kept in the repository: what a reader sees on a desk in both themes, and on a phone. */
const isKept = (width: number, theme: string): boolean => width === 1440 || (width === PHONE && theme === "light")

const root = resolve(import.meta.dirname, "..")
const { values } = parseArgs({
  options: { only: { type: "string" }, case: { type: "string" }, look: { type: "boolean" } },
})
const wanted = values.only?.split(",")
const docs = resolve(root, "docs/screens")
const out = resolve(root, "out/screens")
mkdirSync(docs, { recursive: true })
mkdirSync(out, { recursive: true })

buildWeb()
const made = values.case === undefined ? makeCase() : undefined
const heed = await openHeed(made?.path ?? values.case!)
const browser = await startChromium()
try {
  const ids = await readIds(heed)
  for (const theme of themes)
    for (const [width, height] of Object.entries(sizes)) {
      const viewport = { width: Number(width), height }
      const { page, faults, close } = await watchPage(browser, heed, "/", { viewport, colorScheme: theme })
      for (const screen of screens.filter(({ name }) => wanted?.includes(name) ?? true)) {
        await page.goto(pathOf(screen, ids))
        await settle(page)
        if (screen.point !== undefined && made !== undefined && PHONE < viewport.width) {
          await page.getByRole("main").getByText(screen.point).filter({ visible: true }).first().hover()
          await page.getByRole("complementary", { name: "Evidence" }).locator("mark").first().waitFor()
        }
        const name = `${screen.name}-${theme}-${width}`
        writeFileSync(resolve(out, `${name}.png`), await page.screenshot())
        if (made !== undefined && !values.look && isKept(viewport.width, theme))
          writeFileSync(resolve(docs, `${name}.webp`), await webp(page))
      }
      await close()
      for (const fault of faults) console.error(`${theme} ${width}: ${fault}`)
    }
} finally {
  await browser.close()
  await heed.close()
  made?.remove()
}

/** The page as WebP, a third of the size of a PNG. */
async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 80 })
  await session.detach()
  return Buffer.from(data, "base64")
}
