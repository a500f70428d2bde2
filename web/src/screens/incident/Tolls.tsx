import { useElementSize } from "@mantine/hooks"
import type { Toll } from "../../../../src/app/views/incidents/toll-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Relation } from "../../signs/Relation.tsx"
import { TollPlot } from "./TollPlot.tsx"
import classes from "./toll.module.css"
import { frameOf } from "./toll-scale.ts"

/** How the numbers moved: one small step plot for each, over the same days, and the same as a table. */
export function Tolls({ tolls }: { readonly tolls: readonly Toll[] }) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const frame = frameOf(tolls)
  return (
    <div ref={ref} className={classes.tolls}>
      {tolls.map((toll, at) => (
        <figure key={toll.factId}>
          <figcaption>
            <b>{toll.label}</b> {visibleLine(toll.value)} <Relation of={toll.relation} />
          </figcaption>
          {frame && 0 < width && (
            <TollPlot toll={toll} frame={frame} width={width} withDays={at === tolls.length - 1} />
          )}
        </figure>
      ))}
      <p className={classes.hint}>
        The line is what most reports of a day told; the band is its range, faded where there is no upper bound. Rings
        are other numbers told that day; hollow squares stand for words such as “dozens”.
      </p>
      <details>
        <summary>The same as a table</summary>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Published</th>
              <th scope="col">What</th>
              <th scope="col">Number</th>
              <th scope="col">Told by</th>
            </tr>
          </thead>
          <tbody>
            {tolls.flatMap(toll =>
              toll.points.map(point => (
                <tr key={`${toll.factId} ${point.day} ${point.short} ${point.status}`}>
                  <td>{point.dayWords}</td>
                  <td>
                    {toll.label}
                    {point.part && ", a part"}
                  </td>
                  <td>
                    {visibleLine(point.short)}
                    {point.status !== "occurred" && ` (${point.status})`}
                  </td>
                  <td>{counted(point.reports, "report")}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
        {tolls.map(
          toll =>
            0 < toll.more && (
              <p key={toll.factId} className={classes.hint}>
                {toll.label}: and {toll.more} more numbers that few reports told; the facts above have them.
              </p>
            ),
        )}
      </details>
    </div>
  )
}
