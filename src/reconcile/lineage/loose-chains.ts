import type { CaseSentence } from "../case-report.ts"
import { groupBy, sortBy } from "../union.ts"

/** Two sentences of different reports that share some words of content, in one direction of reading. */
export interface LooseMatch {
  readonly a: CaseSentence
  readonly b: CaseSentence
  readonly similarity: number
}

/** So many sentences that tell the same details in the same order are no chance: two reporters of one event share its first facts, not what each saw. */
const LEAST_CHAIN = 3
/** And so much of the shorter report: long reports of one subject have some sentences with like words in any order. */
const LEAST_SHARE = 0.5

/**
 * The matches that a reworded report and its original have in the same order. A sentence whose words were all changed but its names resembles many;
 * that it stands at the same place in a row of such sentences shows which it was made from.
 */
export function inChains(matches: readonly LooseMatch[], sentencesOf: (reportId: string) => number): LooseMatch[] {
  const pairs = groupBy(matches.map(orient), match => `${match.a.reportId} ${match.b.reportId}`)
  return [...pairs.values()].flatMap(group => {
    const chain = longestChain(group)
    const sizes = [chain.map(match => match.a.id), chain.map(match => match.b.id)].map(ids => new Set(ids).size)
    const length = Math.min(...sizes)
    const shorter = Math.min(sentencesOf(group[0]!.a.reportId), sentencesOf(group[0]!.b.reportId))
    const isProof = LEAST_CHAIN <= length && LEAST_SHARE * shorter <= length
    return isProof ? chain : []
  })
}

/** True when both have names or numbers and none is the same: then they tell of different things in like words. */
export function haveOtherDetails(a: CaseSentence, b: CaseSentence): boolean {
  const [one, two] = [a, b].map(sentence =>
    sentence.words.flatMap(word => (!word.empty && (word.capital || /\d/.test(word.stem)) ? [word.stem] : [])),
  )
  return 0 < one!.length && 0 < two!.length && !one!.some(stem => two!.includes(stem))
}

function orient(match: LooseMatch): LooseMatch {
  return match.a.reportId < match.b.reportId ? match : { ...match, a: match.b, b: match.a }
}

/** The longest series that goes forward in both reports; one sentence may answer several that were merged into it. */
export function longestChain<Match extends Pick<LooseMatch, "a" | "b">>(matches: readonly Match[]): Match[] {
  const steps: { match: Match; length: number; before: number }[] = []
  for (const match of sortBy(
    matches,
    one => one.a.index,
    one => one.b.index,
  )) {
    let before = -1
    for (const [at, step] of steps.entries()) {
      const forward = step.match.a.index <= match.a.index && step.match.b.index <= match.b.index
      if (forward && (before < 0 || steps[before]!.length < step.length)) before = at
    }
    steps.push({ match, length: 1 + (steps[before]?.length ?? 0), before })
  }
  const chain: Match[] = []
  let at = steps.reduce((best, step, index) => (step.length > (steps[best]?.length ?? 0) ? index : best), 0)
  while (0 <= at && steps[at]) {
    chain.unshift(steps[at]!.match)
    at = steps[at]!.before
  }
  return chain
}
