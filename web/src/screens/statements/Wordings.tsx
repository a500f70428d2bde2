import { Fragment } from "react"
import type { SayingView } from "../../../../src/app/views/statements/statements-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useReportHeads } from "../../api/views.ts"
import { Source } from "../../evidence/Quote.tsx"
import classes from "./statements.module.css"

/** The wordings of one saying below each other, each held against the fullest word by word: what it leaves out, puts in, and puts otherwise. */
export function Wordings({ saying }: { readonly saying: SayingView }) {
  const heads = useReportHeads()
  return (
    <div className={classes.wordings}>
      {saying.wordings.map(({ form, parts, reports, total, statement }) => (
        <div key={statement} className={classes.wording}>
          <span className={classes.form}>
            {reports
              .flatMap(report => heads.get(report)?.number ?? [])
              .map(number => `r${number}`)
              .join(", ")}
            {reports.length < total && ` and ${total - reports.length} more`}
            <span className={classes.formName}>{form}</span>
          </span>
          <p className={classes.words}>
            {parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of a wording never move
              <Fragment key={at}>
                {part.kind === "left-out" && (
                  <del>
                    <Source text={part.text} />{" "}
                  </del>
                )}
                {part.kind === "changed" && (
                  <del>
                    <Source text={part.was ?? ""} />{" "}
                  </del>
                )}
                {part.kind === "same" ? (
                  <Source text={part.text} />
                ) : (
                  part.kind !== "left-out" && (
                    <ins>
                      <Source text={part.text} />
                    </ins>
                  )
                )}
              </Fragment>
            ))}
          </p>
        </div>
      ))}
      {0 < saying.moreWordings && <p className={classes.legend}>and {saying.moreWordings} more wordings</p>}
      <p className={classes.legend}>
        Against the fullest wording: <del>left out</del> <ins>put in</ins>. Taken for one because:{" "}
        {visibleLine(saying.why)}
      </p>
    </div>
  )
}
