import { Button, Popover, Slider } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { counted, edtfInWords } from "../../../src/app/words.ts"
import { useDays, useQuestion } from "../api/views.ts"
import classes from "./frame.module.css"

/** The case as it stood on any day: a stop for each day on which reports came, the last one is today's knowledge. The day is in the address. */
export function AsKnownAt() {
  const { data: days = [] } = useDays()
  const { asOf } = useQuestion()
  const navigate = useNavigate()
  const last = days.length - 1
  const at = asOf === undefined ? last : days.findLastIndex(({ day }) => day <= asOf)
  const [chosen, setDrawn] = useState(at)
  useEffect(() => setDrawn(at), [at])
  // Days go when a report is taken out again: what was chosen before may be one of them.
  const drawn = Math.min(chosen, last)
  if (days.length < 2) return null
  const go = (stop: number) =>
    void navigate({ to: ".", search: old => ({ ...old, asOf: stop === last ? undefined : days[stop]!.day }) as never })
  const day = days[Math.max(0, drawn)]!.day
  const told = days.slice(0, drawn + 1).reduce((sum, { reports }) => sum + reports, 0)
  // The last stop is the whole case: reports without a date count too.
  const isWhole = drawn === last
  return (
    <Popover position="bottom-end" width={360} trapFocus>
      <Popover.Target>
        <Button
          variant={asOf === undefined ? "default" : "light"}
          size="compact-sm"
          className={classes.asOf}
          aria-label={`as known at ${edtfInWords(day)}; change the day`}
        >
          <span className={classes.asOfWord}>as known at&nbsp;</span>
          {edtfInWords(day).replace(/ \d{4}$/, "")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.asOfTitle}>
          {isWhole
            ? `All reports, the newest of ${edtfInWords(day)}`
            : `As known at ${edtfInWords(day)}: ${counted(told, "report")}`}
        </p>
        <Slider
          min={0}
          max={last}
          step={1}
          value={Math.max(0, drawn)}
          label={null}
          thumbLabel="day of knowledge"
          thumbProps={{ "aria-valuetext": edtfInWords(day) }}
          onChange={setDrawn}
          onChangeEnd={go}
          marks={days.length <= 40 ? days.map((_, value) => ({ value })) : []}
        />
        <p className={classes.asOfHint}>
          {isWhole
            ? "Go back to see what was known on an earlier day. Reports without a date count only here."
            : "Only reports published by this day count; those without a date are left out."}
        </p>
        {asOf !== undefined && (
          <Button variant="default" size="compact-sm" onClick={() => go(last)}>
            Back to all reports
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
