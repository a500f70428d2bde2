import { Button } from "@mantine/core"
import { type MapFrame, scaleBar } from "./frame-map.ts"
import classes from "./map.module.css"
import type { useZoom } from "./use-zoom.ts"

/** Buttons to zoom, the scale, and whose borders these are. */
export function MapControls({
  frame,
  zooming,
}: {
  readonly frame: MapFrame
  readonly zooming: ReturnType<typeof useZoom>
}) {
  const bar = scaleBar(frame, zooming.zoom.scale)
  return (
    <>
      <Button.Group className={classes.controls}>
        <Button variant="default" size="compact-xs" onClick={zooming.zoomIn}>
          Nearer
        </Button>
        <Button variant="default" size="compact-xs" onClick={zooming.zoomOut}>
          Farther
        </Button>
        <Button variant="default" size="compact-xs" onClick={zooming.fit} disabled={!zooming.isMoved}>
          Show all
        </Button>
      </Button.Group>
      <div className={classes.foot}>
        {bar && (
          <span className={classes.bar} style={{ width: bar.pixels }}>
            {bar.km} km
          </span>
        )}
        <span className={classes.borders}>Outline: Natural Earth, borders as they are held, some disputed</span>
      </div>
    </>
  )
}
