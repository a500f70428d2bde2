import { Button, SegmentedControl } from "@mantine/core"
import { useElementSize } from "@mantine/hooks"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import type { TimelineView } from "../../../../src/app/views/timeline/timeline-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useView } from "../../api/views.ts"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { DayChart } from "./DayChart.tsx"
import { EraStrip } from "./EraStrip.tsx"
import { ItemList } from "./ItemList.tsx"
import { Legend } from "./Legend.tsx"
import { MapPart } from "./MapPart.tsx"
import type { TimelineSearch } from "./search.ts"
import classes from "./timeline.module.css"
import { Undated } from "./Undated.tsx"

/** Timeline and map, one filtering the other; both in the address. */
export function TimelineScreen() {
  const { days, area, list, page = 1 } = useSearch({ strict: false }) as TimelineSearch
  const view = useView<TimelineView>("/timeline", { days, area })
  const navigate = useNavigate()
  const change = (next: TimelineSearch) =>
    void navigate({
      to: ".",
      search: ((now: TimelineSearch) => ({ ...now, page: undefined, ...next })) as never,
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="wide">
      <h1 className={classes.title}>Timeline and map</h1>
      <View of={view} what="the timeline">
        {answer => (
          <Linked
            view={answer}
            list={list}
            page={page}
            onDays={next => change({ days: next } as TimelineSearch)}
            onArea={next => change({ area: next } as TimelineSearch)}
            onList={next => change({ list: next } as TimelineSearch)}
          />
        )}
      </View>
    </div>
  )
}

function Linked({
  view,
  list,
  page,
  onDays,
  onArea,
  onList,
}: {
  readonly view: TimelineView
  readonly list: TimelineSearch["list"]
  readonly page: number
  readonly onDays: (days: string | undefined) => void
  readonly onArea: (area: string | undefined) => void
  readonly onList: (list: TimelineSearch["list"]) => void
}) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const { incidents, warnings, window, story } = view
  if (incidents.total + warnings.total === 0)
    return (
      <Notice title="Nothing to place in time">
        No report of this case tells of an incident or a warning. <Link to="/add">Add reports</Link>, and what they tell
        appears here.
      </Notice>
    )
  return (
    <div ref={ref}>
      <Shown view={view} onDays={onDays} onArea={onArea} />
      {window && 0 < width && (
        <>
          {1 < view.eras.length && <EraStrip eras={view.eras} window={window} width={width} onDays={onDays} />}
          <DayChart
            view={view}
            window={window}
            width={width}
            onDays={onDays}
            onReset={() => onDays(story ? undefined : "all")}
          />
          <Legend />
        </>
      )}
      <Undated view={view} />
      <MapPart view={view} onArea={onArea} />
      <ItemList
        days={view.showsAll ? "all" : window?.days}
        area={view.area?.key}
        kind={list}
        page={page}
        onKind={onList}
      />
    </div>
  )
}

/** What is in view, in words, and the ways out of it. */
function Shown({
  view,
  onDays,
  onArea,
}: {
  readonly view: TimelineView
  readonly onDays: (days: string | undefined) => void
  readonly onArea: (area: string | undefined) => void
}) {
  const { window, story, showsAll, area, incidents, warnings } = view
  const isStory = !showsAll && window?.days === story?.days
  return (
    <div className={classes.shown}>
      <p className={classes.sentence} aria-live="polite">
        {showsAll ? "All days" : (window?.words ?? "No dates")}
        {area && (
          <>
            {" in "}
            <bdi className={classes.areaName}>{visibleLine(area.name)}</bdi>
          </>
        )}
        {": "}
        <strong>
          {incidents.shown} of {incidents.total} incidents, {warnings.shown} of {warnings.total} warnings
        </strong>
        {0 < incidents.elsewhere && ` · ${counted(incidents.elsewhere, "incident")} elsewhere`}
        {!showsAll && 0 < incidents.undated && ` · ${counted(incidents.undated, "incident")} without a date`}
      </p>
      <div className={classes.ways}>
        {story && (
          <SegmentedControl
            size="xs"
            aria-label="Which days"
            value={showsAll ? "all" : isStory ? "story" : "some"}
            onChange={value => onDays(value === "all" ? "all" : undefined)}
            data={[
              { value: "story", label: "The story" },
              { value: "all", label: "All days" },
              ...(showsAll || isStory ? [] : [{ value: "some", label: "Chosen days", disabled: true }]),
            ]}
          />
        )}
        {area && (
          <Button variant="default" size="compact-sm" onClick={() => onArea(undefined)}>
            All places
          </Button>
        )}
      </div>
    </div>
  )
}
