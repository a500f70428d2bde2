import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useReportHeads } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Quote } from "../../evidence/Quote.tsx"
import { ReportName } from "../../evidence/ReportName.tsx"
import classes from "./incident.module.css"

/** The reports that tell it, and each telling with why it was joined to the others. */
export function Tellings({ incident: { reports, mentions, head } }: { readonly incident: IncidentView }) {
  const heads = useReportHeads()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ul className={classes.reports}>
        {reports.map(({ id, tellings }) => (
          <li key={id}>
            <ReportName head={heads.get(id)} /> {tellings === 0 ? "an exact copy" : 1 < tellings && `${tellings} times`}
          </li>
        ))}
      </ul>
      {reports.length < head.reports && (
        <p className={classes.small}>
          and {head.reports - reports.length} more:{" "}
          <Link to={"/reports" as "/"} search={{ incident: head.id } as never}>
            all reports that tell it
          </Link>
        </p>
      )}
      <Button variant="default" size="compact-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Close the tellings" : `Why these ${mentions.total} tellings are one incident`}
      </Button>
      {isOpen && (
        <ul className={classes.mentions}>
          {mentions.first.map(({ id, reportId, status, background, why, rule, evidence }) => (
            <Evident
              key={id}
              as="li"
              evidence={[evidence]}
              item={{ kind: "mention", id }}
              claim={`tells of ${head.code}`}
              title={`read by the rule ${rule}`}
              focusable
            >
              <Quote of={evidence} />
              <span className={`${classes.small} ${classes.joined}`}>
                <ReportName head={heads.get(reportId)} at={evidence} />
                {status !== head.status && `, ${status}`}
                {background && ", as background"}: {visibleLine(why)}
              </span>
            </Evident>
          ))}
          {mentions.first.length < mentions.total && (
            <li className={classes.small}>and {mentions.total - mentions.first.length} more.</li>
          )}
        </ul>
      )}
    </>
  )
}
