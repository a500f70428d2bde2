import { Link, useSearch } from "@tanstack/react-router"
import type { IncidentsView } from "../../../../src/app/views/incidents/incidents-view.ts"
import { counted } from "../../../../src/app/words.ts"
import { useView } from "../../api/views.ts"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { IncidentFilters } from "./IncidentFilters.tsx"
import { IncidentTable } from "./IncidentTable.tsx"
import classes from "./incidents.module.css"
import { Pages } from "./Pages.tsx"
import { toIncidentsSearch } from "./search.ts"

const PAGE = 100

/** Every incident of the case in one line. */
export function IncidentsScreen() {
  const search = toIncidentsSearch(useSearch({ strict: false }))
  const { page = 1, ...filters } = search
  const list = useView<IncidentsView>("/incidents", { ...filters, offset: (page - 1) * PAGE, limit: PAGE })
  return (
    <div className="wide">
      <h1 className={classes.title}>Incidents</h1>
      <View of={list} what="the incidents">
        {view => (
          <>
            <IncidentFilters facets={view.facets} search={search} />
            <p className={classes.count} role="status">
              {counted(view.total, "incident")}
            </p>
            {view.rows.length === 0 ? (
              <Nothing filtered={0 < Object.keys(filters).filter(name => name !== "sort").length} />
            ) : (
              <IncidentTable rows={view.rows} grouped={(filters.sort ?? "told") === "told"} />
            )}
            <Pages page={page} size={PAGE} total={view.total} />
          </>
        )}
      </View>
    </div>
  )
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Notice title="No incident is like that">
      <Link to="/incidents" search={{}}>
        Show all incidents
      </Link>
      .
    </Notice>
  ) : (
    <Notice title="No incident was read in these reports">
      What they say all the same stands under <Link to="/statements">Statements</Link>.
    </Notice>
  )
}
