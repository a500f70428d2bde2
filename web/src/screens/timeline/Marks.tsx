import { Link } from "@tanstack/react-router"
import type { IncidentMark, WarningMark } from "../../../../src/app/views/timeline/timeline-items.ts"
import type { TimelineView } from "../../../../src/app/views/timeline/timeline-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { addressOfItem } from "../../evidence/ItemLink.tsx"
import { daysParam } from "./days.ts"
import type { Laid, Scale } from "./lanes.ts"
import classes from "./timeline.module.css"

export type Mark = IncidentMark | WarningMark

/** Marks in their lanes. One of them is a stop of the Tab key; the arrow keys lead to the others. */
export function MarkLane({
  laid,
  top,
  scale,
  height,
  focused,
  onFocus,
}: {
  readonly laid: readonly Laid<Mark>[]
  readonly top: number
  readonly scale: Scale
  readonly height: number
  readonly focused: string | undefined
  readonly onFocus: (id: string) => void
}) {
  return (
    <ul className={classes.lanes}>
      {laid.map(one => {
        const { item, lane } = one
        const address = addressOfItem({ kind: item.kind, id: item.id })
        return (
          <Evident
            key={item.id}
            as="li"
            className={classes.mark}
            style={{ top: top + lane * height, left: one.left, width: one.width }}
            evidence={item.evidence}
            item={{ kind: item.kind, id: item.id }}
            claim={claimOf(item)}
          >
            <Link
              to={address!.to}
              search={(address!.search ?? {}) as never}
              className={classes.link}
              tabIndex={item.id === focused ? 0 : -1}
              data-mark={item.id}
              aria-label={claimOf(item)}
              onFocus={() => onFocus(item.id)}
              onPointerEnter={() => onFocus(item.id)}
              draggable={false}
            >
              {item.kind === "incident" ? (
                <Band laid={one as Laid<IncidentMark>} />
              ) : (
                <Bar laid={one as Laid<WarningMark>} scale={scale} />
              )}
              <span className={`${classes.label} ${classes[one.side]}`} style={{ maxWidth: one.room }}>
                {visibleLine(item.label)}
              </span>
            </Link>
          </Evident>
        )
      })}
    </ul>
  )
}

/** What a mark says to those who do not see it, and above its evidence. */
function claimOf(item: Mark): string {
  const met = item.kind === "warning" ? item.met.map(({ title, lead }) => `${title}, ${lead}`).join("; ") : ""
  return visibleLine(
    item.kind === "incident"
      ? `${item.code} ${item.title}. ${capital(item.status)}. When: ${item.when}. Where: ${item.where.words}.`
      : `${item.label}, ${item.channel === "unknown" ? "channel unknown" : item.channel}. Issued: ${item.when}${item.horizon ? `; it speaks of: ${item.horizon.words}` : ""}. ${capital(item.outcomeWords)}${met === "" ? "" : `: ${met}`}.${item.hindsight ? " First reported afterwards." : ""}`,
  )
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1)

/** An incident: outline by status, as wide and as faint as its time is uncertain. */
function Band({ laid: { item, isCutLeft, isCutRight } }: { readonly laid: Laid<IncidentMark> }) {
  const { extent, status, background } = item
  const look = [
    classes.band,
    classes[extent!.size],
    classes[status],
    background ? classes.background : "",
    extent!.about || extent!.openStart || isCutLeft ? classes.fadesLeft : "",
    extent!.about || extent!.openEnd || isCutRight ? classes.fadesRight : "",
  ]
  return <i className={look.join(" ")} />
}

/** A warning: its issue as a diamond (hollow when private) or a band, and a bar to the end of the time it speaks of. */
function Bar({
  laid: { item, left, width, isCutRight },
  scale,
}: {
  readonly laid: Laid<WarningMark>
  readonly scale: Scale
}) {
  const { first, last, size, about } = item.extent!
  const from = Math.max(scale(first) - left, 0)
  const issued = Math.max(0, Math.min(scale(last + 1) - left, width))
  const isMoment = size === "day" || issued - from < 14
  return (
    <i className={`${classes.bar} ${isCutRight || item.horizon?.extent?.openEnd ? classes.fadesRight : ""}`}>
      {item.horizon?.extent && <i className={classes.horizon} style={{ left: isMoment ? 6 : issued, right: 0 }} />}
      <i
        className={`${isMoment ? classes.moment : classes.issue} ${item.channel === "private" ? classes.private : ""} ${about && !isMoment ? classes.fadesLeft : ""}`}
        style={
          isMoment ? { left: Math.max(0, Math.min(issued - from, 12) / 2 - 6) } : { left: from, width: issued - from }
        }
      />
    </i>
  )
}

/** What is not drawn one by one, counted by stretch of days; a bar of it leads there. */
export function More({
  bins,
  top,
  scale,
  what,
  onDays,
}: {
  readonly bins: TimelineView["moreMarks"]
  readonly top: number
  readonly scale: Scale
  readonly what: string
  readonly onDays: (days: string) => void
}) {
  if (bins.length === 0) return null
  const most = Math.max(...bins.map(({ count }) => count))
  return (
    <ul className={classes.lanes} aria-label={`More ${what}s, told by fewer reports`}>
      {bins.map(({ first, last, count }) => {
        const left = Math.max(0, scale(first))
        return (
          <li
            key={first}
            className={classes.more}
            style={{ top, left, width: Math.max(3, scale(last + 1) - left - 1) }}
          >
            <button
              type="button"
              title={`${counted(count, `more ${what}`)}; show these days`}
              aria-label={`${counted(count, `more ${what}`)}; show these days`}
              style={{ height: 4 + (count / most) * 16 }}
              onClick={() => onDays(daysParam(first, last))}
            />
          </li>
        )
      })}
    </ul>
  )
}
