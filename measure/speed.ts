import { readdirSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { RawReport } from "../src/core/report.ts"
import { makeEngine } from "../src/make-engine.ts"
import { pooledReader } from "../src/read-pool.ts"

// Reading speed once warm: on one core, and on all of them through the worker pool.

const { values } = parseArgs({
  options: { data: { type: "string" }, rounds: { type: "string" }, json: { type: "boolean" } },
})
const folder = values.data ?? "samples"
const rounds = Number(values.rounds ?? 12)
const texts = readdirSync(folder)
  .filter(file => /\.(txt|html)$/.test(file))
  .sort()
  .map(file => ({ file, bytes: readFileSync(join(folder, file)) }))

/** The reports again and again; spaces at the end make each other bytes, so that none is known already. */
function* repeated(times: number): Iterable<RawReport> {
  for (let round = 1; round <= times; round++)
    for (const { file, bytes } of texts) yield { file, bytes: Buffer.concat([bytes, Buffer.from(" ".repeat(round))]) }
}
async function* streamed(raws: Iterable<RawReport>): AsyncIterable<RawReport> {
  yield* raws
}

const started = performance.now()
const engine = makeEngine()
const loadMs = performance.now() - started
const words = texts.map(raw => engine.read(raw).report.text.split(/\s+/).length).reduce((sum, count) => sum + count, 0)
for (const raw of repeated(2)) engine.read(raw)

const oneStarted = performance.now()
for (const raw of repeated(rounds)) engine.read(raw)
const oneSeconds = (performance.now() - oneStarted) / 1000

const reader = pooledReader(engine)
// The first part warms the workers and is not counted.
const warm = rounds * texts.length
let read = 0
let allStarted = performance.now()
for await (const _ of reader.readMany(streamed(repeated(3 * rounds)))) {
  read++
  if (read === warm) allStarted = performance.now()
}
const allSeconds = (performance.now() - allStarted) / 1000
await reader.close()

const wordsPerReport = words / texts.length
const per = (reports: number, seconds: number) => {
  const reportsPerSecond = reports / seconds
  return {
    reportsPerSecond: Math.round(reportsPerSecond * 10) / 10,
    wordsPerSecond: Math.round(reportsPerSecond * wordsPerReport),
    reportsOf700Words: Math.round(((reportsPerSecond * wordsPerReport) / 700) * 10) / 10,
  }
}
const figures = {
  loadMs: Math.round(loadMs),
  wordsPerReport: Math.round(wordsPerReport),
  oneCore: per(rounds * texts.length, oneSeconds),
  allCores: { cores: availableParallelism(), ...per(2 * rounds * texts.length, allSeconds) },
}
if (values.json) console.log(JSON.stringify(figures, null, 2))
else {
  console.log(
    `models loaded in ${figures.loadMs} ms; ${texts.length} reports of ${figures.wordsPerReport} words on average`,
  )
  console.table({ "one core": figures.oneCore, [`${figures.allCores.cores} cores`]: figures.allCores })
}
