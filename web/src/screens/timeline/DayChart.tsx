import { Button } from "@mantine/core"
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react"
import type { Stretch, TimelineView } from "../../../../src/app/views/timeline/timeline-view.ts"
import { counted } from "../../../../src/app/words.ts"
import { useReportHeads } from "../../api/views.ts"
import { dayInWords, daysParam, ticksOf } from "./days.ts"
import { laneOut, scaleOf } from "./lanes.ts"
import { type Mark, MarkLane, More } from "./Marks.tsx"
import { ReportTicks } from "./ReportTicks.tsx"
import classes from "./timeline.module.css"
import { linksOf, WarningLinks } from "./WarningLinks.tsx"

/** Height of a lane, of a group's heading, and of the rows below the groups, pixels. */
const LANE = 25
const HEAD = 20
const FOOT = 42

/** The days in view: incidents and warnings in lanes, as wide as their time is uncertain, and the reports by day. Drag over it to see less. */
export function DayChart({
  view,
  window,
  width,
  onDays,
  onReset,
}: {
  readonly view: TimelineView
  readonly window: Stretch
  readonly width: number
  readonly onDays: (days: string) => void
  readonly onReset: () => void
}) {
  const [drag, setDrag] = useState<{ from: number; to: number } | undefined>(undefined)
  const [focused, setFocused] = useState<string | undefined>(undefined)
  const ground = useRef<HTMLElement>(null)
  const heads = useReportHeads()
  const { first, last } = window
  const scale = scaleOf(first, last, width)
  const marks = laneOut(
    view.marks,
    mark => mark.extent!,
    mark => mark.label,
    scale,
    width,
  )
  const bars = laneOut(view.bars, barExtent, bar => bar.label, scale, width)
  const marksTop = HEAD
  const moreTop = marksTop + marks.lanes * LANE
  const barsTop = moreTop + (0 < view.moreMarks.length ? LANE : 0) + (0 < bars.lanes ? HEAD + 8 : 8)
  const moreBarsTop = barsTop + bars.lanes * LANE
  const reportsTop = moreBarsTop + (0 < view.moreBars.length ? LANE : 0) + 8
  const height = reportsTop + FOOT
  const zoom = zoomer(window, onDays, onReset)
  const all: readonly Mark[] = [...view.marks, ...view.bars]
  const order = all.map(({ id }) => id)
  const stop = focused !== undefined && order.includes(focused) ? focused : order[0]

  const dayAt = (event: PointerEvent) =>
    first + Math.floor(((event.clientX - ground.current!.getBoundingClientRect().left) / width) * (last + 1 - first))
  const onKeyDown = (event: KeyboardEvent) => {
    const onMark = (event.target as Element).closest("[data-mark]")
    if (!onMark) return zoom.onKeyDown(event)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const next = step === undefined ? undefined : order[order.indexOf(onMark.getAttribute("data-mark")!) + step]
    if (next === undefined) return
    event.preventDefault()
    ground.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(next)}"]`)?.focus()
  }
  const lane = { focused: stop, onFocus: setFocused, height: LANE }
  return (
    <div className={classes.chart}>
      <div className={classes.chartHead}>
        <h2>{window.words}</h2>
        <Button.Group>
          <Button variant="default" size="compact-xs" onClick={zoom.earlier}>
            Earlier
          </Button>
          <Button variant="default" size="compact-xs" onClick={zoom.nearer}>
            Nearer
          </Button>
          <Button variant="default" size="compact-xs" onClick={zoom.farther}>
            Farther
          </Button>
          <Button variant="default" size="compact-xs" onClick={zoom.later}>
            Later
          </Button>
        </Button.Group>
      </div>
      <section
        ref={ground}
        className={classes.ground}
        style={{ height, width }}
        aria-label={`Days from ${dayInWords(first)} to ${dayInWords(last)}. Arrow keys move through them, plus and minus zoom, 0 shows the story.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that is moved with keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={event => {
          if (event.button !== 0 || event.pointerType !== "mouse" || (event.target as Element).closest("a, button"))
            return
          event.currentTarget.setPointerCapture(event.pointerId)
          const day = dayAt(event)
          setDrag({ from: day, to: day })
        }}
        onPointerMove={event => {
          if (drag) setDrag({ ...drag, to: dayAt(event) })
        }}
        onPointerUp={() => {
          if (drag && drag.from !== drag.to)
            onDays(daysParam(Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)))
          setDrag(undefined)
        }}
        onPointerCancel={() => setDrag(undefined)}
      >
        <svg className={classes.grid} width={width} height={height} aria-hidden>
          {ticksOf(first, last, width).map(({ day, label }) => (
            <g key={day}>
              <line x1={scale(day)} x2={scale(day)} y1={0} y2={height - 18} />
              <text x={scale(day) + 3} y={height - 5}>
                {label}
              </text>
            </g>
          ))}
          {drag && (
            <rect
              className={classes.brush}
              x={scale(Math.min(drag.from, drag.to))}
              y={0}
              width={scale(Math.max(drag.from, drag.to) + 1) - scale(Math.min(drag.from, drag.to))}
              height={height}
            />
          )}
          <WarningLinks
            links={linksOf(bars.laid, marks.laid, { barsTop, marksTop, lane: LANE })}
            strong={stop === focused ? focused : undefined}
          />
        </svg>
        <h3 className={classes.group} style={{ top: 0 }}>
          Incidents{view.marks.length === 0 && ": none of these days"}
        </h3>
        <MarkLane laid={marks.laid} top={marksTop} scale={scale} {...lane} />
        <More bins={view.moreMarks} top={moreTop} scale={scale} what="incident" onDays={onDays} />
        {0 < bars.lanes && (
          <h3 className={classes.group} style={{ top: barsTop - HEAD }}>
            Warnings, from issue to the end of the time they speak of
          </h3>
        )}
        <MarkLane laid={bars.laid} top={barsTop} scale={scale} {...lane} />
        <More bins={view.moreBars} top={moreBarsTop} scale={scale} what="warning" onDays={onDays} />
        <ReportTicks bins={view.reports} top={reportsTop} scale={scale} heads={heads} />
      </section>
      <div className={classes.beyond}>
        <Beyond
          stretch={view.before}
          incidents={view.incidents.earlier}
          warnings={view.warnings.earlier}
          word="earlier"
          onDays={onDays}
        />
        <Beyond
          stretch={view.after}
          incidents={view.incidents.later}
          warnings={view.warnings.later}
          word="later"
          onDays={onDays}
        />
      </div>
    </div>
  )
}

/** The way to what lies before or after the days in view. */
function Beyond({
  stretch,
  incidents,
  warnings,
  word,
  onDays,
}: {
  readonly stretch: Stretch | null
  readonly incidents: number
  readonly warnings: number
  readonly word: string
  readonly onDays: (days: string) => void
}) {
  if (!stretch || incidents + warnings === 0) return <span />
  const counts = [
    ...(0 < incidents ? [counted(incidents, "incident")] : []),
    ...(0 < warnings ? [counted(warnings, "warning")] : []),
  ]
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => onDays(stretch.days)}>
      {word === "earlier" && "‹ "}
      {counts.join(" and ")} {word}
      {word === "later" && " ›"}
    </Button>
  )
}

const barExtent = ({ extent, horizon }: TimelineView["bars"][number]) => ({
  ...extent!,
  last: Math.max(extent!.last, horizon?.extent?.last ?? extent!.last),
})

/** Moves through the days and zooms, by buttons and keys. */
function zoomer({ first, last }: Stretch, onDays: (days: string) => void, onReset: () => void) {
  const length = last - first + 1
  const shift = (part: number) => {
    const by = Math.round(length * part) || Math.sign(part)
    onDays(daysParam(first + by, last + by))
  }
  const scale = (factor: number) => {
    const middle = (first + last) / 2
    const half = Math.max(0.5, (length * factor) / 2)
    // At most about a thousand years, so that a held key cannot leave the calendar.
    if (half < 200_000)
      onDays(daysParam(Math.round(middle - half), Math.max(Math.round(middle + half) - 1, Math.round(middle - half))))
  }
  const moves = {
    earlier: () => shift(-0.3),
    later: () => shift(0.3),
    nearer: () => scale(0.6),
    farther: () => scale(1.7),
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: moves.earlier,
    ArrowRight: moves.later,
    "+": moves.nearer,
    "=": moves.nearer,
    "-": moves.farther,
    "0": onReset,
  }
  return {
    ...moves,
    onKeyDown: (event: KeyboardEvent) => {
      const move = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key]
      if (!move) return
      event.preventDefault()
      move()
    },
  }
}
