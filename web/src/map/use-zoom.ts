import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react"
import type { Size } from "./frame-map.ts"

/** Where the picture stands: scale and shift over the picture that fits all. */
export interface Zoom {
  readonly scale: number
  readonly x: number
  readonly y: number
}

const fitted: Zoom = { scale: 1, x: 0, y: 0 }
const LEAST = 0.4
const MOST = 60
/** One step of a key or a button; pixels of one step of an arrow key. */
const STEP = 1.5
const SHIFT = 70

/**
 * Zoom and pan by drag, wheel (while the map has the focus, or with Ctrl, so that a page can be scrolled past it), keys and buttons.
 * Goes back to the fitted picture when `fitKey` changes.
 */
export function useZoom(ground: RefObject<HTMLElement | null>, size: Size, fitKey: string) {
  const [zoom, setZoom] = useState(fitted)
  const drag = useRef<{ x: number; y: number; zoom: Zoom } | undefined>(undefined)
  const { width, height } = size
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is fitted has changed
  useEffect(() => setZoom(fitted), [fitKey])
  const by = (factor: number, x = width / 2, y = height / 2) =>
    setZoom(now => {
      const scale = Math.min(Math.max(now.scale * factor, LEAST), MOST)
      const real = scale / now.scale
      return { scale, x: x - (x - now.x) * real, y: y - (y - now.y) * real }
    })
  const shift = (x: number, y: number) => setZoom(now => ({ ...now, x: now.x + x, y: now.y + y }))
  useEffect(() => {
    const element = ground.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return
      event.preventDefault()
      const box = element.getBoundingClientRect()
      by(Math.exp(-event.deltaY * 0.002), event.clientX - box.left, event.clientY - box.top)
    }
    element.addEventListener("wheel", onWheel, { passive: false })
    return () => element.removeEventListener("wheel", onWheel)
  })
  return {
    zoom,
    isMoved: zoom !== fitted,
    zoomIn: () => by(STEP),
    zoomOut: () => by(1 / STEP),
    /** Brings a point of the screen to the middle, nearer. */
    zoomTo: (x: number, y: number) => {
      by(3, x, y)
      shift(width / 2 - x, height / 2 - y)
    },
    fit: () => setZoom(fitted),
    onKeyDown: (event: KeyboardEvent) => {
      const steps: Readonly<Record<string, () => void>> = {
        "+": () => by(STEP),
        "=": () => by(STEP),
        "-": () => by(1 / STEP),
        "0": () => setZoom(fitted),
        ArrowLeft: () => shift(SHIFT, 0),
        ArrowRight: () => shift(-SHIFT, 0),
        ArrowUp: () => shift(0, SHIFT),
        ArrowDown: () => shift(0, -SHIFT),
      }
      const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]
      if (!step) return
      event.preventDefault()
      step()
    },
    dragging: {
      onPointerDown: (event: PointerEvent<Element>) => {
        if (event.button !== 0) return
        drag.current = { x: event.clientX, y: event.clientY, zoom }
      },
      onPointerMove: (event: PointerEvent<Element>) => {
        const from = drag.current
        if (!from) return
        const [x, y] = [event.clientX - from.x, event.clientY - from.y]
        if (Math.hypot(x, y) < 4) return
        // Captured only once it moves, so that a click still reaches what is under it.
        event.currentTarget.setPointerCapture(event.pointerId)
        setZoom({ ...from.zoom, x: from.zoom.x + x, y: from.zoom.y + y })
      },
      onPointerUp: () => {
        drag.current = undefined
      },
      onPointerCancel: () => {
        drag.current = undefined
      },
    },
  }
}
