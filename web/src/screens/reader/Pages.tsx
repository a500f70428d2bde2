import { useEffect, useRef, useState } from "react"
import type { ReaderItem, ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { useView } from "../../api/views.ts"
import { Loading } from "../../states/Loading.tsx"
import { BlockText, type Showing } from "./BlockText.tsx"
import { RawText } from "./RawText.tsx"
import type { PageAsked } from "./ReaderScreen.tsx"
import { RemovedBlocks } from "./RemovedBlocks.tsx"
import classes from "./reader.module.css"

interface PageProps {
  readonly view: ReaderView
  readonly asked: PageAsked
  readonly showing: Showing
  /** What highlights became, of the pages that were read. */
  readonly items: Map<string, ReaderItem>
}

/** The pages of a report. Most have one; of a text of megabytes each is asked for when it comes near the window. */
export function Pages(props: PageProps) {
  const { view } = props
  const pages = [...Array(view.pages).keys()]
  return pages.map(page =>
    page === view.page ? <Pieces key={page} {...props} /> : <LaterPage key={page} {...props} page={page} />,
  )
}

/** How near to the window a page has to come to be asked for. */
const NEAR = "1200px"

function LaterPage({ page, view, asked, ...rest }: PageProps & { readonly page: number }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(entries => entries.some(one => one.isIntersecting) && setNear(true), {
      rootMargin: NEAR,
    })
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  const { data } = useView<ReaderView>(
    `/reports/${encodeURIComponent(view.report.id)}/reader`,
    { ...asked, page },
    { enabled: isNear },
  )
  if (data === undefined || data.page !== page)
    return (
      <div ref={place} className={classes.later}>
        {isNear && <Loading what="more of the report" />}
      </div>
    )
  return <Pieces view={data} asked={asked} {...rest} />
}

function Pieces({ view, showing, items }: PageProps) {
  for (const [key, item] of Object.entries(view.items)) items.set(key, item)
  return (
    <div className={1 < view.pages ? classes.page : undefined}>
      {view.pieces.map(piece => {
        if (piece.kind === "block") return <BlockText key={`b${piece.start}`} piece={piece} showing={showing} />
        if (piece.kind === "removed") return <RemovedBlocks key={`r${piece.near}`} piece={piece} />
        return <RawText key={`w${piece.start}`} piece={piece} found={showing.found} names={showing.names} />
      })}
    </div>
  )
}
