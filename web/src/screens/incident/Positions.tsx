import { Button } from "@mantine/core"
import { useState } from "react"
import type {
  FactView,
  PositionsView,
  PositionView,
  TellingsView,
  TellingView,
} from "../../../../src/app/views/incidents/fact-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Actions } from "../../actions/Actions.tsx"
import { useDecide } from "../../actions/decide.ts"
import { useReportHeads, useView } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Quote } from "../../evidence/Quote.tsx"
import { ReportName } from "../../evidence/ReportName.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import classes from "./incident.module.css"

/** The positions of a fact side by side, each with its sentences; why they relate as they do; what can be done. */
export function Positions({ fact, unfolded }: { readonly fact: FactView; readonly unfolded: boolean }) {
  return (
    <div className={classes.opened}>
      <p className={classes.why}>
        {visibleLine(fact.why)}. <Actions item={{ kind: "fact", id: fact.id }} label="Decide on this fact" />
      </p>
      <div className={classes.positions}>
        <SomePositions fact={fact} of={fact.positions} from={0} unfolded={unfolded} />
      </div>
    </div>
  )
}

/** A page of the positions, and what comes after it. */
function SomePositions({
  fact,
  of,
  from,
  unfolded,
}: {
  readonly fact: FactView
  readonly of: readonly PositionView[]
  readonly from: number
  readonly unfolded: boolean
}) {
  return (
    <>
      {of.map((position, at) => (
        <Position key={position.assertionId} fact={fact} position={position} at={from + at} unfolded={unfolded} />
      ))}
      <MorePositions fact={fact} from={from + of.length} unfolded={unfolded} />
    </>
  )
}

/** The next page of positions, read when asked for. */
function MorePositions({
  fact,
  from,
  unfolded,
}: {
  readonly fact: FactView
  readonly from: number
  readonly unfolded: boolean
}) {
  const [isAsked, setAsked] = useState(false)
  const more = useView<PositionsView>(`/facts/${fact.id}/positions`, { offset: from }, { enabled: isAsked })
  const left = fact.total - from
  if (left <= 0) return null
  if (more.data && isAsked)
    return <SomePositions fact={fact} of={more.data.positions} from={from} unfolded={unfolded} />
  return (
    <Button variant="subtle" size="compact-xs" loading={more.isFetching} onClick={() => setAsked(true)}>
      {left} more {left === 1 ? "value" : "values"}
    </Button>
  )
}

function Position({
  fact,
  position,
  at,
  unfolded,
}: {
  readonly fact: FactView
  readonly position: PositionView
  readonly at: number
  readonly unfolded: boolean
}) {
  const { assertionId, words, folded, foldedWords, note, reported, origins, total, tellings } = position
  const { mutate, isPending } = useDecide()
  const shown = visibleLine(folded && !unfolded ? foldedWords! : words)
  return (
    <Evident
      as="section"
      className={classes.position}
      aria-label={shown}
      evidence={tellings.map(({ evidence }) => evidence)}
      item={{ kind: "assertion", id: assertionId }}
      claim={`${fact.label}: ${shown}`}
    >
      <h3>
        {shown}
        {note !== "" && <em> {note}</em>}
      </h3>
      <p className={classes.told}>
        <Origins of={origins} />
        <span>reported {reported}</span>
        {1 < fact.total && (
          <Button
            variant="default"
            size="compact-xs"
            loading={isPending}
            onClick={() => mutate({ action: "accept", item: assertionId, called: `${fact.label}: ${shown}` })}
          >
            This is right
          </Button>
        )}
      </p>
      <Tellings of={tellings} />
      <Rest fact={fact} at={at} told={countTold(tellings)} total={total} />
    </Evident>
  )
}

function Tellings({ of }: { readonly of: readonly TellingView[] }) {
  const heads = useReportHeads()
  return of.map(({ evidence, sources }) => (
    <figure key={`${evidence.reportId}:${evidence.start}:${evidence.end}`} className={classes.telling}>
      <Evident evidence={[evidence]} item={{ kind: "assertion", id: sources[0]!.assertionId }}>
        <Quote of={evidence} />
      </Evident>
      <figcaption>
        {sources.map(source => (
          <Evident
            key={`${source.assertionId}:${source.evidence.start}`}
            as="div"
            evidence={[source.evidence]}
            item={{ kind: "assertion", id: source.assertionId }}
            className={classes.source}
            title={`read by the rule ${source.rule}`}
          >
            <ReportName head={heads.get(source.reportId)} at={source.evidence} />
            {source.said !== "" && <span>, {visibleLine(source.said)}</span>}
            {source.grade !== undefined && <span className={classes.grade}>{source.grade}</span>}
            {source.decided.map(mark => (
              <span key={mark.id} title={visibleLine(mark.words)}>
                <Decided by={mark.by} />
              </span>
            ))}
          </Evident>
        ))}
      </figcaption>
    </figure>
  ))
}

/** Tellings, of which one sentence may hold several. */
const countTold = (tellings: readonly TellingView[]) =>
  new Set(tellings.flatMap(({ sources }) => sources.map(({ assertionId }) => assertionId))).size

/** Tellings asked for at once. */
const PAGE = 100

/** What a position has beyond the tellings shown, read page by page when asked for. */
function Rest({
  fact,
  at,
  told,
  total,
}: {
  readonly fact: FactView
  readonly at: number
  readonly told: number
  readonly total: number
}) {
  const [isAsked, setAsked] = useState(false)
  const rest = useView<TellingsView>(
    `/facts/${fact.id}/tellings`,
    { position: at, offset: told, limit: PAGE },
    { enabled: isAsked },
  )
  if (total <= told) return null
  if (rest.data && isAsked)
    return (
      <>
        <Tellings of={rest.data.tellings} />
        <Rest fact={fact} at={at} told={told + PAGE} total={total} />
      </>
    )
  return (
    <Button variant="subtle" size="compact-xs" loading={rest.isFetching} onClick={() => setAsked(true)}>
      {total - told} more {total - told === 1 ? "telling" : "tellings"}
    </Button>
  )
}
