import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { openHeed } from "./open-heed.ts"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"
import { watchPage } from "./watch-page.ts"

// What a person decides: at once on the screen, undone from the message, and there when Heed is opened again.

const story = openStory({ own: true })

const slot = (page: Page) => page.getByRole("main").getByText("wounded", { exact: true }).first()
const value = (page: Page) => slot(page).locator("xpath=following-sibling::*[1]")

test("a corrected number stands at once, can be undone, and be done again", async () => {
  const { page } = await story.visit()
  await settle(page)
  await correct(page, "54")
  await page
    .getByRole("status")
    .getByText(/^Corrected/)
    .waitFor()
  await value(page).getByText(/^54/).waitFor()
  await page.getByRole("button", { name: "Undo" }).click()
  await page
    .getByRole("status")
    .getByText(/^Undone/)
    .waitFor()
  await value(page).getByText(/^51/).waitFor()
  await correct(page, "53")
  await value(page).getByText(/^53/).waitFor()
  await page.getByRole("button", { name: "Close this message" }).click()
  await page.reload()
  await value(page).getByText(/^53/).waitFor()
}, 120_000)

test("a correction stands when Heed is started again", async () => {
  const again = await openHeed(story.path())
  try {
    const { page, faults, close } = await watchPage(story.browser(), again)
    await value(page).getByText(/^53/).waitFor()
    await close()
    expect(faults).toEqual([])
  } finally {
    await again.close()
  }
})

test("what cannot be understood is told beside the field, and nothing is written", async () => {
  const { page } = await story.visit()
  await settle(page)
  await correct(page, "very many")
  await page.getByRole("dialog").getByRole("alert").waitFor()
  await page.keyboard.press("Escape")
  await page.getByRole("dialog").waitFor({ state: "hidden" })
  await value(page).getByText(/^53/).waitFor()
})

test("by keys: a fact that is hidden leaves the focus to the one that comes in its place, and comes back with Undo", async () => {
  const { page } = await story.visit("/incidents")
  await settle(page)
  await page.getByRole("link", { name: /^Bombing of the ferry terminal/ }).focus()
  await page.keyboard.press("Enter")
  const rows = page.locator("main button[data-row]")
  await rows.first().focus()
  const [gone, next] = await rows.allTextContents()
  await page.keyboard.press(".")
  await page.getByRole("dialog").getByText("Hide").waitFor()
  await page.keyboard.press("h")
  await page
    .getByRole("status")
    .getByText(/^Hidden/)
    .waitFor()
  await page.locator("main button[data-row]:focus", { hasText: next! }).waitFor()
  await page.getByRole("button", { name: "Undo" }).click()
  await page.locator("main button[data-row]", { hasText: gone! }).waitFor()
}, 120_000)

/** By keys alone once the fact has the pointer: "." opens what can be done, "c" corrects, Enter writes it down. */
async function correct(page: Page, to: string): Promise<void> {
  await slot(page).hover()
  await page.getByRole("complementary", { name: "Evidence" }).locator("mark").first().waitFor()
  await page.keyboard.press(".")
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: /correct/i }).waitFor()
  await page.keyboard.press("c")
  await dialog.getByLabel("Number of people").fill(to)
  await page.keyboard.press("Enter")
}
