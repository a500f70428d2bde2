import { useQuery } from "@tanstack/react-query"
import type { Feature, FeatureCollection, Geometry, MultiLineString, Polygon, Position } from "geojson"
import { feature, mesh } from "topojson-client"
import type { GeometryCollection, Topology } from "topojson-specification"
import worldUrl from "world-atlas/countries-50m.json?url"
import { countryCodeOf } from "./country-codes.ts"

/** A country of the outline. `main` is its largest piece: what a label stands on and a map is fitted to, so that islands far away do not stretch it. */
export interface Country {
  readonly code: string | undefined
  readonly name: string
  readonly shape: Feature<Geometry>
  readonly main: Feature<Polygon>
}

/** The outline of the world: Natural Earth 1:50 million, borders as they are held, shipped with Heed. */
export interface World {
  readonly countries: readonly Country[]
  readonly borders: MultiLineString
  readonly byCode: ReadonlyMap<string, Country>
}

type WorldTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** The outline, fetched from where Heed itself came from when a map is first shown. */
export function useWorld() {
  return useQuery<World>({
    queryKey: ["world"],
    queryFn: async () => {
      const response = await fetch(worldUrl)
      if (!response.ok) throw new Error("the outline of the world could not be loaded")
      return worldOf((await response.json()) as WorldTopology)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function worldOf(topology: WorldTopology): World {
  const shapes = topology.objects.countries
  const features = (feature(topology, shapes) as FeatureCollection<Geometry, { name: string }>).features
  const countries = features.map(shape => ({
    code: countryCodeOf(shape.id === undefined ? undefined : String(shape.id), shape.properties.name),
    name: shape.properties.name,
    shape,
    main: largestPiece(shape.geometry),
  }))
  return {
    countries,
    borders: mesh(topology, shapes, (a, b) => a !== b),
    byCode: new Map(countries.flatMap(country => (country.code === undefined ? [] : [[country.code, country]]))),
  }
}

function largestPiece(geometry: Geometry): Feature<Polygon> {
  const pieces =
    geometry.type === "MultiPolygon" ? geometry.coordinates : geometry.type === "Polygon" ? [geometry.coordinates] : []
  const polygons = pieces.map(coordinates => ({ type: "Polygon" as const, coordinates }))
  const sized = polygons.map(polygon => ({ polygon, area: areaOf(polygon.coordinates[0] ?? []) }))
  const largest = sized.reduce((a, b) => (a.area < b.area ? b : a))
  return { type: "Feature", properties: null, geometry: largest.polygon }
}

/** Area within a ring, in a unit of its own: exact on the cylinder that keeps areas. The outline is cut where the days meet. */
function areaOf(ring: readonly Position[]): number {
  let sum = 0
  let [beforeX, beforeY] = [0, 0]
  for (const [lon, lat] of ring) {
    const y = Math.sin((lat! * Math.PI) / 180)
    sum += beforeX * y - lon! * beforeY
    beforeX = lon!
    beforeY = y
  }
  return Math.abs(sum)
}
