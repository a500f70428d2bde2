import { Button } from "@mantine/core"
import { useState } from "react"
import type { WarningView } from "../../../../src/app/views/warnings/warnings-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted, datesInWords } from "../../../../src/app/words.ts"
import { Actions } from "../../actions/Actions.tsx"
import { useReportHeads, useView } from "../../api/views.ts"
import { Quote } from "../../evidence/Quote.tsx"
import { ReportName } from "../../evidence/ReportName.tsx"
import { View } from "../../states/View.tsx"
import classes from "./warnings.module.css"

/** Everything behind one warning: each report's words, why it is linked to an incident, and the rule that found it. */
export function WarningDetail({ id }: { readonly id: string }) {
  const view = useView<WarningView>(`/warnings/${encodeURIComponent(id)}`)
  return (
    <View of={view} what="the words of this warning">
      {answer => <Detail view={answer} />}
    </View>
  )
}

/** The words of a page of reports, and what comes after it. */
function SomeReports({
  id,
  of,
  from,
  total,
}: {
  readonly id: string
  readonly of: WarningView["reports"]
  readonly from: number
  readonly total: number
}) {
  const heads = useReportHeads()
  return (
    <>
      {of.map(({ reportId, evidence }) => (
        <figure key={reportId} className={classes.figure}>
          {evidence.map(one => (
            <Quote key={`${one.start}:${one.end}`} of={one} />
          ))}
          <figcaption>
            <ReportName head={heads.get(reportId)} at={evidence[0]!} />
          </figcaption>
        </figure>
      ))}
      <MoreReports id={id} from={from + of.length} total={total} />
    </>
  )
}

/** The next page of reports, read when asked for. */
function MoreReports({ id, from, total }: { readonly id: string; readonly from: number; readonly total: number }) {
  const [isAsked, setAsked] = useState(false)
  const more = useView<WarningView>(`/warnings/${encodeURIComponent(id)}`, { offset: from }, { enabled: isAsked })
  if (total <= from) return null
  if (more.data && isAsked) return <SomeReports id={id} of={more.data.reports} from={from} total={total} />
  return (
    <Button variant="subtle" size="compact-xs" loading={more.isFetching} onClick={() => setAsked(true)}>
      {counted(total - from, "more report")}
    </Button>
  )
}

function Detail({ view: { row, reports, total, mentions, rule, hindsightWords } }: { readonly view: WarningView }) {
  return (
    <div className={classes.detailGrid}>
      <div>
        <h2>
          Its words, in {counted(total, "report")}
          {total < mentions && `, ${counted(mentions, "telling")}`}
        </h2>
        <SomeReports id={row.id} of={reports} from={0} total={total} />
      </div>
      <dl className={classes.facts}>
        {row.incidents.map(incident => (
          <div key={incident.id}>
            <dt>Why it is linked to {incident.code}</dt>
            <dd>
              <bdi>{visibleLine(datesInWords(incident.why))}</bdi>
              {incident.when.words !== "unknown" && `; that happened: ${incident.when.words}`}
            </dd>
          </div>
        ))}
        {hindsightWords !== undefined && (
          <div>
            <dt>Told only after the event</dt>
            <dd>{hindsightWords}.</dd>
          </div>
        )}
        {row.grade !== undefined && (
          <div>
            <dt>Graded</dt>
            <dd>{visibleLine(row.grade)}</dd>
          </div>
        )}
        <div>
          <dt>Found by the rule</dt>
          <dd>
            <code>{rule}</code>
          </dd>
        </div>
        <div>
          <dt>Something wrong?</dt>
          <dd>
            <Actions item={{ kind: "warning", id: row.id }} />
          </dd>
        </div>
      </dl>
    </div>
  )
}
