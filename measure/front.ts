import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Browser } from "playwright-core"
import { startChromium, withoutChromium } from "../tests/browser/chromium.ts"
import { type FirstView, watchFirstView } from "../tests/browser/first-view.ts"
import { buildWeb, makeCase, type OpenHeed, openHeed } from "../tests/browser/open-heed.ts"
import { readIds } from "../tests/browser/read-ids.ts"
import { pathOf, screens } from "../tests/browser/screens.ts"
import { watchPage } from "../tests/browser/watch-page.ts"

// What the browser app costs whoever opens it: weight, time to the text, movement, how long each screen takes, sizes of what is tapped.
const RUNS = 5
const NO_DATA = 66
/** WCAG 2.2, 2.5.8: the least size of what is tapped, in CSS pixels. */
const LEAST_TAP = 24

const { values } = parseArgs({
  options: { case: { type: "string" }, lighthouse: { type: "string" }, json: { type: "boolean" } },
})
for (const [name, path] of Object.entries(values))
  if (typeof path === "string" && !existsSync(path)) stop(`nothing at ${path}; expected a file for --${name}`)
if (withoutChromium) stop(withoutChromium)

const samples = resolve(import.meta.dirname, "../samples")
/** The first five of the sample story. */
const five = readdirSync(samples)
  .filter(file => /\.(?:txt|html)$/.test(file))
  .sort()
  .slice(0, 5)
  .map(file => join(samples, file))

buildWeb()
const made = values.case === undefined ? makeCase(five) : undefined
const browser = await startChromium()
const figures: { what: string; figure: string }[] = []
const tell = (what: string, figure: string) => figures.push({ what, figure })
try {
  const before = performance.now()
  const heed = await openHeed(made?.path ?? values.case!)
  const started = performance.now() - before
  try {
    tell("heed open, until it tells its address", `${(started / 1000).toFixed(1)} s`)
    const views: FirstView[] = []
    for (let run = 0; run < RUNS; run++) views.push(await watchFirstView(browser, heed))
    firstView(views)
    await openings(browser, heed)
    await taps(browser, heed)
    if (values.lighthouse !== undefined) lighthouse(values.lighthouse, heed)
  } finally {
    await heed.close()
  }
} finally {
  await browser.close()
  made?.remove()
}
if (values.json) console.log(JSON.stringify(figures, null, 2))
else for (const { what, figure } of figures) console.log(`| ${what} | ${figure} |`)

function firstView(views: readonly FirstView[]): void {
  const [first] = views
  const sum = (type: string) =>
    first!.files.filter(file => file.type === type).reduce((all, file) => all + file.compressed, 0)
  tell("JavaScript of the first view, compressed", kilobytes(sum("script")))
  tell("style sheets of the first view, compressed", kilobytes(sum("stylesheet")))
  tell("fonts of the first view", kilobytes(sum("font")))
  const types = Map.groupBy(first!.files, file => file.type)
  tell(
    "requests of the first view",
    `${first!.files.length}: ${[...types].map(([type, files]) => `${type} ${files.length}`).join(", ")}`,
  )
  tell("first view after start: the brief's text", milliseconds(first!.text))
  const again = views.slice(1)
  tell(`first paint, median of ${again.length}`, milliseconds(median(again.map(view => view.firstPaint))))
  tell("largest paint", milliseconds(median(again.map(view => view.largestPaint))))
  tell("the brief's text", milliseconds(median(again.map(view => view.text))))
  tell("movement of what is drawn (CLS)", Math.max(...views.map(view => view.shift)).toFixed(3))
}

/** How long a click on the navigation takes until the screen stands, the first time and the second. */
async function openings(browser: Browser, heed: OpenHeed): Promise<void> {
  const { page, close } = await watchPage(browser, heed)
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  for (const time of ["first", "second"])
    for (const { name, link, heading } of screens) {
      if (link === undefined) continue
      // The click is made and the heading awaited within the page: the way from here to there and back is no part of it.
      const took = await page.evaluate<number>(`(async () => {
        const link = [...document.querySelectorAll("nav a")].find(a => ${link}.test(a.textContent))
        const before = performance.now()
        link.click()
        const stands = () => ${heading}.test(document.querySelector("h1")?.textContent ?? "") && !document.querySelector("main [aria-busy=true], main [role=status][aria-label^=Reading]")
        while (!stands() && performance.now() - before < 20000) await new Promise(done => requestAnimationFrame(done))
        return performance.now() - before
      })()`)
      tell(`${name}: opened by the navigation, ${time} time`, milliseconds(took))
    }
  await close()
}

/** Things to tap on a phone that are smaller than they should be; links within a sentence are allowed to be. */
async function taps(browser: Browser, heed: OpenHeed): Promise<void> {
  const ids = await readIds(heed)
  const { page, close } = await watchPage(browser, heed, "/", { viewport: { width: 390, height: 844 }, hasTouch: true })
  for (const screen of screens) {
    await page.goto(pathOf(screen, ids))
    await page.getByRole("heading", { level: 1 }).first().waitFor()
    const small = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll("a, button, input, select, [role=button], [role=tab]")]
      .filter(one => one.checkVisibility() && !one.closest("p, sup, li, td, figcaption, dd"))
      .map(one => [one.getBoundingClientRect(), (one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 30)])
      .filter(([box]) => 0 < box.width && (box.width < ${LEAST_TAP} || box.height < ${LEAST_TAP}))
      .map(([box, name]) => name + " " + Math.round(box.width) + "x" + Math.round(box.height))`)
    tell(
      `${screen.name}: things to tap under ${LEAST_TAP} px`,
      small.length === 0 ? "none" : `${small.length}: ${small.slice(0, 4).join(", ")}`,
    )
  }
  await close()
}

/** Scores of Lighthouse, where somebody has installed it: no part of Heed. */
function lighthouse(path: string, { url }: OpenHeed): void {
  const { origin, searchParams } = new URL(url)
  const headers = JSON.stringify({ Authorization: `Bearer ${searchParams.get("token")}` })
  const flags = "--headless=new --no-sandbox --disable-background-networking"
  for (const form of ["desktop", "mobile"]) {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        path,
        `${origin}/`,
        "--quiet",
        "--output=json",
        `--extra-headers=${headers}`,
        `--chrome-flags=${flags}`,
        ...(form === "desktop" ? ["--preset=desktop"] : []),
      ],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        env: { ...process.env, CHROME_PATH: browser.browserType().executablePath() },
      },
    )
    if (!stdout.startsWith("{")) {
      tell(`Lighthouse, ${form}`, `did not run: ${stderr.trim().split("\n").at(-1)}`)
      continue
    }
    const { categories, audits } = JSON.parse(stdout) as {
      categories: Record<string, { title: string; score: number | null }>
      audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>
    }
    const scores = Object.values(categories).map(
      ({ title, score }) => `${title} ${score === null ? "-" : Math.round(score * 100)}`,
    )
    const missed = Object.values(audits)
      .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0)
      .map(({ title }) => title)
    tell(
      `Lighthouse, ${form}`,
      `${scores.join(", ")}${missed.length === 0 ? "" : `; not passed: ${missed.join("; ")}`}`,
    )
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

function milliseconds(time: number): string {
  return `${Math.round(time)} ms`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function stop(why: string): never {
  console.error(why)
  process.exit(NO_DATA)
}
