import { useElementSize } from "@mantine/hooks"
import { geoDistance, geoPath } from "d3-geo"
import { useMemo, useRef } from "react"
import { Failed } from "../states/Failed.tsx"
import { frameMap, type MapFrame, type Size } from "./frame-map.ts"
import { useGround } from "./ground.ts"
import { MapAreas } from "./MapAreas.tsx"
import { MapControls } from "./MapControls.tsx"
import { CountryNames, MapGround } from "./MapGround.tsx"
import { MapMark } from "./MapMark.tsx"
import classes from "./map.module.css"
import type { MapItem } from "./map-item.ts"
import { PlaceList } from "./PlaceList.tsx"
import { type Anchor, spotsOf } from "./place-labels.ts"
import { useZoom, type Zoom } from "./use-zoom.ts"
import { useWorld, type World } from "./world.ts"

/**
 * A map of places, each drawn no finer than it is known. `chosen` is the key of a place or the code of a country. What cannot be
 * drawn is listed below it, and everything is in the list of places too. Ships its own outline of the world, asks no other host.
 */
export function CaseMap({
  items,
  label,
  height = 400,
  chosen,
  onChoose,
}: {
  readonly items: readonly MapItem[]
  readonly label: string
  readonly height?: number
  readonly chosen?: string | undefined
  readonly onChoose?: (key: string | undefined) => void
}) {
  const { data: world, error, refetch } = useWorld()
  const { ref, width } = useElementSize<HTMLDivElement>()
  return (
    <div className={classes.map}>
      <div ref={ref} className={classes.frame} style={{ height }}>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : world === undefined || width === 0 ? (
          <p className={classes.loading}>Unfolding the map …</p>
        ) : (
          <Picture {...{ items, label, chosen, onChoose, world }} size={{ width, height }} />
        )}
      </div>
      <PlaceList items={items} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}

function Picture({
  items,
  label,
  chosen,
  onChoose,
  world,
  size,
}: {
  readonly items: readonly MapItem[]
  readonly label: string
  readonly chosen: string | undefined
  readonly onChoose: ((key: string | undefined) => void) | undefined
  readonly world: World
  readonly size: Size
}) {
  const ground = useRef<HTMLDivElement>(null)
  const drawn = items.filter(({ place }) => place.drawn !== "none")
  const fitKey = drawn.map(({ place }) => place.key).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the places
  const frame = useMemo(
    () =>
      frameMap(
        drawn.map(({ place }) => place),
        world,
        size,
      ),
    [fitKey, world, size.width, size.height],
  )
  const drawnGround = useGround(world, frame.projection)
  const zooming = useZoom(ground, size, fitKey)
  const { zoom } = zooming
  const spots = spotsOf(anchorsOf(drawn, frame, world, zoom), size.width, size.height).filter(
    ({ x, y }) => -20 < x && x < size.width + 20 && -20 < y && y < size.height + 20,
  )
  const told = new Set(drawn.flatMap(({ place }) => place.country ?? []))
  const named = new Set(drawn.flatMap(({ place }) => (place.lat === undefined && place.country) || []))
  return (
    <>
      <section
        ref={ground}
        className={classes.ground}
        aria-label={`${label}. Arrow keys move it, plus and minus zoom, 0 shows all.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a map is moved with keys
        tabIndex={0}
        onKeyDown={event => {
          if (event.target === event.currentTarget) zooming.onKeyDown(event)
        }}
        {...zooming.dragging}
      >
        <svg width={size.width} height={size.height} aria-hidden>
          <g transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.scale})`}>
            <MapGround ground={drawnGround} projection={frame.projection} />
            <MapAreas items={drawn} world={world} projection={frame.projection} chosen={chosen} />
          </g>
          {drawnGround && (
            <CountryNames
              countries={drawnGround.countries}
              projection={frame.projection}
              {...zoom}
              size={size}
              taken={named}
              told={told}
              spots={spots}
            />
          )}
        </svg>
        {spots.map(spot => (
          <MapMark key={spot.items[0]!.place.key} spot={spot} chosen={chosen} onChoose={onChoose} />
        ))}
      </section>
      <MapControls frame={frame} zooming={zooming} />
    </>
  )
}

/** Where each place stands on the screen; those on the far side of the globe have no place on it. */
function anchorsOf(items: readonly MapItem[], { projection, isWorld }: MapFrame, world: World, zoom: Zoom): Anchor[] {
  const path = geoPath(projection)
  const [lambda, phi] = projection.rotate()
  return items.flatMap(item => {
    const { lat, lon, country } = item.place
    const shape = country === undefined ? undefined : world.byCode.get(country)
    if (lat !== undefined && lon !== undefined && !isWorld && Math.PI / 2 < geoDistance([lon, lat], [-lambda, -phi]))
      return []
    const point =
      lat !== undefined && lon !== undefined ? projection([lon, lat]) : shape ? path.centroid(shape.main) : undefined
    if (!point || Number.isNaN(point[0])) return []
    return [{ item, x: point[0] * zoom.scale + zoom.x, y: point[1] * zoom.scale + zoom.y }]
  })
}
