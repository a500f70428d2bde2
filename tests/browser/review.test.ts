import { expect, test } from "vitest"
import { findBarriers } from "./find-barriers.ts"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// The queue of what to look at, without a mouse, on a copy of the sample story.

const story = openStory({ own: true })

const looked = "text=/\\d+ of \\d+ looked at/"

test("the queue is gone through by keys: choose, accept, undo, skip; the log has it all", async () => {
  const { page } = await story.visit("/review")
  await settle(page)
  const title = () => page.locator("main h2").first().textContent()
  const progress = () => page.locator(looked).first().textContent()
  const first = await title()
  const address = page.url()
  expect(await progress()).toMatch(/^0 of/)
  await page.keyboard.press("j")
  await expect.poll(title).not.toBe(first)
  expect(page.url()).not.toBe(address)
  await page.keyboard.press("k")
  await expect.poll(title).toBe(first)
  await page.keyboard.press("2")
  expect(await page.getByRole("radio").nth(1).isChecked()).toBe(true)
  await page.keyboard.press("a")
  await expect.poll(title).not.toBe(first)
  await page
    .getByRole("status")
    .getByText(/^Accepted/)
    .waitFor()
  await expect.poll(progress).toMatch(/^1 of/)
  await page.keyboard.press("u")
  await page
    .getByRole("status")
    .getByText(/^Undone/)
    .waitFor()
  await expect.poll(progress).toMatch(/^0 of/)
  await page.goto("/review/log")
  await settle(page)
  const lines = await page
    .getByRole("list", { name: /decisions/i })
    .getByRole("listitem")
    .allTextContents()
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/withdrew: accepted/)
  expect(lines[1]).toMatch(/withdrawn by/)
  expect(await findBarriers(page)).toEqual([])
})

test("a value is corrected by typing, with one key to begin and Escape to leave", async () => {
  const { page } = await story.visit("/review?kind=dispute")
  await settle(page)
  while (!(await page.getByRole("button", { name: /Correct/ }).isVisible())) {
    const before = page.url()
    await page.keyboard.press("j")
    await expect.poll(() => page.url()).not.toBe(before)
    await settle(page)
  }
  await page.keyboard.press("c")
  await page.getByLabel("It should be").waitFor()
  await page.keyboard.press("Escape")
  await page.getByLabel("It should be").waitFor({ state: "detached" })
  await page.keyboard.press("c")
  const hint = (await page.getByRole("textbox").last().locator("xpath=ancestor::form").textContent()) ?? ""
  await page.keyboard.type(/number/.test(hint) ? "12" : "2031-11-04")
  await page.keyboard.press("Enter")
  await page
    .getByRole("status")
    .getByText(/^Corrected/)
    .waitFor()
})

test("two of one name are kept apart with one key, and say so", async () => {
  const { page } = await story.visit("/review?kind=apart")
  await settle(page)
  await page.keyboard.press("a")
  await page
    .getByRole("status")
    .getByText(/^Kept apart/)
    .waitFor()
  await page.getByText("Nothing of this kind is left").waitFor()
})

test("what proven origins agree on is accepted together, and undone together", async () => {
  const { page } = await story.visit("/review/agreed")
  await settle(page)
  await page.getByRole("button", { name: /^Accept these \d+ facts$/ }).click()
  await page
    .getByRole("status")
    .getByText(/^Accepted: \d+ facts/)
    .waitFor()
  await page.getByText("Nothing to accept together").waitFor()
  await page.getByRole("button", { name: "Undo" }).click()
  await page.getByRole("button", { name: /^Accept these/ }).waitFor()
})

test("decisions are signed with the name that is kept in this browser", async () => {
  const { page } = await story.visit("/review")
  await settle(page)
  await page.getByRole("button", { name: /^Decisions are signed/ }).click()
  await page.getByLabel("Who are you?").fill("Noor")
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: /signed Noor/ }).waitFor()
  await page.keyboard.press("Escape")
  await page.keyboard.press("o")
  await page
    .getByRole("status")
    .getByText(/^Accepted/)
    .waitFor()
  await page.goto("/review/log")
  await page.getByText("Noor").first().waitFor()
})

test("a private person is named on demand only, and has no profile", async () => {
  const { page } = await story.visit("/people")
  await settle(page)
  await page.getByText(/private people not named here/).waitFor()
  await page.getByRole("button", { name: /^Name these/ }).click()
  await page.getByText("private person: shown only where reports name them").first().waitFor()
  expect(page.url()).toContain("named=yes")
  await page
    .getByText("private person: shown only where reports name them")
    .first()
    .locator("xpath=..")
    .getByRole("link")
    .first()
    .click()
  await page.getByText("Heed makes no profile of a private person").waitFor()
})
