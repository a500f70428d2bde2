import { type GeoProjection, geoPath } from "d3-geo"
import { circleAround } from "./frame-map.ts"
import classes from "./map.module.css"
import type { MapItem } from "./map-item.ts"
import type { World } from "./world.ts"

/** What is known to an area only: rings, soft circles, and countries filled lightly. Sites and towns are marks, drawn elsewhere. */
export function MapAreas({
  items,
  world,
  projection,
  chosen,
}: {
  readonly items: readonly MapItem[]
  readonly world: World
  readonly projection: GeoProjection
  readonly chosen: string | undefined
}) {
  const path = geoPath(projection)
  const lookOf = ({ place, isPale }: MapItem) =>
    [
      classes.area,
      place.drawn === "area" ? classes.soft : (classes[place.drawn] ?? ""),
      isPale ? classes.pale : "",
      place.key === chosen ? classes.chosen : "",
    ].join(" ")
  const chosenCountry = chosen === undefined ? undefined : world.byCode.get(chosen)
  return (
    <g aria-hidden>
      {chosenCountry && <path className={classes.chosenCountry} d={path(chosenCountry.shape) ?? ""} />}
      {items.map(item => {
        const { lat, lon, reachKm, country, key, drawn } = item.place
        if (lat !== undefined && lon !== undefined)
          return reachKm === undefined ? null : (
            <path key={key} className={lookOf(item)} d={path(circleAround(lat, lon, reachKm)) ?? ""} />
          )
        const shape = country === undefined || drawn === "none" ? undefined : world.byCode.get(country)?.shape
        return shape && <path key={key} className={lookOf(item)} d={path(shape) ?? ""} />
      })}
    </g>
  )
}
