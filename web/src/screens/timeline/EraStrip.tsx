import { type PointerEvent, useRef, useState } from "react"
import type { Era } from "../../../../src/app/views/timeline/timeline-eras.ts"
import type { Stretch } from "../../../../src/app/views/timeline/timeline-view.ts"
import { dayInWords, daysParam } from "./days.ts"
import classes from "./timeline.module.css"

/** Room of the break between two stretches, height of the strip's bars, pixels. */
const BREAK = 16
const HEIGHT = 34
/** Widest bar of a part: where a stretch is one day, its bar is no block. */
const WIDEST = 9

/** All days of the case, broken where nothing lies; a brush over it says which of them are shown. */
export function EraStrip({
  eras,
  window,
  width,
  onDays,
}: {
  readonly eras: readonly Era[]
  readonly window: Stretch
  readonly width: number
  readonly onDays: (days: string) => void
}) {
  const ground = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ from: number; to: number } | undefined>(undefined)
  const spans = spansOf(eras, width)
  const most = Math.max(1, ...eras.flatMap(({ bins }) => bins.map(({ incidents, warnings }) => incidents + warnings)))
  const [first, last] = drag
    ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
    : [window.first, window.last]
  const [left, right] = [positionOf(spans, first), positionOf(spans, last + 1)]
  const dayAt = (event: PointerEvent) => dayOf(spans, event.clientX - ground.current!.getBoundingClientRect().left)
  return (
    <div className={classes.strip} style={{ width }}>
      <div
        ref={ground}
        className={classes.stripGround}
        style={{ height: HEIGHT }}
        onPointerDown={event => {
          if (event.button !== 0 || (event.target as Element).closest("button")) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const day = dayAt(event)
          setDrag({ from: day, to: day })
        }}
        onPointerMove={event => {
          if (drag) setDrag({ ...drag, to: dayAt(event) })
        }}
        onPointerUp={() => {
          if (drag && drag.from !== drag.to) onDays(daysParam(first, last))
          else if (drag) {
            const era = eras.find(one => one.first <= drag.from && drag.from <= one.last)
            if (era) onDays(around(era))
          }
          setDrag(undefined)
        }}
        onPointerCancel={() => setDrag(undefined)}
      >
        <svg width={width} height={HEIGHT} aria-hidden>
          {spans.map(({ era, from, to }) => (
            <g key={era.first}>
              <line className={classes.stripLine} x1={from} x2={to} y1={HEIGHT - 5.5} y2={HEIGHT - 5.5} />
              {era.bins.map(bin => {
                const [start, end] = [positionOf(spans, bin.first), positionOf(spans, bin.last + 1)]
                const wide = Math.min(Math.max(2, end - start - 1), WIDEST)
                const x = (start + end - wide) / 2
                const tall = (count: number) =>
                  count === 0 ? 0 : 3 + (Math.sqrt(count) / Math.sqrt(most)) * (HEIGHT - 12)
                const both = tall(bin.incidents + bin.warnings)
                const own = bin.incidents === 0 ? 0 : (both * bin.incidents) / (bin.incidents + bin.warnings)
                return (
                  <g key={bin.first}>
                    <rect
                      className={classes.stripWarnings}
                      x={x}
                      width={wide}
                      y={HEIGHT - 6 - both}
                      height={both - own}
                    />
                    <rect className={classes.stripIncidents} x={x} width={wide} y={HEIGHT - 6 - own} height={own} />
                    {0 < bin.reports && (
                      <rect className={classes.stripReports} x={x} width={wide} y={HEIGHT - 4} height={4} />
                    )}
                  </g>
                )
              })}
            </g>
          ))}
          {spans.slice(1).map(({ era, from }) => (
            <path
              key={era.first}
              className={classes.stripBreak}
              d={`M${from - BREAK / 2 - 4} ${HEIGHT - 1}l4 -9m3 9l4 -9`}
            />
          ))}
          <rect className={classes.brush} x={left} y={0} width={Math.max(2, right - left)} height={HEIGHT} />
        </svg>
        <Handle
          at={left}
          words="First day shown"
          day={first}
          window={window}
          onDay={day => onDays(daysParam(Math.min(day, last), last))}
        />
        <Handle
          at={right}
          words="Last day shown"
          day={last}
          window={window}
          onDay={day => onDays(daysParam(first, Math.max(first, day)))}
        />
      </div>
      <ol className={classes.eras}>
        {spans.map(({ era, from, to }) => (
          <li key={era.first} style={{ left: from, width: to - from }}>
            <button type="button" title={`Show ${era.words}`} onClick={() => onDays(around(era))}>
              {era.short}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** One end of the brush, moved with arrow keys by a day or a twentieth of what is shown. */
function Handle({
  at,
  words,
  day,
  window,
  onDay,
}: {
  readonly at: number
  readonly words: string
  readonly day: number
  readonly window: Stretch
  readonly onDay: (day: number) => void
}) {
  const step = Math.max(1, Math.round((window.last - window.first) / 20))
  return (
    <button
      type="button"
      role="slider"
      className={classes.handle}
      style={{ left: at }}
      aria-label={words}
      aria-valuenow={day}
      aria-valuetext={dayInWords(day)}
      onKeyDown={event => {
        const by = {
          ArrowLeft: -step,
          ArrowDown: -step,
          ArrowRight: step,
          ArrowUp: step,
          PageUp: 5 * step,
          PageDown: -5 * step,
        }[event.key]
        if (by === undefined) return
        event.preventDefault()
        onDay(day + by)
      }}
    />
  )
}

interface Span {
  readonly era: Era
  readonly from: number
  readonly to: number
}

function spansOf(eras: readonly Era[], width: number): readonly Span[] {
  const room = width - BREAK * (eras.length - 1)
  let at = 0
  return eras.map(era => {
    const from = at
    const to = from + era.share * room
    at = to + BREAK
    return { era, from, to }
  })
}

/** Where a day begins on the strip; in a break, in its middle. */
function positionOf(spans: readonly Span[], day: number): number {
  const span = spans.findLast(({ era }) => era.first <= day)
  if (!span) return 0
  const { era, from, to } = span
  if (era.last + 1 < day) return Math.min(to + BREAK / 2, spans.at(-1)!.to)
  return from + ((day - era.first) / (era.last + 1 - era.first)) * (to - from)
}

function dayOf(spans: readonly Span[], x: number): number {
  const span = spans.findLast(({ from }) => from <= x) ?? spans[0]!
  const { era, from, to } = span
  const day = era.first + Math.floor(((x - from) / (to - from)) * (era.last + 1 - era.first))
  return Math.min(Math.max(day, era.first), era.last)
}

/** The stretch with a little room on both sides. */
function around({ first, last }: Era): string {
  const margin = Math.max(2, Math.round((last - first) * 0.05))
  return daysParam(first - margin, last + margin)
}
