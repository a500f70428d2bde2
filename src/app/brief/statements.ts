import type { CaseFile, CaseStatement } from "../../core/casefile.ts"
import { isSaying } from "../../core/reading.ts"
import { counted, quoted, rolesInWords, shortened } from "../words.ts"
import { type Extent, type Line, line, type Marks, type Section, sectionOf } from "./brief.ts"
import { speakersOf } from "./speakers.ts"
import { wordingsInWords } from "./wordings.ts"

/** Who said what, by speaker, `most` things of each; the same statement in several reports stands once, with a note when its words differ. */
export function statementSection(
  caseFile: CaseFile,
  marks: Marks,
  label: (reportId: string) => string,
  most = Number.POSITIVE_INFINITY,
  extent?: Extent,
): Section {
  const sayings = caseFile.statements.filter(isSaying)
  const speakerOf = speakersOf(caseFile, sayings)
  const bySpeaker = Map.groupBy(sayings, statement => speakerOf(statement).key)
  const utterances = new Map(caseFile.utterances.map(utterance => [utterance.id, utterance]))
  const reportCount = (statements: readonly CaseStatement[]) =>
    new Set(statements.map(statement => statement.reportId)).size
  const speakers = [...bySpeaker.values()]
    .map(statements => ({ statements, reports: reportCount(statements), name: speakerOf(statements[0]!).name }))
    .sort(
      (a, b) =>
        b.reports - a.reports ||
        b.statements.length - a.statements.length ||
        compare(a.name, b.name) ||
        compare(a.statements[0]!.id, b.statements[0]!.id),
    )
  const linesOf = ({ statements, name }: (typeof speakers)[number]): Line[] => {
    const tellings = Map.groupBy(statements, ({ utteranceId }) => utteranceId)
    const roles = rolesInWords(statements.flatMap(({ speaker }) => speaker.role ?? []))
    const head = line(0, capitalized(name), roles.slice(0, 2).join("; "))
    const shown = new Set<string>()
    const said = new Set<string>()
    const items = statements.flatMap((statement): { line: () => Line; reports: number }[] => {
      const utterance = statement.utteranceId === undefined ? undefined : utterances.get(statement.utteranceId)
      if (utterance && shown.has(utterance.id)) return []
      if (utterance) shown.add(utterance.id)
      const told = utterance ? tellings.get(utterance.id)! : [statement]
      const note =
        utterance && 1 < reportCount(told)
          ? ` - in ${counted(reportCount(told), "report")}, ${wordingsInWords(utterance, label)}`
          : ""
      const fullest = utterance?.wordings.find(({ form }) => form === "fullest")?.statementId
      const best = told.find(({ id }) => id === fullest) ?? statement
      const [cue, words] = [cueWords(best), saidWords(best)]
      // A headline or a caption often has the sentence of the story once more.
      if (said.has(`${cue} ${words}`)) return []
      said.add(`${cue} ${words}`)
      const evidence = told.flatMap(one => one.evidence.slice(0, 1))
      return [
        {
          line: () => ({ ...line(1, cue, words, `${note} `, marks.of(evidence)), id: best.id }),
          reports: reportCount(told),
        },
      ]
    })
    // What most reports have says most of a speaker who says much.
    const kept = items.length <= most ? items : items.toSorted((a, b) => b.reports - a.reports).slice(0, most)
    const left = items.length - kept.length
    return [
      head,
      ...kept.map(item => item.line()),
      ...(left === 0 ? [] : [line(1, "", `and ${left} more; the list of statements has them`)]),
    ]
  }
  const heading = `WHO SAID WHAT: ${counted(speakers.length, "speaker")}, ${counted(sayings.length, "statement")}`
  return sectionOf({ key: "said", heading }, speakers, linesOf, extent)
}

const capitalized = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Cues that say only that it was said. Source: English; Apache-2.0. */
const PLAIN =
  /^(?:(?:has|have|had|was|is|been|also|as|who|they|he|she|it) )*(?:said|says?|saying|told|tells?|telling|adds?|added|adding|quoted|wrote|writes?|stated?|states)(?: that)?$/iu

/** What is no sentence without its verb: "called on | his supporters to march", "asked | to stay away". */
const UNFINISHED = /^(?:not )?(?:to|who|whose|whether|why|how)\b/iu

/** The cue as its report has it, where it is more than plain saying or the words need it: "denied", "called on". */
export function cueWords({ cue, text }: CaseStatement): string {
  if (cue === undefined || /^according to$/iu.test(cue.text)) return "said"
  return PLAIN.test(cue.text) && !UNFINISHED.test(text) ? "said" : cue.text
}

/** The words and to whom; before them where they go on from it: "asked | drivers who passed the port to call". */
export function saidWords({ kind, text, audience }: CaseStatement): string {
  const words = kind === "direct" ? quoted(shortened(text, 200)) : shortened(text, 200)
  if (audience === undefined) return words
  return kind !== "direct" && /^(?:not to|to|who|whose)\b/iu.test(text)
    ? `${audience.name} ${words}`
    : `${words} (to ${audience.name})`
}
