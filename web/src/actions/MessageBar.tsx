import { Button, CloseButton } from "@mantine/core"
import { visibleLine } from "../../../src/app/visible.ts"
import { useMaking } from "../api/use-making.ts"
import classes from "./actions.module.css"
import { say, useMessage } from "./message.ts"
import { useUndo } from "./undo.ts"

/** What was just done, with the way back; in a large case, how far the screens are that show it. */
export function MessageBar() {
  const message = useMessage()
  const { undo, isPending, error } = useUndo()
  const making = useMaking()
  return (
    <div role="status" className={classes.place}>
      {message && (
        <div className={classes.message}>
          <span>
            {visibleLine(message.words)}
            {making !== "" && <span className={classes.making}>Noted; the screens follow. {making}</span>}
          </span>
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
