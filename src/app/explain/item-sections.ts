import type { Assertion, CaseFile, Fact } from "../../core/casefile.ts"
import type { Grade } from "../../core/decided.ts"
import { type Line, line, type Marks, type Section } from "../brief/brief.ts"
import { factLines } from "../brief/fact-lines.ts"
import { reportWords } from "../brief/sources.ts"
import { markedWording } from "../brief/wordings.ts"
import type { Item } from "../find-item.ts"
import { gradeInWords } from "../grades.ts"
import { counted, originsInWords, shortened, slotInWords, timeInWords, UNNAMED, valueInWords } from "../words.ts"
import { subjectName } from "./item-title.ts"

/** What an item says and why it is so, in the form of a brief. */
export function itemSections(
  found: Item,
  caseFile: CaseFile,
  marks: Marks,
  numbers: ReadonlyMap<string, number>,
): Section[] {
  const label = (reportId: string) => `r${numbers.get(reportId)}`
  const nameOf = (id: string) => subjectName(caseFile, id)
  const what = (...lines: Line[]): Section => ({ key: "what", heading: "WHAT IT SAYS", lines })
  const why = (heading: string, lines: readonly Line[]): Section => ({ key: "why", heading, lines })
  switch (found.kind) {
    case "incident": {
      const { item } = found
      return [
        what(
          line(0, item.code, item.title),
          line(0, "type", item.subtype ? `${item.type}, ${item.subtype}` : item.type),
          line(0, "status", item.background ? `${item.status}, told only as background` : item.status),
          line(0, "told in", `${counted(item.reports.length, "report")}, ${originsInWords(item.origins)}`),
        ),
        why(
          "TELLINGS JOINED INTO IT, AND WHY",
          [...item.mentions]
            .sort((a, b) => numbers.get(a.reportId)! - numbers.get(b.reportId)!)
            .map(mention => ({
              ...line(
                0,
                label(mention.reportId),
                `${mention.why}; ${mention.status}, rule ${mention.rule} `,
                marks.of([mention.sentence]),
              ),
              id: mention.id,
            })),
        ),
        { key: "facts", heading: "WHAT IS SAID OF IT", lines: item.facts.flatMap(fact => factLines(fact, marks)) },
      ]
    }
    case "mention":
      return [
        what(
          line(0, "tells of", `${found.incident.code} ${found.incident.title}`),
          line(0, "status", found.item.status),
          line(0, "words", `"${found.item.evidence.text}" `, marks.of([found.item.evidence])),
          line(0, "rule", found.item.rule),
          line(0, "joined", found.item.why),
        ),
      ]
    case "fact":
      return [
        what(
          line(0, "of", nameOf(found.item.subject)),
          line(0, slotInWords(found.item.slot), found.item.value ? valueInWords(found.item.value) : "not settled"),
          line(0, "relation", `${found.item.relation}, ${originsInWords(found.item.origins)}`),
          line(0, "why", found.item.why),
        ),
        why(
          "POSITIONS",
          found.item.positions.flatMap(position => position.assertions.flatMap(one => assertionLines(one, marks))),
        ),
      ]
    case "assertion":
      return [
        what(
          line(0, "of", `${nameOf(found.item.subject)}, ${slotInWords(found.item.slot)}`),
          ...assertionLines(found.item, marks),
        ),
        why("THE FACT IT BELONGS TO", factLines(found.fact as Fact, marks)),
      ]
    case "statement": {
      const { item } = found
      return [
        what(
          line(0, "speaker", item.speaker.role ? `${item.speaker.name}, ${item.speaker.role}` : item.speaker.name),
          line(0, "words", `${shortened(item.text, 400)} `, marks.of(item.evidence)),
          ...(item.cue ? [line(0, "cue", `"${item.cue.text}"`)] : []),
          ...(item.speaker.given ? [line(0, "given as", `"${item.speaker.given.text}"`)] : []),
          ...(item.audience ? [line(0, "audience", item.audience.name)] : []),
          ...(item.venue ? [line(0, "venue", item.venue.name)] : []),
          ...(item.time ? [line(0, "time", timeInWords(item.time))] : []),
          line(0, "kind", item.kind),
          line(0, "mode", `${item.mode}, ${item.strength}`),
          ...(item.score === undefined ? [] : [line(0, "score", item.score.toFixed(2))]),
          line(0, "rule", item.rule),
          ...gradeLines(item.grade),
        ),
        ...(item.utteranceId === undefined ? [] : utteranceSections(caseFile, item.utteranceId, label)),
      ]
    }
    case "utterance":
      return utteranceSections(caseFile, found.id, label)
    case "warning": {
      const { item } = found
      return [
        what(
          line(
            0,
            item.kind,
            `${item.issuer.name || UNNAMED}${item.audience.length === 0 ? "" : ` > ${item.audience.map(one => one.name).join(", ")}`} `,
            marks.of(item.evidence),
          ),
          line(0, "issued", timeInWords(item.issued)),
          line(0, "channel", item.channel),
          line(0, "outcome", item.outcome),
          line(0, "told in", `${counted(item.reports.length, "report")}, ${originsInWords(item.origins)}`),
          line(0, "rule", item.rule),
          ...gradeLines(item.grade),
        ),
        why(
          "INCIDENTS IT WAS LINKED TO, AND WHY",
          item.incidents.map(link => line(0, codeOf(caseFile, link.id), link.why)),
        ),
      ]
    }
    case "lineage": {
      const { item } = found
      const to = item.to === null ? (item.source ?? "a source outside the case") : label(item.to)
      return [
        what(
          line(
            0,
            item.kind,
            `${label(item.from)} ${item.kind} ${to}, strength ${item.strength.toFixed(2)} `,
            marks.of(item.evidence),
          ),
          line(0, "why", item.why),
        ),
        why(
          "SHARED PASSAGES",
          item.passages.map(passage =>
            line(0, passage.kind, `${passage.similarity.toFixed(2)} `, marks.of([passage.from, passage.to])),
          ),
        ),
      ]
    }
    case "origin":
      return [
        what(
          line(0, found.item.kind, `${found.item.name} `, marks.of(found.item.evidence)),
          line(0, "reports", found.item.reports.map(label).join(", ")),
        ),
      ]
    case "entity": {
      const { item } = found
      return [
        what(
          line(0, item.type, item.name),
          ...(item.known === undefined ? [] : [line(0, "known as", item.known)]),
          ...item.aliases.map(alias => line(0, "also", `${alias.name} `, marks.of(alias.evidence, 3))),
          ...item.roles.map(role =>
            line(
              0,
              "role",
              `${role.role}${role.organization ? `, ${role.organization}` : ""} `,
              marks.of(role.evidence, 3),
            ),
          ),
          line(
            0,
            "named",
            `${counted(item.mentions.length, "time")} in ${counted(new Set(item.mentions.map(one => one.reportId)).size, "report")}`,
          ),
        ),
        why(
          "JOINED, AND WHY",
          item.merges.map(merge => line(0, "", merge.why)),
        ),
        { key: "refused", heading: "NOT JOINED, AND WHY", lines: item.refused.map(one => line(0, one.name, one.why)) },
        { key: "facts", heading: "WHAT IS SAID OF IT", lines: item.facts.flatMap(fact => factLines(fact, marks)) },
      ]
    }
    case "report":
      return [what(line(0, label(found.id), reportWords(found.item)), line(0, "encoding", found.item.encoding))]
  }
}

function utteranceSections(caseFile: CaseFile, id: string, label: (reportId: string) => string): Section[] {
  const utterance = caseFile.utterances.find(one => one.id === id)
  if (!utterance) return []
  return [
    {
      key: "utterance",
      heading: `THE SAME STATEMENT IN ${counted(utterance.statements.length, "TELLING").toUpperCase()}`,
      lines: [
        line(0, "why", utterance.why),
        ...utterance.wordings.map(({ reportId, form, text, parts }) =>
          form === "fullest" || form === "same"
            ? line(0, label(reportId), `${form.replace("same", "same words")}: "${shortened(text, 300)}"`)
            : line(0, label(reportId), `${form.replace("-", " ")}: ${shortened(markedWording(parts), 400)}`),
        ),
      ],
    },
  ]
}

const gradeLines = (grade: Grade | undefined) => (grade ? [line(0, "grade", gradeInWords(grade))] : [])

/** A value, who says so, and by which rule. */
function assertionLines(assertion: Assertion, marks: Marks): Line[] {
  const chain = assertion.attribution.map(step => step.name).join(" < ")
  return [
    {
      ...line(
        0,
        valueInWords(assertion.value),
        `${assertion.status}, rule ${assertion.rule} `,
        marks.of(assertion.evidence),
      ),
      id: assertion.id,
    },
    ...(chain === "" ? [] : [line(1, "says", chain)]),
    ...gradeLines(assertion.grade),
  ]
}

const codeOf = (caseFile: CaseFile, id: string) => caseFile.incidents.find(one => one.id === id)?.code ?? id
