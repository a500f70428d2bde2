import { flatEvidence } from "../../core/casefile.ts"
import { countInWords } from "../../core/count.ts"
import type { Reading, Statement } from "../../core/reading.ts"
import type { Evidence } from "../../core/span.ts"
import { type Brief, type Line, line, newMarks, type Section } from "../brief/brief.ts"
import { counted, shortened, slotInWords, timeInWords, UNNAMED, valueInWords } from "../words.ts"

/** What was found in one report alone: its clean text with labelled blocks, what was left out and repaired, and every finding with its rule. */
export function readingBrief(reading: Reading): Brief {
  const { report } = reading
  const marks = newMarks(new Map([[report.id, 1]]))
  const at = (...evidence: readonly Evidence[]) => marks.of(evidence.map(flatEvidence))
  const known = (label: string, value: { value: string; source: string } | undefined) =>
    value ? [line(0, label, `${value.value} (${value.source})`)] : []
  const sections: Section[] = [
    {
      key: "report",
      heading: "REPORT",
      lines: [
        ...(report.file === undefined ? [] : [line(0, "file", report.file)]),
        ...known("publisher", report.publisher),
        ...known("byline", report.byline),
        ...known("url", report.url),
        line(
          0,
          "published",
          report.published ? `${timeInWords(report.published.time)} (${report.published.source})` : "no date found",
        ),
        ...(report.updated
          ? [line(0, "updated", `${timeInWords(report.updated.time)} (${report.updated.source})`)]
          : []),
        line(0, "language", `${report.language}, ${report.encoding}, ${report.format}`),
        line(0, "id", report.id),
      ],
    },
    {
      key: "text",
      heading: "CLEAN TEXT",
      lines: report.blocks.map(block =>
        line(0, block.label, report.text.slice(block.start, block.end).replace(/\s+/g, " ")),
      ),
    },
    {
      key: "removed",
      heading: "LEFT OUT",
      lines: report.removed.map(removed => line(0, removed.label, shortened(removed.text, 300))),
    },
    { key: "repairs", heading: "REPAIRED", lines: report.repairs.map(({ kind, count }) => line(0, kind, `${count}`)) },
    {
      key: "events",
      heading: "EVENTS",
      lines: reading.events.flatMap((event): Line[] => [
        {
          ...line(
            0,
            event.subtype ?? event.type,
            `"${shortened(event.description.text, 120)}" ${event.status}${event.background ? ", background" : ""}${event.plural ? ", several" : ""}${event.sameAs ? `, told again (${event.sameAs.slice(0, 7)})` : ""}, rule ${event.rule} `,
            at(event.trigger),
          ),
          id: event.id,
        },
        ...event.fills.map(fill => {
          const sayers = fill.attribution.map(step => step.name).join(" < ")
          const said = sayers === "" ? "" : `, according to ${sayers}`
          return line(
            1,
            slotInWords(fill.slot),
            `${valueInWords(fill.value)}${fill.status ? ` (${fill.status})` : ""}${said}, rule ${fill.rule}${fill.score === undefined ? "" : `, chance ${fill.score}`} `,
            at(fill.evidence),
          )
        }),
      ]),
    },
    {
      key: "statements",
      heading: "STATEMENTS",
      lines: reading.statements.map(statement => ({
        ...line(
          0,
          statement.speaker.name,
          `${mannerOf(statement)}: "${shortened(statement.text, 200)}"${statement.audience ? ` (to ${statement.audience.name})` : ""}${statement.venue ? ` (in ${statement.venue.name})` : ""}, rule ${statement.rule} `,
          at(...statement.evidence),
        ),
        id: statement.id,
      })),
    },
    {
      key: "warnings",
      heading: "WARNINGS",
      lines: reading.warnings.map(warning => {
        const audience = warning.audience.map(one => one.name).join(", ")
        return {
          ...line(
            0,
            warning.kind,
            `${warning.issuer.name || UNNAMED}${audience === "" ? "" : ` > ${audience}`}, ${timeInWords(warning.issued)}, ${warning.channel}, rule ${warning.rule} `,
            at(...warning.evidence),
          ),
          id: warning.id,
        }
      }),
    },
    {
      key: "profiles",
      heading: "PROFILES",
      lines: reading.profiles.map(fill => {
        const entity = reading.entities.find(one => one.id === fill.entityId)
        return line(
          0,
          entity?.name ?? fill.entityId,
          `${slotInWords(fill.slot)}: ${valueInWords(fill.value)}, rule ${fill.rule} `,
          at(fill.evidence),
        )
      }),
    },
    {
      key: "entities",
      heading: "NAMES",
      lines: reading.entities.map(entity => ({
        ...line(
          0,
          entity.name,
          `${entity.type}, ${counted(entity.mentions.length, "mention")}${entity.aliases.length === 0 ? "" : `, also ${entity.aliases.slice(0, 5).join(", ")}`}${entity.roles.length === 0 ? "" : `, ${entity.roles.map(role => role.role).join("; ")}`}`,
        ),
        id: entity.id,
      })),
    },
    {
      key: "times",
      heading: "TIMES",
      lines: reading.times.map(({ span, time }) =>
        line(
          0,
          time.text,
          `${timeInWords(time)}, ${time.method} `,
          marks.of([{ reportId: report.id, ...span, text: report.text.slice(span.start, span.end) }]),
        ),
      ),
    },
    {
      key: "counts",
      heading: "NUMBERS",
      lines: reading.counts.map(({ span, count }) =>
        line(
          0,
          count.text,
          `${countInWords(count)} ${count.of}, ${count.qualifier} `,
          marks.of([{ reportId: report.id, ...span, text: report.text.slice(span.start, span.end) }]),
        ),
      ),
    },
    {
      key: "citations",
      heading: "SOURCES CITED",
      lines: reading.citations.map(citation => ({
        ...line(
          0,
          citation.source,
          `${citation.kind}, ${citation.form}, rule ${citation.rule} `,
          at(citation.evidence),
        ),
        id: citation.id,
      })),
    },
    {
      key: "problems",
      heading: "PROBLEMS IN THE INPUT",
      lines: reading.problems.map(problem => line(0, problem.code, problem.message)),
    },
  ]
  return {
    title: report.title?.value ?? report.file ?? "a report without a title",
    summary: "",
    asOf: "",
    sections: sections.filter(section => 0 < section.lines.length),
    notes: marks.notes(),
  }
}

/** "indirect", "indirect, belief, hedged": plain saying needs no word of its own. */
function mannerOf({ kind, mode, strength, score }: Statement): string {
  const words = [kind, ...(mode === "speech" ? [] : [mode]), ...(strength === "neutral" ? [] : [strength])]
  return [...words, ...(score === undefined ? [] : [`score ${score.toFixed(2)}`])].join(", ")
}
