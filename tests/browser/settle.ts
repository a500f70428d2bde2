import type { Page } from "playwright-core"

/** Until the screen stands: its heading is there, nothing is on its way, the letters are drawn. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  await page
    .locator("main [aria-busy=true], main [role=status][aria-label^=Reading]")
    .first()
    .waitFor({ state: "detached" })
  await page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 150)))")
}
