import type { Statement } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"
import { STORY } from "./notice-words.ts"

/** "No one thought", "he never believed", "asked whether": nobody says that harm may come. */
export function isUnthought({ report }: Analysis, { speaker, cue }: Statement): boolean {
  if (/^(?:no one|nobody|none|few)\b/i.test(speaker.name)) return true
  if (!cue) return false
  const before = report.text.slice(Math.max(0, cue.span.start - 12), cue.span.end)
  return (
    /\b(?:never|not|n['’]t)\s+(?:\p{L}+\s+)?(?:think|thought|believed?|expect(?:ed)?)$/iu.test(before) ||
    (/^asked$/i.test(cue.text) && /^\s*(?:whether|if)\b/i.test(report.text.slice(cue.span.end)))
  )
}

/** "The film tells of a spy who warns the king" */
export function isInStory({ report, sentences }: Analysis, { evidence, cue }: Statement): boolean {
  const at = cue?.span.start ?? evidence[0]!.span.start
  const sentence = sentences.find(one => one.start <= at && at < one.end)
  return sentence !== undefined && STORY.test(report.text.slice(sentence.start, at))
}

/** "Sirens warned residents", "the coach warned": no warnings of the kind. */
export function isDevice({ speaker }: Statement): boolean {
  return /\b(?:sirens?|alarms?|loudspeakers?|signs?|posters?|labels?|coach|boxer|striker|captain of the team|referee|film|novel|book|movie|playwright)\b/i.test(
    `${speaker.name} ${speaker.role ?? ""}`,
  )
}
