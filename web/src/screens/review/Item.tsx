import { Button, Kbd, TextInput } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import type { ReviewItemView } from "../../../../src/app/views/review/review-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useDecide, useDecideTogether } from "../../actions/decide.ts"
import { useUndo } from "../../actions/undo.ts"
import { useView } from "../../api/views.ts"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { showEvidence } from "../../evidence/shown.ts"
import { View } from "../../states/View.tsx"
import { StateForm } from "../add/StateForm.tsx"
import classes from "./review.module.css"
import { Side } from "./Side.tsx"

type Act = ReviewItemView["acts"][number]

interface Moves {
  readonly onNext: () => void
  readonly onPrevious: () => void
  /** A decision is on its way. The next item is shown before it is written down. */
  readonly onDecided: (done: Promise<unknown>) => void
}

/** The item that is looked at, and everything that can be done with it by one key. */
export function Item({ id, ...moves }: { readonly id: string } & Moves) {
  const view = useView<ReviewItemView>(`/review/items/${encodeURIComponent(id)}`)
  return (
    <section className={classes.item} aria-label="What is looked at">
      <View of={view} what="what is in doubt">
        {item => (item.key === id ? <Laid view={item} moves={moves} /> : null)}
      </View>
    </section>
  )
}

function Laid({ view, moves }: { readonly view: ReviewItemView; readonly moves: Moves }) {
  const [chosen, setChosen] = useState<readonly number[]>(() => firstChoice(view))
  const [typing, setTyping] = useState<Act>()
  const one = useDecide()
  const many = useDecideTogether()
  const { undo } = useUndo()
  const head = useRef<HTMLHeadingElement>(null)
  const isPending = one.isPending || many.isPending
  useEffect(() => {
    head.current?.focus({ preventScroll: true })
  }, [])
  // The words of what is chosen are beside it; where nothing is to choose, all of them.
  useEffect(() => {
    const sides = chosen.length === 0 ? view.sides : chosen.flatMap(at => view.sides[at] ?? [])
    const claim = sides.length === 1 ? sides[0]!.label : view.title
    showEvidence({ evidence: sides.flatMap(side => side.context), item: view.item, claim: visibleLine(claim) })
  }, [view, chosen])
  const isMany = view.acts.some(({ needs }) => needs === "sides")
  const choose = (at: number) => {
    if (view.sides[at] === undefined) return
    setChosen(old => (isMany ? (old.includes(at) ? old.filter(one => one !== at) : [...old, at]) : [at]))
  }
  const act = (wanted: Act, to?: string) => {
    if (isPending) return
    if (wanted.needs === "words" && to === undefined) return setTyping(wanted)
    const side = view.sides[chosen[0] ?? -1]
    const called = visibleLine(view.title)
    if (wanted.needs === "side" && wanted.action === "reject") {
      if (!side?.reject) return
      const items = side.reject
      moves.onDecided(many.mutateAsync({ action: "reject", items, called: `${called}, ${visibleLine(side.label)}` }))
    } else if (wanted.needs === "side") {
      if (side?.accept === undefined) return
      const item = side.accept
      moves.onDecided(one.mutateAsync({ action: "accept", item, called: `${called}, ${visibleLine(side.label)}` }))
    } else {
      const mentions = wanted.needs === "sides" ? chosen.flatMap(at => view.sides[at]?.mention ?? []) : wanted.mentions
      if (wanted.needs === "sides" && mentions?.length === 0) return
      const { action, item, with: other } = wanted
      moves.onDecided(
        one.mutateAsync({
          action,
          item,
          called,
          ...(other !== undefined && { with: other }),
          ...(mentions !== undefined && { mentions }),
          ...(to !== undefined && { to }),
        }),
      )
    }
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as Element
      if (target.closest("input, textarea, select, [contenteditable], [role=dialog]") || event.altKey) return
      const isUndo = event.key === "u" || (event.key === "z" && (event.ctrlKey || event.metaKey))
      if ((event.ctrlKey || event.metaKey) && !isUndo) return
      const wanted = view.acts.find(({ key }) => key === event.key)
      if (isUndo) undo?.()
      else if (wanted) act(wanted)
      else if (event.key === "j" || event.key === "n") moves.onNext()
      else if (event.key === "k") moves.onPrevious()
      else if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1)
      else return
      event.preventDefault()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  })
  return (
    <>
      <p className={classes.what}>
        {view.kindWords}
        {view.incident && (
          <>
            {" · "}
            <ItemLink item={{ kind: "incident", id: view.incident.id }}>
              {view.incident.code} {visibleLine(view.incident.title)}
            </ItemLink>
          </>
        )}
      </p>
      <h2 ref={head} tabIndex={-1} className={classes.itemTitle}>
        {visibleLine(view.title)}
      </h2>
      <p className={classes.question}>{visibleLine(view.question)}</p>
      <p className={classes.reason}>{visibleLine(view.why)}</p>
      <ol className={view.sides.length === 2 ? classes.pair : classes.sides}>
        {view.sides.map((side, at) => (
          <Side
            key={`${side.label} ${side.mention ?? side.accept ?? at}`}
            side={side}
            number={at + 1}
            item={view.item}
            choice={
              view.acts.some(({ needs }) => needs === "side" || needs === "sides")
                ? { isChosen: chosen.includes(at), isMany, onChoose: () => choose(at) }
                : undefined
            }
          />
        ))}
      </ol>
      {view.kind === "date" && <StateForm id={view.item.id} names={["published"]} />}
      {typing ? (
        <Typed
          act={typing}
          onDone={to => {
            setTyping(undefined)
            if (to !== undefined) act(typing, to)
          }}
        />
      ) : (
        <div className={classes.acts}>
          {view.acts.map(wanted => (
            <Button
              key={wanted.key}
              variant="default"
              size="compact-md"
              disabled={isPending}
              leftSection={<Kbd size="xs">{wanted.key}</Kbd>}
              onClick={() => act(wanted)}
            >
              {wanted.words}
            </Button>
          ))}
          <Button variant="subtle" size="compact-md" leftSection={<Kbd size="xs">j</Kbd>} onClick={moves.onNext}>
            Skip
          </Button>
        </div>
      )}
      <p className={classes.keys}>
        <Kbd size="xs">j</Kbd> next <Kbd size="xs">k</Kbd> previous <Kbd size="xs">1</Kbd>-<Kbd size="xs">9</Kbd> choose{" "}
        <Kbd size="xs">u</Kbd> undo the last
      </p>
    </>
  )
}

/** What a split begins with: the loose ones; of a dispute the first position. */
function firstChoice({ acts, sides }: ReviewItemView): readonly number[] {
  const loose = acts.find(({ needs }) => needs === "sides")?.mentions
  if (loose) return sides.flatMap(({ mention }, at) => (mention !== undefined && loose.includes(mention) ? [at] : []))
  return acts.some(({ needs }) => needs === "side") ? [0] : []
}

/** What it should be, typed in. Escape goes back. */
function Typed({ act, onDone }: { readonly act: Act; readonly onDone: (to: string | undefined) => void }) {
  const [text, setText] = useState("")
  return (
    <form
      className={classes.typed}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== "") onDone(text.trim())
      }}
      onKeyDown={event => event.key === "Escape" && onDone(undefined)}
    >
      <TextInput
        autoFocus
        label="It should be"
        description={act.hint}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-md" disabled={text.trim() === ""}>
        Correct
      </Button>
      <Button variant="subtle" size="compact-md" onClick={() => onDone(undefined)}>
        Back
      </Button>
    </form>
  )
}
