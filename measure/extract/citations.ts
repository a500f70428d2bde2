import type { Citation } from "../../src/core/reading.ts"
import { detectLanguage } from "../../src/detect-language.ts"
import { analyse } from "../../src/english/analyse.ts"
import { readAnalysis } from "../../src/extract/read-analysis.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import { speechPack } from "../../src/packs/political-violence/speech-pack.ts"
import { cleanReport } from "../../src/text/clean-report.ts"
import type { Part, Run } from "../part.ts"
import { isAnswer, type MarkedPassage, markedReadings } from "../read/marked-readings.ts"
import { emptyTally, f1Figure } from "../tally.ts"
import { type FieldTally, fieldFigures, judgeField } from "./marked-fields.ts"
import { PUBLISHED } from "./warnings.ts"

const FIELDS = ["kind", "form", "scope"]

/**
 * Citations against marked passages, which are cleaned and labelled as reports are. A citation is found when its source is a marked one.
 * The scope is asked of credits only: the whole report or one picture.
 */
export const citations: Part<MarkedPassage> = {
  name: "citations",
  about: "where a report has it from: found, of which kind",
  format: markedReadings("citations"),
  documents: "passages",
  measure(passages, run) {
    const found = emptyTally()
    const fields: FieldTally = new Map()
    for (const { class: name, text, readings } of passages) {
      const free = new Set(citationsOf(text, run))
      for (const marked of readings) {
        const wanted = (field: string) => marked.fields.find(one => one.name === field)
        const source = wanted("source") ?? { name: "source", answers: [], maybe: false }
        const citation = [...free].find(one => isAnswer(source, one.source) || isAnswer(source, one.evidence.text))
        if (!citation) {
          if (marked.maybe) continue
          found.gold++
          run.wrong(`missed ${marked.heads[0]}`, `${name}: ${source.answers[0]} || ${text}`)
          continue
        }
        free.delete(citation)
        for (const key of ["gold", "goldHit", "found", "foundHit"] as const) found[key]++
        const scope = citation.form === "credit" && citation.scope ? "caption" : undefined
        const values = { kind: citation.kind, form: citation.form, scope }
        for (const field of ["kind", "form", "scope"] as const) {
          const mark = field === "kind" ? { name: field, answers: marked.heads, maybe: false } : wanted(field)
          const value = values[field]
          const wrong = judgeField(
            fields,
            field,
            mark,
            value === undefined ? undefined : { isRight: mark?.answers.includes(value) ?? false, shown: value },
          )
          if (wrong) run.wrong(`wrong ${field}`, `${wrong} || ${text}`)
        }
      }
      for (const one of free) {
        found.found++
        run.wrong(`false ${one.kind}`, `${name}: ${one.source}, ${one.form} (${one.rule}) || ${text}`)
      }
    }
    return [f1Figure("found", found, "citations"), ...fieldFigures(fields, FIELDS, "citations found")]
  },
}

/** A title of another story's words goes before each, so that its first line is not taken for the title. */
function citationsOf(text: string, run: Run): readonly Citation[] {
  const bytes = new TextEncoder().encode(`What is known so far\n\n${text}\n`)
  const raw = { bytes, stated: { published: PUBLISHED, title: "What is known so far" } }
  const report = cleanReport(raw, detectLanguage).value
  return readAnalysis(analyse(report, run.english).value, politicalViolence, speechPack).value.citations
}
