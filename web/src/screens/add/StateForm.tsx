import { Button } from "@mantine/core"
import { postJson } from "../../api/client.ts"
import { useImporting } from "../../imports/imports.ts"
import classes from "./add.module.css"
import { Refusal } from "./Refusal.tsx"
import { StatedFields, useStated } from "./StatedFields.tsx"

/** What the user knows of a report that is in the case and its page does not say: it is read anew with that. */
export function StateForm({
  id,
  names,
}: {
  readonly id: string
  readonly names: readonly ("publisher" | "published")[]
}) {
  const state = useStated()
  const { mutate, isPending, error } = useImporting((stated: object) =>
    postJson(`/reports/${encodeURIComponent(id)}/state`, stated).then(state.clear),
  )
  return (
    <form
      className={classes.stateForm}
      aria-label="State what is known of this report"
      onSubmit={event => {
        event.preventDefault()
        mutate(state.stated)
      }}
    >
      <StatedFields names={names} state={state} />
      <Button
        type="submit"
        size="xs"
        variant="default"
        loading={isPending}
        disabled={Object.keys(state.stated).length === 0}
      >
        State it and read anew
      </Button>
      <Refusal error={error} />
    </form>
  )
}
