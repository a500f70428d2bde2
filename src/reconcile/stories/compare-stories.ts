import { featuresOf, type LinearModel, linearModel, weightsOf } from "../../core/linear-model.ts"
import { cosine, type StoryView, weightOf } from "./story-view.ts"
import { WEIGHTS } from "./weights.ts"

/** Number of weights of the model. */
export const FEATURES = 1 << 13

const TRAINED = linearModel(weightsOf(WEIGHTS))

/** Log-odds that two reports tell one story, in steps of `SCALE` of core/linear-model.ts. */
export function storyScore(a: StoryView, b: StoryView, model: LinearModel = TRAINED): number {
  return model.score(pairFeatures(a, b))
}

/** What the model sees of two reports: how alike words, names, lead, title and numbers are, and how many days lie between. */
export function pairFeatures(a: StoryView, b: StoryView): number[] {
  const words = step(cosine(a.words, b.words))
  const lead = step(cosine(a.lead, b.lead))
  const title = a.title.size === 0 || b.title.size === 0 ? "no" : step(cosine(a.title, b.title))
  const names = a.names.size === 0 || b.names.size === 0 ? "no" : step(cosine(a.names, b.names))
  const runs = step(2 * cosine(a.runs, b.runs))
  const days = daysBetween(a, b)
  const numbers = sharesOf(a.numbers, b.numbers)
  const best = bestShared(a, b)
  const counted = countsAgree(a, b)
  const size = Math.min(5, Math.floor(Math.log2(Math.min(a.length, b.length) / 16)))
  const crossed = [...a.lead.keys()].filter(stem => b.lead.has(stem) && 14 <= weightOf(stem)).length
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
function sharesOf(a: ReadonlySet<string>, b: ReadonlySet<string>): string {
  let both = 0
  for (const number of a) if (b.has(number)) both++
  const fewer = Math.min(a.size, b.size)
  return fewer === 0 ? "none" : `${Math.min(4, both)} ${Math.min(3, fewer - both)}`
}

/** How often both count the same things, alike and otherwise. */
function countsAgree(a: StoryView, b: StoryView): string {
  let alike = 0
  let otherwise = 0
  for (const [what, numbers] of a.counted) {
    const others = b.counted.get(what)
    if (!others) continue
    if ([...numbers].some(number => others.has(number))) alike++
    else otherwise++
  }
  return `${Math.min(3, alike)} ${Math.min(3, otherwise)}`
}

/** Weight of the most telling word that both have, in steps. */
function bestShared(a: StoryView, b: StoryView): number {
  let best = 0
  for (const [stem, weight] of a.words) {
    const other = b.words.get(stem)
    if (other !== undefined) best = Math.max(best, weight * other)
  }
  return step(best * 3)
}
