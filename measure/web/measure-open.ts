import { viewRoutes } from "../../src/api/routes/index.ts"
import type { CaseFile } from "../../src/core/casefile.ts"
import type { Figure, Run } from "../part.ts"
import { openHeed, type RunningHeed } from "./running-heed.ts"

/** Each view is asked so often. */
const TIMES = 5
/** A person reads the first screen meanwhile, and what lists rest on is made ready. In seconds: a choice. */
const READS = 20
const FIRST_SCREEN = ["/case", "/brief", "/days", "/report-heads"]

/** What `heed open` costs on a case that was made and kept, asked over HTTP as a browser asks. */
export async function measureOpen(path: string, caseFile: CaseFile, size: number, run: Run): Promise<Figure[]> {
  const heed = await openHeed(path)
  try {
    await Promise.all(FIRST_SCREEN.map(heed.timed))
    const first = heed.sinceStart()
    await heed.timed("/incidents")
    const whole = heed.sinceStart()
    const atOnce = await measureViews(heed, caseFile, run, 1)
    await new Promise(resolve => setTimeout(resolve, 1000 * READS))
    const views = await measureViews(heed, caseFile, run, TIMES)
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
        `${views.length} views, ${TIMES} times each, ${READS} s after the start`,
      ),
      ms("slowest view", longestOf(views)[0]!.longest, slowestInWords(views)),
      ms(
        "slowest view right after the start",
        longestOf(atOnce)[0]!.longest,
        `each asked once, before what lists rest on is made; ${slowestInWords(atOnce)}`,
      ),
      { name: `memory at ${size}`, value: memory, unit: "MB", detail: "of the process, after all views" },
      ms("first other day", ready, "with what the thread needs to be ready"),
      ms("other day", day),
      ms("decision noted", decided.noted, "answered: a person can go on"),
      ms("decision visible", decided.visible, "the case with it is shown"),
    ]
  } finally {
    await heed.close()
  }
}

const longestOf = (views: readonly ViewTimes[]) => views.toSorted((a, b) => b.longest - a.longest)

function slowestInWords(views: readonly ViewTimes[]): string {
  const slowest = longestOf(views).slice(0, 6)
  return slowest
    .map(
      ({ name, longest, median: middle }) =>
        `${name} ${longest.toFixed(0)}${middle < longest ? `, mostly ${middle.toFixed(0)}` : ""}`,
    )
    .join("; ")
}

interface ViewTimes {
  readonly name: string
  readonly median: number
  readonly longest: number
}

/** Every view that can be asked: lists as they are, items by one from the middle of the case. */
async function measureViews(heed: RunningHeed, caseFile: CaseFile, run: Run, often: number): Promise<ViewTimes[]> {
  const found: ViewTimes[] = []
  for (const { path } of viewRoutes) {
    const asked = addressIn(path, caseFile)
    if (asked === undefined) continue
    const times: number[] = []
    for (let time = 0; time < often; time++) {
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
