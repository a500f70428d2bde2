import type { IncidentMark, WarningMark } from "../../../../src/app/views/timeline/timeline-items.ts"
import type { Laid } from "./lanes.ts"
import classes from "./timeline.module.css"

export interface WarningLink {
  readonly warning: string
  readonly incident: string
  readonly path: string
}

/** Lines from each warning to the incidents in view that it met. */
export function linksOf(
  bars: readonly Laid<WarningMark>[],
  marks: readonly Laid<IncidentMark>[],
  { barsTop, marksTop, lane }: { readonly barsTop: number; readonly marksTop: number; readonly lane: number },
): readonly WarningLink[] {
  const byId = new Map(marks.map(mark => [mark.item.id, mark]))
  return bars.flatMap(bar =>
    bar.item.met.flatMap(({ id }) => {
      const mark = byId.get(id)
      if (!mark) return []
      const [x1, y1] = [bar.left + 6, barsTop + bar.lane * lane + 4]
      const [x2, y2] = [mark.left + Math.min(mark.width / 2, 40), marksTop + mark.lane * lane + 19]
      const bend = Math.max(18, (y1 - y2) / 2)
      return [
        { warning: bar.item.id, incident: id, path: `M${x1} ${y1}C${x1} ${y1 - bend} ${x2} ${y2 + bend} ${x2} ${y2}` },
      ]
    }),
  )
}

/** The lines; those of the item that has the focus stand out. */
export function WarningLinks({
  links,
  strong,
}: {
  readonly links: readonly WarningLink[]
  readonly strong: string | undefined
}) {
  return (
    <g>
      {links.map(({ warning, incident, path }) => (
        <path
          key={`${warning}${incident}`}
          className={`${classes.warned} ${warning === strong || incident === strong ? classes.strong : ""}`}
          d={path}
        />
      ))}
    </g>
  )
}
