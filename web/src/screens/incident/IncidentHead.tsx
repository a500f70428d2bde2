import { Button } from "@mantine/core"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Actions } from "../../actions/Actions.tsx"
import { Evident } from "../../evidence/Evident.tsx"
import { ExportMenu } from "../../exports/ExportMenu.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Status } from "../../signs/Status.tsx"
import classes from "./incident.module.css"
import type { SectionHead } from "./sections.ts"

/** What it is, in one glance; what can be done with it; where its parts are. */
export function IncidentHead({
  incident: { head, fullTitle, folded, background },
  sections,
  unfolded,
  onUnfold,
  onOpenAll,
}: {
  readonly incident: IncidentView
  readonly sections: readonly SectionHead[]
  readonly unfolded: boolean
  readonly onUnfold: () => void
  readonly onOpenAll: () => void
}) {
  const { id, code, status, when, where, reports, origins, evidence, decided } = head
  const title = visibleLine(unfolded ? (fullTitle ?? head.title) : head.title)
  return (
    <header className={classes.head}>
      <Evident evidence={evidence} item={{ kind: "incident", id }} claim={title}>
        <p className={classes.kicker}>
          <span className={classes.code}>{code}</span> <Status of={status} />
          {background && <span>told only as background</span>}
          {decided.map(mark => (
            <span key={mark.id} title={visibleLine(mark.words)}>
              <Decided by={mark.by} />
            </span>
          ))}
        </p>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.meta}>
          <span>{when === "unknown" ? "date unknown" : visibleLine(when)}</span>
          <span>{where === "unknown" ? "place unknown" : visibleLine(where)}</span>
          <a href="#tellings">{counted(reports, "report")}</a>
          <OriginsExplained of={origins} item={id} isIncident />
        </p>
      </Evident>
      <div className={classes.tools}>
        <Actions item={{ kind: "incident", id }} />
        <ExportMenu incident={id} onPrint={onOpenAll} />
        {0 < folded && (
          <Button variant="default" size="compact-xs" aria-pressed={unfolded} onClick={onUnfold}>
            {unfolded ? "Fold names" : `Unfold ${counted(folded, "name")}`}
          </Button>
        )}
      </div>
      <nav aria-label="Parts of this incident" className={classes.parts}>
        <a href="#facts">Facts</a>
        {sections.map(({ key, heading }) => (
          <a key={key} href={`#${key}`}>
            {heading}
          </a>
        ))}
      </nav>
    </header>
  )
}
