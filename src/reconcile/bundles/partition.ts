import { sortBy, Union } from "../union.ts"
import { TIED } from "./link-keys.ts"

/** A bundle grows no larger than this by links. A story that is larger by itself stays whole. */
const LARGEST = 32

/** Two stories with much in common. */
export interface StoryLink {
  readonly a: string
  readonly b: string
  readonly weight: number
}

/**
 * Stories into bundles: the heaviest links first, as long as what they make is not too large; what people have tied is never parted. What is not linked, directly or by others, has no
 * say: each connected part of the links may be divided by itself. `sizeOf`: number of reports of a story.
 */
export function partition(
  stories: readonly string[],
  links: readonly StoryLink[],
  sizeOf: (story: string) => number,
): string[][] {
  const union = new Union()
  const sizes = new Map(stories.map(story => [story, sizeOf(story)]))
  const ordered = sortBy(
    links,
    link => -link.weight,
    link => (link.a < link.b ? link.a : link.b),
    link => (link.a < link.b ? link.b : link.a),
  )
  for (const { a, b, weight } of ordered) {
    const [one, two] = [union.root(a), union.root(b)]
    const together = sizes.get(one)! + sizes.get(two)!
    if (one === two || (LARGEST < together && weight < TIED)) continue
    union.join(one, two)
    sizes.set(union.root(one), together)
  }
  const bundles = new Map<string, string[]>()
  for (const story of [...stories].sort()) {
    const root = union.root(story)
    bundles.set(root, [...(bundles.get(root) ?? []), story])
  }
  return [...bundles.values()]
}
