import { casePack } from "../../src/case-pack.ts"
import type { CaseFile } from "../../src/core/casefile.ts"
import type { Reading } from "../../src/core/reading.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { buildCase } from "../../src/reconcile/build-case.ts"
import { heldMegabytes, secondsSince } from "../cost.ts"
import type { Figure, Part } from "../part.ts"
import { makeCopySet } from "./copies/make-set.ts"

const FEW = 5
const MANY = 5000
/** Reports of other stories in both cases, so that there is a case to be found in. */
const OTHERS = 20

/** What the copies of one story cost after they were read: a case with five of them and one with 5,000. */
export const copiesMany: Part<unknown> = {
  name: "copies-many",
  about: "processor time and memory of a case with 5 and with 5,000 exact copies of one story, after reading",
  runsWithoutData: true,
  measure: () => {
    const engine = makeEngine()
    const read = makeCopySet(OTHERS + 1, 3).reports.map(({ id, publisher, published, text }) =>
      engine.read({
        bytes: new TextEncoder().encode(`${text}\n\n`),
        file: `${id}.txt`,
        stated: { publisher, ...(published !== undefined && { published }) },
      }),
    )
    const [story, ...others] = read
    // The first run makes the machine's code fast; it is not counted.
    build([...copiesOf(story!, FEW), ...others])
    return [FEW, MANY].flatMap(count => {
      const readings = [...copiesOf(story!, count), ...others]
      const { file, seconds, megabytes } = build(readings)
      const links = file.lineage.filter(link => link.kind === "copies" && link.strength === 1).length
      const told = Math.max(...file.incidents.map(incident => incident.reports.length))
      const of = { of: readings.length, items: "reports" }
      return [
        {
          name: `case with ${count} copies`,
          value: seconds,
          unit: "s",
          ...of,
          detail: `processor time; ${links} links of exact copies, the largest incident told by ${told} reports`,
        },
        // What five copies hold is less than the collector leaves behind.
        ...(count === MANY
          ? [
              {
                name: `memory of a case with ${count} copies`,
                value: megabytes,
                unit: "MB",
                ...of,
                detail: "of the finished case, without the readings",
              },
            ]
          : []),
      ] satisfies Figure[]
    })
  },
}

/** The reading with ids and publishers of its own, so many times. One copy comes out every minute. */
function copiesOf(story: Reading, count: number): Reading[] {
  const text = JSON.stringify({ ...story, report: { ...story.report, rawMap: [] } })
  return Array.from({ length: count }, (_, at) => {
    const end = at.toString(16).padStart(5, "0")
    const reading = JSON.parse(text.replace(/"([0-9a-f]{11})[0-9a-f]{5}"/g, `"$1${end}"`)) as Reading
    const minute = new Date(Date.UTC(2031, 4, 3, 6, at)).toISOString().replace(".000Z", "Z")
    const time = { kind: "time", edtf: minute, precision: "instant", text: minute, method: "explicit" } as const
    const publisher = { value: `Made Paper ${at}`, source: "user" } as const
    return { ...reading, report: { ...reading.report, publisher, published: { time, source: "user" } } }
  })
}

function build(readings: readonly Reading[]): { file: CaseFile; seconds: number; megabytes: number } {
  const before = heldMegabytes()
  const start = process.cpuUsage()
  const file = buildCase(readings, { name: "copies", engine: "measure", pack: casePack })
  const seconds = secondsSince(start)
  return { file, seconds, megabytes: heldMegabytes() - before }
}
