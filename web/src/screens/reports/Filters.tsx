import { Select, Switch, TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import type { ReportsView } from "../../../../src/app/views/reports/reports-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted, type ReportKind, reportKindInWords } from "../../../../src/app/words.ts"
import classes from "./reports.module.css"

/** Orders, each with the way in which it is first wanted. */
const orders = [
  { value: "number", label: "by number" },
  { value: "published.down", label: "newest first" },
  { value: "publisher", label: "by publisher" },
  { value: "title", label: "by title" },
  { value: "shared.down", label: "most taken over first" },
  { value: "rested-on.down", label: "most rested on first" },
  { value: "incidents.down", label: "most incidents first" },
  { value: "statements.down", label: "most statements first" },
]

/** Which reports are listed, and in which order. Everything is in the address. */
export function Filters({ view }: { readonly view: ReportsView }) {
  const asked = useSearch({ from: "/reports" })
  const navigate = useNavigate({ from: "/reports" })
  const set = (values: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      search: old =>
        Object.fromEntries(
          Object.entries({ ...old, ...values }).filter(([, value]) => value !== undefined && value !== ""),
        ),
      replace: true,
      resetScroll: false,
    })
  const { text = "", kind, publisher, from, to, problems, incident, origin, restsOn, sort = "number", order } = asked
  const isNarrowed = [text, kind, publisher, from, to, problems, incident, origin, restsOn].some(
    value => value !== undefined && value !== "",
  )
  return (
    <search className={classes.filters} aria-label="Which reports">
      <Words value={text} onChange={words => set({ text: words })} />
      <Select
        size="xs"
        aria-label="Where the text comes from"
        placeholder="Any origin"
        data={view.kinds.map(({ value, count }) => ({
          value,
          label: `${reportKindInWords(value as ReportKind)} (${count})`,
        }))}
        value={kind ?? null}
        onChange={value => set({ kind: value ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": "Any origin" }}
      />
      <Select
        size="xs"
        aria-label="Publisher"
        placeholder="Any publisher"
        data={view.publishers.map(({ value, count }) => ({ value, label: `${visibleLine(value)} (${count})` }))}
        value={publisher ?? null}
        onChange={value => set({ publisher: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Any publisher" }}
      />
      <span className={classes.days}>
        <TextInput
          size="xs"
          type="date"
          aria-label="Published from"
          value={from ?? ""}
          min={view.days.first}
          max={view.days.last}
          onChange={event => set({ from: event.currentTarget.value })}
        />
        to
        <TextInput
          size="xs"
          type="date"
          aria-label="Published until"
          value={to ?? ""}
          min={view.days.first}
          max={view.days.last}
          onChange={event => set({ to: event.currentTarget.value })}
        />
      </span>
      <Select
        size="xs"
        aria-label="Order"
        data={orders}
        value={order === "down" ? `${sort}.down` : sort}
        onChange={value => {
          const [by, way] = (value ?? "number").split(".")
          set({ sort: by === "number" ? undefined : by, order: way })
        }}
        allowDeselect={false}
      />
      {0 < view.withProblems && (
        <Switch
          size="xs"
          label={`with problems (${view.withProblems})`}
          checked={problems === "true"}
          onChange={event => set({ problems: event.currentTarget.checked ? "true" : undefined })}
        />
      )}
      {isNarrowed && (
        <p className={classes.found}>
          <span role="status">{counted(view.total, "report")}</span>
          {incident !== undefined && " that tell of one incident"}
          {origin !== undefined && " that lead to one origin"}
          {restsOn !== undefined && " that rest on one report"}
          {(from !== undefined || to !== undefined) &&
            0 < view.withoutDate &&
            ` (${counted(view.withoutDate, "report")} without a date left out)`}{" "}
          ·{" "}
          <Link to="/reports" search={{}}>
            Show all
          </Link>
        </p>
      )}
    </search>
  )
}

/** The field of words: what is typed stands at once, the list follows a moment later. */
function Words({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const [typed, setTyped] = useState(value)
  const later = useDebouncedCallback(onChange, 200)
  useEffect(() => setTyped(value), [value])
  return (
    <TextInput
      size="xs"
      type="search"
      aria-label="Words of title, publisher, file or address"
      placeholder="Title, publisher, file"
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        later(event.currentTarget.value)
      }}
    />
  )
}
