import type { TimelineView } from "../../../../src/app/views/timeline/timeline-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { CaseMap } from "../../map/CaseMap.tsx"
import classes from "./timeline.module.css"

/** Where it happened in the days in view; a place or a country chosen here narrows the line of days. */
export function MapPart({
  view: { places, morePlaces, unplaced, countries, area },
  onArea,
}: {
  readonly view: TimelineView
  readonly onArea: (area: string | undefined) => void
}) {
  return (
    <section className={classes.mapPart} aria-labelledby="map-head">
      <div className={classes.chartHead}>
        <h2 id="map-head">Where</h2>
        {0 < countries.length && (
          <ul className={classes.countries} aria-label="Countries">
            {countries.slice(0, 8).map(({ key, name, incidents }) => (
              <li key={key}>
                <button
                  type="button"
                  aria-pressed={area?.key === key}
                  onClick={() => onArea(area?.key === key ? undefined : key)}
                >
                  <bdi>{visibleLine(name)}</bdi> {incidents}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <CaseMap
        label="Map of the places"
        items={places.map(({ first, counts, incidents, warnings, chosen, ...place }) => ({
          place,
          words: counts,
          count: incidents + warnings,
          isWarned: incidents === 0,
          ...(first.status && { status: first.status }),
          isPale: !chosen,
          evidence: first.evidence,
          ...(incidents + warnings === 1 && { item: { kind: first.kind, id: first.id } }),
        }))}
        chosen={area?.key}
        onChoose={onArea}
      />
      {0 < morePlaces && (
        <p className={classes.note}>{counted(morePlaces, "more place")} with fewer incidents are not drawn.</p>
      )}
      {0 < unplaced.total && (
        <div className={classes.undated}>
          <h3>Place unknown, so not on the map ({unplaced.total})</h3>
          <ul>
            {unplaced.marks.map(mark => (
              <Evident
                key={mark.id}
                as="li"
                evidence={mark.evidence}
                item={{ kind: "incident", id: mark.id }}
                claim={visibleLine(mark.title)}
              >
                <ItemLink item={{ kind: "incident", id: mark.id }}>
                  <bdi>{visibleLine(mark.title)}</bdi>
                </ItemLink>{" "}
                <span>
                  {mark.status}
                  {mark.where.words !== "unknown" && <bdi> · {visibleLine(mark.where.words)}</bdi>}
                </span>
              </Evident>
            ))}
          </ul>
          {unplaced.marks.length < unplaced.total && <p>The list below has them all.</p>}
        </div>
      )}
    </section>
  )
}
