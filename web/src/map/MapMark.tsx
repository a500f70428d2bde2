import { Menu } from "@mantine/core"
import { visibleLine } from "../../../src/app/visible.ts"
import { shortened } from "../../../src/app/words.ts"
import { Evident } from "../evidence/Evident.tsx"
import classes from "./map.module.css"
import type { MapItem } from "./map-item.ts"
import { LABEL_LETTERS, labelOf, type Spot } from "./place-labels.ts"

/** The mark of a town or site, or the name of an area; of several places at one spot it opens the list of them. */
export function MapMark({
  spot,
  chosen,
  onChoose,
}: {
  readonly spot: Spot
  readonly chosen: string | undefined
  readonly onChoose: ((key: string | undefined) => void) | undefined
}) {
  const { items, side, x, y } = spot
  const [first] = items as [MapItem]
  const isArea = first.place.lat === undefined
  const isChosen = items.some(({ place }) => place.key === chosen)
  const count = items.reduce((sum, item) => sum + item.count, 0)
  const label = shortened(visibleLine(labelOf(items)), LABEL_LETTERS)
  const look = [
    classes.spot,
    isArea ? classes.areaSpot : "",
    items.every(({ isPale }) => isPale) ? classes.pale : "",
    isChosen ? classes.chosenSpot : "",
  ].join(" ")
  const glyph = [
    classes.glyph,
    classes[first.place.drawn] ?? "",
    first.isWarned ? classes.warned : classes[first.status ?? "occurred"],
  ]
  const button = (
    <button
      type="button"
      className={look}
      style={{ left: x, top: y }}
      aria-pressed={onChoose && items.length === 1 ? isChosen : undefined}
      aria-label={items.map(({ place, words }) => `${visibleLine(place.words)}: ${words}`).join("; ")}
      onClick={() => {
        if (items.length === 1) onChoose?.(isChosen ? undefined : first.place.key)
      }}
    >
      {!isArea && <i className={glyph.join(" ")}>{1 < count ? count : ""}</i>}
      {(side !== undefined || isChosen) && (
        <span className={`${classes.label} ${classes[side ?? "right"] ?? ""}`}>{label}</span>
      )}
    </button>
  )
  return (
    <Evident
      as="span"
      evidence={items.flatMap(item => item.evidence).slice(0, 4)}
      claim={claimOf(first)}
      {...(first.item && { item: first.item })}
    >
      {items.length === 1 ? (
        button
      ) : (
        <Menu position="right-start" width={260}>
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Told of this spot</Menu.Label>
            {items.map(item => (
              <Menu.Item
                key={item.place.key}
                onClick={() => onChoose?.(item.place.key === chosen ? undefined : item.place.key)}
              >
                <bdi>{visibleLine(item.place.words)}</bdi>: {item.words}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Evident>
  )
}

const claimOf = ({ place, words }: MapItem) =>
  `${visibleLine(place.words)}: ${words}. ${place.note[0]!.toUpperCase()}${visibleLine(place.note.slice(1))}.`
