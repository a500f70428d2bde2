import { expect, test } from "vitest"
import { dayNumber, daysOf, edtfOfDay, timeContains, timesOverlap } from "./edtf.ts"

const written = (edtf: string) => {
  const days = daysOf(edtf)
  return days && `${edtfOfDay(days.first)} ${edtfOfDay(days.last)}`
}

test.each([
  ["2024-03-22", "2024-03-22 2024-03-22"],
  ["2024-02", "2024-02-01 2024-02-29"],
  ["2023", "2023-01-01 2023-12-31"],
  ["2021-08~", "2021-08-01 2021-08-31"],
  ["2024-21", "2024-03-01 2024-05-31"],
  ["2023-24", "2023-12-01 2024-02-29"],
  ["199X", "1990-01-01 1999-12-31"],
  ["18XX", "1800-01-01 1899-12-31"],
  ["2024-03-01/2024-03-10", "2024-03-01 2024-03-10"],
  ["2022-03/2024-03", "2022-03-01 2024-03-31"],
  ["2024-03-22T21:00:00", "2024-03-22 2024-03-22"],
  ["-0479", "-0479-01-01 -0479-12-31"],
  ["0049-03-15", "0049-03-15 0049-03-15"],
])("%s covers %s", (edtf, days) => {
  expect(written(edtf)).toBe(days)
})

test.each(["", "Friday", "2024-13", "2024-02-30", "2024-03-10/2024-03-01", "2024/..", "24-03-01"])(
  "%j covers nothing",
  edtf => {
    expect(daysOf(edtf)).toBeUndefined()
  },
)

test("a date and its day number undo each other, before our era too", () => {
  for (const day of [dayNumber(2024, 2, 29), dayNumber(1970, 1, 1), dayNumber(-217, 8, 2), dayNumber(1, 1, 1)])
    expect(daysOf(edtfOfDay(day))).toEqual({ first: day, last: day })
})

test("times overlap and contain each other", () => {
  expect(timesOverlap("2024-03", "2024-03-22/2024-04-02")).toBe(true)
  expect(timesOverlap("2024-03", "2024-04")).toBe(false)
  expect(timesOverlap("", "2024")).toBe(false)
  expect(timeContains("2024", "2024-03-22")).toBe(true)
  expect(timeContains("2024-03-22", "2024")).toBe(false)
})
