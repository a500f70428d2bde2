import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Mark } from "../../evidence/Marks.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import type { MarksOf } from "./evidence-numbers.ts"
import classes from "./incident.module.css"

/** Warnings that came before it: when, by whom to whom, how many days ahead, and whether they were told of only afterwards. */
export function Warned({
  warnings,
  marksOf,
}: {
  readonly warnings: IncidentView["warnings"]
  readonly marksOf: MarksOf
}) {
  return (
    <table className={classes.warned}>
      <thead>
        <tr>
          <th scope="col">Issued</th>
          <th scope="col">Before it</th>
          <th scope="col">Who warned whom</th>
          <th scope="col">Told by</th>
        </tr>
      </thead>
      <tbody>
        {warnings.map(warning => {
          const item = { kind: "warning", id: warning.id }
          return (
            <Evident
              as="tr"
              key={warning.id}
              evidence={warning.evidence}
              item={item}
              claim={`${warning.kind} by ${visibleLine(warning.issuer)}`}
            >
              <td>{visibleLine(warning.issued)}</td>
              <td>
                <b>{warning.lead}</b>
              </td>
              <td className={classes.who}>
                <ItemLink item={item}>
                  {visibleLine(warning.issuer)}
                  {warning.audience !== "" && ` → ${visibleLine(warning.audience)}`}
                </ItemLink>
                {marksOf(warning.evidence).map(note => (
                  <Mark key={note.mark} note={note} item={item} />
                ))}
                {warning.decided.map(mark => (
                  <span key={mark.id} title={visibleLine(mark.words)}>
                    <Decided by={mark.by} />
                  </span>
                ))}
                <span className={classes.small}>
                  {[warning.kind, warning.channel === "unknown" ? "" : warning.channel, visibleLine(warning.role)]
                    .filter(words => words !== "")
                    .join(" · ")}
                  {warning.why !== "" && ` · linked to this: ${visibleLine(warning.why)}`}
                  {warning.hindsight && (
                    <em>
                      {". "}
                      First reported after it happened
                      {warning.firstReported !== "unknown" && `, on ${warning.firstReported}`}.
                    </em>
                  )}
                </span>
              </td>
              <td>
                <Origins of={warning.origins} />
              </td>
            </Evident>
          )
        })}
      </tbody>
    </table>
  )
}
