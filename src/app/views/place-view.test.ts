import { expect, test } from "vitest"
import type { Place } from "../../core/value.ts"
import { placeView } from "./place-view.ts"

const place = (more: Partial<Place>): Place => ({
  kind: "place",
  name: "Port Alder",
  precision: "settlement",
  text: "",
  ...more,
})
const point = { lat: 10.5, lon: -20.25, country: "ZZ", within: ["Alder Province", "Zedland"] }

test("a town is a mark; near it is a ring with a reach", () => {
  expect(placeView(place(point))).toMatchObject({ drawn: "point", lat: 10.5, countryName: "Zedland" })
  expect(placeView(place({ ...point, precision: "near-settlement" }))).toMatchObject({ drawn: "ring", reachKm: 25 })
})

test("a site stands at its town's point and says so", () => {
  const view = placeView(place({ ...point, name: "Gate 3", within: ["Port Alder", "Zedland"], precision: "site" }))
  expect(view).toMatchObject({ drawn: "point" })
  expect(view?.note).toContain("the point of the town")
})

test("a country is its shape and never a point, with its code as key", () => {
  const view = placeView(place({ name: "Zedland", country: "ZZ", precision: "country" }))
  expect(view).toMatchObject({ key: "ZZ", drawn: "country", countryName: "Zedland" })
  expect(view?.lat).toBeUndefined()
})

test("an area without a point is drawn as the country that holds it; with one as a soft circle", () => {
  const area = { name: "Alder Province", precision: "admin1", country: "ZZ", within: ["Zedland"] } as const
  expect(placeView(place(area))).toMatchObject({ drawn: "within-country", country: "ZZ" })
  expect(placeView(place({ ...area, lat: 1, lon: 2 }))).toMatchObject({ drawn: "area", reachKm: 105 })
})

test("a region across countries is not drawn", () => {
  expect(placeView(place({ name: "The North", precision: "region" }))?.drawn).toBe("none")
  expect(placeView(null)).toBeUndefined()
  expect(placeView({ kind: "text", text: "a hotel", norm: "hotel" })).toBeUndefined()
})

test("the same place has the same key, another of that name has not", () => {
  const key = (more: Partial<Place>) => placeView(place({ ...point, ...more }))?.key
  expect(key({ text: "the port" })).toBe(key({ text: "Port Alder" }))
  expect(key({ lat: 50 })).not.toBe(key({}))
})
