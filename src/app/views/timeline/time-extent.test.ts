import { expect, test } from "vitest"
import { dayNumber } from "../../../core/edtf.ts"
import { timeExtent } from "./time-extent.ts"

const day = dayNumber(2031, 11, 4)
const known = { openStart: false, openEnd: false, about: false }

test("a day is a mark, a month a band, a year a long band", () => {
  expect(timeExtent("2031-11-04")).toEqual({ ...known, first: day, last: day, size: "day" })
  expect(timeExtent("2031-11")).toEqual({ ...known, first: day - 3, last: day + 26, size: "month" })
  expect(timeExtent("2031")?.size).toBe("year")
  expect(timeExtent("2029/2031")?.size).toBe("years")
  expect(timeExtent("2031-11-01/2031-11-10")?.size).toBe("days")
})

test("what is open or unsure says so", () => {
  expect(timeExtent("2031-11-04/..")).toEqual({ ...known, first: day, last: day, openEnd: true, size: "day" })
  expect(timeExtent("../2031-11-04")).toEqual({ ...known, first: day, last: day, openStart: true, size: "day" })
  expect(timeExtent("2031~")?.about).toBe(true)
})

test("no time, no extent", () => {
  expect(timeExtent("")).toBeUndefined()
  expect(timeExtent("../..")).toBeUndefined()
  expect(timeExtent("sometime")).toBeUndefined()
})
