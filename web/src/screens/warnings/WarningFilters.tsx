import { Button, NativeSelect } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import type { WarningsView } from "../../../../src/app/views/warnings/warnings-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { shortened } from "../../../../src/app/words.ts"
import { type FilterName, filterNames, sortNames, type WarningsSearch } from "./search.ts"
import classes from "./warnings.module.css"

const names: Readonly<Record<FilterName, string>> = {
  outcome: "outcome",
  channel: "channel",
  kind: "kind",
  hindsight: "time of first report",
  issuer: "issuer",
  incident: "incident",
}

type Change = Partial<Record<keyof WarningsSearch, string | undefined>>

/** What the ledger is narrowed by and its order; each choice says how many it would leave. */
export function WarningFilters({
  view,
  search,
  onChange,
}: {
  readonly view: WarningsView
  readonly search: WarningsSearch
  readonly onChange: (next: Change) => void
}) {
  const chosen = filterNames.filter(name => search[name] !== undefined).length
  const isSmall = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false })
  const fields = (
    <div className={classes.filters}>
      {filterNames.map(name => (
        <NativeSelect
          key={name}
          size="xs"
          aria-label={names[name]}
          data={[
            { value: "", label: `any ${names[name]}` },
            ...view.choices[name].map(({ key, words, count }) => ({
              value: key,
              label: `${shortened(visibleLine(words), 44)} (${count})`,
            })),
          ]}
          value={search[name] ?? ""}
          onChange={event => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
      <NativeSelect
        size="xs"
        aria-label="Order"
        data={Object.entries(sortNames).flatMap(([value, label]) => [
          { value, label },
          { value: `${value} down`, label: `${label}, turned round` },
        ])}
        value={`${search.sort ?? "issued"}${search.order === "down" ? " down" : ""}`}
        onChange={event => {
          const [sort, order] = event.currentTarget.value.split(" ")
          onChange({ sort: sort === "issued" ? undefined : sort, order })
        }}
      />
      {0 < chosen && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => onChange(Object.fromEntries(filterNames.map(name => [name, undefined])))}
        >
          Show all
        </Button>
      )}
    </div>
  )
  return (
    <search>
      {isSmall ? (
        <details className={classes.fold}>
          <summary>{chosen === 0 ? "Narrow or order" : `Narrowed by ${chosen}; change`}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </search>
  )
}
