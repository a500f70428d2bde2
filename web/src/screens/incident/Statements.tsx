import { Link } from "@tanstack/react-router"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Mark } from "../../evidence/Marks.tsx"
import type { MarksOf } from "./evidence-numbers.ts"
import classes from "./incident.module.css"

/** What was said about it, what most reports have first. */
export function Statements({
  said,
  id,
  marksOf,
}: {
  readonly said: IncidentView["said"]
  readonly id: string
  readonly marksOf: MarksOf
}) {
  return (
    <>
      <ul className={classes.said}>
        {said.statements.map(one => (
          <Evident
            key={one.id}
            as="li"
            evidence={one.evidence}
            item={{ kind: "statement", id: one.id }}
            claim={visibleLine(one.speaker)}
          >
            <span className={classes.speaker}>
              {one.entityId === undefined ? (
                visibleLine(one.speaker)
              ) : (
                <ItemLink item={{ kind: "entity", id: one.entityId }}>{visibleLine(one.speaker)}</ItemLink>
              )}
              {one.role !== "" && <small>{visibleLine(one.role)}</small>}
            </span>
            <span className={classes.words}>
              <span className={classes.cue}>{visibleLine(one.cue)}</span> {visibleLine(one.words)}
              {marksOf(one.evidence).map(note => (
                <Mark key={note.mark} note={note} item={{ kind: "statement", id: one.id }} />
              ))}
            </span>
            <span className={classes.small}>
              {counted(one.reports, "report")}
              {one.grade !== undefined && <span className={classes.grade}>{one.grade}</span>}
            </span>
          </Evident>
        ))}
      </ul>
      {said.statements.length < said.total && (
        <p className={classes.small}>
          <Link to={"/statements" as "/"} search={{ incident: id } as never}>
            All {said.total} statements about it
          </Link>
        </p>
      )}
    </>
  )
}
