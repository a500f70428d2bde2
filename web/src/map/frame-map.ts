import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
} from "d3-geo"
import type { Feature, Polygon } from "geojson"
import type { PlaceView } from "../../../src/app/views/place-view.ts"
import type { World } from "./world.ts"

export interface Size {
  readonly width: number
  readonly height: number
}

/** The flat picture before zooming. `isWorld`: the whole world, where a length in kilometres means nothing. */
export interface MapFrame {
  readonly projection: GeoProjection
  readonly isWorld: boolean
}

const EARTH_KM = 6371
/** A single town is shown with what lies this far around it, so that one sees which land it is in. */
const AROUND_KM = 320
const MARGIN = 34
/** From this angle between middle and edge on, degrees, the picture is of the world. */
const WORLD_ANGLE = 55

/** A circle on the globe. */
export function circleAround(lat: number, lon: number, km: number): Polygon {
  return geoCircle()
    .center([lon, lat])
    .radius((km / EARTH_KM) * (180 / Math.PI))
    .precision(4)()
}

/** A picture that shows all places with what lies around them; areas keep their size in both projections. */
export function frameMap(places: readonly PlaceView[], world: World, { width, height }: Size): MapFrame {
  const shown = places.flatMap(place => shapeToShow(place, world))
  const box: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [Math.max(width - MARGIN, MARGIN + 1), Math.max(height - MARGIN, MARGIN + 1)],
  ]
  if (shown.length === 0) return { projection: geoEqualEarth().fitExtent(box, { type: "Sphere" }), isWorld: true }
  const points = shown.flatMap(({ geometry }) => geometry.coordinates.flat() as [number, number][])
  const middle = geoCentroid({ type: "MultiPoint", coordinates: shown.map(shape => geoCentroid(shape)) })
  const reach = Math.max(...points.map(point => geoDistance(point, middle))) * (180 / Math.PI)
  const all: GeoPermissibleObjects = { type: "FeatureCollection", features: shown }
  if (WORLD_ANGLE < reach)
    return { projection: geoEqualEarth().rotate([-middle[0], 0]).fitExtent(box, all), isWorld: true }
  const projection = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).clipAngle(90)
  return { projection: projection.fitExtent(box, all), isWorld: false }
}

function shapeToShow(place: PlaceView, world: World): Feature<Polygon>[] {
  const { lat, lon, country, reachKm = 0 } = place
  if (lat !== undefined && lon !== undefined)
    return [{ type: "Feature", properties: null, geometry: circleAround(lat, lon, Math.max(reachKm * 1.5, AROUND_KM)) }]
  const shape = country === undefined ? undefined : world.byCode.get(country)
  return shape ? [shape.main] : []
}

/** Kilometres of a bar in a scale of the picture, a round number, and its length in pixels. */
export function scaleBar({ projection, isWorld }: MapFrame, zoom: number): { km: number; pixels: number } | undefined {
  if (isWorld) return undefined
  const perKm = (projection.scale() * zoom) / EARTH_KM
  const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].findLast(length => length * perKm <= 110) ?? 1
  return { km, pixels: km * perKm }
}
