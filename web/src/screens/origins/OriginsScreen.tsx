import { Button, Select } from "@mantine/core"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import type { IncidentsView } from "../../../../src/app/views/incidents/incidents-view.ts"
import type { OriginGraphView } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useCase, useView } from "../../api/views.ts"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Loading } from "../../states/Loading.tsx"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { EdgeTable } from "./EdgeTable.tsx"
import { Legend } from "./Legend.tsx"
import { labelOf } from "./lay-out.ts"
import classes from "./origins.module.css"
import { TimeGraph } from "./TimeGraph.tsx"

/** Up to this many nodes each has a row and a label; beyond, they are drawn as a cloud. */
const MOST_ROWS = 60

const CloudGraph = lazy(() => import("./CloudGraph.tsx").then(({ CloudGraph: component }) => ({ default: component })))

/** Who rests on whom, and where what they tell came from. */
export function OriginsScreen() {
  const { incident } = useSearch({ from: "/reports/origins" })
  const graph = useView<OriginGraphView>("/origin-graph", { incident })
  return (
    <div className="wide">
      <View of={graph} what="who rests on whom">
        {view => <OriginGraph view={view} />}
      </View>
    </div>
  )
}

function OriginGraph({ view }: { readonly view: OriginGraphView }) {
  const { node: chosen } = useSearch({ from: "/reports/origins" })
  const navigate = useNavigate({ from: "/reports/origins" })
  const { data } = useCase()
  const choose = (node: string | undefined) =>
    void navigate({
      search: ({ node: _, ...old }) => ({ ...old, ...(node !== undefined && { node }) }),
      replace: true,
      resetScroll: false,
    })
  const isLarge = MOST_ROWS < view.nodes.length
  const outside = view.nodes.filter(({ type }) => type !== "report").length
  return (
    <>
      <header className={classes.top}>
        <h1>{view.incident ? `Origins of ${view.incident.code}` : "Who rests on whom"}</h1>
        {view.incident && (
          <p className={classes.of}>
            <Link to={`/incidents/${view.incident.id}` as "/"}>{visibleLine(view.incident.title)}</Link>
          </p>
        )}
        <p className={classes.summary}>
          {counted(view.reports, "report")}
          {outside !== 0 && `, ${counted(outside, "source")} outside the case`}
          {!view.incident && data && (
            <>
              {" · "}
              <OriginsExplained of={data.origins} item="case" />
            </>
          )}
        </p>
        <ChooseIncident chosen={view.incident?.id} />
      </header>
      {view.nodes.length === 0 ? (
        <Notice title="There is no report yet">Who rests on whom is drawn as soon as there are two.</Notice>
      ) : (
        <>
          {isLarge && <FindNode view={view} chosen={chosen} onChoose={choose} />}
          <Legend nodes={view.nodes} edges={view.edges} />
          <div className={classes.drawn}>
            {isLarge ? (
              <Suspense fallback={<Loading what="the picture" />}>
                <CloudGraph view={view} chosen={chosen} onChoose={choose} />
              </Suspense>
            ) : (
              <TimeGraph view={view} chosen={chosen} onChoose={choose} />
            )}
          </div>
          {view.omitted !== 0 && (
            <p className={classes.summary}>
              {counted(view.omitted, "node")} with the fewest ties are left out of the picture. The list of reports has
              all of them.
            </p>
          )}
          <EdgeTable view={view} chosen={chosen} onChoose={choose} />
        </>
      )}
    </>
  )
}

/** A report or source among many, by its name. */
function FindNode({
  view,
  chosen,
  onChoose,
}: {
  readonly view: OriginGraphView
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}) {
  return (
    <div className={classes.choose}>
      <Select
        size="xs"
        aria-label="Find a report or source in the picture"
        placeholder="Find a report or source"
        data={view.nodes.map(node => ({ value: node.id, label: visibleLine(labelOf(node)) }))}
        limit={40}
        value={chosen ?? null}
        onChange={id => onChoose(id ?? undefined)}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Show all" }}
        maxDropdownHeight={340}
      />
    </div>
  )
}

/** One incident's origins, or those of the whole case. */
function ChooseIncident({ chosen }: { readonly chosen: string | undefined }) {
  const incidents = useView<IncidentsView>("/incidents", { limit: 100 })
  const navigate = useNavigate({ from: "/reports/origins" })
  const options = (incidents.data?.rows ?? []).map(({ id, code, title }) => ({
    value: id,
    label: `${code} ${visibleLine(title)}`,
  }))
  const go = (incident: string | null) =>
    void navigate({
      search: ({ node: _, incident: __, ...old }) => ({ ...old, ...(incident !== null && { incident }) }),
    })
  return (
    <div className={classes.choose}>
      <Select
        size="xs"
        aria-label="Only what is told of one incident"
        placeholder="All that the case tells"
        data={options}
        value={options.some(({ value }) => value === chosen) ? chosen! : null}
        onChange={go}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "All that the case tells" }}
        maxDropdownHeight={340}
      />
      {chosen !== undefined && (
        <Button variant="default" size="xs" onClick={() => go(null)}>
          The whole case
        </Button>
      )}
    </div>
  )
}
