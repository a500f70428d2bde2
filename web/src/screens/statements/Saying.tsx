import { useState } from "react"
import type { SayingView } from "../../../../src/app/views/statements/statements-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useReportHeads } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Source } from "../../evidence/Quote.tsx"
import { ReportMarks } from "../../evidence/ReportMarks.tsx"
import { ReportName } from "../../evidence/ReportName.tsx"
import { Decided } from "../../signs/Decided.tsx"
import classes from "./statements.module.css"
import { Wordings } from "./Wordings.tsx"

const kindWords = { direct: "quotes", indirect: "in other words", mixed: "partly quotes" } as const

/** One thing that was said, once, however many reports tell it; opened it shows their wordings beside each other. */
export function Saying({ saying }: { readonly saying: SayingView }) {
  const [isOpen, setOpen] = useState(false)
  const heads = useReportHeads()
  const { id, utterance, kind, text, decided, differs, evidence, wordings, incidents } = saying
  const canOpen = 1 < wordings.length
  return (
    <Evident
      as="article"
      className={classes.saying!}
      evidence={evidence}
      item={utterance === undefined ? { kind: "statement", id } : { kind: "utterance", id: utterance }}
    >
      <p
        data-row
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus shows the words behind it, as the pointer does
        tabIndex={0}
        className={`${classes.text} ${kind === "direct" ? classes.direct : ""}`}
        onKeyDown={event => {
          if (event.key === "Enter" && canOpen) setOpen(!isOpen)
        }}
      >
        {kind === "direct" ? (
          <>
            “<Source text={text} />”
          </>
        ) : (
          <>
            {saying.lead !== "" && <span className={classes.lead}>{visibleLine(saying.lead)} </span>}
            <Source text={text} />
          </>
        )}
        {decided.slice(0, 1).map(({ id: decision, by }) => (
          <Decided key={decision} by={by} />
        ))}
      </p>
      <p className={classes.about}>
        <span className={classes.kind}>{kindWords[kind]}</span>
        <About saying={saying} />
        {saying.total === 1 ? (
          <ReportName head={heads.get(saying.reports[0]!)} {...(evidence[0] && { at: evidence[0] })} />
        ) : (
          <span>
            <ReportMarks of={evidence} />
            {6 < saying.total && ` and ${saying.total - 6} more reports`}
          </span>
        )}
        {incidents.map(incident => (
          <span key={incident.id} title={visibleLine(incident.title)}>
            on <ItemLink item={{ kind: "incident", id: incident.id }}>{incident.code}</ItemLink>
          </span>
        ))}
        {differs !== "" &&
          (canOpen ? (
            <button type="button" className={classes.open} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {differs}
            </button>
          ) : (
            <span>{differs}</span>
          ))}
      </p>
      {isOpen && <Wordings saying={saying} />}
    </Evident>
  )
}

/** Cue, audience, place, time, through whom: what a report tells of the saying besides the words. */
function About({ saying }: { readonly saying: SayingView }) {
  const { mode, cue, audience, venue, time, via, score } = saying
  const heads = useReportHeads()
  const told = [
    mode !== "" && mode,
    cue !== "" && saying.lead === "" && cue !== "said" && `“${visibleLine(cue)}”`,
    audience !== "" && `to ${visibleLine(audience)}`,
    venue !== "" && `in ${visibleLine(venue)}`,
    time !== "" && visibleLine(time),
    ...via.map(({ report, chain }) => {
      const number = heads.get(report)?.number
      return `${number === undefined ? "a report" : `r${number}`} has it from ${visibleLine(chain.join(", which has it from "))}`
    }),
    score !== undefined && "found by a learned scorer",
  ].filter(words => words !== false)
  return (
    <>
      {told.map(words => (
        <span key={words}>{words}</span>
      ))}
    </>
  )
}
