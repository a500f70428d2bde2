import type { CaseFile, Entity } from "../../core/casefile.ts"
import { line, type Marks, type Section } from "../brief/brief.ts"
import { privatePeople } from "../people.ts"
import { counted } from "../words.ts"

const typeNames: Record<Entity["type"], string> = {
  person: "PEOPLE",
  organization: "ORGANIZATIONS",
  "armed-group": "ARMED GROUPS",
  place: "PLACES",
  facility: "FACILITIES",
  "event-name": "NAMED EVENTS",
  nationality: "NATIONALITIES",
}

/** Who and what the reports name, by kind, most told first. Victims, suspects and private people are counted, not listed, unless `unfolded`. */
export function entitySections(caseFile: CaseFile, marks: Marks, options: { unfolded: boolean }): Section[] {
  const folded = options.unfolded ? new Set<string>() : privatePeople(caseFile)
  const order = Object.keys(typeNames) as Entity["type"][]
  return order.flatMap((type): Section[] => {
    const entities = caseFile.entities.filter(entity => entity.type === type)
    const shown = entities.filter(entity => !folded.has(entity.id)).sort(byImportance)
    const hidden = entities.length - shown.length
    const lines = shown.map(entity => {
      const also = entity.aliases.map(alias => alias.name).filter(name => name !== entity.name)
      const roles = [...new Set(entity.roles.map(({ role }) => role))]
      const words = [
        roles.slice(0, 3).join("; "),
        also.length === 0 ? "" : `also ${also.slice(0, 5).join(", ")}`,
        `${counted(entity.mentions.length, "mention")} in ${counted(reportCount(entity), "report")} `,
      ]
      return {
        ...line(0, entity.name, words.filter(word => word !== "").join(" - "), marks.of(entity.mentions.slice(0, 1))),
        id: entity.id,
      }
    })
    const note =
      hidden === 0
        ? []
        : [
            line(
              0,
              "",
              `${counted(hidden, "person", "people")} not listed: victims, suspects and private people (--all lists them)`,
            ),
          ]
    return entities.length === 0
      ? []
      : [{ key: `entities-${type}`, heading: typeNames[type], lines: [...lines, ...note] }]
  })
}

const reportCount = (entity: Entity) => new Set(entity.mentions.map(mention => mention.reportId)).size

function byImportance(a: Entity, b: Entity): number {
  return reportCount(b) - reportCount(a) || b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1)
}
