import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// The case as it stood on any day, and addresses that bring a view back.

const story = openStory()

/** What the brief says was the number of dead. */
async function killed(page: Page): Promise<string> {
  await settle(page)
  const row = page
    .getByRole("main")
    .getByText("killed", { exact: true })
    .first()
    .locator("xpath=following-sibling::*[1]")
  return (await row.textContent()) ?? ""
}

test("the slider of days replays the case", async () => {
  const { page } = await story.visit()
  expect(await killed(page)).toMatch(/^17/)
  await page.getByRole("button", { name: /as known at 10 November 2031/ }).click()
  const slider = page.getByRole("slider", { name: "day of knowledge" })
  await slider.press("Home")
  await page.waitForURL(/asOf=2031-11-04/)
  expect(await killed(page)).toMatch(/^9 or more/)
  for (const day of ["05", "06"]) {
    await slider.press("ArrowRight")
    await page.waitForURL(url => url.search.includes(`asOf=2031-11-${day}`))
  }
  expect(await killed(page)).toMatch(/^14/)
  await slider.press("End")
  await page.waitForURL(url => !url.search.includes("asOf"))
  expect(await killed(page)).toMatch(/^17/)
})

test("a day goes along to other screens", async () => {
  const { page } = await story.visit("/?asOf=2031-11-06")
  await settle(page)
  await page
    .getByRole("navigation", { name: /places/i })
    .getByRole("link", { name: /^help/i })
    .click()
  await page.waitForURL(/\/help\?asOf=2031-11-06/)
  await page
    .getByRole("navigation", { name: /places/i })
    .getByRole("link", { name: /^brief/i })
    .click()
  expect(await killed(page)).toMatch(/^14/)
})

test("an address brings the same view to somebody else", async () => {
  const { page } = await story.visit("/?asOf=2031-11-06")
  await settle(page)
  await page
    .getByRole("main")
    .getByRole("button", { name: /positions/ })
    .first()
    .click()
  await settle(page)
  const [address, shown] = [page.url(), await page.getByRole("main").innerText()]
  expect(address).toContain("open=")
  const { page: other } = await story.visit(address)
  await settle(other)
  expect(await other.getByRole("main").innerText()).toBe(shown)
})

test("back and forward go through the days as they were looked at", async () => {
  const { page } = await story.visit("/?asOf=2031-11-04")
  expect(await killed(page)).toMatch(/^9 or more/)
  await page.goto(`${story.heed().origin}/?asOf=2031-11-06`)
  expect(await killed(page)).toMatch(/^14/)
  await page.goBack()
  expect(await killed(page)).toMatch(/^9 or more/)
})
