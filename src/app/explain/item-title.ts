import type { CaseFile } from "../../core/casefile.ts"
import type { Item } from "../find-item.ts"
import { shortened, slotInWords, UNNAMED, valueInWords } from "../words.ts"

/** Longest stretch of words in a title. */
const LONGEST = 70

/** An item in a few words, for lists and headings. */
export function itemTitle(found: Item, caseFile: CaseFile): string {
  switch (found.kind) {
    case "incident":
      return `${found.item.code} ${found.item.title}`
    case "mention":
      return `tells of ${found.incident.code}: "${shortened(found.item.evidence.text, LONGEST)}"`
    case "fact":
      return `${subjectName(caseFile, found.item.subject)}: ${slotInWords(found.item.slot)}`
    case "assertion":
      return `${subjectName(caseFile, found.item.subject)}: ${slotInWords(found.item.slot)} ${valueInWords(found.item.value)}`
    case "statement":
      return `${found.item.speaker.name}: ${shortened(found.item.text, LONGEST)}`
    case "utterance":
      return `${found.item.speaker.name}, told ${found.item.statements.length} times`
    case "warning":
      return `${found.item.issuer.name || UNNAMED}: ${shortened(found.item.evidence[0]!.text, LONGEST)}`
    case "lineage":
      return `${reportName(caseFile, found.item.from)} ${found.item.kind} ${found.item.to === null ? (found.item.source ?? "a source outside the case") : reportName(caseFile, found.item.to)}`
    case "origin":
    case "entity":
      return found.item.name
    case "report":
      return found.item.title === "" ? (found.item.file ?? found.id) : found.item.title
  }
}

/** Name of what a fact is about: an incident or an entity. */
export function subjectName(caseFile: CaseFile, id: string): string {
  const incident = caseFile.incidents.find(one => one.id === id)
  if (incident) return `${incident.code} ${incident.title}`
  return caseFile.entities.find(one => one.id === id)?.name ?? id
}

function reportName(caseFile: CaseFile, id: string): string {
  const report = caseFile.reports.find(one => one.id === id)
  return report?.publisher ?? report?.file ?? id
}
