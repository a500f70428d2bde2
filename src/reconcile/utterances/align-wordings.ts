import { alignWords } from "../../core/align-words.ts"
import type { WordingPart } from "../../core/utterance.ts"
import { wordsOf } from "../../core/words.ts"

/**
 * How a wording differs from the fullest one, word by word: the words that both have in the same order, and what lies between them.
 * The texts of all parts but those left out make up the wording.
 */
export function alignWordings(fullest: string, wording: string): WordingPart[] {
  if (fullest === wording) return [{ kind: "same", text: wording }]
  const now = wordsOf(wording)
  const runs = alignWords(fullest, wording)
  let at = 0
  let done = 0
  const parts = runs.map((run, index): WordingPart => {
    done += run.now.length
    // A part takes what stands between it and the next one: points and spaces belong to some word.
    const end = index === runs.length - 1 || done === now.length ? wording.length : now[done]!.start
    const text = run.now.length === 0 ? "" : wording.slice(at, end)
    if (run.now.length !== 0) at = end
    const before = run.was.length === 0 ? "" : fullest.slice(run.was[0]!.start, run.was.at(-1)!.end)
    if (run.isSame) return { kind: "same", text }
    if (run.now.length === 0) return { kind: "left-out", text: before }
    return run.was.length === 0 ? { kind: "added", text } : { kind: "changed", text, was: before }
  })
  return parts.length === 0 ? [{ kind: "same", text: wording }] : parts
}
