import { Link } from "@tanstack/react-router"
import type { ReportHead } from "../../../../src/app/views/evidence-view.ts"
import type { TimelineView } from "../../../../src/app/views/timeline/timeline-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { dateOf, dayInWords } from "./days.ts"
import type { Scale } from "./lanes.ts"
import classes from "./timeline.module.css"

/** Reports by day of publication, along the bottom. */
export function ReportTicks({
  bins,
  top,
  scale,
  heads,
}: {
  readonly bins: TimelineView["reports"]
  readonly top: number
  readonly scale: Scale
  readonly heads: ReadonlyMap<string, ReportHead>
}) {
  if (bins.length === 0) return null
  const byNumber = new Map([...heads.values()].map(head => [head.number, head]))
  return (
    <ul className={classes.reports} style={{ top }} aria-label="Reports by day of publication">
      {bins.map(({ first, last, count, numbers }) => {
        const days = first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`
        const names = numbers.flatMap(number => byNumber.get(number) ?? [])
        const title = `${counted(count, "report")}, ${days}: ${names.map(head => visibleLine(`r${head.number} ${head.publisher ?? head.title}`)).join(", ")}${numbers.length < count ? " …" : ""}`
        const [only] = names
        const size = 5 + Math.min(9, Math.sqrt(count) * 2)
        const style = {
          left: (scale(first) + scale(last + 1)) / 2 - size / 2,
          width: size,
          height: 6 + Math.min(10, count * 2),
        }
        return (
          <li key={first}>
            {count === 1 && only ? (
              <Link
                className={classes.report}
                style={style}
                title={title}
                aria-label={title}
                to={`/reports/${only.id}` as "/"}
              />
            ) : (
              <Link
                className={classes.report}
                style={style}
                title={title}
                aria-label={title}
                to={"/reports" as "/"}
                search={{ from: dateOf(first), to: dateOf(last) } as never}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
