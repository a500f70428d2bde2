import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { type ReactNode, useMemo } from "react"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { useView } from "../../api/views.ts"
import { Footnotes } from "../../evidence/Footnotes.tsx"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { Blame } from "./Blame.tsx"
import { numberEvidence } from "./evidence-numbers.ts"
import { FactTable } from "./FactTable.tsx"
import { IncidentHead } from "./IncidentHead.tsx"
import classes from "./incident.module.css"
import { Likely } from "./Likely.tsx"
import { Related } from "./Related.tsx"
import { Section } from "./Section.tsx"
import { Statements } from "./Statements.tsx"
import { sectionsOf } from "./sections.ts"
import { Tellings } from "./Tellings.tsx"
import { Tolls } from "./Tolls.tsx"
import { Warned } from "./Warned.tsx"
import { WhereMap } from "./WhereMap.tsx"

/** One incident: what is known, how sure, who says so, and where the reports part. */
export function IncidentScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView<IncidentView>(`/incidents/${encodeURIComponent(id)}`)
  return (
    <div className={`wide ${classes.screen}`}>
      {view.error?.code === "not-found" ? (
        <Notice title="No such incident, as the case is known at this day">
          It may be known only later, or have gone with a report, a merge or a decision.{" "}
          <Link to={"/incidents" as "/"}>See all incidents</Link>.
        </Notice>
      ) : (
        <View of={view} what="the incident">
          {incident => <Incident key={incident.head.id} incident={incident} />}
        </View>
      )}
    </div>
  )
}

/** What a part of the page leaves to another place: "and 12 more: the facts above have them". */
function AndMore({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  return (
    0 < count && (
      <p className={classes.small}>
        and {count} more: {children}
      </p>
    )
  )
}

/** What the address of an incident may carry: open facts by slot with commas between them ("all" for all), names unfolded. */
export interface IncidentSearch {
  readonly open?: string
  readonly names?: string
}

function Incident({ incident }: { readonly incident: IncidentView }) {
  const { open = "", names } = useSearch({ strict: false }) as IncidentSearch
  const navigate = useNavigate()
  const set = (change: IncidentSearch) =>
    void navigate({
      to: ".",
      search: ((old: object) => ({ ...old, ...change })) as never,
      replace: true,
      resetScroll: false,
    })
  const { marksOf, notes } = useMemo(() => numberEvidence(incident), [incident])
  const slots = incident.facts.map(({ slot }) => slot)
  const opened = new Set(open === "all" ? slots : open.split(",").filter(slot => slot !== ""))
  const openOnly = (next: ReadonlySet<string>) =>
    set({
      open: next.size === 0 ? undefined : next.size === slots.length ? "all" : [...next].join(","),
    } as IncidentSearch)
  const unfolded = names === "all"
  const shown = sectionsOf(incident)
  return (
    <article>
      <IncidentHead
        incident={incident}
        sections={shown}
        unfolded={unfolded}
        onUnfold={() => set({ names: unfolded ? undefined : "all" } as IncidentSearch)}
        onOpenAll={() => openOnly(new Set(slots))}
      />
      <FactTable
        facts={incident.facts}
        opened={opened}
        onToggle={slot => openOnly(opened.symmetricDifference(new Set([slot])))}
        onToggleAll={() => openOnly(opened.size === slots.length ? new Set() : new Set(slots))}
        unfolded={unfolded}
        marksOf={marksOf}
      />
      <Likely likely={incident.likely} />
      {shown.map(section => (
        <Section key={section.key} section={section}>
          {section.key === "tolls" && <Tolls tolls={incident.tolls} />}
          {section.key === "blame" && <Blame blame={incident.blame} unfolded={unfolded} marksOf={marksOf} />}
          {section.key === "warned" && <Warned warnings={incident.warnings} marksOf={marksOf} />}
          {section.key === "map" && <WhereMap places={incident.places} title={incident.head.title} />}
          {section.key === "said" && <Statements said={incident.said} id={incident.head.id} marksOf={marksOf} />}
          {section.key === "tellings" && <Tellings incident={incident} />}
          {section.key === "blame" && <AndMore count={incident.more.blame}>the facts above have them</AndMore>}
          {section.key === "map" && <AndMore count={incident.more.places}>the fact “where” has them</AndMore>}
          {section.key === "warned" && (
            <AndMore count={incident.more.warnings}>
              <Link to={"/warnings" as "/"} search={{ incident: incident.head.id } as never}>
                all warnings before it
              </Link>
            </AndMore>
          )}
          {section.key === "related" && <Related related={incident.related} />}
        </Section>
      ))}
      <Footnotes notes={notes} />
    </article>
  )
}
