import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Browser } from "playwright-core"
import { startChromium, withoutChromium } from "../tests/browser/chromium.ts"
import { type FirstView, watchFirstView } from "../tests/browser/first-view.ts"
import { buildWeb, makeCase, type OpenHeed, openHeed } from "../tests/browser/open-heed.ts"
import { ask, readIds } from "../tests/browser/read-ids.ts"
import { pathOf, screens } from "../tests/browser/screens.ts"
import { watchPage } from "../tests/browser/watch-page.ts"
import type { Figure } from "./part.ts"
import { type Outcome, toJson, toMarkdown, toText } from "./report.ts"

// What the browser app costs whoever opens it: weight, time to the text, movement, how long each screen takes, sizes of what is tapped.
const RUNS = 5
const NO_DATA = 66
/** How long after the first move of the pointer the first click comes. A choice. */
const AHEAD_MS = 2000
/** WCAG 2.2, 2.5.8: the least size of what is tapped, in CSS pixels. */
const LEAST_TAP = 24

const { values } = parseArgs({
  options: {
    case: { type: "string" },
    lighthouse: { type: "string" },
    json: { type: "boolean" },
    markdown: { type: "boolean" },
  },
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
const figures: Figure[] = []
const notes: string[] = []
try {
  const path = made?.path ?? values.case!
  // The first start makes the case and keeps it.
  const first = await openHeed(path)
  await ask(first, "/incidents")
  await first.close()
  await starts(path)
  const heed = await openHeed(path)
  try {
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
const outcome: Outcome = {
  results: [{ part: "front", corpus: "", figures, kinds: [], errors: [], notes }],
  missing: [],
  notes: [],
}
console.log(values.json ? toJson(outcome) : values.markdown ? toMarkdown(outcome) : toText(outcome))

/** Heed started and its address opened by a browser that has nothing of it, some times over. */
async function starts(path: string): Promise<void> {
  const views: (FirstView & { readonly started: number })[] = []
  for (let run = 0; run < RUNS; run++) {
    const before = performance.now()
    const heed = await openHeed(path)
    const started = performance.now() - before
    try {
      views.push({ started, ...(await watchFirstView(browser, heed)) })
    } finally {
      await heed.close()
    }
  }
  const { files } = views[0]!
  const weight = (name: string, type: string) => {
    const of = files.filter(file => file.type === type)
    const value = of.reduce((all, file) => all + file.compressed, 0) / 1000
    figures.push({ name, value, unit: "kB", detail: `compressed, files: ${of.length}` })
  }
  weight("JavaScript of the first view", "script")
  weight("style sheets of the first view", "stylesheet")
  weight("fonts of the first view", "font")
  figures.push({ name: "requests of the first view", value: files.length, unit: "requests" })
  const time = (name: string, of: (view: (typeof views)[number]) => number) => {
    const times = views.map(of).sort((a, b) => a - b)
    const detail = `median of ${RUNS} starts, fastest ${Math.round(times[0]!)}`
    figures.push({ name, value: median(times), unit: "ms", detail })
  }
  time("process start to the address", ({ started }) => started)
  time("address to first paint", ({ firstPaint }) => firstPaint)
  time("address to the brief's text", ({ text }) => text)
  time("address to the largest paint", ({ largestPaint }) => largestPaint)
  time("process start to the brief's text", ({ started, text }) => started + text)
  const shift = Math.max(...views.map(view => view.shift))
  figures.push({ name: "movement of what is drawn", value: shift * 1000, unit: "thousandths", detail: "CLS" })
}

/** How long a click on the navigation takes until the screen stands, the first time and the second. */
async function openings(browser: Browser, heed: OpenHeed): Promise<void> {
  const { page, close } = await watchPage(browser, heed)
  await page.getByRole("heading", { level: 1 }).first().waitFor()
  // As a person does on the way to the first click, upon which the app loads its screens while the browser rests.
  await page.mouse.move(300, 300)
  await page.waitForTimeout(AHEAD_MS)
  const took = new Map(["first", "second"].map(time => [time, [] as [string, number][]]))
  for (const time of took.keys())
    for (const { name, link, heading } of screens) {
      if (link === undefined) continue
      // The click is made and the heading awaited within the page: the way from here to there and back is no part of it.
      const ms = await page.evaluate<number>(`(async () => {
        const link = [...document.querySelectorAll("nav a")].find(a => ${link}.test(a.textContent))
        const before = performance.now()
        link.click()
        const stands = () => ${heading}.test(document.querySelector("h1")?.textContent ?? "") && !document.querySelector("main [aria-busy=true], main [role=status][aria-label^=Reading]")
        while (!stands() && performance.now() - before < 20000) await new Promise(done => requestAnimationFrame(done))
        return performance.now() - before
      })()`)
      took.get(time)!.push([name, ms])
    }
  await close()
  for (const [time, screens] of took) {
    const slowest = screens.toSorted(([, a], [, b]) => b - a)
    const detail = slowest.map(([name, ms]) => `${name} ${Math.round(ms)}`).join(", ")
    const unit = "ms"
    figures.push({ name: `median click, ${time} time`, value: median(screens.map(([, ms]) => ms)), unit })
    figures.push({ name: `slowest click, ${time} time`, value: slowest[0]![1], unit, detail })
  }
}

/** Things to tap on a phone that are smaller than they should be; links within a sentence are allowed to be. */
async function taps(browser: Browser, heed: OpenHeed): Promise<void> {
  const ids = await readIds(heed)
  const found: string[] = []
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
    found.push(...small.map(one => `${screen.name}: ${one}`))
  }
  await close()
  figures.push({
    name: `things to tap under ${LEAST_TAP} px`,
    value: found.length,
    unit: "things",
    of: screens.length,
    items: "screens, 390 px wide",
    ...(0 < found.length && { detail: found.slice(0, 6).join(", ") }),
  })
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
      notes.push(`Lighthouse, ${form}, did not run: ${stderr.trim().split("\n").at(-1)}`)
      continue
    }
    const { categories, audits } = JSON.parse(stdout) as {
      categories: Record<string, { title: string; score: number | null }>
      audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>
    }
    for (const { title, score } of Object.values(categories))
      figures.push({
        name: `Lighthouse, ${form}: ${title.toLowerCase()}`,
        value: score === null ? undefined : score * 100,
        unit: "points",
      })
    const missed = Object.values(audits).filter(audit => audit.scoreDisplayMode === "binary" && audit.score === 0)
    if (0 < missed.length) notes.push(`Lighthouse, ${form}, not passed: ${missed.map(({ title }) => title).join("; ")}`)
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

function stop(why: string): never {
  console.error(why)
  process.exit(NO_DATA)
}
