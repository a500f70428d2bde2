import { Button, Select } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useReportHeads } from "../../api/views.ts"
import classes from "./comparison.module.css"

/** Options drawn at once: a longer list is narrowed by typing. */
const MOST_OPTIONS = 100

/** Which two reports. */
export function ChooseReports({ a, b }: { readonly a: string | undefined; readonly b: string | undefined }) {
  const heads = useReportHeads()
  const navigate = useNavigate({ from: "/reports/compare" })
  const options = [...heads.values()].map(({ id, number, publisher, title }) => ({
    value: id,
    label: visibleLine([`r${number}`, publisher, title].filter(word => word !== undefined && word !== "").join(" ")),
  }))
  const go = (next: { readonly a?: string | undefined; readonly b?: string | undefined }) =>
    void navigate({
      search: ({ a: _, b: __, at: ___, ...old }) => ({
        ...old,
        ...(next.a !== undefined && { a: next.a }),
        ...(next.b !== undefined && { b: next.b }),
      }),
    })
  const choose = (
    label: string,
    value: string | undefined,
    other: string | undefined,
    onChange: (id: string | undefined) => void,
  ) => (
    <Select
      size="xs"
      aria-label={label}
      placeholder={label}
      data={options.filter(option => option.value !== other)}
      value={value ?? null}
      onChange={id => onChange(id ?? undefined)}
      searchable
      limit={MOST_OPTIONS}
      className={classes.select ?? ""}
    />
  )
  return (
    <div className={classes.choose}>
      {choose("First report", a, b, id => go({ a: id, b }))}
      <Button variant="default" size="xs" onClick={() => go({ a: b, b: a })} aria-label="Change sides">
        ⇄
      </Button>
      {choose("Second report", b, a, id => go({ a, b: id }))}
    </div>
  )
}
