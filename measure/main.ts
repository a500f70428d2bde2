import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"
import { groups } from "./parts.ts"
import { type Outcome, toJson, toMarkdown, toText } from "./report.ts"
import { runPart } from "./run-part.ts"

// The door of `npm run measure`. Several measures run one after the other, each in a process of its own, so that times and memory are its own.

const USAGE = 64
const NO_DATA = 66

const tools = ["brief", "front"]
const [name = "", ...rest] = process.argv.slice(2)
const own = tools.includes(name) ? undefined : read()
if (tools.includes(name)) {
  const { status } = spawnSync(process.execPath, [`${import.meta.dirname}/${name}.ts`, ...rest], { stdio: "inherit" })
  process.exitCode = status ?? 1
} else if (own) await main(own)

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: "string" },
        part: { type: "string", multiple: true },
        limit: { type: "string" },
        errors: { type: "string" },
        kind: { type: "string" },
        model: { type: "string" },
        json: { type: "boolean" },
        markdown: { type: "boolean" },
      },
    })
  } catch (error) {
    fail(USAGE, (error as Error).message)
    return undefined
  }
}

async function main({ values, positionals: [name] }: NonNullable<ReturnType<typeof read>>): Promise<void> {
  if (name === undefined) return console.log(usage())
  const all = Object.values(groups).flat()
  const asked = groups[name] ?? all.filter(part => part.name === name)
  const wanted = values.part?.flatMap(list => list.split(","))
  const unknown = wanted?.find(part => !asked.some(other => other.name === part))
  if (asked.length === 0) return fail(USAGE, `no measure "${name}"\n\n${usage()}`)
  if (unknown !== undefined)
    return fail(USAGE, `no part "${unknown}" of ${name}; expected ${asked.map(part => part.name).join(", ")}`)
  for (const option of ["limit", "errors"] as const)
    if (values[option] !== undefined && !/^\d+$/.test(values[option]))
      return fail(USAGE, `--${option} ${values[option]}: expected a whole number`)
  for (const option of ["data", "model"] as const)
    if (values[option] !== undefined && !existsSync(values[option]))
      return fail(NO_DATA, `nothing at ${values[option]}; expected a file or folder for --${option}`)

  const parts = asked.filter(part => wanted?.includes(part.name) ?? true)
  const settings = {
    data: values.data,
    limit: Number(values.limit ?? Number.POSITIVE_INFINITY),
    errors: Number(values.errors ?? 0),
    kind: values.kind,
    model: values.model,
  }
  const outcomes = parts.length === 1 ? [await runPart(parts[0]!, settings)] : parts.map(part => runApart(part.name))
  const outcome: Outcome = {
    results: outcomes.flatMap(({ results }) => results),
    missing: outcomes.flatMap(({ missing }) => missing),
    notes: outcomes.flatMap(({ notes }) => notes),
  }
  console.log(values.json ? toJson(outcome) : values.markdown ? toMarkdown(outcome) : toText(outcome))
  if (outcome.results.length === 0) process.exitCode = NO_DATA
}

/** One part in a process of its own, with the same options. */
function runApart(part: string): Outcome {
  const options = process.argv
    .slice(3)
    .filter((option, index, list) => !/^--(?:json|markdown|part(?:=.*)?)$/.test(option) && list[index - 1] !== "--part")
  process.stderr.write(`${part} ...\n`)
  const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, part, ...options, "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 30,
  })
  if (status === 0 || status === NO_DATA) return JSON.parse(stdout) as Outcome
  process.exitCode = 1
  return { results: [], notes: [], missing: [`${part}: failed, see the message above`] }
}

function usage(): string {
  const lists = Object.entries(groups).map(([group, parts]) =>
    [
      `  ${group}`,
      ...parts.map(
        part =>
          `    ${part.name.padEnd(12)} ${part.about}${part.format ? ` (${part.format.folder}/: ${part.format.name})` : ""}`,
      ),
    ].join("\n"),
  )
  return `npm run measure -- GROUP|MEASURE [--data PATH] [--part A,B] [--limit N] [--errors N] [--kind WORDS] [--json|--markdown]

PATH is a folder of corpora with the sub-folders named below, the folder of one corpus, or one file.
Where the corpora may be had is said in measure/README.md.

${lists.join("\n")}
  brief          a case against a hand-written list (--data FOLDER --expected FILE)
  front          the browser app: weight, time to the text, screens (--case FILE --lighthouse FILE --json|--markdown)`
}

function fail(status: number, message: string): void {
  console.error(message)
  process.exitCode = status
}
