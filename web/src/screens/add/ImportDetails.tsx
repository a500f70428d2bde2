import { Link } from "@tanstack/react-router"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useRef } from "react"
import type { ImportItem, ImportSummary, ImportView } from "../../../../src/app/imports/import-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useImport } from "../../imports/imports.ts"
import { View } from "../../states/View.tsx"
import classes from "./add.module.css"

/** Height of a row in pixels, before it is measured. */
const ROW = 30

const stateWords: Readonly<Record<ImportItem["state"], string>> = {
  waiting: "waiting",
  fetching: "fetching …",
  reading: "reading …",
  added: "added",
  "there-already": "there already",
  problem: "no report",
  "not-read": "not read",
}

/** All that was named, each with what became of it; and the problems, with what to do. */
export function ImportDetails({ summary }: { readonly summary: ImportSummary }) {
  const one = useImport(summary)
  return (
    <View of={one} what="what was named">
      {view => (
        <>
          <Problems view={view} />
          <Items items={view.items} isOut={view.kind === "add" && view.state === "undone"} />
        </>
      )}
    </View>
  )
}

/** `isOut`: the reports were taken out again. */
function Items({ items, isOut }: { readonly items: readonly ImportItem[]; readonly isOut: boolean }) {
  const box = useRef<HTMLUListElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <ul ref={box} className={classes.items} aria-label="What was named" tabIndex={0}>
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const item = items[index]!
        return (
          <li key={key} className={classes.item} style={{ transform: `translateY(${start}px)` }}>
            <span className={classes.state} data-state={item.state}>
              {isOut && item.state === "added" ? "taken out" : stateWords[item.state]}
            </span>
            <span className={classes.itemName}>
              <ItemName item={item} isLink={!isOut && (item.state === "added" || item.state === "there-already")} />
            </span>
          </li>
        )
      })}
      <li aria-hidden style={{ height: virtual.getTotalSize() }} />
    </ul>
  )
}

/** The title, once it is known, and the name as it was given. */
function ItemName({ item, isLink }: { readonly item: ImportItem; readonly isLink: boolean }) {
  const { name, title, reportId } = item
  if (title === undefined && !isLink) return visibleLine(name)
  return (
    <>
      {isLink ? (
        <Link to={"/reports/$id" as "/"} params={{ id: reportId! } as never}>
          {visibleLine(title ?? name)}
        </Link>
      ) : (
        visibleLine(title ?? name)
      )}
      {title !== undefined && <span className={classes.given}> {visibleLine(name)}</span>}
    </>
  )
}

function Problems({ view: { problems } }: { readonly view: ImportView }) {
  if (problems.length === 0) return null
  const groups = [...Map.groupBy(problems, ({ code }) => code).values()]
  return (
    <div className={classes.problems}>
      {groups.map(group => (
        <div key={group[0]!.code} className={classes.problem} data-loss={group[0]!.isLoss}>
          <p className={classes.advice}>{group[0]!.advice}</p>
          <ul>
            {group.slice(0, SHOWN).map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and never move
              <li key={at}>
                {problem.file !== undefined && !problem.message.includes(problem.file) && (
                  <strong>{visibleLine(problem.file)}: </strong>
                )}
                {visibleLine(problem.message)}
              </li>
            ))}
          </ul>
          {SHOWN < group.length && <p className={classes.hint}>and {group.length - SHOWN} more of this kind</p>}
        </div>
      ))}
    </div>
  )
}

/** Problems of one kind that are written out. */
const SHOWN = 20
