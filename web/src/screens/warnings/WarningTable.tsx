import type { WarningRow } from "../../../../src/app/views/warnings/warning-rows.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
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
    <div className={classes.scroll}>
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
    </div>
  )
}

/** A warning in a few words, above its evidence. */
export const claimOf = ({ kindWords, issuer, issued }: WarningRow) =>
  visibleLine(`${kindWords[0]!.toUpperCase()}${kindWords.slice(1)} by ${issuer.name}, ${issued.words}`)

function Row({ row, open, onOpen }: Opening & { readonly row: WarningRow }) {
  const { id, issuer, audience, channel, kindWords, issued, firstReported, origins, reports } = row
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
        <td>
          <Origins of={origins} />
          <span className={classes.small}>
            {counted(reports, "report")}, first {visibleLine(firstReported.words)}
          </span>
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

/** Harm, actor, target, place; how long it speaks of, and how likely it calls it. The words of a report where none of these is known. */
function Subject({ row: { subject, words, horizon, likelihood } }: { readonly row: WarningRow }) {
  const [first, ...rest] = subject
  return (
    <>
      {first ? (
        <bdi>
          {first.label !== "of" && `${first.label} `}
          {visibleLine(first.words)}
        </bdi>
      ) : (
        <bdi className={classes.words}>“{visibleLine(words)}”</bdi>
      )}
      <span className={classes.small}>
        {[
          ...rest.map(part => `${part.label} ${visibleLine(part.words)}`),
          ...(horizon ? [`time: ${visibleLine(horizon.words)}`] : []),
          ...(likelihood === undefined ? [] : [`likelihood: ${visibleLine(likelihood)}`]),
        ].join(" · ")}
      </span>
    </>
  )
}
