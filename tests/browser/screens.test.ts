import { beforeAll, describe, expect, test } from "vitest"
import { findBarriers } from "./find-barriers.ts"
import { readIds } from "./read-ids.ts"
import { pathOf, type StoryIds, screens } from "./screens.ts"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// Every screen on the sample story. What any of them does beyond standing there has a test of its own.

const story = openStory()
let ids: StoryIds
beforeAll(async () => {
  ids = await readIds(story.heed())
})

describe.each(screens)("$name", screen => {
  test.each(["light", "dark"] as const)(
    "opens by its address without a fault or a barrier, %s",
    async colorScheme => {
      const { page } = await story.visit(pathOf(screen, ids), { colorScheme })
      await page.getByRole("heading", { level: 1, name: screen.heading }).waitFor()
      await settle(page)
      expect((await page.getByRole("alert").allTextContents()).filter(text => text !== "")).toEqual([])
      expect(await findBarriers(page, colorScheme === "dark" ? "colours" : undefined)).toEqual([])
    },
    180_000,
  )

  test("is not wider than a phone", async () => {
    const { page } = await story.visit(pathOf(screen, ids), { viewport: { width: 390, height: 844 } })
    await settle(page)
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390)
  })

  const { link } = screen
  if (link !== undefined)
    test("opens from the navigation", async () => {
      const { page } = await story.visit(screen.path === "/" ? "/help" : "/")
      await page
        .getByRole("navigation", { name: /places/i })
        .getByRole("link", { name: link })
        .click()
      await page.getByRole("heading", { level: 1, name: screen.heading }).waitFor()
      expect(new URL(page.url()).pathname).toBe(pathOf(screen, ids).split("?")[0])
    })
})

test("the table of screens has every place of the navigation", async () => {
  const { page } = await story.visit()
  await settle(page)
  const places = await page
    .getByRole("navigation", { name: /places/i })
    .getByRole("link")
    .allTextContents()
  expect(places.filter(place => !screens.some(({ link }) => link?.test(place)))).toEqual([])
})

test("an address that leads nowhere says so and leads home", async () => {
  const { page } = await story.visit("/nowhere/at/all")
  await page.getByText("nothing at this address").waitFor()
  await page.getByRole("link", { name: /brief/i }).last().click()
  await page.getByRole("heading", { level: 1, name: screens[0]!.heading }).waitFor()
})
