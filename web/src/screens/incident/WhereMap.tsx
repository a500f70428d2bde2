import { lazy, Suspense } from "react"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { originsInWords } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Origins } from "../../signs/Origins.tsx"
import classes from "./incident.module.css"

const CaseMap = lazy(() => import("../../map/CaseMap.tsx").then(module => ({ default: module.CaseMap })))

const HEIGHT = 260

/** Where reports put it: each place in words with how exactly it is known, and on a map those that are not only an area around another. */
export function WhereMap({ places, title }: { readonly places: IncidentView["places"]; readonly title: string }) {
  const drawn = places.filter(({ place, wider }) => place.drawn !== "none" && !wider)
  return (
    <div className={0 < drawn.length ? classes.where : undefined}>
      <ul className={classes.places}>
        {places.map(({ place, chosen, origins, evidence }) => (
          <Evident as="li" key={place.key} evidence={evidence} claim={visibleLine(place.words)} focusable>
            <b className={chosen ? undefined : classes.other}>{visibleLine(place.words)}</b> <Origins of={origins} />
            <span className={classes.small}>{visibleLine(place.note)}</span>
          </Evident>
        ))}
      </ul>
      {0 < drawn.length && (
        <div className={classes.map} style={{ minHeight: HEIGHT }}>
          <Suspense>
            <CaseMap
              label={`Where ${visibleLine(title)} was`}
              height={HEIGHT}
              items={drawn.map(({ place, chosen, origins, evidence }) => ({
                place,
                words: originsInWords(origins),
                count: 1,
                isPale: !chosen,
                evidence,
              }))}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}
