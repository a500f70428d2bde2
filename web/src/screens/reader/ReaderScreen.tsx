import { useLocalStorage } from "@mantine/hooks"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { useEffect, useMemo, useRef, useState } from "react"
import type { HighlightKind, ReaderItem, ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { useView } from "../../api/views.ts"
import { setSheet, showEvidence } from "../../evidence/shown.ts"
import { View } from "../../states/View.tsx"
import { Became } from "./Became.tsx"
import type { Showing } from "./BlockText.tsx"
import { Legend } from "./Legend.tsx"
import { Pages } from "./Pages.tsx"
import { ReaderHead } from "./ReaderHead.tsx"
import classes from "./reader.module.css"
import { SelectionBar } from "./SelectionBar.tsx"
import { useReaderKeys } from "./use-reader-keys.ts"

/** A report to be read: its clean text with all that was read in it, or what arrived. */
export function ReaderScreen() {
  const { id } = useParams({ from: "/reports/$id" })
  const { at, side } = useSearch({ from: "/reports/$id" })
  const [names] = useLocalStorage({ key: "heed-names", defaultValue: false, getInitialValueInEffect: false })
  const asked = { side, names: names ? "shown" : "folded" }
  const first = useView<ReaderView>(`/reports/${encodeURIComponent(id)}/reader`, { ...asked, at })
  return (
    <div className={classes.screen}>
      <View of={first} what="the report">
        {view => <Reader key={view.report.id} view={view} asked={asked} />}
      </View>
    </div>
  )
}

/** What the pages are asked with. */
export type PageAsked = Readonly<Record<string, string | undefined>>

function Reader({ view, asked }: { readonly view: ReaderView; readonly asked: PageAsked }) {
  const { at, off = "" } = useSearch({ from: "/reports/$id" })
  const navigate = useNavigate({ from: "/reports/$id" })
  const [names, setNames] = useLocalStorage({ key: "heed-names", defaultValue: false, getInitialValueInEffect: false })
  const [mute, setMute] = useLocalStorage({ key: "heed-mute", defaultValue: false, getInitialValueInEffect: false })
  const [current, setCurrent] = useState<string>()
  const [unmuted, setUnmuted] = useState<ReadonlySet<number>>(new Set())
  const text = useRef<HTMLElement>(null)
  const items = useRef(new Map<string, ReaderItem>())
  const hidden = useMemo(() => new Set(off.split(".").filter(kind => kind !== "")), [off])
  const found = isStretch(at) ? view.found : undefined

  // Arriving from a mark: the words are brought into view once they are there.
  const placeKey = `${view.report.id} ${view.side} ${at ?? ""}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place
  useEffect(() => {
    if (view.found === undefined) return
    const page = text.current
    const mark = page?.querySelector("[data-found]")
    if (mark) mark.scrollIntoView({ block: "center" })
    else nearest(page, at)?.scrollIntoView({ block: "start" })
  }, [placeKey])

  const change = (next: { at?: string | undefined; side?: "raw" | undefined; off?: string | undefined }) =>
    void navigate({ search: old => ({ ...old, ...next }), replace: true, resetScroll: false })
  const showing: Showing = useMemo(
    () => ({
      off: hidden as ReadonlySet<HighlightKind>,
      names,
      mute,
      repairs: !hidden.has("repair"),
      found,
      current,
      unmuted,
    }),
    [hidden, names, mute, found, current, unmuted],
  )
  const show = (element: Element | null, isOpened: boolean) => {
    const keys = element?.closest("[data-items]")?.getAttribute("data-items")?.split(" ").reverse() ?? []
    const shown = [...new Set(keys)].flatMap(key => items.current.get(key) ?? [])
    const [inner] = shown
    if (inner === undefined) return
    const item = inner.decide ?? inner.to
    showEvidence({ evidence: [], detail: <Became items={shown} />, ...(item && { item }) })
    if (!isOpened) return
    setCurrent(keys[0])
    if (matchMedia("(max-width: 62em)").matches) setSheet(true)
  }
  useReaderKeys(text, view)

  const switchSide = () => {
    const place = isInView(text.current?.querySelector("[data-found]")) ? at : firstInView(text.current)
    change({ side: view.side === "raw" ? undefined : "raw", at: place })
  }
  return (
    <>
      <ReaderHead view={view} />
      <Legend
        view={view}
        off={hidden}
        onToggle={kind => {
          const next = hidden.symmetricDifference(new Set([kind]))
          change({ off: next.size === 0 ? undefined : [...next].join(".") })
        }}
        onSwitchSide={switchSide}
        names={names}
        onNames={setNames}
        mute={mute}
        onMute={setMute}
      />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a highlight is heard in use-reader-keys */}
      <article
        ref={text}
        className={view.side === "raw" ? classes.rawText : classes.text}
        lang={view.report.language === "und" ? undefined : view.report.language}
        onPointerOver={event => event.pointerType === "mouse" && show(event.target as Element, false)}
        onFocus={event => show(event.target, false)}
        onClick={event => {
          const muted = (event.target as Element).closest("[data-muted]")?.getAttribute("data-muted")
          if (muted != null) setUnmuted(old => new Set([...old, Number(muted)]))
          else if (getSelection()?.isCollapsed !== false) show(event.target as Element, true)
        }}
      >
        <Pages view={view} asked={asked} showing={showing} items={items.current} />
      </article>
      {view.side === "clean" && <SelectionBar text={text} view={view} items={items.current} />}
    </>
  )
}

/** Whether the address names words, and not only where the window stood: "120-140", "120-120". */
function isStretch(at: string | undefined): boolean {
  const [start, end] = at?.split("-") ?? []
  return end !== undefined && end !== start
}

/** The block or stretch that holds the place, or begins last before it. */
function nearest(page: Element | null, at: string | undefined): Element | null {
  const place = Number.parseInt(at ?? "", 10)
  let best: Element | null = null
  for (const one of page?.querySelectorAll("[data-near]") ?? [])
    if (Number(one.getAttribute("data-near")) <= place) best = one
  return best
}

/** Height of what stays at the top: header and legend. */
const TOP = 150

function isInView(element: Element | null | undefined): boolean {
  const box = element?.getBoundingClientRect()
  return box !== undefined && TOP < box.bottom && box.top < innerHeight
}

/** The place in the clean text at which the window begins; nothing at the very beginning. */
function firstInView(page: Element | null): string | undefined {
  if (scrollY < 80) return undefined
  for (const one of page?.querySelectorAll("[data-near]") ?? [])
    if (TOP < one.getBoundingClientRect().bottom) {
      const near = one.getAttribute("data-near")
      return `${near}-${near}`
    }
  return undefined
}
