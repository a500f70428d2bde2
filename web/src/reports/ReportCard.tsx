import { UnstyledButton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { type ReactNode, useState } from "react"
import type { LinkView } from "../../../src/app/views/reports/link-view.ts"
import type { ReportView } from "../../../src/app/views/reports/report-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"
import { counted, originKindInWords } from "../../../src/app/words.ts"
import { useReportHeads, useView } from "../api/views.ts"
import { Evident } from "../evidence/Evident.tsx"
import { Source } from "../evidence/Quote.tsx"
import { ReportName } from "../evidence/ReportName.tsx"
import { StateForm } from "../screens/add/StateForm.tsx"
import { ReportKind } from "../signs/ReportKind.tsx"
import { Share } from "../signs/Share.tsx"
import { Status } from "../signs/Status.tsx"
import classes from "./reports.module.css"

/** All that the case knows of a report besides its text: one line, and the rest when it is asked for. */
export function ReportCard({ id }: { readonly id: string }) {
  const card = useView<ReportView>(`/reports/${encodeURIComponent(id)}`)
  const [isOpen, setOpen] = useState(false)
  const view = card.data
  // The reader says when the report is not there; this is an addition to it.
  if (view === undefined || view.id !== id) return <div className={classes.line} />
  return (
    <div className={classes.card}>
      <div className={classes.line}>
        <ReportKind of={view.kind} />
        <Share of={view.shares} />
        {view.restedOnBy !== 0 && (
          <span>{view.restedOnBy === 1 ? "1 report rests on it" : `${view.restedOnBy} reports rest on it`}</span>
        )}
        {view.problems !== 0 && <span className={classes.problem}>{counted(view.problems, "problem")}</span>}
        <UnstyledButton className={classes.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "fold" : "about this report"}
        </UnstyledButton>
      </div>
      {isOpen && <Details view={view} />}
    </div>
  )
}

function Details({ view }: { readonly view: ReportView }) {
  const {
    metadata,
    restsOnLinks,
    restedOnByLinks,
    restedOnByTotal,
    originList,
    incidentList,
    removed,
    repairs,
    problemList,
    grade,
  } = view
  return (
    <div className={classes.details}>
      <Part title="How it is known">
        <dl className={classes.metadata}>
          {metadata.map(({ name, value, how }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {visibleLine(value)}
                {how !== "" && <span className={classes.soft}> · {visibleLine(how)}</span>}
              </dd>
            </div>
          ))}
          {grade !== undefined && (
            <div>
              <dt>Grade</dt>
              <dd>{visibleLine(grade)}</dd>
            </div>
          )}
        </dl>
        <details>
          <summary>State its publisher or date</summary>
          <StateForm id={view.id} names={["publisher", "published"]} />
        </details>
      </Part>
      <Part title="Rests on">
        {restsOnLinks.length === 0 ? (
          <p className={classes.soft}>Nothing proves that it rests on another report or source.</p>
        ) : (
          <ul>
            {restsOnLinks.map(link => (
              <LinkLine key={link.id} link={link} other={link.to} />
            ))}
          </ul>
        )}
      </Part>
      {restedOnByTotal !== 0 && (
        <Part title="Rest on it">
          <ul>
            {restedOnByLinks.map(link => (
              <LinkLine key={link.id} link={link} other={link.from} />
            ))}
          </ul>
          {restedOnByLinks.length < restedOnByTotal && (
            <Link to="/reports" search={{ restsOn: view.id }}>
              all {restedOnByTotal}
            </Link>
          )}
        </Part>
      )}
      <Part title="Origins of what it tells">
        <ul>
          {originList.map(({ id, name, kind, isOwn, reports, evidence }) => (
            <Evident key={id} as="li" evidence={evidence} claim={visibleLine(name)}>
              {visibleLine(name)}{" "}
              <span className={classes.soft}>
                {isOwn ? `this report itself (${originKindInWords(kind)})` : originKindInWords(kind)}
              </span>
              {1 < reports && (
                <>
                  {" · "}
                  <Link to="/reports" search={{ origin: id }}>
                    {counted(reports, "report")}
                  </Link>
                </>
              )}
            </Evident>
          ))}
        </ul>
      </Part>
      {incidentList.length !== 0 && (
        <Part title="Tells of">
          <ul>
            {incidentList.map(({ id, title, status }) => (
              <li key={id}>
                <Link to={`/incidents/${id}` as "/"}>{visibleLine(title)}</Link> <Status of={status} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {removed.length + repairs.length !== 0 && (
        <Part title="Left out and repaired">
          <ul>
            {removed.map(({ label, words, texts }) => (
              <li key={label}>
                <details>
                  <summary>{words}</summary>
                  {texts.map((text, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a page have no other name, and never move
                    <p key={at} className={classes.left}>
                      <Source text={text} />
                    </p>
                  ))}
                </details>
              </li>
            ))}
            {repairs.map(words => (
              <li key={words}>{words} repaired</li>
            ))}
          </ul>
        </Part>
      )}
      {problemList.length !== 0 && (
        <Part title="Problems">
          <ul>
            {problemList.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{visibleLine(message)}</li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A link in a sentence, with the passages that show it in the evidence column, and the way to see both texts beside each other. */
function LinkLine({ link, other }: { readonly link: LinkView; readonly other: string | null }) {
  const heads = useReportHeads()
  const evidence = [...link.evidence, ...link.passages.flatMap(({ from, to }) => [from, to])].slice(0, 6)
  return (
    <Evident as="li" evidence={evidence} claim={`${link.kind}: ${visibleLine(link.why)}`}>
      <span className={classes.soft}>{link.kind}</span>{" "}
      {other === null ? (
        visibleLine(link.source ?? "a source outside the case")
      ) : (
        <ReportName head={heads.get(other)} />
      )}
      {other !== null && link.kind !== "cites" && (
        <>
          {" · "}
          <Link to="/reports/compare" search={{ a: link.from, b: link.to! }}>
            compare
          </Link>
        </>
      )}
      <p className={classes.why}>{visibleLine(link.why)}</p>
    </Evident>
  )
}
