import { useWindowVirtualizer } from "@tanstack/react-virtual"
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react"
import { moveFocus } from "../actions/move-focus.ts"
import classes from "./lists.module.css"

/** Rows drawn beyond the edge of the screen: the arrow keys find the next one there. */
const BEYOND = 12

/**
 * A list of any length in the page's own scrolling: only rows near the screen are drawn. Rows may be of any height.
 * Up and down go from row to row, where `stops` is the selector of what takes the focus in them.
 */
export function VirtualRows({
  count,
  height,
  row,
  keyOf,
  stops,
  label,
  onNearEnd,
}: {
  readonly count: number
  /** Of most rows, in pixels: a guess for those that are not drawn yet. */
  readonly height: number
  readonly row: (index: number) => ReactNode
  readonly keyOf: (index: number) => string
  readonly stops: string
  readonly label: string
  /** More is wanted: the last rows come near. */
  readonly onNearEnd?: (() => void) | undefined
}) {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + scrollY)
  }, [])
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: top,
    getItemKey: keyOf,
  })
  const drawn = rows.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (count - BEYOND <= last + 1) onNearEnd?.()
  }, [count, last, onNearEnd])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the rows within
    <div ref={list} onKeyDown={event => moveFocus(event, stops)}>
      <ul aria-label={label} className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {drawn.map(item => (
          <li
            key={item.key}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            data-index={item.index}
            ref={rows.measureElement}
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            {row(item.index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
