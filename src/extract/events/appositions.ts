import type { Token } from "../../english/analysis.ts"
import type { Context } from "./context.ts"

/** Subjects of one verb without "the northern branch of it" behind a name and a comma: a verb has one subject, the rest says who that is. */
export function withoutAppositions(context: Context, subjects: readonly Token[]): readonly Token[] {
  return subjects.filter(subject => {
    if (subject.upos !== "NOUN") return true
    const { tokens } = context.analysis
    let first = subject.index
    while (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tokens[first - 1]?.upos ?? "")) first--
    const isBehindComma = tokens[first - 1]?.upos === "DET" && tokens[first - 2]?.text === ","
    return !(
      isBehindComma &&
      subjects.some(other => other.index < subject.index && context.mentions.get(other.index)?.form === "name")
    )
  })
}
