import { casePack } from "../../src/case-pack.ts"
import { reportIdOf } from "../../src/core/id.ts"
import type { Reading } from "../../src/core/reading.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { buildCase } from "../../src/reconcile/build-case.ts"
import { ReadingBuilder, time, town } from "../../src/reconcile/testing/reading-builder.ts"
import type { Figure, Part, Run } from "../part.ts"
import { copySets } from "../read/copy-sets.ts"
import { shareFigure } from "../tally.ts"
import type { CopySet, SetReport } from "./copies/copy-set.ts"
import { makeCopySet } from "./copies/make-set.ts"
import { scoreLineage } from "./copies/score.ts"

const SIZE = 1000
const READ_SIZE = 150

/** Planted copies in 1,000 made reports. Lineage needs sentences, statements and citations only: the readings are made without the engine, with the maker's quotations and citations. Sets at --data are read by the engine. */
export const copies: Part<CopySet> = {
  name: "copies",
  about: "planted copies, rewordings, updates and circular citations among made reports",
  format: copySets,
  documents: "sets",
  runsWithoutData: true,
  measure: (sets, run) =>
    sets.length === 0 ? judge(makeCopySet(SIZE), toReading, run) : sets.flatMap(set => judge(set, engineReader(), run)),
}

/** The same, smaller, with readings of the engine. */
export const copiesRead: Part<CopySet> = {
  name: "copies-read",
  about: "the same of 150 made reports, read by the engine",
  measure: (_, run) => judge(makeCopySet(READ_SIZE, 2), engineReader(), run),
}

function engineReader(): (report: SetReport) => Reading {
  const engine = makeEngine()
  return report => {
    const bytes = new TextEncoder().encode(report.text)
    return engine.read({
      id: reportIdOf(bytes, { publisher: report.publisher, url: report.id }),
      bytes,
      file: `${report.id}.txt`,
      stated: {
        publisher: report.publisher,
        ...(report.published !== undefined && { published: report.published }),
      },
    })
  }
}

function toReading(report: SetReport): Reading {
  const { id, publisher, published, text, quotation, event } = report
  const builder = new ReadingBuilder({ text, publisher, file: id, ...(published !== undefined && { published }) })
  if (quotation)
    builder.statement(quotation.speaker, quotation.words, "direct", builder.entity(quotation.speaker, "person"))
  if (event)
    builder.event({
      words: event.town,
      subtype: "bombing",
      fills: [
        { slot: "where", value: town(event.town, "IT") },
        { slot: "when", value: time(event.day, event.town) },
      ],
    })
  for (const { source, words, scope } of report.citations ?? [])
    builder.cite(source, words, scope === undefined ? { kind: "wire", form: "credit" } : { scope })
  return builder.build()
}

function judge(set: CopySet, read: (report: SetReport) => Reading, run: Run): Figure[] {
  const readings = set.reports.map(read)
  const ids = new Map(set.reports.map((report, index) => [report.id, readings[index]!.report.id]))
  const counts = new Map<string, number>()
  const before = process.cpuUsage()
  const file = buildCase(readings, {
    name: "copies",
    engine: "measure",
    pack: casePack,
    count: (search, comparisons) => counts.set(search, (counts.get(search) ?? 0) + comparisons),
  })
  const { user, system } = process.cpuUsage(before)
  const score = scoreLineage(set, file, ids)
  const textOf = new Map(set.reports.map(({ id, text }) => [id, `${id} ${text.slice(0, 150).replace(/\s+/g, " ")}`]))
  const lines = (from: string, to: string): string => `${textOf.get(from)} | ${textOf.get(to)}`
  for (const { rest, found, direction, open } of score.answers)
    if (!found) run.wrong(`${rest.kind} missed`, lines(rest.from, rest.to))
    else if (!direction)
      run.wrong(`${rest.kind} ${open ? "without a direction" : "the wrong way round"}`, lines(rest.from, rest.to))
  for (const [from, to] of score.false) run.wrong("no copy", lines(from, to))
  const kinds = Map.groupBy(score.answers, ({ rest }) => rest.kind)
  const all = (set.reports.length * (set.reports.length - 1)) / 2
  const sentences = readings.reduce((sum, reading) => sum + reading.sentences.length, 0)
  return [
    ...[...kinds].map(([kind, answers]) =>
      shareFigure(
        kind,
        answers.filter(answer => answer.found).length,
        answers.length,
        "reports",
        `${answers.filter(answer => answer.direction).length} the right way round${kind === "circle" ? `, ${answers.filter(answer => answer.said).length} called circular` : ""}`,
      ),
    ),
    {
      name: "false",
      value: (100 * score.false.length) / Math.max(1, score.pairsFound),
      unit: "%",
      of: score.pairsFound,
      items: "pairs found",
      errors: score.false.length,
    },
    shareFigure(
      "direction",
      score.answers.filter(answer => answer.direction).length,
      score.answers.filter(answer => answer.found).length,
      "pairs found",
      `${score.answers.filter(answer => answer.found && !answer.direction && answer.open).length} of the others said to be unknown`,
    ),
    {
      name: "sentences compared",
      value: counts.get("passages"),
      unit: "pairs",
      of: sentences,
      items: "sentences",
      detail: `all pairs: ${(sentences * (sentences - 1)) / 2} of sentences, ${all} of reports`,
    },
    {
      name: "case built in",
      value: (user + system) / 1e6,
      unit: "s",
      of: set.reports.length,
      items: "reports",
      detail: "processor time",
    },
  ]
}
