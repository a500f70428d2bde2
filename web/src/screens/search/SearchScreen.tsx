import { TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import type { SearchView } from "../../../../src/app/views/search/search-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useView } from "../../api/views.ts"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { Facets } from "./Facets.tsx"
import { FoundLine } from "./FoundLine.tsx"
import classes from "./search.module.css"

const PAGE = 30
/** Pause in typing after which the case is asked. */
const PAUSE_MS = 180

/** Search over everything in the case. What is asked is in the address. */
export function SearchScreen() {
  const asked = useSearch({ from: "/search" })
  const { q = "", page = 1, kind, publisher, day, incident } = asked
  const navigate = useNavigate({ from: "/search" })
  const [typed, setTyped] = useState(q)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => setTyped(q), [q])
  useEffect(() => input.current?.focus(), [])
  const ask = useDebouncedCallback((words: string) => {
    void navigate({ search: old => ({ ...old, q: words === "" ? undefined : words, page: undefined }), replace: true })
  }, PAUSE_MS)
  const view = useView<SearchView>(
    "/search",
    { q, kind, publisher, day, incident, limit: PAGE, offset: (page - 1) * PAGE },
    { enabled: q.trim() !== "" },
  )
  return (
    <div className="wide">
      <h1 className={classes.heading}>Search</h1>
      <search>
        <TextInput
          ref={input}
          className={classes.input!}
          type="search"
          size="md"
          aria-label="Words to search for"
          placeholder={"Words, or “words in quotation marks”"}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            ask(event.currentTarget.value)
          }}
        />
      </search>
      {q.trim() === "" ? (
        <Notice title="Search reports, incidents, facts, statements, warnings, people, groups and places">
          All words have to be there; accents and capitals do not count. Words in quotation marks stand together.
        </Notice>
      ) : (
        <View of={view} what="what was found">
          {found => <Results view={found} page={page} />}
        </View>
      )}
    </div>
  )
}

function Results({ view, page }: { readonly view: SearchView; readonly page: number }) {
  const list = useRef<HTMLOListElement>(null)
  if (view.words) return <NothingFound words={view.words} />
  const last = view.offset + view.items.length
  return (
    <div className={classes.columns}>
      <Facets view={view} />
      <div>
        <p className={classes.total} role="status">
          {view.total === 0
            ? "Nothing is left with these choices."
            : `${counted(view.total, "result")}${view.items.length < view.total ? `, ${view.offset + 1} to ${last}` : ""}`}
        </p>
        <ol ref={list} className={classes.list} onKeyDown={event => moveInList(event, list.current)}>
          {view.items.map(item => (
            <FoundLine key={`${item.kind} ${item.id}`} found={item} />
          ))}
        </ol>
        {view.items.length < view.total && (
          <nav className={classes.pager} aria-label="Pages of finds">
            {1 < page && (
              <Link from="/search" to="/search" search={old => ({ ...old, page: page === 2 ? undefined : page - 1 })}>
                Before
              </Link>
            )}
            {last < view.total && (
              <Link from="/search" to="/search" search={old => ({ ...old, page: page + 1 })}>
                More
              </Link>
            )}
          </nav>
        )}
      </div>
    </div>
  )
}

/** Arrow keys go from find to find. */
function moveInList(event: React.KeyboardEvent, list: HTMLElement | null): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
  if (step === 0 || !list) return
  const links = [...list.querySelectorAll<HTMLElement>("[data-find]")]
  const next = links[links.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Nothing holds all the words: what each of them finds alone, and how it may have been meant. */
function NothingFound({ words }: { readonly words: NonNullable<SearchView["words"]> }) {
  return (
    <Notice title="Nothing in the case holds all these words">
      <ul className={classes.alone}>
        {words.map(({ word, count, near }) => (
          <li key={word}>
            {0 < count ? (
              <>
                <Link from="/search" to="/search" search={old => ({ ...old, q: word, page: undefined })}>
                  {visibleLine(word)}
                </Link>{" "}
                alone: {counted(count, "result")}
              </>
            ) : (
              <>
                {visibleLine(word)}: nowhere in the case.
                {near !== undefined && (
                  <>
                    {" "}
                    Did you mean{" "}
                    <Link
                      from="/search"
                      to="/search"
                      search={old => ({
                        ...old,
                        q: words.map(one => (one.word === word ? near : one.word)).join(" "),
                        page: undefined,
                      })}
                    >
                      {visibleLine(near)}
                    </Link>
                    ?
                  </>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
