import type { TimelineView } from "../../../../src/app/views/timeline/timeline-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import classes from "./timeline.module.css"

/** What has no date stands beside the line of days: it is not placed where nobody put it. */
export function Undated({ view: { undated, incidents, warnings } }: { readonly view: TimelineView }) {
  const items = [...undated.marks, ...undated.bars]
  const total = incidents.undated + warnings.undated
  if (items.length === 0) return null
  return (
    <details className={classes.undated}>
      <summary>Without a date, so not on the line ({total})</summary>
      <ul>
        {items.map(item => (
          <Evident
            key={item.id}
            as="li"
            evidence={item.evidence}
            item={{ kind: item.kind, id: item.id }}
            claim={visibleLine(item.label)}
          >
            <ItemLink item={{ kind: item.kind, id: item.id }}>
              <bdi>{visibleLine(item.kind === "incident" ? item.title : `${item.label}: ${item.warned}`)}</bdi>
            </ItemLink>{" "}
            <span>
              {item.kind === "incident" ? item.status : "warning"}
              {item.when !== "unknown" && item.when !== "no date" && <bdi> · {visibleLine(item.when)}</bdi>}
            </span>
          </Evident>
        ))}
      </ul>
      {items.length < total && <p>The list below has all when all days are shown.</p>}
    </details>
  )
}
