import { HOUSE, type LinkKeys } from "./link-keys.ts"

/** From this weight on, two stories are read together. */
const ENOUGH = 2
/** What more stories than this have in common links none of them: a newsroom's closing line, a president. */
const CROWD = 8
/** The same for a house with a town. */
const HOUSE_CROWD = 2

/** Which stories have much in common. The links of a set of stories do not depend on the order in which they came. */
export class LinkBook {
  /** For each key the stories that have it, with the number of their reports that do, and its weight. */
  readonly #postings = new Map<number, Posting>()
  /** Weight of what two stories have in common, either way round. */
  readonly #links = new Map<string, Map<string, number>>()
  readonly #touched = new Set<string>()

  /** Puts the keys of a report to the story it tells. */
  add(story: string, { keys, weights }: LinkKeys): void {
    for (const [at, key] of keys.entries()) this.#change(key, weights[at]!, story, 1)
  }

  /** Takes the keys of a report from the story that it told. */
  remove(story: string, { keys, weights }: LinkKeys): void {
    for (const [at, key] of keys.entries()) this.#change(key, weights[at]!, story, -1)
  }

  /** Stories that are linked closely with this one, with the weight of what they have in common. */
  near(story: string): { readonly story: string; readonly weight: number }[] {
    return [...(this.#links.get(story) ?? [])].flatMap(([other, weight]) =>
      ENOUGH <= weight ? [{ story: other, weight }] : [],
    )
  }

  /** Stories whose links have changed since the last time asked. */
  takeTouched(): string[] {
    const touched = [...this.#touched]
    this.#touched.clear()
    return touched
  }

  #change(key: number, weight: number, story: string, by: 1 | -1): void {
    const posting = this.#postings.get(key)
    if (posting === undefined) {
      this.#postings.set(key, { story, count: 1 })
      return
    }
    if (!("stories" in posting)) {
      if (posting.story === story) {
        posting.count += by
        if (posting.count === 0) this.#postings.delete(key)
        return
      }
      const stories = new Map([
        [posting.story, posting.count],
        [story, 1],
      ])
      this.#postings.set(key, { stories })
      this.#link(stories, weight)
      return
    }
    const { stories } = posting
    const count = (stories.get(story) ?? 0) + by
    if (0 < count && stories.has(story)) {
      stories.set(story, count)
      return
    }
    this.#link(stories, -weight)
    if (0 < count) stories.set(story, count)
    else stories.delete(story)
    this.#link(stories, weight)
    if (stories.size === 1) {
      const [[last, left]] = [...stories] as [[string, number]]
      this.#postings.set(key, { story: last, count: left })
    }
  }

  /** Adds the weight to every two of the stories, unless they are too many. */
  #link(stories: ReadonlyMap<string, number>, weight: number): void {
    if (stories.size < 2 || (Math.abs(weight) === HOUSE ? HOUSE_CROWD : CROWD) < stories.size) return
    for (const one of stories.keys()) {
      const links = this.#links.get(one) ?? new Map<string, number>()
      for (const other of stories.keys())
        if (other !== one) {
          const sum = (links.get(other) ?? 0) + weight
          if (sum === 0) links.delete(other)
          else links.set(other, sum)
        }
      if (links.size === 0) this.#links.delete(one)
      else this.#links.set(one, links)
      this.#touched.add(one)
    }
  }
}

/** Most keys are of one story only and cost little. */
type Posting = { story: string; count: number } | { readonly stories: Map<string, number> }
