import { Button, NativeSelect, TextInput } from "@mantine/core"
import { useState } from "react"
import type { ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { shortened } from "../../../../src/app/words.ts"
import { useDecide } from "../../actions/decide.ts"
import classes from "./reader.module.css"
import type { Selected } from "./SelectionBar.tsx"

/** An incident as this report tells it, at the telling nearest to the selected words. */
interface Telling {
  readonly mention: string
  readonly name: string
}

const examples: Readonly<Record<string, string>> = {
  count: "17, 40-60 or 17+",
  time: "2024-03-22 or 2024-03",
  text: "",
}

/** Says what selected words tell of an incident. Numbers, dates and words are typed; who and where is named by the words themselves. */
export function AddForm({
  view,
  selected,
  onDone,
}: {
  readonly view: ReaderView
  readonly selected: Selected
  readonly onDone: () => void
}) {
  const tellings = tellingsNear(view, selected)
  const number = /\d+/.exec(selected.text)?.[0]
  const [slot, setSlot] = useState(guess(view, selected, number))
  const [mention, setMention] = useState(tellings[0]?.mention ?? "")
  const [value, setValue] = useState(number ?? "")
  const { mutate, isPending, error } = useDecide()
  if (tellings.length === 0)
    return <p className={classes.unused}>This report tells of no incident to which anything could be added.</p>
  const input = view.addable.find(one => one.slot === slot)?.input ?? "count"
  const isTyped = input === "count" || input === "time" || input === "text"
  const telling = tellings.find(one => one.mention === mention)
  return (
    <form
      className={classes.add}
      onSubmit={event => {
        event.preventDefault()
        const to = isTyped ? value.trim() : ""
        mutate(
          {
            action: "add",
            item: mention,
            slot,
            at: `${selected.start}-${selected.end}`,
            ...(to !== "" && { to }),
            called: `${slot} of ${telling?.name ?? "an incident"}`,
          },
          { onSuccess: onDone },
        )
      }}
    >
      <NativeSelect
        size="xs"
        label="These words tell"
        data={view.addable.map(one => ({ value: one.slot, label: one.label }))}
        value={slot}
        onChange={event => setSlot(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label="of"
        data={tellings.map(one => ({ value: one.mention, label: visibleLine(shortened(one.name, 60)) }))}
        value={mention}
        onChange={event => setMention(event.currentTarget.value)}
      />
      {isTyped ? (
        <TextInput
          size="xs"
          label="Value"
          placeholder={examples[input] === "" ? visibleLine(selected.text) : `such as ${examples[input]}`}
          value={value}
          onChange={event => setValue(event.currentTarget.value)}
        />
      ) : (
        <p className={classes.unused}>
          It is the {input === "place" ? "place" : "person or group"} that the words name.
        </p>
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {visibleLine(error.message)}
        </p>
      )}
      <Button type="submit" size="compact-sm" loading={isPending}>
        Add
      </Button>{" "}
      <Button variant="subtle" size="compact-sm" onClick={onDone}>
        Cancel
      </Button>
    </form>
  )
}

/** Incidents that the report tells of, those told nearest to the words first. */
function tellingsNear(view: ReaderView, { start, end }: Selected): Telling[] {
  const found = view.pieces
    .flatMap(piece => (piece.kind === "block" ? piece.highlights : []))
    .flatMap(one => {
      const item = view.items[one.item]
      if (item?.kind !== "event" || item.decide?.kind !== "mention" || !item.to) return []
      const distance = Math.max(0, one.start - end, start - one.end)
      return [{ mention: item.decide.id, name: item.title, incident: item.to.id, distance }]
    })
    .sort((a, b) => a.distance - b.distance)
  return [...new Map(found.toReversed().map(one => [one.incident, one])).values()].sort(
    (a, b) => a.distance - b.distance,
  )
}

/** What the words most likely tell, by what was read in them. */
function guess(view: ReaderView, { start, end }: Selected, number: string | undefined): string {
  const kinds = view.pieces.flatMap(piece =>
    piece.kind === "block"
      ? piece.highlights.filter(one => one.start < end && start < one.end).map(one => one.kind)
      : [],
  )
  if (kinds.includes("number") || number !== undefined) return kinds.includes("time") ? "when" : "killed"
  if (kinds.includes("time")) return "when"
  return kinds.includes("place") ? "where" : kinds.includes("person") ? "perpetrator" : "killed"
}
