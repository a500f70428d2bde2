import type { WarningRow } from "../../../../src/app/views/warnings/warning-rows.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Outcome } from "./Outcome.tsx"
import { WarningDetail } from "./WarningDetail.tsx"
import classes from "./warnings.module.css"

interface Opening {
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

/** The ledger line by line. Arrow keys go from line to line, Enter opens one in place. */
export function WarningTable({ rows, ...opening }: Opening & { readonly rows: readonly WarningRow[] }) {
  return (
    <table className={classes.table} onKeyDown={event => moveFocus(event, "button[data-row]")}>
      <thead>
        <tr>
          <th scope="col">Issued</th>
          <th scope="col">Who warned whom</th>
          <th scope="col">Of what</th>
          <th scope="col">What came of it</th>
          <th scope="col">Told by</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={row.id} row={row} {...opening} />
        ))}
      </tbody>
    </table>
  )
}

/** A warning in a few words, above its evidence. */
export const claimOf = ({ kindWords, issuer, issued }: WarningRow) =>
  visibleLine(`${kindWords[0]!.toUpperCase()}${kindWords.slice(1)} by ${issuer.name}, ${issued.words}`)

function Row({ row, open, onOpen }: Opening & { readonly row: WarningRow }) {
  const { id, issuer, audience, channel, kindWords, issued, origins, told } = row
  const isOpen = open === id
  return (
    <>
      <Evident
        as="tr"
        className={`${classes.row} ${isOpen ? classes.openRow : ""}`}
        evidence={row.evidence}
        item={{ kind: "warning", id }}
        claim={claimOf(row)}
      >
        <td className={classes.issued}>
          <bdi>{visibleLine(issued.words)}</bdi>
        </td>
        <td className={classes.who}>
          <button type="button" data-row aria-expanded={isOpen} className={classes.name} onClick={() => onOpen(id)}>
            <bdi>{visibleLine(issuer.name)}</bdi>
          </button>
          {row.decided.map(mark => (
            <span key={mark.id} title={visibleLine(mark.words)}>
              <Decided by={mark.by} />
            </span>
          ))}
          {audience !== "" && <bdi className={classes.audience}>to {visibleLine(audience)}</bdi>}
          <span className={classes.small}>
            {[kindWords, channel === "unknown" ? "channel unknown" : channel, visibleLine(issuer.role)]
              .filter(words => words !== "")
              .join(" · ")}
          </span>
        </td>
        <td className={classes.what}>
          <Subject row={row} />
        </td>
        <td className={classes.outcome}>
          <Outcome row={row} />
        </td>
        <td className={classes.told}>
          <OriginsExplained of={origins} item={id} />
          <span className={classes.small}>{visibleLine(told)}</span>
        </td>
      </Evident>
      {isOpen && (
        <tr>
          <td colSpan={5} className={classes.detail}>
            <WarningDetail id={id} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Words that hold marks of their own need no others around them. */
const QUOTED = /["“”]/u

/** What harm, in the words of a report where no rule knows it; actor, target, place; how long it speaks of, and how likely it calls it. */
function Subject({ row: { subject, words, horizon, likelihood } }: { readonly row: WarningRow }) {
  const harm = subject.find(({ label }) => label === "of")
  return (
    <>
      {harm ? (
        <bdi>{visibleLine(harm.words)}</bdi>
      ) : (
        <bdi className={classes.words}>{QUOTED.test(words) ? visibleLine(words) : `“${visibleLine(words)}”`}</bdi>
      )}
      <span className={classes.small}>
        {[
          ...subject.filter(part => part !== harm).map(part => `${part.label} ${visibleLine(part.words)}`),
          ...(horizon ? [`time: ${visibleLine(horizon.words)}`] : []),
          ...(likelihood === undefined ? [] : [`likelihood: ${visibleLine(likelihood)}`]),
        ].join(" · ")}
      </span>
    </>
  )
}
