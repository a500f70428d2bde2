import { useElementSize } from "@mantine/hooks"
import type { WarningRow } from "../../../../src/app/views/warnings/warning-rows.ts"
import type { WarningsView } from "../../../../src/app/views/warnings/warnings-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ticksOf } from "../timeline/days.ts"
import { scaleOf } from "../timeline/lanes.ts"
import { WarningDetail } from "./WarningDetail.tsx"
import { claimOf } from "./WarningTable.tsx"
import classes from "./warnings.module.css"

/** Least width of a picture's part, and of the names beside it, pixels. */
const LEAST = 220

/** Each warning from its issue to the end of the time it speaks of, with the incidents it met and the day on which it was first reported. */
export function WarningChart({
  view,
  open,
  onOpen,
}: {
  readonly view: WarningsView
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const dated = view.rows.filter(({ issued }) => issued.extent !== undefined)
  const undated = view.rows.filter(({ issued }) => issued.extent === undefined)
  const names = width < 620 ? 0 : 250
  const room = Math.max(LEAST, width - names)
  const window = view.window
  const list = { open, onOpen }
  return (
    <div ref={ref}>
      <Key />
      {window && 0 < width && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the rows within
        <div className={classes.chart} onKeyDown={event => moveFocus(event, "button[data-row]")}>
          <div className={classes.axis} style={{ marginLeft: names }} aria-hidden>
            {ticksOf(window.first, window.last, room).map(({ day, label }) => (
              <span key={day} style={{ left: scaleOf(window.first, window.last, room)(day) }}>
                {label}
              </span>
            ))}
          </div>
          <ul className={classes.rows}>
            {dated.map(row => (
              <Line key={row.id} row={row} window={window} names={names} room={room} {...list} />
            ))}
          </ul>
        </div>
      )}
      {0 < undated.length && (
        <section>
          <h2 className={classes.undatedHead}>Day of issue unknown, so on no line ({undated.length})</h2>
          <ul className={classes.rows}>
            {undated.map(row => (
              <Line key={row.id} row={row} window={null} names={names} room={room} {...list} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Key() {
  return (
    <p className={classes.key}>
      <span>
        <i className={classes.moment} /> issued
      </span>
      <span>
        <i className={`${classes.moment} ${classes.private}`} /> issued in private
      </span>
      <span>
        <i className={classes.keyBar} /> the time it speaks of
      </span>
      <span>
        <i className={classes.event} /> what happened
      </span>
      <span>
        <i className={classes.reported} /> first reported
      </span>
      <span>
        <i className={`${classes.reported} ${classes.late}`} /> first reported after what happened
      </span>
    </p>
  )
}

function Line({
  row,
  window,
  names,
  room,
  open,
  onOpen,
}: {
  readonly row: WarningRow
  readonly window: WarningsView["window"]
  readonly names: number
  readonly room: number
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  const isOpen = open === row.id
  const met = row.incidents.map(({ title, lead }) => `${title}, ${lead}`).join("; ")
  return (
    <Evident
      as="li"
      className={classes.line}
      evidence={row.evidence}
      item={{ kind: "warning", id: row.id }}
      claim={claimOf(row)}
    >
      <button
        type="button"
        data-row
        aria-expanded={isOpen}
        aria-label={visibleLine(
          `${claimOf(row)}. ${row.outcomeWords}${met === "" ? "" : `: ${met}`}. First reported: ${row.firstReported.words}${row.hindsight ? ", after what happened" : ""}.`,
        )}
        className={names === 0 ? classes.lineNarrow : classes.lineWide}
        onClick={() => onOpen(row.id)}
      >
        <span className={classes.lineName} style={names === 0 ? undefined : { width: names }}>
          <bdi>{visibleLine(row.issuer.name)}</bdi> <small>{row.kindWords}</small>
        </span>
        {window ? (
          <Picture row={row} window={window} room={room} />
        ) : (
          <span className={classes.small}>
            {row.outcomeWords.split(":")[0]} · told by {counted(row.reports, "report")}
          </span>
        )}
      </button>
      {isOpen && (
        <div className={classes.detail}>
          <WarningDetail id={row.id} />
        </div>
      )}
    </Evident>
  )
}

/** Height of a line's picture and its middle, pixels. */
const HEIGHT = 26
const MIDDLE = 13

function Picture({
  row,
  window,
  room,
}: {
  readonly row: WarningRow
  readonly window: NonNullable<WarningsView["window"]>
  readonly room: number
}) {
  const scale = scaleOf(window.first, window.last, room)
  const { first, last, size } = row.issued.extent!
  const until = row.horizon?.extent
  const issue = (scale(first) + scale(last + 1)) / 2
  const isMoment = size === "day" || scale(last + 1) - scale(first) < 12
  const reported =
    row.firstReported.extent && (scale(row.firstReported.extent.first) + scale(row.firstReported.extent.last + 1)) / 2
  return (
    <svg width={room} height={HEIGHT} aria-hidden className={classes.picture}>
      {ticksOf(window.first, window.last, room).map(({ day }) => (
        <line key={day} className={classes.gridLine} x1={scale(day)} x2={scale(day)} y1={0} y2={HEIGHT} />
      ))}
      {until && (
        <rect
          className={classes.horizon}
          x={isMoment ? issue : scale(last + 1)}
          width={Math.max(2, Math.min(scale(until.last + 1), room) - (isMoment ? issue : scale(last + 1)))}
          y={MIDDLE - 2}
          height={4}
        />
      )}
      {row.incidents.map(({ id, when }) =>
        when.extent ? (
          <g key={id}>
            <line
              className={classes.leadLine}
              x1={issue}
              x2={(scale(when.extent.first) + scale(when.extent.last + 1)) / 2}
              y1={MIDDLE}
              y2={MIDDLE}
            />
            <rect
              className={classes.eventMark}
              x={
                when.extent.size === "day"
                  ? (scale(when.extent.first) + scale(when.extent.last + 1)) / 2 - 4
                  : scale(when.extent.first)
              }
              width={
                when.extent.size === "day" ? 8 : Math.max(8, scale(when.extent.last + 1) - scale(when.extent.first))
              }
              opacity={when.extent.size === "day" ? 1 : 0.35}
              y={MIDDLE - 8}
              height={16}
            />
          </g>
        ) : null,
      )}
      {isMoment ? (
        <path
          className={row.channel === "private" ? classes.issueHollow : classes.issueMark}
          d={`M${issue} ${MIDDLE - 7}l7 7l-7 7l-7 -7z`}
        />
      ) : (
        <rect
          className={row.channel === "private" ? classes.issueHollow : classes.issueMark}
          opacity={0.5}
          x={scale(first)}
          width={scale(last + 1) - scale(first)}
          y={MIDDLE - 6}
          height={12}
        />
      )}
      {reported !== undefined && (
        <path
          className={row.hindsight ? classes.reportedLate : classes.reportedMark}
          d={`M${reported} ${HEIGHT - 9}l5 8h-10z`}
        />
      )}
    </svg>
  )
}
