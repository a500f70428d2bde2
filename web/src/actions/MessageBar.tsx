import { Button, CloseButton } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { visibleLine } from "../../../src/app/visible.ts"
import classes from "./actions.module.css"
import { useDecide } from "./decide.ts"
import { type Message, say, useMessage } from "./message.ts"

/** What was just done, with the way back. */
export function MessageBar() {
  const message = useMessage()
  const decide = useDecide()
  const call = useMutation<unknown, Error, () => Promise<unknown>>({ mutationFn: undo => undo() })
  const isPending = decide.isPending || call.isPending
  const error = decide.error ?? call.error
  const undo = ({ undo, words }: Message) =>
    typeof undo === "function" ? call.mutate(undo) : decide.mutate({ action: "withdraw", item: undo!, called: words })
  return (
    <div role="status" className={classes.place}>
      {message && (
        <div className={classes.message}>
          <span>{visibleLine(message.words)}</span>
          {message.undo !== undefined && (
            <Button variant="default" size="compact-sm" loading={isPending} onClick={() => undo(message)}>
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
