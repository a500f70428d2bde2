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
  const { id, code, status, beside, reports, origins, evidence, decided } = head
  const title = visibleLine(unfolded ? (fullTitle ?? head.title) : head.title)
  return (
    <header className={classes.head}>
      <Evident evidence={evidence} item={{ kind: "incident", id }} claim={title}>
        <h1 className={classes.title}>{title}</h1>
      </Evident>
      <div className={classes.meta}>
        <span className={classes.code}>{code}</span>
        <Status of={status} />
        {beside !== "" && <span>{visibleLine(beside)}</span>}
        {background && <span>told only as background</span>}
        <a href="#tellings">{counted(reports, "report")}</a>
        <OriginsExplained of={origins} item={id} isIncident />
        {decided.map(mark => (
          <span key={mark.id} title={visibleLine(mark.words)}>
            <Decided by={mark.by} />
          </span>
        ))}
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
        {sections.map(({ key, heading, count }) => (
          <a key={key} href={`#${key}`}>
            {heading} {count !== undefined && <span>{count}</span>}
          </a>
        ))}
      </nav>
    </header>
  )
}
