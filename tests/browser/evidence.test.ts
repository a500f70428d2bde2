import { expect, test } from "vitest"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// The words behind a line stand beside it wherever the pointer or the focus goes, with no click.

const story = openStory()

test("before anything is pointed at, the words of the first line stand there, and the line is marked", async () => {
  for (const path of ["/", "/incidents", "/timeline", "/warnings"]) {
    const { page } = await story.visit(path)
    await settle(page)
    const evidence = page.getByRole("complementary", { name: "Evidence" })
    await evidence.getByRole("figure").first().waitFor()
    const marked = page.locator("main [data-shown]")
    expect(await marked.count(), path).toBe(1)
    expect(await marked.isVisible(), path).toBe(true)
  }
})

test("pointing at a fact shows the sentences it rests on", async () => {
  const { page } = await story.visit()
  await settle(page)
  const evidence = page.getByRole("complementary", { name: "Evidence" })
  await page.getByRole("main").getByText("killed", { exact: true }).first().hover()
  await evidence
    .locator("mark", { hasText: /seventeen/i })
    .first()
    .waitFor()
  expect(await evidence.getByRole("figure").count()).toBeGreaterThan(1)
  await page.getByRole("main").getByText("claimed by", { exact: true }).first().hover()
  await evidence.locator("mark", { hasText: "Austral Tide" }).first().waitFor()
  expect(await evidence.locator("mark", { hasText: /seventeen/i }).count()).toBe(0)
})

test("a mark that has the focus shows its one sentence and the report it is from", async () => {
  const { page } = await story.visit()
  await settle(page)
  const evidence = page.getByRole("complementary", { name: "Evidence" })
  await page.getByRole("link", { name: "evidence 7", exact: true }).first().focus()
  await evidence.getByRole("figure").waitFor()
  expect(await evidence.getByRole("figure").count()).toBe(1)
  expect((await evidence.locator("mark").textContent())!.length).toBeGreaterThan(2)
  expect(await evidence.getByRole("link").first().textContent()).toMatch(/^r\d+ .+, \d+ November 2031/)
})

test("what is shown stays while the pointer moves over what rests on nothing", async () => {
  const { page } = await story.visit()
  await settle(page)
  const evidence = page.getByRole("complementary", { name: "Evidence" })
  await page.getByRole("main").getByText("killed", { exact: true }).first().hover()
  await evidence.getByRole("figure").first().waitFor()
  const shown = await evidence.textContent()
  await page.getByRole("heading", { level: 1 }).hover()
  expect(await evidence.textContent()).toBe(shown)
})

test("on a phone a tap opens the words as a sheet that closes again", async () => {
  const { page } = await story.visit("/", { viewport: { width: 390, height: 844 }, hasTouch: true })
  await settle(page)
  await page.getByRole("main").getByText("killed", { exact: true }).first().tap()
  const sheet = page.getByRole("dialog")
  await sheet.locator("mark").first().waitFor()
  await page.keyboard.press("Escape")
  await sheet.waitFor({ state: "hidden" })
})
