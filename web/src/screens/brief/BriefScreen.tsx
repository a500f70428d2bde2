import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { startTransition, useEffect, useState } from "react"
import type { BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { useQuestion, useView } from "../../api/views.ts"
import { Footnotes } from "../../evidence/Footnotes.tsx"
import { ExportMenu } from "../../exports/ExportMenu.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { BriefSection } from "./BriefSection.tsx"
import classes from "./brief.module.css"

/** Home: the case in the words of the brief, every mark with its evidence. */
export function BriefScreen() {
  const brief = useView<BriefView>("/brief")
  return (
    <div className={`wide ${classes.screen}`}>
      <View of={brief} what="the brief">
        {view => (view.sections.length === 0 ? <EmptyCase /> : <Brief view={view} />)}
      </View>
    </div>
  )
}

function EmptyCase() {
  return (
    <Notice title="There is no report in this case yet">
      Heed tells what is known from what you give it to read. <Link to={"/add" as "/"}>Add reports</Link>: files, a
      folder, or text that you paste.
    </Notice>
  )
}

function Brief({ view }: { readonly view: BriefView }) {
  const { open = "" } = useSearch({ from: "/" })
  const { asOf } = useQuestion()
  const navigate = useNavigate({ from: "/" })
  const opened = new Set(open.split(".").filter(key => key !== ""))
  const toggle = (key: string) => {
    const next = opened.symmetricDifference(new Set([key]))
    void navigate({
      search: old => ({ ...old, open: next.size === 0 ? undefined : [...next].join(".") }),
      replace: true,
      resetScroll: false,
    })
  }
  const notes = new Map(view.notes.map(note => [note.mark, note]))
  const isWhole = useWhole()
  const known = view.sections.filter(({ inFull }) => inFull)
  const more = view.sections.filter(({ inFull }) => !inFull)
  return (
    <article className={classes.brief} onKeyDown={onKey}>
      <header className={classes.top}>
        <h1 className={classes.title}>{visibleLine(view.title)}</h1>
        <p className={classes.summary}>
          <Link to="/reports">{counted(view.reports, "report")}</Link>
          <OriginsExplained of={view.origins} item="case" />
          <span>{visibleLine(view.days)}</span>
          <span className={asOf === undefined ? classes.printed : undefined}>{visibleLine(view.asOf)}</span>
          <ExportMenu />
        </p>
        <nav className={classes.contents} aria-label="Sections of the brief">
          {known.map(section => (
            <Content key={section.key} of={section} />
          ))}
          {0 < more.length && (
            <details>
              <summary>{counted(more.length, "more section")}</summary>
              <div className={classes.contents}>
                {more.map(section => (
                  <Content key={section.key} of={section} />
                ))}
              </div>
            </details>
          )}
        </nav>
      </header>
      {(isWhole ? view.sections : known).map(section => (
        <BriefSection
          key={section.key}
          section={section}
          title={view.title}
          notes={notes}
          open={opened}
          onToggle={toggle}
        />
      ))}
      {isWhole && <Footnotes notes={view.notes} />}
    </article>
  )
}

/** Whether all sections are shown: not yet in the first moment of a page that is opened anew, so that what matters most is there sooner. Who comes back to a place on the page finds it at once. */
function useWhole(): boolean {
  const [isWhole, setWhole] = useState(() => !isOpenedAnew)
  useEffect(() => {
    isOpenedAnew = false
    startTransition(() => setWhole(true))
  }, [])
  return isWhole
}
let isOpenedAnew =
  location.hash === "" &&
  performance.getEntriesByType("navigation").every(entry => (entry as PerformanceNavigationTiming).type === "navigate")

function Content({ of: { key, heading, total } }: { readonly of: BriefView["sections"][number] }) {
  return (
    <a href={`#section-${key}`}>
      {heading.split(":")[0]} <span>{total}</span>
    </a>
  )
}

/** Arrow keys go from line to line, Enter opens what a line holds. */
function onKey(event: React.KeyboardEvent<HTMLElement>): void {
  moveFocus(event, "[data-row]")
  const row = event.target as HTMLElement
  if (event.key !== "Enter" || !row.matches("[data-row]")) return
  event.preventDefault()
  row.querySelector<HTMLElement>("[data-opens]")?.click()
}
