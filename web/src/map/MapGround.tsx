import { type GeoProjection, geoContains, geoGraticule10, geoPath } from "d3-geo"
import { memo } from "react"
import type { Size } from "./frame-map.ts"
import type { Ground, PlacedCountry } from "./ground.ts"
import classes from "./map.module.css"
import type { Spot } from "./place-labels.ts"

/** Water, land and borders, drawn once for a projection; zooming only moves them. */
export const MapGround = memo(function MapGround({
  ground,
  projection,
}: {
  /** Land and borders, as soon as they are drawn. */
  readonly ground: Ground | undefined
  readonly projection: GeoProjection
}) {
  const path = geoPath(projection)
  return (
    <g aria-hidden>
      <path className={classes.sea} d={path({ type: "Sphere" }) ?? ""} />
      <path className={classes.graticule} d={path(geoGraticule10()) ?? ""} />
      {ground && <path className={classes.land} d={ground.land} />}
      {ground && <path className={classes.border} d={ground.borders} />}
    </g>
  )
})

/** Points all over the picture where a name might stand, those near its middle first. */
function grid({ width, height }: Size): readonly (readonly [number, number])[] {
  const parts = [1, 2, 3, 4, 5, 6, 7]
  const off = ([x, y]: readonly [number, number]) => Math.hypot(x / width - 0.5, y / height - 0.5)
  return parts
    .flatMap(column => parts.map(row => [(column / 8) * width, (row / 8) * height] as const))
    .sort((a, b) => off(a) - off(b))
}

/** Names of countries where there is room for them, to say what one looks at. */
export const CountryNames = memo(function CountryNames({
  countries,
  projection,
  scale,
  x,
  y,
  size,
  taken,
  told,
  spots,
}: {
  readonly countries: readonly PlacedCountry[]
  readonly projection: GeoProjection
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly size: Size
  /** Countries that have a label of their own. */
  readonly taken: ReadonlySet<string>
  /** Countries in which a place is drawn: they are named wherever they can be seen. */
  readonly told: ReadonlySet<string>
  /** Where marks and their labels stand. */
  readonly spots: readonly Spot[]
}) {
  return (
    <g className={classes.countryNames} aria-hidden>
      {countries.map(
        ({ country: { code, name, main }, bounds: [[left, top], [right, bottom]], middle: [middleX, middleY] }) => {
          if (code !== undefined && taken.has(code)) return null
          if ((right - left) * scale < name.length * 7.5 || (bottom - top) * scale < 22) return null
          const half = name.length * 3.4
          const hasRoom = (atX: number, atY: number) =>
            half < atX &&
            atX < size.width - half &&
            12 < atY &&
            atY < size.height - 12 &&
            !spots.some(spot => Math.abs(spot.y - atY) < 17 && Math.abs(spot.x - atX) < half + 100)
          const middle = [middleX * scale + x, middleY * scale + y] as const
          const isHere = ([atX, atY]: readonly [number, number]) => {
            const place = projection.invert?.([(atX - x) / scale, (atY - y) / scale])
            return place !== null && place !== undefined && geoContains(main, place)
          }
          const found = hasRoom(...middle)
            ? middle
            : code !== undefined && told.has(code)
              ? grid(size).find(point => hasRoom(...point) && isHere(point))
              : undefined
          if (found === undefined) return null
          const [atX, atY] = found
          return (
            <text key={name} x={atX} y={atY}>
              {name}
            </text>
          )
        },
      )}
    </g>
  )
})
