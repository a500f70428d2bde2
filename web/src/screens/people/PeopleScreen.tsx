import { Button, SegmentedControl, TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import type { PeopleView, SomebodyLine } from "../../../../src/app/views/people/people-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { type Pages, usePages } from "../../lists/pages.ts"
import { VirtualRows } from "../../lists/VirtualRows.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Failed } from "../../states/Failed.tsx"
import { Loading } from "../../states/Loading.tsx"
import { Notice } from "../../states/Notice.tsx"
import classes from "./people.module.css"

/** What the address of the list may carry. */
export interface PeopleSearch {
  type?: SomebodyLine["type"]
  text?: string
  named?: "yes"
}

const typeWords: Readonly<Record<SomebodyLine["type"], string>> = {
  "armed-group": "Armed groups",
  organization: "Organizations",
  person: "People",
}
const oneWords: Readonly<Record<SomebodyLine["type"], string>> = {
  "armed-group": "armed group",
  organization: "organization",
  person: "person",
}

/** People, organizations and armed groups, most told first. */
export function PeopleScreen() {
  const search = useSearch({ strict: false }) as PeopleSearch
  const pages = usePages<PeopleView>("/people", { type: search.type, text: search.text, named: search.named })
  const first = pages.data?.pages[0]
  return (
    <div className="wide">
      <h1 className={classes.title}>People and groups</h1>
      <Filters search={search} view={first} />
      {first === undefined ? (
        pages.isError ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="people and groups" lines={12} />
        )
      ) : (
        <List pages={pages} search={search} />
      )}
    </div>
  )
}

function useSetSearch() {
  const navigate = useNavigate()
  return (next: { readonly [K in keyof PeopleSearch]?: PeopleSearch[K] | undefined }) =>
    void navigate({
      to: ".",
      search: (old: object) => ({ ...old, ...next }) as never,
      replace: true,
      // Names are unfolded at the end of the list, where one is.
      resetScroll: !("named" in next),
    })
}

function Filters({ search, view }: { readonly search: PeopleSearch; readonly view: PeopleView | undefined }) {
  const setSearch = useSetSearch()
  const [text, setText] = useState(search.text ?? "")
  const ask = useDebouncedCallback((words: string) => setSearch({ text: words === "" ? undefined : words }), 200)
  const count = (type: SomebodyLine["type"]) => (view ? ` ${view.counts[type] ?? 0}` : "")
  return (
    <div className={classes.filters}>
      <TextInput
        aria-label="Find by name, alias or role"
        placeholder="name, alias or role"
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          ask(event.currentTarget.value)
        }}
      />
      <SegmentedControl
        size="xs"
        className={classes.kinds!}
        aria-label="Kind"
        value={search.type ?? ""}
        onChange={value => setSearch({ type: value === "" ? undefined : (value as SomebodyLine["type"]) })}
        data={[
          { value: "", label: "All" },
          ...(Object.keys(typeWords) as SomebodyLine["type"][]).map(type => ({
            value: type,
            label: `${typeWords[type]}${count(type)}`,
          })),
        ]}
      />
    </div>
  )
}

function List({ pages, search }: { readonly pages: Pages<PeopleView>; readonly search: PeopleSearch }) {
  const setSearch = useSetSearch()
  const views = pages.data!.pages
  const rows = views.flatMap(view => view.rows)
  const { total, folded, foldedWords } = views[0]!
  const isFiltered = search.text !== undefined || search.type !== undefined
  return (
    <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? classes.old : undefined}>
      {total === 0 ? (
        <Notice title={isFiltered ? "Nobody here by these words" : "No people or groups yet"}>
          {isFiltered ? (
            <Button variant="default" size="xs" onClick={() => setSearch({ text: undefined, type: undefined })}>
              Show everybody
            </Button>
          ) : (
            <p>People, organizations and armed groups appear here when reports name them.</p>
          )}
        </Notice>
      ) : (
        <>
          <div className={`${classes.row} ${classes.headings}`} aria-hidden>
            <span>name</span>
            <span>role, as reported</span>
            <span>in incidents</span>
            <span className={classes.number}>reports</span>
            <span className={classes.number}>said</span>
            <span className={classes.number}>facts</span>
          </div>
          <VirtualRows
            count={rows.length}
            height={50}
            row={at => <Somebody line={rows[at]!} />}
            keyOf={at => rows[at]!.id}
            stops="a[data-row]"
            label="People and groups"
            onNearEnd={pages.hasNextPage && !pages.isFetching ? () => void pages.fetchNextPage() : undefined}
          />
        </>
      )}
      {0 < folded && (
        <p className={classes.folded}>
          {foldedWords}.{" "}
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => setSearch({ named: search.named === "yes" ? undefined : "yes" })}
          >
            {search.named === "yes" ? "Fold their names" : `Name ${folded === 1 ? "this person" : `these ${folded}`}`}
          </Button>
        </p>
      )}
    </div>
  )
}

function Somebody({ line }: { readonly line: SomebodyLine }) {
  const { id, type, name, isPrivate, also, roles, parts, reports, statements, facts, disputes, evidence, decided } =
    line
  return (
    <Evident
      className={classes.row!}
      evidence={evidence ? [evidence] : []}
      item={{ kind: "entity", id }}
      claim={visibleLine(name)}
    >
      <span>
        <Link to={"/people/$id" as "/"} params={{ id } as never} data-row className={classes.name}>
          {visibleLine(name)}
        </Link>
        {decided.slice(0, 1).map(({ by, id: decision }) => (
          <Decided key={decision} by={by} />
        ))}
        <span className={classes.small}>
          {oneWords[type]}
          {0 < also.length && `, also ${visibleLine(also.join(", "))}`}
        </span>
      </span>
      <span className={classes.roles}>
        {isPrivate ? "private person: shown only where reports name them" : visibleLine(roles.join("; "))}
      </span>
      <span className={classes.roles}>{visibleLine(parts.join("; "))}</span>
      <span className={classes.number} title={counted(reports, "report")}>
        {reports}
      </span>
      <span className={classes.number}>
        {0 < statements && (
          <Link
            to={"/statements" as "/"}
            search={{ speaker: id, scored: "no" } as never}
            aria-label={`${counted(statements, "statement")} of ${visibleLine(name)}`}
          >
            {statements}
          </Link>
        )}
      </span>
      <span className={classes.number}>
        {0 < facts && facts}
        {0 < disputes && <span className={classes.disputes}> ≠ {disputes} disputed</span>}
      </span>
    </Evident>
  )
}
