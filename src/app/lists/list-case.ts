import type { CaseFile } from "../../core/casefile.ts"
import { HeedError } from "../../core/error.ts"
import { type Brief, line, newMarks, type Section } from "../brief/brief.ts"
import { factLines, likelyLines } from "../brief/fact-lines.ts"
import { propertySection } from "../brief/incidents.ts"
import { inRanges, reportNumbers } from "../brief/report-numbers.ts"
import { statementSection } from "../brief/statements.ts"
import { writeBrief } from "../brief/write-brief.ts"
import { requireItem } from "../find-item.ts"
import { foldNames } from "../people.ts"
import { counted } from "../words.ts"
import { entitySections } from "./entity-section.ts"

/** Lists that can be asked for on their own. */
export const listNames = ["incidents", "facts", "warnings", "statements", "reports", "lineage", "entities"] as const
export type ListName = (typeof listNames)[number]

/** Sections of the brief that make up a list. */
const sectionKeys: Partial<Record<ListName, readonly string[]>> = {
  incidents: ["happened", "plots", "background", "context"],
  warnings: ["warned", "warnings"],
  reports: ["reports", "cleaned", "problems"],
}

/** One list of the case, in the form of a brief and with the same numbers. `of`: an incident's code or id (facts). `unfolded`: private people too (entities). */
export function listCase(
  caseFile: CaseFile,
  list: ListName,
  options: { readonly of?: string; readonly unfolded?: boolean } = {},
): Brief {
  const brief = writeBrief(caseFile)
  const marks = newMarks(reportNumbers(caseFile))
  const known = brief.notes.map(note => note.evidence)
  marks.of(known, known.length)
  const sections = sectionsOf()
  const shown =
    0 < sections.length ? sections : [{ key: list, heading: list.toUpperCase(), lines: [line(0, "", "none")] }]
  const used = new Set(
    shown.flatMap(section =>
      section.lines.flatMap(({ parts }) => parts.flatMap(part => ("mark" in part ? [part.mark] : []))),
    ),
  )
  return { ...brief, sections: shown, notes: marks.notes().filter(note => used.has(note.mark)) }

  function sectionsOf(): readonly Section[] {
    if (list === "entities") return entitySections(caseFile, marks, { unfolded: options.unfolded ?? false })
    if (list === "facts") return factSections()
    if (list === "lineage") return [...brief.sections.filter(section => section.key === "lineage"), originSection()]
    if (list === "statements") {
      const numbers = reportNumbers(caseFile)
      const said = statementSection(foldNames(caseFile), marks, id => `r${numbers.get(id)}`)
      return 0 < said.lines.length ? [said] : []
    }
    const keys = sectionKeys[list] ?? []
    const found = keys.flatMap(key => brief.sections.filter(section => section.key === key))
    // What the brief tells with a group or person is an incident all the same.
    if (list === "incidents") found.push(propertySection(foldNames(caseFile), marks))
    // The list of incidents is the overview: its facts are a command of their own.
    if (list !== "incidents") return found
    return found
      .filter(({ lines }) => 0 < lines.length)
      .map(section => ({ ...section, lines: section.lines.filter(({ level }) => level === 0) }))
  }

  function factSections(): Section[] {
    const wanted = options.of === undefined ? undefined : requireItem(caseFile, options.of)
    if (wanted && wanted.kind !== "incident" && wanted.kind !== "entity")
      throw new HeedError("bad-request", `${options.of} is a ${wanted.kind}; expected an incident or an entity`)
    const subjects = wanted
      ? [wanted.item]
      : [...caseFile.incidents, ...caseFile.entities.filter(entity => 0 < entity.facts.length)]
    return subjects.map(subject => ({
      key: `facts-${subject.id}`,
      heading: "code" in subject ? `${subject.code} ${subject.title}` : subject.name,
      lines: [
        ...subject.facts.flatMap(fact => factLines(fact, marks)),
        ...("code" in subject ? likelyLines(subject) : []),
      ],
    }))
  }

  function originSection(): Section {
    const numbers = reportNumbers(caseFile)
    return {
      key: "origins",
      heading: `ORIGINS: ${counted(caseFile.origins.length, "origin")}`,
      lines: caseFile.origins.map(origin => ({
        ...line(
          0,
          origin.kind.replaceAll("-", " "),
          `${origin.name} (${inRanges(origin.reports.map(id => numbers.get(id)!))}) `,
          marks.of(origin.evidence, 3),
        ),
        id: origin.id,
      })),
    }
  }
}

/** The part of the case file that a list is made from, for programs. */
export function listAsData(caseFile: CaseFile, list: ListName, of?: string): unknown {
  if (list === "lineage") return { origins: caseFile.origins, lineage: caseFile.lineage }
  if (list === "statements") return { statements: caseFile.statements, utterances: caseFile.utterances }
  if (list !== "facts") return caseFile[list]
  if (of === undefined) return [...caseFile.incidents, ...caseFile.entities].flatMap(({ facts }) => facts)
  const wanted = requireItem(caseFile, of)
  if (wanted.kind !== "incident" && wanted.kind !== "entity")
    throw new HeedError("bad-request", `${of} is a ${wanted.kind}; expected an incident or an entity`)
  return wanted.item.facts
}
