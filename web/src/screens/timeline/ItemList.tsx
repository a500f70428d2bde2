import { SegmentedControl } from "@mantine/core"
import type { TimelineList } from "../../../../src/app/views/timeline/timeline-list.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useView } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Status } from "../../signs/Status.tsx"
import { View } from "../../states/View.tsx"
import { Pages } from "../incidents/Pages.tsx"
import type { TimelineSearch } from "./search.ts"
import classes from "./timeline.module.css"

/** Rows on a page. */
const SIZE = 100

/** The same as the pictures show, as a table. */
export function ItemList({
  days,
  area,
  kind,
  page,
  onKind,
}: {
  readonly days: string | undefined
  readonly area: string | undefined
  readonly kind: TimelineSearch["list"]
  readonly page: number
  readonly onKind: (kind: TimelineSearch["list"]) => void
}) {
  const list = useView<TimelineList>("/timeline-list", { days, area, kind, offset: (page - 1) * SIZE, limit: SIZE })
  return (
    <section aria-labelledby="list-head">
      <div className={classes.chartHead}>
        <h2 id="list-head">As a table</h2>
        <SegmentedControl
          size="xs"
          aria-label="What is listed"
          value={kind ?? "all"}
          onChange={value => onKind(value === "all" ? undefined : (value as TimelineSearch["list"]))}
          data={[
            { value: "all", label: "All" },
            { value: "incident", label: "Incidents" },
            { value: "warning", label: "Warnings" },
          ]}
        />
      </div>
      <View of={list} what="the table">
        {({ rows, total }) =>
          total === 0 ? (
            <p className={classes.note}>
              Nothing of these days and this area. Widen the days or choose all places above.
            </p>
          ) : (
            <>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">What</th>
                    <th scope="col">Where</th>
                    <th scope="col">Status or outcome</th>
                    <th scope="col">Told by</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(row => (
                    <Row key={row.id} row={row} />
                  ))}
                </tbody>
              </table>
              <Pages page={page} size={SIZE} total={total} />
            </>
          )
        }
      </View>
    </section>
  )
}

function Row({ row }: { readonly row: TimelineList["rows"][number] }) {
  const item = { kind: row.kind, id: row.id }
  return (
    <Evident as="tr" evidence={row.evidence} item={item} claim={visibleLine(row.label)}>
      <td className={classes.when}>
        <bdi>{visibleLine(row.when)}</bdi>
      </td>
      <td className={classes.what}>
        <ItemLink item={item}>
          <bdi>{visibleLine(row.kind === "incident" ? `${row.code} ${row.label}` : row.label)}</bdi>
        </ItemLink>
        {row.kind === "warning" && <bdi className={classes.warnedOf}>{visibleLine(row.warned)}</bdi>}
      </td>
      <td className={row.where.words === "unknown" ? classes.unknown : undefined}>
        <bdi>{visibleLine(row.where.words)}</bdi>
      </td>
      <td>{row.kind === "incident" ? <Status of={row.status} /> : row.outcomeWords.split(":")[0]}</td>
      <td>
        <Origins of={row.origins} />
      </td>
    </Evident>
  )
}
