import { Button, NativeSelect, TextInput } from "@mantine/core"
import { useState } from "react"
import { visibleLine } from "../../../src/app/visible.ts"
import type { FormProps } from "./ActionDialog.tsx"
import classes from "./actions.module.css"

const labels: Record<string, string> = {
  count: "Number of people",
  time: "Date",
  words: "Words",
  title: "Title",
  name: "Name",
}

/** What it should be instead: typed as its kind of value is typed. What cannot be understood is told by the API, beside the field. */
export function CorrectForm({ view, pending, onDecide }: FormProps) {
  const { input, now, typed, example, statuses, status } = view.correct!
  const [value, setValue] = useState(typed)
  const [stand, setStand] = useState<string>(status ?? "")
  return (
    <>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          onDecide({ action: "correct", to: value.trim() })
        }}
      >
        <TextInput
          autoFocus
          className={classes.grow!}
          label={labels[input] ?? "Value"}
          description={`Now: ${visibleLine(now)}.${example === "" ? "" : ` Such as ${example}.`}`}
          value={value}
          onChange={event => setValue(event.currentTarget.value)}
        />
        <Button type="submit" loading={pending} disabled={value.trim() === "" || value.trim() === typed}>
          Correct
        </Button>
      </form>
      {0 < statuses.length && (
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault()
            onDecide({ action: "correct", to: stand })
          }}
        >
          <NativeSelect
            className={classes.grow!}
            label="Status"
            description="Whether it happened, or was only planned, foiled, alleged …"
            data={[...statuses]}
            value={stand}
            onChange={event => setStand(event.currentTarget.value)}
          />
          <Button type="submit" loading={pending} disabled={stand === status}>
            Set status
          </Button>
        </form>
      )}
    </>
  )
}
