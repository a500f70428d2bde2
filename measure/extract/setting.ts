import { isProposal, type SlotFill } from "../../src/core/reading.ts"
import { foldName } from "../../src/english/places/fold.ts"
import { findEvents } from "../../src/extract/events/find-events.ts"
import { findSetting } from "../../src/extract/setting/find-setting.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Part } from "../part.ts"
import { incidentTemplates, type TemplateReport } from "../read/incident-templates.ts"
import { shareFigure } from "../tally.ts"
import { analysisOf } from "./events-of.ts"

/** Day and town of wire reports on political violence against the templates of their incidents: right is what one of them has. */
export const setting: Part<TemplateReport> = {
  name: "setting",
  about: "day and town of wire reports on political violence, none of them trained on",
  format: incidentTemplates,
  documents: "reports",
  measure(reports, run) {
    const count = {
      day: { of: 0, right: 0, given: 0, sure: 0, sureRight: 0, idle: 0 },
      town: { of: 0, right: 0, given: 0, sure: 0, sureRight: 0, idle: 0 },
    }
    for (const report of reports) {
      const analysis = analysisOf(report.text, report.published, run)
      const { when, where } = findSetting(analysis, findEvents(analysis, politicalViolence).value)
      const days = report.incidents.flatMap(({ day }) => day ?? [])
      const towns = report.incidents.flatMap(incident => incident.towns)
      for (const [what, fill, expected, fits] of [
        ["day", when, days, isDay],
        ["town", where, towns, isTown],
      ] as const) {
        const tally = count[what]
        const isSure = fill !== undefined && !isProposal(fill)
        // Reports of no incident, or of one whose day or town nobody knows.
        if (expected.length === 0) {
          if (isSure) tally.idle++
          continue
        }
        const isRight = fill !== undefined && expected.some(one => fits(fill, one))
        tally.of++
        if (fill) tally.given++
        if (isSure) tally.sure++
        if (isRight) tally.right++
        if (isRight && isSure) tally.sureRight++
        if (!isRight)
          run.wrong(
            fill ? `${what} wrong` : `${what} not given`,
            `${report.id} ${fill ? `"${fill.evidence.text}" ${fill.score}` : "-"}, templates ${expected.join(", ")}: ${report.text.slice(0, 400).replace(/\s+/g, " ")}`,
          )
      }
    }
    return (["day", "town"] as const).flatMap(what => {
      const { of, right, given, sure, sureRight, idle } = count[what]
      return [
        shareFigure(what, right, of, "reports", `${given} given`),
        shareFigure(
          `${what} where sure`,
          sureRight,
          sure,
          "reports",
          `${idle} more sure ones where no template has a ${what}`,
        ),
      ]
    })
  },
}

function isDay({ value }: SlotFill, day: string): boolean {
  return value.kind === "time" && value.edtf.slice(0, 10) === day
}

function isTown({ value }: SlotFill, town: string): boolean {
  return value.kind === "place" && [value.name, value.text].some(name => foldName(name) === foldName(town))
}
