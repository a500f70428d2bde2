import type { Page } from "playwright-core"
import { test } from "vitest"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// A late report comes in: the toll moves. It is taken out again: the case is as before.

const story = openStory({ own: true })

const late = `Two more die of ferry terminal wounds in Montevideo

The Harbour Ledger
12 November 2031

MONTEVIDEO - Two people who were wounded in the bombing of the Montevideo ferry terminal on November 4 died in hospital on Tuesday, which brings the number of dead to 19, the health ministry said on Wednesday.

The van bomb at the ferry terminal killed 19 people, the ministry said in a statement.
`

const file = { name: "late.txt", mimeType: "text/plain", buffer: Buffer.from(late) }
const places = (page: Page) => page.getByRole("navigation", { name: /places/i })
const killed = (page: Page) =>
  page.getByRole("main").getByText("killed", { exact: true }).first().locator("xpath=following-sibling::*[1]")

test("a report that is added moves the toll, and undo takes it back", async () => {
  const { page } = await story.visit("/add")
  await settle(page)
  await page.getByLabel("Files of reports").setInputFiles(file)
  const session = page.getByRole("region", { name: "Since Heed was started" })
  await session.getByRole("button", { name: "Undo" }).waitFor({ timeout: 60_000 })
  await places(page)
    .getByRole("link", { name: /^brief/i })
    .click()
  await killed(page).getByText(/^19/).waitFor()
  await page
    .getByText(/^11 reports$/)
    .first()
    .waitFor()
  await places(page)
    .getByRole("link", { name: /^add reports/i })
    .click()
  await session.getByRole("button", { name: "Undo" }).click()
  await session.getByRole("button", { name: "Redo" }).waitFor()
  await places(page)
    .getByRole("link", { name: /^brief/i })
    .click()
  await killed(page).getByText(/^17/).waitFor()
  await page
    .getByText(/^10 reports$/)
    .first()
    .waitFor()
}, 180_000)

test("the same report pasted is read, and added twice changes nothing", async () => {
  const { page } = await story.visit("/add?way=paste")
  await settle(page)
  const session = page.getByRole("region", { name: "Since Heed was started" })
  for (const message of ["added 1 report", "no new report"]) {
    await page.getByLabel("The words of one report").fill(late)
    await page.getByRole("button", { name: "Add this report" }).click()
    await session.getByText(message).first().waitFor({ timeout: 60_000 })
  }
  await places(page)
    .getByRole("link", { name: /^brief/i })
    .click()
  await page
    .getByText(/^11 reports$/)
    .first()
    .waitFor()
}, 180_000)

test("what is no report is told with what to do", async () => {
  const { page } = await story.visit("/add")
  await settle(page)
  await page
    .getByLabel("Files of reports")
    .setInputFiles({ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") })
  const session = page.getByRole("region", { name: "Since Heed was started" })
  await session.getByText("empty.txt").first().waitFor()
  await session.getByText("no new report", { exact: false }).first().waitFor()
  await session.getByText("no report", { exact: true }).waitFor()
})
