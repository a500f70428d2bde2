import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeCase } from "./open-heed.ts"
import { ask, readIds } from "./read-ids.ts"
import { pathOf, type StoryIds, screens } from "./screens.ts"
import { settle } from "./settle.ts"
import { openStory } from "./story.ts"

// Reports that mean harm: everything in them is text on every screen, nothing runs, nothing is fetched.

const OVERRIDE = "\u202e"
const paragraphs = [
  `A bomb killed 12 people in the harbour of Montevideo on Tuesday, <script>window.ran = 1</script> police said.`,
  `“</span><img src=x onerror="window.ran = 2"> We saw it all,” said Ana Diaz, the mayor.`,
  `The coast guard" onmouseover="window.ran = 3" warned the port on 28 April 2031 of an attack.`,
  `${OVERRIDE}gnimoc saw ti\u202c The group said it was behind the bombing.`,
  `[click](javascript:window.ran=4) ![x](http://tracker.example/p.png) https://tracker.example/?q=1`,
]
const page = `<!doctype html><html><head>
<title>&lt;script&gt;window.ran = 5&lt;/script&gt; Blast in the harbour</title>
<link rel="canonical" href="javascript:window.ran=6">
<meta property="og:url" content="javascript:window.ran=7"><meta property="og:site_name" content="&lt;u onclick=window.ran=8&gt;Post">
<meta property="article:published_time" content="2031-05-04T08:00:00Z">
<script>window.ran = 9</script></head><body><article><h1>&lt;img src=x onerror=window.ran=10&gt; Blast in the harbour</h1>
${paragraphs.map(text => `<p>${text.replaceAll("<", "&lt;")}</p>`).join("\n")}
<p onclick="window.ran = 11"><a href="javascript:window.ran=12">More</a><iframe src="http://tracker.example/f"></iframe></p></article></body></html>`

/** Told without end: one paragraph of five megabytes. */
const sentence =
  "The harbour master said that the ferry was late and that nobody in the town had been hurt that night. "

const folder = mkdtempSync(join(tmpdir(), "heed-hostile-"))
let made: ReturnType<typeof makeCase>
let ids: StoryIds
const story = openStory({
  path: () => {
    const reports = join(folder, "reports")
    mkdirSync(reports)
    const name = `<img src=x onerror=window.ran=13>${OVERRIDE}.txt`
    writeFileSync(
      join(reports, name),
      [`<b onclick=window.ran=14>Blast</b>`, "Published: 2031-05-03", ...paragraphs].join("\n\n"),
    )
    writeFileSync(join(reports, "page.html"), page)
    writeFileSync(
      join(reports, "long.txt"),
      `A very long report\n\n${sentence.repeat(Math.ceil(5e6 / sentence.length))}\n`,
    )
    made = makeCase([reports])
    return made.path
  },
})
beforeAll(async () => {
  ids = await readIds(story.heed())
})
afterAll(() => {
  made?.remove()
  rmSync(folder, { recursive: true, force: true })
})

test.each(screens.map(screen => [screen.name, screen] as const))("on %s they are text", async (_, screen) => {
  const { page } = await story.visit(pathOf(screen, ids))
  await settle(page)
  // What the pointer could set off is set off.
  await page.evaluate(`for (const one of document.querySelectorAll("main *"))
    for (const type of ["mouseover", "focus", "error"]) one.dispatchEvent(new Event(type, { bubbles: true }))`)
  expect(await page.evaluate("window.ran")).toBeUndefined()
  expect(
    await page.locator("main").locator("iframe, script, [onclick], [onerror], [onmouseover], img[src=x]").count(),
  ).toBe(0)
  expect(await page.locator("a[href^='javascript' i], a[href*='tracker.example']").count()).toBe(0)
  // Nothing turns the direction of what stands around it.
  expect(await page.evaluate(`document.body.innerText.includes("${OVERRIDE}")`)).toBe(false)
})

test("the reader shows the very words, directions made visible", async () => {
  const heads = await ask<{ id: string; title: string }[]>(story.heed(), "/report-heads")
  const head = heads.find(({ title }) => title.includes("Blast"))
  const { page } = await story.visit(`/reports/${head!.id}`)
  await settle(page)
  await page.getByText("<script>window.ran = 1</script>").first().waitFor()
  await page.getByText("<U+202E>").first().waitFor()
})

test("a paragraph of five megabytes is shown, and says how far it was read", async () => {
  const heads = await ask<{ id: string; title: string }[]>(story.heed(), "/report-heads")
  const long = heads.find(({ title }) => /very long/i.test(title))
  const { page } = await story.visit(`/reports/${long!.id}`)
  await page.getByRole("heading", { level: 1, name: /very long/i }).waitFor()
  await page
    .getByText(/only the first \d+ were read/)
    .first()
    .waitFor()
  await page
    .getByRole("navigation", { name: /places/i })
    .getByRole("link", { name: /^help/i })
    .click()
  await page.getByRole("heading", { level: 1, name: "Help" }).waitFor()
}, 120_000)
