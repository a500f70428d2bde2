import { Button } from "@mantine/core"
import { useEffect, useRef } from "react"
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
  const ground = useRef<HTMLElement>(null)
  const last = useRef<number>(undefined)
  // A row that is decided away takes the focus with it: the row that comes in its place has it then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts are other rows
  useEffect(() => {
    // Later, as a dialog that closes first gives the focus back to what may be gone.
    const timer = setTimeout(() => {
      if (last.current === undefined || document.activeElement !== document.body) return
      const rows = ground.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []
      rows[Math.min(last.current, rows.length - 1)]?.focus({ preventScroll: true })
    }, 150)
    return () => clearTimeout(timer)
  }, [facts])
  if (facts.length === 0) return <p className={classes.quiet}>No report says more of it than that it was so.</p>
  return (
    <section
      ref={ground}
      id="facts"
      aria-label="Facts"
      className={classes.facts}
      onKeyDown={event => moveFocus(event, "[data-row]")}
      onFocusCapture={event => {
        const at = [...event.currentTarget.querySelectorAll("[data-row]")].indexOf(event.target)
        last.current = at < 0 ? undefined : at
      }}
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
