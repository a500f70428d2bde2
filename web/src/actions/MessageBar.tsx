import { Button, CloseButton } from "@mantine/core"
import { visibleLine } from "../../../src/app/visible.ts"
import classes from "./actions.module.css"
import { say, useMessage } from "./message.ts"
import { useUndo } from "./undo.ts"

/** What was just done, with the way back. */
export function MessageBar() {
  const message = useMessage()
  const { undo, isPending, error } = useUndo()
  return (
    <div role="status" className={classes.place}>
      {message && (
        <div className={classes.message}>
          <span>{visibleLine(message.words)}</span>
          {undo !== undefined && (
            <Button variant="default" size="compact-sm" loading={isPending} onClick={undo}>
              Undo
            </Button>
          )}
          {error && <span className={classes.error}>{visibleLine(error.message)}</span>}
          <CloseButton size="sm" aria-label="Close this message" onClick={() => say(undefined)} />
        </div>
      )}
    </div>
  )
}
