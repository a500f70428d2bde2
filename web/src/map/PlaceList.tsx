import { visibleLine } from "../../../src/app/visible.ts"
import { Evident } from "../evidence/Evident.tsx"
import classes from "./map.module.css"
import type { MapItem } from "./map-item.ts"

interface Choosing {
  readonly chosen: string | undefined
  readonly onChoose: ((key: string | undefined) => void) | undefined
}

/** The places of a map as words: how exactly each is known and how it is drawn. What no map can show stands open. */
export function PlaceList({ items, ...choosing }: Choosing & { readonly items: readonly MapItem[] }) {
  const drawn = items.filter(({ place }) => place.drawn !== "none")
  const others = items.filter(({ place }) => place.drawn === "none")
  return (
    <div className={classes.lists}>
      {0 < others.length && (
        <section>
          <h3>Not on the map ({others.length})</h3>
          <Places items={others} {...choosing} />
        </section>
      )}
      {0 < drawn.length && (
        <details>
          <summary>The places as a list ({drawn.length})</summary>
          <Places items={drawn} {...choosing} />
        </details>
      )}
    </div>
  )
}

function Places({ items, chosen, onChoose }: Choosing & { readonly items: readonly MapItem[] }) {
  return (
    <ul className={classes.places}>
      {items.map(item => {
        const { place, words, evidence } = item
        const name = <bdi>{visibleLine(place.words)}</bdi>
        const isChosen = place.key === chosen
        return (
          <Evident key={place.key} as="li" evidence={evidence} {...(item.item && { item: item.item })}>
            {onChoose ? (
              <button
                type="button"
                className={classes.pick}
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? undefined : place.key)}
              >
                {name}
              </button>
            ) : (
              name
            )}
            <span>
              {words} · {visibleLine(place.note)}
            </span>
          </Evident>
        )
      })}
    </ul>
  )
}
