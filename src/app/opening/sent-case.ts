import { idOf } from "../../core/id.ts"

interface SentList {
  /** Where each item stands, by the object that it was sent from. */
  readonly places: Map<unknown, number>
  /** The same by id, with the hash of its text. */
  readonly texts: Map<unknown, { readonly hash: string; readonly at: number }>
}

/** What another thread holds of a case, so that of the next one only what is other need be sent. Holds hashes, not the words. */
export class SentCase {
  readonly #lists = new Map<string, SentList>()

  /** Where an item that is the same stands in a list; undefined where it does not. The text is asked for when the object is another one. */
  placeOf(list: string, item: unknown, textOf: () => string): number | undefined {
    const sent = this.#lists.get(list)
    const place = sent?.places.get(item)
    if (place !== undefined || !sent) return place
    const known = sent.texts.get(idIn(item))
    return known && known.hash === idOf(textOf()) ? known.at : undefined
  }

  /** Notes the next item of a list. `before`: where it was found in the case sent before; else its text. */
  add(list: string, item: unknown, from: { readonly before: SentCase; readonly at: number } | string): void {
    const sent = this.#lists.get(list) ?? { places: new Map(), texts: new Map() }
    this.#lists.set(list, sent)
    const at = sent.places.size
    sent.places.set(item, at)
    const id = idIn(item)
    if (id === undefined) return
    const hash = typeof from === "string" ? idOf(from) : from.before.#lists.get(list)!.texts.get(id)!.hash
    sent.texts.set(id, { hash, at })
  }
}

function idIn(item: unknown): unknown {
  return (item as { readonly id?: unknown } | null)?.id
}
