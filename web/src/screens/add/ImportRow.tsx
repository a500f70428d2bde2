import { Button, Progress } from "@mantine/core"
import { useState } from "react"
import type { ImportSummary } from "../../../../src/app/imports/import-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { turnImport, useImporting } from "../../imports/imports.ts"
import classes from "./add.module.css"
import { ImportDetails } from "./ImportDetails.tsx"
import { Refusal } from "./Refusal.tsx"

const turns = [
  { turn: "cancel", name: "Cancel", may: "canCancel" },
  { turn: "undo", name: "Undo", may: "canUndo" },
  { turn: "redo", name: "Redo", may: "canRedo" },
] as const

/** An import in one line: what was named, how far it is or what came of it, and the way back. */
export function ImportRow({ summary }: { readonly summary: ImportSummary }) {
  const { id, what, kind, state, of, isCounted, through, message } = summary
  const isRunning = state === "running" || state === "waiting"
  const [chosen, setOpen] = useState<boolean>()
  // What was lost is shown without being asked for.
  const isOpen = chosen ?? 0 < summary.lost
  const { mutate, isPending, error } = useImporting((turn: (typeof turns)[number]["turn"]) => turnImport(id, turn))
  return (
    <li className={classes.import} aria-busy={isRunning}>
      <div className={classes.line}>
        <span className={classes.what}>{visibleLine(what)}</span>
        <span className={classes.at}>{clock(summary.startedAt)}</span>
        <span className={classes.turns}>
          {turns
            .filter(({ may }) => summary[may])
            .map(({ turn, name }) => (
              <Button key={turn} variant="default" size="compact-sm" loading={isPending} onClick={() => mutate(turn)}>
                {name}
              </Button>
            ))}
        </span>
      </div>
      {isRunning && (
        <Progress
          value={isCounted && 0 < of ? (100 * through) / of : 100}
          animated={!isCounted}
          size="sm"
          aria-label={isCounted ? `${through} of ${of} are through` : `${through} are through`}
          className={classes.progress}
        />
      )}
      <p className={classes.message} data-state={state}>
        {visibleLine(message)}
      </p>
      <Refusal error={error} />
      {kind === "add" && 0 < of && (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={classes.toggle}
          >
            {isOpen ? "Hide what was named" : "Show what was named"}
          </Button>
          {isOpen && <ImportDetails summary={summary} />}
        </>
      )}
    </li>
  )
}

const clock = (at: string) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
