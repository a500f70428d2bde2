import { readFileSync } from "node:fs"
import { casePack } from "./case-pack.ts"
import type { Engine } from "./core/engine.ts"
import type { Reading } from "./core/reading.ts"
import type { RawReport } from "./core/report.ts"
import type { Decided, Trace } from "./core/rules.ts"
import { cutLongReport } from "./cut-long-report.ts"
import { detectLanguage } from "./detect-language.ts"
import { analyse } from "./english/analyse.ts"
import { findTimes } from "./english/times/find-times.ts"
import { readAnalysis } from "./extract/read-analysis.ts"
import { politicalViolence } from "./packs/political-violence/pack.ts"
import { speechPack } from "./packs/political-violence/speech-pack.ts"
import { readEnglish } from "./read-english.ts"
import { buildCase } from "./reconcile/build-case.ts"
import { openCase } from "./reconcile/live-case.ts"
import { cleanReport } from "./text/clean-report.ts"
import { decodeReport } from "./text/decode.ts"

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }

/** The times of a reading as they would be had its report been published on that day. */
function readTimes({ report, sentences }: Reading, day: string) {
  const time = { kind: "time", edtf: day, precision: "day", text: day, method: "explicit" } as const
  const found = findTimes({
    report: { ...report, published: { time, source: "user" } },
    sentences: sentences.map(({ start, end }, index) => ({
      start,
      end,
      index,
      blockIndex: report.blocks.findIndex(block => block.start <= start && start < block.end),
    })),
  })
  return found.value.map(({ start, end, time: read }) => ({ span: { start, end }, time: read }))
}

/** The stages in order: bytes -> text -> English -> findings, and readings -> case. Loads the models from disk; make it once. */
export function makeEngine(): Engine {
  const english = readEnglish()

  const read = (raw: RawReport, trace?: Trace): Reading => {
    const report = cleanReport(raw, detectLanguage)
    const head = cutLongReport(report.value)
    const analysis = analyse(head.value, english)
    const findings = readAnalysis(analysis.value, politicalViolence, speechPack, trace)
    return {
      engine: version,
      report: report.value,
      sentences: analysis.value.sentences.map(({ start, end }) => ({ start, end })),
      entities: analysis.value.entities,
      ...findings.value,
      times: analysis.value.times.map(({ start, end, time }) => ({ span: { start, end }, time })),
      counts: analysis.value.counts.map(({ start, end, count }) => ({ span: { start, end }, count })),
      problems: [...report.problems, ...head.problems, ...analysis.problems, ...findings.problems].map(problem => ({
        ...problem,
        reportId: report.value.id,
        ...(raw.file !== undefined && { file: raw.file }),
      })),
    }
  }

  return {
    version,
    read: raw => read(raw),
    decode: decodeReport,
    trace(raw) {
      const decided: Decided[] = []
      return { reading: read(raw, one => decided.push(one)), decided }
    },
    build: (readings, options) => buildCase(readings, { ...options, engine: version, pack: casePack, readTimes }),
    open: options => openCase({ ...options, engine: version, pack: casePack, readTimes }),
  }
}
