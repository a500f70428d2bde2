import { Popover, UnstyledButton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useRef, useState } from "react"
import type { OriginsView } from "../../../src/app/views/reports/origins-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"
import { counted, originsInWords } from "../../../src/app/words.ts"
import type { OriginCount } from "../../../src/core/casefile.ts"
import { useView } from "../api/views.ts"
import { Origins } from "./Origins.tsx"
import classes from "./signs.module.css"

/** A number of origins that tells, when asked, which report stands for which. `item`: id of an incident, a fact or a warning, or "case"; `position`: one of a fact's, from 0. */
export function OriginsExplained({
  of,
  item,
  position,
  isIncident = false,
}: {
  readonly of: OriginCount
  readonly item: string
  /** An incident has a picture of its origins. */
  readonly isIncident?: boolean
  readonly position?: number
}) {
  const [isAsked, setAsked] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const origins = useView<OriginsView>("/origins", { of: item, position }, { enabled: isOpen })
  const show = () => {
    setAsked(true)
    setOpen(!isOpen)
  }
  const asking = (
    <UnstyledButton
      ref={button}
      className={classes.ask}
      aria-label={`${originsInWords(of)}: how they are counted`}
      aria-expanded={isOpen}
      onClick={show}
    >
      <Origins of={of} />
    </UnstyledButton>
  )
  // A table has hundreds of these, and few are ever asked.
  if (!isAsked) return asking
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      onClose={() => button.current?.focus()}
      position="bottom-start"
      width={340}
      trapFocus
      withinPortal
      shadow="none"
    >
      <Popover.Target>{asking}</Popover.Target>
      <Popover.Dropdown className={classes.explained} bg="var(--paper)">
        {origins.isError && <p role="alert">{visibleLine(origins.error.message)}</p>}
        {!origins.data && !origins.isError && <p role="status">Counting …</p>}
        {origins.data && (
          <Explained view={origins.data} picture={item === "case" ? {} : isIncident ? { incident: item } : undefined} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Origins that are listed; a longer list is drawn on a screen of its own. */
const MOST = 12

function Explained({
  view,
  picture,
}: {
  readonly view: OriginsView
  readonly picture: { readonly incident?: string } | undefined
}) {
  const numbers = (list: readonly number[]) =>
    6 < list.length ? `${counted(list.length, "report")}` : list.map(number => `r${number}`).join(", ")
  return (
    <>
      <p>
        {counted(view.reports.length, "report")}, {originsInWords(view.origins)}. {view.why}
      </p>
      <ul>
        {view.list.slice(0, MOST).map(({ id, name, kindWords, own, first, after }) => (
          <li key={id}>
            <b>{visibleLine(name)}</b> {kindWords}
            <span>
              {[
                own.length === 0 ? "" : `is ${numbers(own)}`,
                first.length === 0 ? "" : `told by ${numbers(first)}`,
                after.length === 0 ? "" : `taken over by ${numbers(after)}`,
              ]
                .filter(words => words !== "")
                .join("; ")}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {MOST < view.list.length && `${counted(view.list.length - MOST, "more name")}. `}
        <Link to="/help" hash="origins">
          How origins are counted
        </Link>
        {picture && (
          <>
            {" · "}
            <Link to="/reports/origins" search={picture}>
              as a picture
            </Link>
          </>
        )}
      </p>
    </>
  )
}
