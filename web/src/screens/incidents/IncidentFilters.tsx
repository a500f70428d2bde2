import { Chip, NativeSelect, TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import type { IncidentsView } from "../../../../src/app/views/incidents/incidents-view.ts"
import classes from "./incidents.module.css"
import { type IncidentsSearch, sectionNames, sortNames } from "./search.ts"

type Facet = IncidentsView["facets"]["status"]

/** What the list shows: by words, section, status and type, each value with how many it would leave. All of it is in the address. */
export function IncidentFilters({
  facets,
  search,
}: {
  readonly facets: IncidentsView["facets"]
  readonly search: IncidentsSearch
}) {
  const navigate = useNavigate()
  const set = (name: keyof IncidentsSearch, value: string) =>
    void navigate({
      to: ".",
      search: ((old: object) => ({ ...old, page: undefined, [name]: value === "" ? undefined : value })) as never,
      replace: true,
    })
  const [text, setText] = useState(search.text ?? "")
  const find = useDebouncedCallback((words: string) => set("text", words.trim()), 200)
  return (
    <search className={classes.filters}>
      <TextInput
        aria-label="Words in title, code or place"
        placeholder="Words in title, code or place"
        size="xs"
        className={classes.find!}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      <Values name="Status" facet={facets.status} chosen={search.status} onChange={value => set("status", value)} />
      <Values name="Type" facet={facets.type} chosen={search.type} onChange={value => set("type", value)} />
      <NativeSelect
        aria-label="Order"
        size="xs"
        data={Object.entries(sortNames).map(([value, label]) => ({ value, label }))}
        value={search.sort ?? "told"}
        onChange={event => set("sort", event.currentTarget.value === "told" ? "" : event.currentTarget.value)}
      />
      <Sections facet={facets.section} chosen={search.section ?? ""} onChange={value => set("section", value)} />
    </search>
  )
}

function Values({
  name,
  facet,
  chosen,
  onChange,
}: {
  readonly name: string
  readonly facet: Facet
  readonly chosen: string | undefined
  readonly onChange: (value: string) => void
}) {
  const all = facet.some(({ value }) => value === chosen) || !chosen ? facet : [...facet, { value: chosen, count: 0 }]
  return (
    <NativeSelect
      aria-label={name}
      size="xs"
      data={[
        { value: "", label: `any ${name.toLowerCase()}` },
        ...all.map(({ value, count }) => ({ value, label: `${value.replaceAll("-", " ")} (${count})` })),
      ]}
      value={chosen ?? ""}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}

function Sections({
  facet,
  chosen,
  onChange,
}: {
  readonly facet: Facet
  readonly chosen: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Chip.Group
      multiple
      value={chosen.split(",").filter(value => value !== "")}
      onChange={values => onChange(values.join(","))}
    >
      <div className={classes.sections}>
        {facet.map(({ value, count }) => (
          <Chip key={value} value={value} size="xs" radius="xs" variant="outline">
            {sectionNames[value]} {count}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  )
}
