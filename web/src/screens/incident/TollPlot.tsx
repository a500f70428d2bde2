import { useId } from "react"
import type { Toll, TollPoint } from "../../../../src/app/views/incidents/toll-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted, edtfInWords } from "../../../../src/app/words.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { setSheet, showEvidence } from "../../evidence/shown.ts"
import classes from "./toll.module.css"
import { type DayFrame, dayNumber, stepsOf, ticksOf, topOf } from "./toll-scale.ts"

const HEIGHT = 112
const LEFT = 34
const RIGHT = 56
const FOOT = 22
/** Room that a day's name takes, in pixels. */
const TICK_ROOM = 50

/** One toll over the days of publication. Points are stops for the keyboard: focus or hover shows the words. */
export function TollPlot({
  toll,
  frame,
  width,
  withDays,
}: {
  readonly toll: Toll
  readonly frame: DayFrame
  readonly width: number
  readonly withDays: boolean
}) {
  const fade = useId()
  const undated = toll.points.filter(({ day }) => day === "")
  const right = RIGHT + (undated.length === 0 ? 0 : 54)
  const top = topOf(toll)
  const span = Math.max(1, frame.last - frame.first)
  const x = (day: number) => LEFT + ((day - frame.first) / span) * (width - LEFT - right)
  const y = (count: number) => HEIGHT - (Math.min(count, top) / top) * (HEIGHT - 10)
  const steps = stepsOf(toll, frame)
  const height = HEIGHT + (withDays ? FOOT : 6)
  const ticks = ticksOf(frame, (width - LEFT - right) / TICK_ROOM)
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset can stand in a picture
    <svg
      width={width}
      height={height}
      role="group"
      aria-label={`${toll.label} by day of publication`}
      className={classes.plot}
      onKeyDown={event => moveFocus(event as unknown as React.KeyboardEvent<HTMLElement>, "[data-point]")}
    >
      <linearGradient id={fade} x1="0" x2="0" y1="1" y2="0">
        <stop offset="0" stopColor="currentColor" stopOpacity="0.22" />
        <stop offset="1" stopColor="currentColor" stopOpacity="0" />
      </linearGradient>
      {ticks.map(day => (
        <g key={day} className={classes.tick}>
          <line x1={x(day)} x2={x(day)} y1={4} y2={HEIGHT} />
          {withDays && (
            <text x={x(day)} y={HEIGHT + 16}>
              {shortDay(day)}
            </text>
          )}
        </g>
      ))}
      <line className={classes.axis} x1={LEFT} x2={width - 6} y1={HEIGHT} y2={HEIGHT} />
      {steps.map(({ point, from, to }) => (
        <rect
          key={`band ${point.day}`}
          x={x(from)}
          width={Math.max(1, x(to) - x(from))}
          y={point.high === null ? y(top) : y(point.high)}
          height={Math.max(0, y(point.low) - (point.high === null ? y(top) : y(point.high)))}
          fill={point.high === null ? `url(#${fade})` : "currentColor"}
          fillOpacity={point.high === null ? 1 : 0.16}
        />
      ))}
      <path
        className={classes.step}
        d={steps
          .map(({ point, from, to }, at) => `${at === 0 ? "M" : "L"}${x(from)} ${y(middle(point))}H${x(to)}`)
          .join("")}
      />
      {toll.points.map((point, at) => {
        const place = point.day === "" ? width - 40 : x(dayNumber(point.day))
        const before = toll.points.slice(0, at).findLast(({ leads }) => leads)
        const isNew = point.leads && before?.short !== point.short
        return (
          <Point
            key={`${point.day} ${point.short} ${point.status}`}
            toll={toll}
            point={point}
            x={place}
            y={y(middle(point))}
            high={y(point.high ?? point.low)}
            low={y(point.low)}
            named={isNew || point.day === ""}
          />
        )
      })}
      {0 < undated.length && withDays && (
        <text className={classes.undated} x={width - 40} y={HEIGHT + 16}>
          no date
        </text>
      )}
    </svg>
  )
}

/** Where a number stands: at its lower end when there is no upper one, else in the middle of its range. */
const middle = ({ low, high }: TollPoint) => (high === null ? low : (low + high) / 2)

const shortDay = (day: number) => {
  const edtf = new Date(day * 86_400_000).toISOString().slice(0, 10)
  return edtfInWords(edtf).replace(/^(\d+ \p{L}{3})\p{L}* \d+$/u, "$1")
}

function Point({
  toll,
  point,
  x,
  y,
  low,
  high,
  named,
}: {
  readonly toll: Toll
  readonly point: TollPoint
  readonly x: number
  readonly y: number
  readonly low: number
  readonly high: number
  readonly named: boolean
}) {
  const words = `${toll.label} ${visibleLine(point.words)}`
  const show = () => showEvidence({ evidence: point.evidence, item: { kind: "fact", id: toll.factId }, claim: words })
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can stand in a picture
    <g
      role="button"
      tabIndex={0}
      data-point
      aria-label={`${words}, ${counted(point.reports, "report")}`}
      className={`${classes.point} ${point.leads ? classes.leads : ""} ${point.vague ? classes.vague : ""}`}
      onPointerOver={show}
      onFocus={show}
      onClick={() => {
        show()
        if (matchMedia("(max-width: 62em)").matches) setSheet(true)
      }}
    >
      <rect className={classes.target} x={x - 13} y={Math.min(high, y) - 13} width={26} height={low - high + 26} />
      {low - high > 1 && <line x1={x} x2={x} y1={high} y2={low} className={classes.range} />}
      {point.vague ? (
        <rect x={x - 3.5} y={y - 3.5} width={7} height={7} />
      ) : (
        <circle cx={x} cy={y} r={point.leads ? 3.6 : 3.2} />
      )}
      {named && (
        <text x={x + 7} y={y - 6}>
          {point.vague ? visibleLine(point.short).slice(0, 14) : point.short}
        </text>
      )}
    </g>
  )
}
