import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { viewRoutes } from "../../src/api/routes/index.ts"
import type { CaseFile } from "../../src/core/casefile.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { secondsSince } from "../cost.ts"
import type { Figure, Part, Run } from "../part.ts"
import { makeCaseOf, sampleReadings } from "./many-reports.ts"
import { openHeed, type RunningHeed } from "./running-heed.ts"

/** Reports of the cases. A choice: making a case of 2,000 reports of one kind took over five minutes of processor time. */
const SIZES = [5, 300]
/** Each view is asked so often; the first time it makes what the others use. */
const TIMES = 5
const FIRST_SCREEN = ["/case", "/brief", "/days", "/report-heads"]

/** What the web app costs at 5 and at 300 reports, asked over HTTP as a browser asks. */
export const web: Part<unknown> = {
  name: "web",
  about:
    "time from start to the first view, of every view, of a decision and of another day, and memory, at 5 and 300 reports",
  runsWithoutData: true,
  async measure(_, run) {
    const engine = makeEngine()
    const readings = sampleReadings(engine)
    const folder = mkdtempSync(join(tmpdir(), "heed-web-"))
    const figures: Figure[] = []
    try {
      for (const size of SIZES) {
        const path = join(folder, `${size}.heed`)
        const start = process.cpuUsage()
        const caseFile = await makeCaseOf(path, readings, size, engine)
        const of = { of: size, items: "reports" }
        figures.push(
          {
            name: `case of ${size} made`,
            value: secondsSince(start),
            unit: "s",
            ...of,
            detail: "processor time, with the reports kept",
          },
          { name: `file of ${size}`, value: statSync(path).size / 1e6, unit: "MB", ...of },
        )
        figures.push(...(await measureOpen(path, caseFile, size, run)).map(figure => ({ ...figure, ...of })))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    run.note(
      "Reports are those of the sample story, again and again with other names, words and years. Times are of the wall, asked over HTTP on an otherwise idle case.",
    )
    return figures
  },
}

async function measureOpen(path: string, caseFile: CaseFile, size: number, run: Run): Promise<Figure[]> {
  const heed = await openHeed(path)
  try {
    await Promise.all(FIRST_SCREEN.map(heed.timed))
    const first = heed.sinceStart()
    await heed.timed("/incidents")
    const whole = heed.sinceStart()
    const views = await measureViews(heed, caseFile, run)
    const slowest = views.toSorted((a, b) => b.longest - a.longest)
    const memory = heed.megabytes()
    const days = JSON.parse((await heed.get("/days")).body) as { day: string }[]
    // The thread that puts cases together gets ready by itself after the first view; a person takes longer to decide.
    const ready = await heed.timed(`/case?asOf=${days.at(-2)?.day ?? days[0]!.day}`)
    const day = await heed.timed(`/case?asOf=${days[days.length >> 1]!.day}`)
    const decided = await heed.decide({ action: "hide", item: caseFile.incidents[0]!.id, by: "measure" })
    const ms = (name: string, value: number, detail?: string): Figure => ({
      name: `${name} at ${size}`,
      value,
      unit: "ms",
      ...(detail !== undefined && { detail }),
    })
    return [
      ms("first view after start", first, "process start to frame and brief"),
      ms("whole case after start", whole, "process start to a list of all incidents"),
      ms(
        "median view",
        median(views.map(({ median: middle }) => middle)),
        `${views.length} views, ${TIMES} times each`,
      ),
      ms(
        "slowest view",
        slowest[0]!.longest,
        `first time; ${slowest
          .slice(0, 6)
          .map(({ name, longest, median: middle }) => `${name} ${longest.toFixed(0)} then ${middle.toFixed(0)}`)
          .join(", ")}`,
      ),
      { name: `memory at ${size}`, value: memory, unit: "MB", detail: "of the process, after all views" },
      ms("first other day", ready, "with what the thread needs to be ready"),
      ms("other day", day),
      ms("decision visible", decided),
    ]
  } finally {
    await heed.close()
  }
}

interface ViewTimes {
  readonly name: string
  readonly median: number
  readonly longest: number
}

/** Every view that can be asked: lists as they are, items by one from the middle of the case. */
async function measureViews(heed: RunningHeed, caseFile: CaseFile, run: Run): Promise<ViewTimes[]> {
  const found: ViewTimes[] = []
  for (const { path } of viewRoutes) {
    const asked = addressIn(path, caseFile)
    if (asked === undefined) continue
    const times: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const { status, body, ms } = await heed.get(asked)
      if (status !== 200) run.wrong(`${path} answers ${status}`, body.slice(0, 200))
      times.push(ms)
    }
    found.push({ name: path, median: median(times), longest: Math.max(...times) })
  }
  return found
}

/** An address of the view that this case can answer; undefined where it has nothing to ask for. */
function addressIn(path: string, { incidents, entities, warnings, reports, lineage }: CaseFile): string | undefined {
  if (path === "/origins") return "/origins?of=case"
  const middle = (items: readonly { readonly id: string }[]) => items[items.length >> 1]?.id
  if (path === "/search") return "/search?q=police"
  if (path === "/compare") {
    const link = lineage.find(({ to }) => to !== null)
    return link && `/compare?a=${link.from}&b=${link.to}`
  }
  if (!path.includes("{")) return path
  const ids: Readonly<Record<string, string | undefined>> = {
    "/incidents/{id}": middle(incidents),
    "/actions/{id}": middle(incidents),
    "/people/{id}": middle(entities.filter(({ type }) => type === "person")),
    "/warnings/{id}": middle(warnings),
    "/reports/{id}": middle(reports),
    "/reports/{id}/reader": middle(reports),
    "/links/{id}": middle(lineage),
  }
  const id = ids[path]
  return id && path.replace("{id}", id)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
