import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import type { BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useCase, useView } from "../../api/views.ts"
import { ExportMenu } from "../../exports/ExportMenu.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { BriefSection, headingOf } from "./BriefSection.tsx"
import classes from "./brief.module.css"

/** Home: the case in the words of the brief, every mark with its evidence. */
export function BriefScreen() {
  const brief = useView<BriefView>("/brief")
  return (
    <div className="prose">
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
  const { data } = useCase()
  const { open = "" } = useSearch({ from: "/" })
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
  return (
    <article className={classes.brief}>
      <header className={classes.top}>
        <h1 className={classes.title}>{visibleLine(view.title)}</h1>
        <p className={classes.summary}>
          {visibleLine(view.summary)} {data && <Origins of={data.origins} wordless />}
        </p>
        <p className={classes.asOf}>
          {visibleLine(view.asOf)} <ExportMenu />
        </p>
        <nav className={classes.contents} aria-label="Sections of the brief">
          {view.sections.map(({ key, heading, total }) => (
            <a key={key} href={`#section-${key}`}>
              {headingOf(heading)} <span>{total}</span>
            </a>
          ))}
        </nav>
      </header>
      {view.sections.map(section => (
        <BriefSection key={section.key} section={section} notes={notes} open={opened} onToggle={toggle} />
      ))}
    </article>
  )
}
