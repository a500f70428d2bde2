import { Button, Checkbox } from "@mantine/core"
import { useState } from "react"
import { useReportHeads } from "../api/views.ts"
import { Quote } from "../evidence/Quote.tsx"
import { ReportName } from "../evidence/ReportName.tsx"
import type { FormProps } from "./ActionDialog.tsx"
import classes from "./actions.module.css"

/** The tellings that are of something else: they leave and make an item of their own. */
export function SplitForm({ view, pending, onDecide }: FormProps) {
  const [leaving, setLeaving] = useState<readonly string[]>([])
  const heads = useReportHeads()
  if (view.tellings.length < 2) return <p>It has one telling only: there is nothing to split off.</p>
  return (
    <>
      <p className={classes.ask}>What is about something else?</p>
      <ul className={classes.tellings}>
        {view.tellings.map(({ id, reportId, evidence }) => (
          <li key={id}>
            <Checkbox
              checked={leaving.includes(id)}
              onChange={event => {
                const isLeaving = event.currentTarget.checked
                setLeaving(old => (isLeaving ? [...old, id] : old.filter(other => other !== id)))
              }}
              label={
                <>
                  <Quote of={evidence} />
                  <span className={classes.from}>
                    <ReportName head={heads.get(reportId)} at={evidence} />
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      <Button
        loading={pending}
        disabled={leaving.length === 0 || leaving.length === view.tellings.length}
        onClick={() => onDecide({ action: "split", mentions: leaving })}
      >
        {leaving.length === 0 ? "Split off" : `Split off ${leaving.length} of ${view.tellings.length}`}
      </Button>
    </>
  )
}
