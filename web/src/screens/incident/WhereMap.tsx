import type { IncidentView } from "../../../../src/app/views/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Origins } from "../../signs/Origins.tsx"
import classes from "./incident.module.css"

/** Where reports put it, each place with how exactly it is known. */
export function WhereMap({ places }: { readonly places: IncidentView["places"] }) {
  return (
    <ul className={classes.places}>
      {places.map(({ place, chosen, origins, evidence }) => (
        <Evident as="li" key={place.key} evidence={evidence} claim={visibleLine(place.words)} focusable>
          <b className={chosen ? undefined : classes.other}>{visibleLine(place.words)}</b> <Origins of={origins} />
          <span className={classes.small}>{visibleLine(place.note)}</span>
        </Evident>
      ))}
    </ul>
  )
}
