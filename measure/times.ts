import { existsSync, readdirSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { scoreDateSpec } from "./times/date-specs.ts"
import { emptyTally, readSpecs, type Tally } from "./times/specs.ts"
import { rowOf, scoreCorpus, sumOf } from "./times/timeml.ts"

// Times and numbers: `--data FOLDER` with TimeML documents (.tml) and specifications of MS Recognizers (...Model.json, ...Parser.json) at any depth;
// of the folder of all corpora only temporal/ and recognizers/ are looked at. `--errors KIND` prints the errors: missed, spurious, extent, value, spec.
const { values } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, errors: { type: "string" } },
})
const data = values.data ?? ""
if (!existsSync(data)) {
  console.error(
    `no folder "${data}"; expected --data FOLDER with .tml or spec .json files, or with temporal/ and recognizers/`,
  )
  process.exit(66)
}

const errors: string[] = []
const note = (line: string) => errors.push(line)
const known = ["temporal", "recognizers"].map(name => join(data, name)).filter(existsSync)
const files = (0 < known.length ? known : [data]).flatMap(filesOf)

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesOf(join(path, name)))
}

// TimeBank comes with a "testpipeline" folder: one document to try tools on.
const folders = Map.groupBy(
  files.filter(file => file.endsWith(".tml") && basename(dirname(file)) !== "testpipeline"),
  dirname,
)
const scores = [...folders].map(([folder, paths]) => ({
  parent: dirname(folder),
  score: scoreCorpus(basename(folder) === "tml" ? basename(dirname(folder)) : basename(folder), paths, note),
}))
const rows = [...Map.groupBy(scores, ({ parent }) => parent).values()].flatMap(group => {
  const each = group.map(({ score }) => score).filter(score => 0 < score.gold)
  return [...each, ...(1 < each.length ? [sumOf(each)] : [])].map(rowOf)
})

const dates: Tally = emptyTally("dates")
for (const file of files.filter(file =>
  /^(?:DateTime|Date|DatePeriod|DateTimePeriod|Duration|Holiday)(?:Model|Parser)\.json$/.test(basename(file)),
))
  for (const spec of readSpecs(file)) scoreDateSpec(spec, dates, note)

const specs = [dates]
  .filter(tally => 0 < tally.cases)
  .map(({ name, cases, fit, passed, leftOut }) => ({
    name,
    cases,
    fit,
    passed,
    share: Math.round((1000 * passed) / fit) / 10,
    leftOut: Object.fromEntries([...leftOut].sort((a, b) => b[1] - a[1])),
  }))
if (values.errors) for (const error of errors.filter(line => line.startsWith(values.errors!)).sort()) console.log(error)
else if (values.json) console.log(JSON.stringify({ times: rows, recognizers: specs }))
else {
  if (0 < rows.length) console.table(rows)
  for (const { name, cases, fit, passed, share, leftOut } of specs) {
    console.log(`recognizers, ${name}: ${passed} of ${fit} passed (${share} %); ${cases - fit} of ${cases} left out:`)
    for (const [reason, number] of Object.entries(leftOut)) console.log(`  ${number}  ${reason}`)
  }
}
