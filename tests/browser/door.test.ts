import { expect, test } from "vitest"
import { openStory } from "./story.ts"

// What a page of another site, or one without the token, gets. All refusals of the door are tested in its own process.

const story = openStory()

/** A context whose faults are looked at by the test itself. */
async function open() {
  const context = await story.browser().newContext()
  const page = await context.newPage()
  await page.goto(story.heed().url)
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  return { context, page }
}

test("without the token nothing is told, in the one shape of an error", async () => {
  const { origin } = story.heed()
  for (const path of ["/api/brief", "/api/openapi.json", "/api/events"]) {
    const answer = await fetch(origin + path)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
  }
})

test("a page of another site cannot ask, though the browser has the token", async () => {
  const { context } = await open()
  const other = await context.newPage()
  // The same machine under its other name is another site to the browser.
  await other.goto(story.heed().origin.replace("127.0.0.1", "localhost"))
  const answer = await other.evaluate<string>(
    `fetch("${story.heed().origin}/api/brief", { credentials: "include" }).then(answer => answer.text(), error => error.name)`,
  )
  expect(answer).toBe("TypeError")
  await context.close()
})

test("the policy of the page allows no script within it", async () => {
  const { context, page } = await open()
  const blocked = await page.evaluate<string>(`new Promise(done => {
    document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective))
    const script = document.createElement("script")
    script.textContent = "window.ran = true"
    document.head.append(script)
  })`)
  expect(blocked).toBe("script-src-elem")
  expect(await page.evaluate("window.ran")).toBeUndefined()
  await context.close()
})

test("an error of the door is shown in words, with a way out", async () => {
  const { page } = await story.visit("/?asOf=yesterday")
  await page
    .getByRole("alert")
    .getByText(/expected a date such as/)
    .waitFor()
})
