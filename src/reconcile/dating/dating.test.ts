import { expect, test } from "vitest"
import type { Reading } from "../../core/reading.ts"
import { buildCase } from "../build-case.ts"
import type { ReadTimes } from "../options.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder, time, town } from "../testing/reading-builder.ts"
import { dateTimes } from "./date-times.ts"

const sella = town("Port Sella", "IT")
const story = [
  "The bombing of the ferry terminal of Port Sella shook the harbour towns of the whole northern coast.",
  "On April 7 the coast guard of Orsa warned the port authority that somebody was about to strike a ferry.",
  "Divers on Sunday were still searching the black water between the two piers for the last passengers.",
  "“We found the hull split open like a walnut,” said Ana Diaz, the chief of the coast guard of Orsa.",
  "The terminal handles forty thousand travellers in an ordinary week and had no guards at the northern gate.",
  "A van that nobody had searched was parked for three hours between the ticket hall and the water.",
]

/** The undated report: what it tells, what it was warned of, and its open times. */
function undated(): Reading {
  const builder = new ReadingBuilder({ text: story.join(" "), file: "undated.txt" })
  builder.event({ words: "bombing", subtype: "bombing", fills: [{ slot: "where", value: sella }] })
  builder.warning("On April 7 the coast guard of Orsa warned the port authority", {
    issuer: "the coast guard of Orsa",
    issued: { ...time(""), text: "April 7" },
  })
  const reading = builder.build()
  const open = (text: string) => ({ span: builder.at(text).span, time: { ...time(""), text } })
  return { ...reading, times: [open("April 7"), open("Sunday")] }
}

/** A dated report with its event on 3 May 2031, a Saturday. */
function dated(text: string, published: string): Reading {
  const builder = new ReadingBuilder({ text, publisher: `Paper of ${published}`, published })
  builder.event({
    words: "bombing",
    subtype: "bombing",
    fills: [
      { slot: "where", value: sella },
      ...(text.includes("3 May") ? [{ slot: "when", value: time("2031-05-03", "3 May") }] : []),
    ],
  })
  return builder.build()
}

/** Reads "April 7" as that of the year, "Sunday" as the Sunday before. */
const readTimes: ReadTimes = (reading, published) => {
  const day = new Date(`${published}T00:00:00Z`)
  const sunday = new Date(day.getTime() - day.getUTCDay() * 86_400_000).toISOString().slice(0, 10)
  return reading.times.map(({ span, time: { text } }) => ({
    span,
    time: time(text === "Sunday" ? sunday : `${published.slice(0, 4)}-04-07`, text),
  }))
}

const options = { ...testOptions, readTimes }
const news = () => dated("The bombing of the ferry terminal in Port Sella on 3 May killed nine.", "2031-05-04")
const copy = () => dated(`${story.join(" ")} More in print.`, "2031-05-06")

function undatedIn(...readings: readonly Reading[]) {
  const file = buildCase(readings, options)
  const report = file.reports.find(one => one.file === "undated.txt")!
  const warning = file.warnings.find(({ reports }) => reports.includes(report.id))!
  return { between: report.publishedBetween?.edtf, issued: warning.issued.edtf }
}

test("what it tells and who copies it bound a report without a date, and what means the same on all days between has a date", () => {
  expect(undatedIn(undated(), news(), copy())).toEqual({
    between: "2031-05-03/2031-05-06",
    issued: "2031-04-07",
  })
})

test("a time that differs between the bounds stays open", () => {
  const bounds = (first: number, last: number) => ({ first, last, why: "test" })
  const days = (first: number, last: number) =>
    dateTimes(undated(), bounds(first, last), readTimes).times.map(({ time: { edtf } }) => edtf)
  // 3 May 2031, a Saturday, is day 22402 since 1970.
  expect(days(22402, 22405)).toEqual(["2031-04-07", ""])
  expect(days(22403, 22405)).toEqual(["2031-04-07", "2031-05-04"])
})

test("one bound alone dates nothing", () => {
  expect(undatedIn(undated(), news())).toMatchObject({ between: undefined, issued: "" })
  expect(undatedIn(undated(), copy())).toMatchObject({ between: undefined, issued: "" })
})

test("bounds that exclude each other date nothing", () => {
  const late = dated("The bombing of the ferry terminal in Port Sella on 3 May killed nine.", "2031-05-04")
  const early = dated(`${story.join(" ")} More in print.`, "2031-05-01")
  expect(undatedIn(undated(), late, early)).toMatchObject({ between: undefined, issued: "" })
})
