import type { FactView } from "../../../../src/app/views/incidents/fact-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ReportMarks } from "../../evidence/ReportMarks.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Relation } from "../../signs/Relation.tsx"
import classes from "./person.module.css"

/** What reports tell of somebody: the value, how the reports relate, and each position where there are several. */
export function Facts({ facts }: { readonly facts: readonly FactView[] }) {
  return (
    <ul className={classes.list}>
      {facts.map(fact => {
        const evidence = fact.positions.flatMap(({ tellings }) => tellings.map(one => one.evidence))
        return (
          <Evident
            as="li"
            key={fact.id}
            className={classes.fact!}
            evidence={evidence}
            item={{ kind: "fact", id: fact.id }}
            claim={`${fact.label}: ${visibleLine(fact.value)}`}
            focusable
          >
            <span className={classes.words}>{visibleLine(fact.label)}</span>
            <span>
              <b>{visibleLine(fact.value)}</b> {fact.positions.length === 1 && <ReportMarks of={evidence} />}
              {fact.decided.map(({ id, by }) => (
                <Decided key={id} by={by} />
              ))}
              {1 < fact.positions.length && (
                <span className={classes.positions}>
                  {fact.positions.map(position => (
                    <span key={position.assertionId}>
                      {visibleLine(position.words)}
                      {position.sayers !== "" && ` (${visibleLine(position.sayers)})`}{" "}
                      <ReportMarks of={position.tellings.map(one => one.evidence)} />
                    </span>
                  ))}
                </span>
              )}
            </span>
            <span className={classes.signs}>
              <Relation of={fact.relation} />
              <Origins of={fact.origins} />
            </span>
          </Evident>
        )
      })}
    </ul>
  )
}
