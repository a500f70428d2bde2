import { featuresOf, type LinearModel, linearModel, SCALE, weightsOf } from "../../core/linear-model.ts"
import type { StoryView } from "./story-view.ts"
import { compareVectors, countShared, type Vector } from "./vectors.ts"
import { WEIGHTS } from "./weights.ts"

/** Number of weights of the model. */
export const FEATURES = 1 << 13

/** What two reports score that are not worth a comparison; nothing scores less. */
export const STRANGERS = -4 * SCALE
/** Two sets of reports are one story when their pairs score more than this on average. */
export const ENOUGH = -1 * SCALE

const TRAINED = linearModel(weightsOf(WEIGHTS))

/** Log-odds that two reports tell one story, in steps of `SCALE` of core/linear-model.ts. */
export function storyScore(a: StoryView, b: StoryView, model: LinearModel = TRAINED): number {
  return model.score(pairFeatures(a, b))
}

/** What the model sees of two reports: how alike words, names, lead, title and numbers are, and how many days lie between. */
export function pairFeatures(a: StoryView, b: StoryView): number[] {
  const likeness = compareVectors(a.words, b.words)
  const words = step(likeness.cosine)
  const best = step(3 * likeness.best)
  const lead = step(compareVectors(a.lead, b.lead).cosine)
  const title = stepOrNone(a.title, b.title)
  const names = stepOrNone(a.names, b.names)
  const runs = step(2 * compareVectors(a.runs, b.runs).cosine)
  const days = daysBetween(a, b)
  const numbers = sharesOf(a.numbers, b.numbers)
  const counted = countsAgree(a.counted, b.counted)
  const size = Math.min(5, Math.floor(Math.log2(Math.min(a.length, b.length) / 16)))
  const crossed = countShared(a.rare, b.rare)
  return featuresOf(
    [
      "always",
      `words ${words}`,
      `lead ${lead}`,
      `title ${title}`,
      `names ${names}`,
      `runs ${runs}`,
      `days ${days}`,
      `numbers ${numbers}`,
      `best ${best}`,
      `counted ${counted}`,
      `counted ${counted} words ${words}`,
      `size ${size}`,
      `crossed ${Math.min(8, crossed)}`,
      `words ${words} days ${days}`,
      `words ${words} names ${names}`,
      `words ${words} title ${title}`,
      `words ${words} runs ${runs}`,
      `names ${names} days ${days}`,
      `names ${names} lead ${lead}`,
      `words ${words} size ${size}`,
      `names ${names} size ${size}`,
      `words ${words} numbers ${numbers}`,
      `names ${names} best ${best}`,
      `crossed ${Math.min(8, crossed)} days ${days}`,
      `words ${words} names ${names} days ${days}`,
    ],
    FEATURES,
  )
}

function stepOrNone(a: Vector, b: Vector): number | "no" {
  return a.length === 0 || b.length === 0 ? "no" : step(compareVectors(a, b).cosine)
}

/** A share in steps, finer where most pairs are. */
function step(share: number): number {
  return share < 0.02 ? 0 : Math.min(14, 1 + Math.floor(14 * Math.sqrt(share) * 0.95))
}

function daysBetween(a: StoryView, b: StoryView): string {
  if (!a.published || !b.published) return "unknown"
  const gap = Math.max(0, a.published.first - b.published.last, b.published.first - a.published.last)
  return gap <= 2
    ? String(gap)
    : gap <= 4
      ? "4"
      : gap <= 8
        ? "8"
        : gap <= 16
          ? "16"
          : gap <= 40
            ? "40"
            : gap <= 120
              ? "120"
              : gap <= 400
                ? "400"
                : "more"
}

/** Numbers in both, and in one only. */
function sharesOf(a: Uint16Array, b: Uint16Array): string {
  const both = countShared(a, b)
  const fewer = Math.min(a.length, b.length)
  return fewer === 0 ? "none" : `${Math.min(4, both)} ${Math.min(3, fewer - both)}`
}

/** How many words both count with the same number, and how many with other ones. */
function countsAgree(a: Float64Array, b: Float64Array): string {
  let [alike, otherwise] = [0, 0]
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const word = Math.floor(a[i]! / 1000)
    const other = Math.floor(b[j]! / 1000)
    const [from, start] = [i, j]
    if (word <= other) while (i < a.length && Math.floor(a[i]! / 1000) === word) i++
    if (other <= word) while (j < b.length && Math.floor(b[j]! / 1000) === other) j++
    if (word !== other) continue
    if (0 < countShared(a.subarray(from, i), b.subarray(start, j))) alike++
    else otherwise++
  }
  return `${Math.min(3, alike)} ${Math.min(3, otherwise)}`
}
