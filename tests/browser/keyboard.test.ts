import { expect, test } from "vitest"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// Without a pointer: everything is reached, what has the focus can be seen, and the words behind it stand beside it.

const story = openStory()

test("from the top to the words of a line, by Tab and Enter alone", async () => {
  const { page } = await story.visit()
  await settle(page)
  await page.keyboard.press("Tab")
  expect(await page.locator(":focus").textContent()).toBe("To the content")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  expect(await page.locator("main :focus").count()).toBe(1)
  const evidence = page.getByRole("complementary", { name: "Evidence" })
  for (let presses = 0; presses < 40 && (await evidence.getByRole("figure").count()) === 0; presses++)
    await page.keyboard.press("Tab")
  expect(await evidence.locator("mark").count()).toBeGreaterThan(0)
  const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle")
  expect(outline).toBe("solid")
})

test("? opens the keys, and a field keeps its letters", async () => {
  const { page } = await story.visit()
  await settle(page)
  await page.keyboard.press("?")
  await page.getByRole("heading", { level: 2, name: "Keys" }).waitFor()
  expect(page.url()).toMatch(/\/help#keys$/)
})

test("every place of the navigation opens with Enter", async () => {
  const { page } = await story.visit()
  await settle(page)
  const links = page.getByRole("navigation", { name: /places/i }).getByRole("link")
  for (let at = 0; at < (await links.count()); at++) {
    await links.nth(at).focus()
    await page.keyboard.press("Enter")
    await settle(page)
    expect(await links.nth(at).getAttribute("aria-current")).toBe("page")
  }
})

test("in the brief the arrow keys go from line to line, and Enter opens the positions of a fact", async () => {
  const { page } = await story.visit()
  await settle(page)
  const main = page.getByRole("main")
  await main.getByRole("link", { name: "evidence 7", exact: true }).first().focus()
  const evidence = page.getByRole("complementary", { name: "Evidence" })
  for (const label of ["where", "target", "killed"]) {
    await page.keyboard.press("ArrowDown")
    expect(await page.locator(":focus").textContent()).toMatch(new RegExp(`^${label}`))
    await evidence.getByText(label).first().waitFor()
  }
  await page.keyboard.press("Enter")
  await main.locator(":focus").getByRole("listitem").first().waitFor()
  expect(new URL(page.url()).searchParams.get("open")).not.toBeNull()
})
