import { expect, test } from "vitest"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

const story = openStory()

test.each(["light", "dark"] as const)(
  "the brief prints black on white without what is around it, from the %s theme",
  async colorScheme => {
    const { page } = await story.visit("/", { colorScheme })
    await settle(page)
    await page.emulateMedia({ media: "print" })
    for (const part of [
      page.getByRole("navigation", { name: /places/i }),
      page.getByRole("complementary", { name: "Evidence" }),
      page.getByRole("banner"),
    ])
      expect(await part.isVisible()).toBe(false)
    const colours = await page.evaluate<string[]>(
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]",
    )
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"])
    expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-")
  },
)

test("on paper every mark of the brief leads to a note with its words, and nothing can be pressed", async () => {
  const { page } = await story.visit("/")
  await settle(page)
  await page.emulateMedia({ media: "print" })
  const notes = page.getByRole("region", { name: "The words behind the marks" })
  await notes.waitFor()
  const marks = await page.locator("main sup[data-evidence]").allTextContents()
  const numbers = await page.evaluate<string[]>(
    "[...document.querySelectorAll('#footnotes + ol > li')].map(item => item.getAttribute('value'))",
  )
  expect(numbers).toEqual([...new Set(marks)].sort((a, b) => Number(a) - Number(b)))
  expect(await page.getByRole("button", { name: "Export" }).isVisible()).toBe(false)
  await page.emulateMedia({ media: "screen" })
  await notes.waitFor({ state: "detached" })
})
