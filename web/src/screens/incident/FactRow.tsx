import { Fragment } from "react"
import type { FactView } from "../../../../src/app/views/incidents/fact-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Mark } from "../../evidence/Marks.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Relation } from "../../signs/Relation.tsx"
import { eachOnce, type MarksOf, wordsOf } from "./evidence-numbers.ts"
import classes from "./incident.module.css"
import { Positions } from "./Positions.tsx"
import { sideWords } from "./side-words.ts"

/** Letters up to which a position is never broken over two lines. */
const SHORT = 26

/** Positions told in the row itself; the others when it is open. */
const MOST_SIDES = 5

/** One fact in one line: slot, value, how it came to be, how the positions relate, how many origins. Below it, when open, the positions side by side. */
export function FactRow({
  fact,
  isOpen,
  onToggle,
  unfolded,
  marksOf,
}: {
  readonly fact: FactView
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly unfolded: boolean
  readonly marksOf: MarksOf
}) {
  const { id, label, relation, origins, decided, positions, disputed, best } = fact
  const item = { kind: "fact", id }
  const value = fact.folded && !unfolded ? "a named person" : fact.value
  // The first words of each position say what the row says; opened it has all.
  const evidence = eachOnce(positions.slice(0, MOST_SIDES).flatMap(position => wordsOf(position).slice(0, 1)))
  return (
    <div className={`${classes.fact} ${isOpen ? classes.open : ""}`}>
      <Evident
        evidence={evidence}
        item={item}
        claim={`${label}: ${visibleLine(value)}`}
        className={classes.row}
        onClick={event => {
          // The whole row opens for the mouse; links in it go their way.
          if (!(event.target as Element).closest("a, button")) onToggle()
        }}
      >
        <button
          type="button"
          data-row
          className={classes.slot}
          aria-expanded={isOpen}
          aria-controls={`positions-${id}`}
          onClick={onToggle}
        >
          <span aria-hidden className={classes.chevron} />
          {visibleLine(label)}
        </button>
        <div className={classes.value}>
          <b className={fact.settled ? undefined : classes.open}>{visibleLine(value)}</b>
          {decided.map(mark => (
            <span key={mark.id} title={visibleLine(mark.words)}>
              <Decided by={mark.by} />
            </span>
          ))}
          <Sides fact={fact} unfolded={unfolded} marksOf={marksOf} />
          {best && (disputed || !best.same) && (
            <span className={classes.best}>
              best supported:{" "}
              {best.same ? visibleLine(best.why) : `${visibleLine(best.words)} (${visibleLine(best.why)})`}
            </span>
          )}
        </div>
        <span className={classes.signs}>
          <Relation of={relation} />
          <Origins of={origins} />
        </span>
      </Evident>
      <div id={`positions-${id}`} hidden={!isOpen}>
        {isOpen && <Positions fact={fact} unfolded={unfolded} />}
      </div>
    </div>
  )
}

/** How the value came to be: "9+ (4 Nov) → 14 (6 Nov) → 17 (8 Nov)", each with its marks. */
function Sides({
  fact: { relation, positions, total, short, value, listed },
  unfolded,
  marksOf,
}: {
  readonly fact: FactView
  readonly unfolded: boolean
  readonly marksOf: MarksOf
}) {
  const sign = relation === "update" ? " → " : relation === "contradict" || relation === "mixed" ? " | " : " · "
  // What moved is told step by step; elsewhere the value stands before its sides and is not told again.
  const same = relation === "update" && 1 < total ? [] : [short, value]
  const shown = positions.slice(0, MOST_SIDES)
  return (
    <span className={classes.sides}>
      {shown.map((position, at) => {
        const words = sideWords(position, { unfolded, same, listed })
        return (
          <Fragment key={position.assertionId}>
            {0 < at && sign}
            <span className={words.length < SHORT ? classes.short : classes.side}>
              {words !== "" && visibleLine(words)}
              {marksOf(wordsOf(position)).map(note => (
                <Mark key={note.mark} note={note} item={{ kind: "assertion", id: position.assertionId }} />
              ))}
            </span>
          </Fragment>
        )
      })}
      {shown.length < total && ` and ${total - shown.length} more`}
    </span>
  )
}
