import { Button, Select, TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import type { StatementsView, VoiceView } from "../../../../src/app/views/statements/statements-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { type Pages, usePages } from "../../lists/pages.ts"
import { VirtualRows } from "../../lists/VirtualRows.tsx"
import { Failed } from "../../states/Failed.tsx"
import { Loading } from "../../states/Loading.tsx"
import { Notice } from "../../states/Notice.tsx"
import { Asked } from "./Asked.tsx"
import { Saying } from "./Saying.tsx"
import classes from "./statements.module.css"

/** What the address of the list may carry. `item`: one thing said, and nothing else. */
export interface StatementsSearch {
  speaker?: string
  incident?: string
  report?: string
  item?: string
  kind?: string
  wordings?: string
  scored?: string
  text?: string
}

/** Who said what, by speaker: those first of whom most reports have words. */
export function StatementsScreen() {
  const search = useSearch({ strict: false }) as StatementsSearch
  const { speaker, incident, report, item, kind, wordings, scored, text } = search
  const query = { speaker, incident, report, item, kind, wordings, scored, text }
  const pages = usePages<StatementsView>("/statements", query)
  const first = pages.data?.pages[0]
  return (
    <div className={`wide ${classes.screen}`}>
      <h1 className={classes.title}>Statements</h1>
      <Filters search={search} view={first} />
      <Asked search={search} view={first} />
      {first === undefined ? (
        pages.isError ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="who said what" lines={12} />
        )
      ) : (
        <List pages={pages} />
      )}
    </div>
  )
}

/** Changes what is asked; the address is the only place where it is kept. */
export function useAsk() {
  const navigate = useNavigate()
  return (next: { readonly [K in keyof StatementsSearch]?: string | undefined }) =>
    void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }) as never, replace: true })
}

function Filters({ search, view }: { readonly search: StatementsSearch; readonly view: StatementsView | undefined }) {
  const ask = useAsk()
  const [text, setText] = useState(search.text ?? "")
  const askText = useDebouncedCallback((words: string) => ask({ text: words === "" ? undefined : words }), 200)
  const count = (name: keyof StatementsView["counts"]) => (view ? ` (${view.counts[name]})` : "")
  return (
    <div className={classes.filters}>
      <TextInput
        aria-label="Find by words or speaker"
        placeholder="words or speaker"
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          askText(event.currentTarget.value)
        }}
      />
      <Select
        aria-label="Speaker"
        placeholder="any speaker"
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Any speaker" }}
        value={search.speaker ?? null}
        onChange={value => ask({ speaker: value ?? undefined })}
        data={[
          ...(view?.offered ?? []),
          // Who is asked for by the address may be none of those who are offered.
          ...(view?.voices ?? [])
            .filter(({ key, entityId }) => search.speaker === key || search.speaker === entityId)
            .filter(({ key }) => !view?.offered.some(one => one.key === key))
            .map(({ key, name, sayings }) => ({ key, name, sayings })),
        ].map(({ key, name, sayings }) => ({ value: key, label: `${visibleLine(name)} (${sayings})` }))}
      />
      <Select
        aria-label="Kind"
        placeholder="any kind"
        clearable
        clearButtonProps={{ "aria-label": "Any kind" }}
        value={search.kind ?? null}
        onChange={value => ask({ kind: value ?? undefined })}
        data={[
          { value: "direct", label: `direct${count("direct")}` },
          { value: "indirect", label: `indirect${count("indirect")}` },
          { value: "mixed", label: `partly quoted${count("mixed")}` },
        ]}
      />
      <Select
        aria-label="Wordings and origin"
        placeholder="all wordings"
        clearable
        clearButtonProps={{ "aria-label": "All wordings" }}
        value={search.wordings ?? (search.scored === undefined ? null : `scored-${search.scored}`)}
        onChange={value =>
          ask({
            wordings: value === "differ" || value === "same" ? value : undefined,
            scored: value?.startsWith("scored-") ? value.slice(7) : undefined,
          })
        }
        data={[
          { value: "differ", label: `reports differ${count("differ")}` },
          { value: "same", label: "reports agree word for word" },
          { value: "scored-no", label: "found by rules" },
          { value: "scored-only", label: `found by a learned scorer${count("scored")}` },
        ]}
      />
    </div>
  )
}

type Row = {
  readonly voice: VoiceView
  readonly isFirst: boolean
  readonly saying: StatementsView["rows"][number]["saying"]
}

function List({ pages }: { readonly pages: Pages<StatementsView> }) {
  const ask = useAsk()
  const views = pages.data!.pages
  const { total, speakers } = views[0]!
  const voices = new Map(views.flatMap(view => view.voices).map(voice => [voice.key, voice]))
  const said = views.flatMap(view => view.rows)
  const rows = said.map(
    ({ voice, saying }, at): Row => ({
      voice: voices.get(voice)!,
      isFirst: said[at - 1]?.voice !== voice,
      saying,
    }),
  )
  if (total === 0)
    return (
      <Notice title="Nobody is told to have said that">
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            ask({
              speaker: undefined,
              incident: undefined,
              report: undefined,
              item: undefined,
              kind: undefined,
              wordings: undefined,
              scored: undefined,
              text: undefined,
            })
          }
        >
          Show everything that was said
        </Button>
      </Notice>
    )
  return (
    <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? classes.old : undefined}>
      <p className={classes.total}>
        {counted(total, "thing")} said by {counted(speakers, "speaker")}; what several reports tell stands once
      </p>
      <VirtualRows
        count={rows.length}
        height={84}
        row={at => (
          <>
            {rows[at]!.isFirst && <Voice voice={rows[at]!.voice} />}
            <Saying saying={rows[at]!.saying} />
          </>
        )}
        keyOf={at => rows[at]!.saying.id}
        stops="[data-row]"
        label="Who said what"
        onNearEnd={pages.hasNextPage && !pages.isFetching ? () => void pages.fetchNextPage() : undefined}
      />
    </div>
  )
}

function Voice({ voice }: { readonly voice: VoiceView }) {
  const { entityId, isPrivate, name, roles, sayings, scored, reports } = voice
  const said = [
    ...(scored < sayings ? [`${sayings - scored} said`] : []),
    ...(0 < scored ? [`${scored} found by a learned scorer`] : []),
  ]
  return (
    <h2 className={classes.voice}>
      <span className={classes.speaker}>
        {entityId !== undefined && !isPrivate ? (
          <Link to={"/people/$id" as "/"} params={{ id: entityId } as never}>
            {visibleLine(name)}
          </Link>
        ) : (
          visibleLine(name)
        )}
      </span>
      <span className={classes.role}>
        {0 < roles.length && `${visibleLine(roles.join("; "))}. `}
        {said.join(" and ")}, in {counted(reports, "report")}
      </span>
    </h2>
  )
}
