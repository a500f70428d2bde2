import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Mark } from "../../evidence/Marks.tsx"
import { Origins } from "../../signs/Origins.tsx"
import type { MarksOf } from "./evidence-numbers.ts"
import classes from "./incident.module.css"

/** Who is said to have done it, and what speaks for and against each. */
export function Blame({
  blame,
  unfolded,
  marksOf,
}: {
  readonly blame: IncidentView["blame"]
  readonly unfolded: boolean
  readonly marksOf: MarksOf
}) {
  return (
    <div className={classes.actors}>
      {blame.map(({ name, entityId, folded, lines }) => {
        const shown = folded && !unfolded ? "a named person" : visibleLine(name)
        return (
          <section key={entityId ?? name} className={classes.actor} aria-label={shown}>
            <h3>
              {entityId === undefined || (folded && !unfolded) ? (
                shown
              ) : (
                <ItemLink item={{ kind: "entity", id: entityId }}>{shown}</ItemLink>
              )}
            </h3>
            <ul>
              {lines.map(line => (
                <Evident
                  key={`${line.factId} ${line.how}`}
                  as="li"
                  evidence={line.evidence}
                  item={{ kind: "fact", id: line.factId }}
                  claim={`${shown}: ${visibleLine(line.how)}`}
                  className={line.against ? classes.against : classes.for}
                >
                  <span aria-hidden className={classes.stand}>
                    {line.against ? "−" : "+"}
                  </span>
                  <span>
                    {visibleLine(line.how)}
                    {marksOf(line.evidence).map(note => (
                      <Mark key={note.mark} note={note} item={{ kind: "fact", id: line.factId }} />
                    ))}
                  </span>
                  <Origins of={line.origins} />
                </Evident>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
