import { expect, test } from "vitest"
import { watchFirstView } from "./first-view.ts"
import { openStory } from "./story.ts"

const story = openStory()

/** Kilobytes of JavaScript that the first view may load, compressed. */
const MOST_SCRIPT = 300
/** Above this movement of what is drawn a page is called unsteady (web.dev, CLS: good is under 0.1); ours reserves its space. */
const MOST_SHIFT = 0.05

test("the first view is light, asks only for what it shows, and does not jump", async () => {
  const { files, shift } = await watchFirstView(story.browser(), story.heed())
  const scripts = files.filter(file => file.type === "script")
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((sum, file) => sum + file.compressed, 0) / 1000).toBeLessThan(MOST_SCRIPT)
  expect(shift).toBeLessThan(MOST_SHIFT)
  const answers = files.map(file => file.path).filter(path => path.startsWith("/api/"))
  expect(answers).toContain("/api/brief")
  expect(new Set(answers).size).toBe(answers.length)
})
