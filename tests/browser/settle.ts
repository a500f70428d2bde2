import type { Page } from "playwright-core"

/** Until the screen stands: its heading is there, nothing is on its way, the letters are drawn. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  await page.waitForFunction(
    "!document.querySelector('main [aria-busy=true], main [role=status][aria-label^=Reading]')",
  )
  await page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 150)))")
}
