import { UnstyledButton } from "@mantine/core"
import type { ComparedSegment, ComparisonView } from "../../../../src/app/views/reports/comparison-view.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Source } from "../../evidence/Quote.tsx"
import classes from "./comparison.module.css"

type Row = ComparisonView["rows"][number]

const kindWords: Readonly<Record<NonNullable<Row["kind"]>, string>> = {
  verbatim: "same words",
  near: "nearly the same words",
  paraphrase: "reworded",
  translation: "reworded, as after a translation",
}

/** A row: a passage that both have, or what each has alone. */
export function ComparedRow({
  row,
  number,
  names,
  isCurrent,
  onGo,
}: {
  readonly row: Row
  readonly number: number
  readonly names: readonly [string, string]
  readonly isCurrent: boolean
  readonly onGo: (row: number) => void
}) {
  const kind = row.kind
  return (
    <Evident
      evidence={row.evidence}
      claim={kind === undefined ? "" : `${names[0]} and ${names[1]}: ${kindWords[kind]}`}
      role="group"
      data-row={number}
      tabIndex={kind === undefined ? undefined : 0}
      className={`${classes.row} ${kind === undefined ? classes.own : classes[kind]} ${isCurrent ? classes.current : ""}`}
      aria-label={kind === undefined ? "told by one alone" : `shared: ${kindWords[kind]}`}
    >
      <Side segments={row.a} name={names[0]} kind={kind} onGo={onGo} />
      <span className={classes.kind}>{kind !== undefined && kindWords[kind]}</span>
      <Side segments={row.b} name={names[1]} kind={kind} onGo={onGo} />
    </Evident>
  )
}

function Side({
  segments,
  name,
  kind,
  onGo,
}: {
  readonly segments: readonly ComparedSegment[]
  readonly name: string
  readonly kind: Row["kind"]
  readonly onGo: (row: number) => void
}) {
  // Where most words are others, what both have says more than what they have not.
  const isReworded = kind === "paraphrase" || kind === "translation"
  return (
    <div className={`${classes.side} ${segments.length === 0 ? classes.empty : ""}`}>
      {segments.length !== 0 && <span className={classes.name}>{kind === undefined ? `only ${name}` : name}</span>}
      {segments.map(({ start, label, parts }) => (
        <p key={start} className={classes[`label-${label}`] ?? ""}>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name, and never move
            <Part key={at} part={part} isReworded={isReworded} onGo={onGo} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Part({
  part: { text, mark, row = -1 },
  isReworded,
  onGo,
}: {
  readonly part: ComparedSegment["parts"][number]
  readonly isReworded: boolean
  readonly onGo: (row: number) => void
}) {
  const words = <Source text={text} />
  if (mark === "elsewhere")
    return (
      <span className={classes.elsewhere}>
        {words}{" "}
        {0 <= row && (
          <UnstyledButton className={classes.jump} onClick={() => onGo(row)}>
            the other has it elsewhere
          </UnstyledButton>
        )}
      </span>
    )
  if (isReworded) return mark === "same" ? <b>{words}</b> : words
  return mark === "only" ? <ins>{words}</ins> : words
}
