import { Button, CloseButton } from "@mantine/core"
import { visibleLine } from "../../../src/app/visible.ts"
import classes from "./actions.module.css"
import { useDecide } from "./decide.ts"
import { say, useMessage } from "./message.ts"

/** What was just done, with the way back. */
export function MessageBar() {
  const message = useMessage()
  const { mutate, isPending, error } = useDecide()
  return (
    <div role="status" className={classes.place}>
      {message && (
        <div className={classes.message}>
          <span>{visibleLine(message.words)}</span>
          {message.undo !== undefined && (
            <Button
              variant="default"
              size="compact-sm"
              loading={isPending}
              onClick={() => mutate({ action: "withdraw", item: message.undo!, called: message.words })}
            >
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
