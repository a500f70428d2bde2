import { Button } from "@mantine/core"
import type { FactView } from "../../../../src/app/views/incidents/fact-view.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import type { MarksOf } from "./evidence-numbers.ts"
import { FactRow } from "./FactRow.tsx"
import classes from "./incident.module.css"

/** What is told of it, one slot a row; each row opens in place. Arrow keys go from row to row, Enter opens, "." says what can be done. */
export function FactTable({
  facts,
  opened,
  onToggle,
  onToggleAll,
  unfolded,
  marksOf,
}: {
  readonly facts: readonly FactView[]
  readonly opened: ReadonlySet<string>
  readonly onToggle: (slot: string) => void
  readonly onToggleAll: () => void
  readonly unfolded: boolean
  readonly marksOf: MarksOf
}) {
  if (facts.length === 0) return <p className={classes.quiet}>No report says more of it than that it was so.</p>
  return (
    <section
      id="facts"
      aria-label="Facts"
      className={classes.facts}
      onKeyDown={event => moveFocus(event, "[data-row]")}
    >
      <h2 className={classes.hidden}>Facts</h2>
      {facts.map(fact => (
        <FactRow
          key={fact.id}
          fact={fact}
          isOpen={opened.has(fact.slot)}
          onToggle={() => onToggle(fact.slot)}
          unfolded={unfolded}
          marksOf={marksOf}
        />
      ))}
      <p className={classes.after}>
        <Button variant="subtle" size="compact-xs" onClick={onToggleAll}>
          {opened.size === facts.length ? "Close all rows" : "Open all rows"}
        </Button>
        <span className={classes.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Enter</kbd> opens, <kbd>.</kbd> decides
        </span>
      </p>
    </section>
  )
}
