import { type GeoProjection, geoPath } from "d3-geo"
import { useEffect, useState } from "react"
import type { Country, World } from "./world.ts"

/** A country that has some of its outline in the picture, with where its largest piece lies in pixels before zooming. */
export interface PlacedCountry {
  readonly country: Country
  readonly bounds: readonly [readonly [number, number], readonly [number, number]]
  readonly middle: readonly [number, number]
}

/** Land and borders of a picture, as paths before zooming. */
export interface Ground {
  readonly land: string
  readonly borders: string
  readonly countries: readonly PlacedCountry[]
}

/** A step may keep the page from answering for so long, milliseconds: half of a frame. */
const STEP_MS = 8
/** Pictures kept, so that coming back to one draws nothing anew. */
const KEPT = 4
const kept = new Map<string, Ground>()

/** The ground of a picture; undefined until it is drawn, in steps, between which the page answers. */
export function useGround(world: World, projection: GeoProjection): Ground | undefined {
  const key = JSON.stringify([projection.rotate(), projection.scale(), projection.translate(), projection.clipAngle()])
  const [, setDrawn] = useState("")
  useEffect(() => {
    if (kept.has(key)) return
    const steps = drawGround(world, projection)
    let timer: ReturnType<typeof setTimeout>
    const go = () => {
      const until = performance.now() + STEP_MS
      let step = steps.next()
      while (!step.done && performance.now() < until) step = steps.next()
      if (!step.done) {
        timer = setTimeout(go)
        return
      }
      kept.set(key, step.value)
      if (KEPT < kept.size) kept.delete(kept.keys().next().value!)
      setDrawn(key)
    }
    timer = setTimeout(go)
    return () => clearTimeout(timer)
  }, [key, world, projection])
  return kept.get(key)
}

function* drawGround(world: World, projection: GeoProjection): Generator<undefined, Ground> {
  const path = geoPath(projection)
  let land = ""
  const countries: PlacedCountry[] = []
  for (const country of world.countries) {
    const drawn = path(country.shape) ?? ""
    yield
    if (drawn === "") continue
    land += drawn
    countries.push({ country, bounds: path.bounds(country.main), middle: path.centroid(country.main) })
    yield
  }
  let borders = ""
  for (const line of world.borders.coordinates) {
    borders += path({ type: "LineString", coordinates: line }) ?? ""
    yield
  }
  return { land, borders, countries }
}
