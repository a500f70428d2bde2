import { Button } from "@mantine/core"
import type { PersonView } from "../../../../src/app/views/people/person-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useDecide } from "../../actions/decide.ts"
import { useReportHeads } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { ReportName } from "../../evidence/ReportName.tsx"
import classes from "./person.module.css"

/** Where each report names somebody, why these were joined, and which joins were refused. */
export function Joins({ view }: { readonly view: PersonView }) {
  const { tellings, tellingsTotal, joins, joinsTotal, line } = view
  const heads = useReportHeads()
  const byId = new Map(tellings.map(telling => [telling.id, telling]))
  const reportOf = (id: string) => heads.get(byId.get(id)?.reportId ?? "")
  return (
    <section className={classes.section} aria-labelledby="joins-head">
      <h2 id="joins-head">{line.isPrivate ? "Where reports name them" : "Why these are one"}</h2>
      <ul className={classes.list}>
        {tellings.map(({ id, reportId, names, mentions, evidence }) => (
          <Evident as="li" key={`${reportId} ${id}`} className={classes.telling!} evidence={evidence} focusable>
            <ReportName head={heads.get(reportId)} {...(evidence[0] && { at: evidence[0] })} />
            <span className={classes.alias}>{names.map(name => `“${visibleLine(name)}”`).join(", ")}</span>
            <span className={classes.note}>{counted(mentions, "time")}</span>
          </Evident>
        ))}
      </ul>
      {tellings.length < tellingsTotal && (
        <p className={classes.note}>and {counted(tellingsTotal - tellings.length, "report")} more</p>
      )}
      {0 < joins.length && (
        <details className={classes.why} open={joins.length <= 6}>
          <summary>
            {counted(joinsTotal, "reason")} for joining them
            {joins.length < joinsTotal && `, the first ${joins.length}`}
          </summary>
          <ul className={classes.list}>
            {joins.map(({ why, tellings: joined }) => (
              <Evident
                as="li"
                key={why}
                className={classes.reason!}
                evidence={joined.flatMap(id => byId.get(id)?.evidence.slice(0, 1) ?? [])}
                focusable
              >
                <span className={classes.joined}>
                  {joined
                    .flatMap(id => reportOf(id)?.number ?? [])
                    .sort((a, b) => a - b)
                    .map(number => `r${number}`)
                    .join(" = ")}
                </span>
                <span>{visibleLine(why)}</span>
              </Evident>
            ))}
          </ul>
        </details>
      )}
      <Refused view={view} />
    </section>
  )
}

function Refused({ view: { refused, line } }: { readonly view: PersonView }) {
  const { mutate, isPending, error } = useDecide()
  if (refused.length === 0) return null
  return (
    <>
      <h3 className={classes.sub}>Not joined with</h3>
      <ul className={classes.list}>
        {refused.map(({ id, name, why }) => (
          <li key={`${id} ${name}`} className={classes.refused}>
            <span>
              {id === "" ? visibleLine(name) : <ItemLink item={{ kind: "entity", id }}>{visibleLine(name)}</ItemLink>}
              <span className={classes.small}>{visibleLine(why)}</span>
            </span>
            {id !== "" && (
              <span className={classes.buttons}>
                {!why.startsWith("kept apart by") && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    disabled={isPending}
                    onClick={() =>
                      mutate({ action: "keep-apart", item: line.id, with: id, called: `${line.name} and ${name}` })
                    }
                  >
                    Not the same
                  </Button>
                )}
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={isPending}
                  onClick={() =>
                    mutate({ action: "merge", item: line.id, with: id, called: `${line.name} and ${name}` })
                  }
                >
                  The same: merge
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {error && <p role="alert">{visibleLine(error.message)}</p>}
    </>
  )
}
