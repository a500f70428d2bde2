import { Button, NativeSelect } from "@mantine/core"
import { useState } from "react"
import type { FormProps } from "./ActionDialog.tsx"
import classes from "./actions.module.css"

// The Admiralty code as NATO AJP-2.1 words it.
const reliability = [
  { value: "", label: "not graded" },
  { value: "A", label: "A completely reliable" },
  { value: "B", label: "B usually reliable" },
  { value: "C", label: "C fairly reliable" },
  { value: "D", label: "D not usually reliable" },
  { value: "E", label: "E unreliable" },
  { value: "F", label: "F cannot be judged" },
]
const credibility = [
  { value: "", label: "not graded" },
  { value: "1", label: "1 confirmed by other sources" },
  { value: "2", label: "2 probably true" },
  { value: "3", label: "3 possibly true" },
  { value: "4", label: "4 doubtful" },
  { value: "5", label: "5 improbable" },
  { value: "6", label: "6 cannot be judged" },
]

/** How reliable the source is, how credible what it says: either, or both. */
export function GradeForm({ pending, onDecide }: FormProps) {
  const [source, setSource] = useState("")
  const [said, setSaid] = useState("")
  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        onDecide({ action: "grade", to: source + said })
      }}
    >
      <NativeSelect
        autoFocus
        className={classes.grow!}
        label="The source"
        data={reliability}
        value={source}
        onChange={event => setSource(event.currentTarget.value)}
      />
      <NativeSelect
        className={classes.grow!}
        label="What it says"
        data={credibility}
        value={said}
        onChange={event => setSaid(event.currentTarget.value)}
      />
      <Button type="submit" loading={pending} disabled={source + said === ""}>
        Grade {source + said}
      </Button>
    </form>
  )
}
