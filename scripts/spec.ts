import { readdirSync, readFileSync } from "node:fs"
import { join, resolve, sep } from "node:path"
import { exampleLines } from "../src/core/examples.ts"

const root = resolve(import.meta.dirname, "..")
const read = (path: string) => readFileSync(join(root, path), "utf8")

/** What each examples file specifies, in the order in which a report is read. A file that is not here, or not there, fails the page. */
const SPECIFIED: Readonly<Record<string, string>> = {
  "src/text/metadata/examples.txt": "dates written out in full, and those whose day and month cannot be told apart",
  "src/text/label/examples.txt": "what each line of a scraped page is: story, teaser, share bar, credit ...",
  "src/text/repair/examples.txt": "look-alike letters, garbled characters, quotation marks; what must stay as it is",
  "src/english/truecase/examples.txt": "text all in capitals or all in small letters",
  "src/english/tokens/examples.txt": "sentences and tokens",
  "src/english/lemmas/examples.txt": "the base form of a word",
  "src/english/quotations/examples.txt": "where a quotation begins and ends",
  "src/english/names/examples.txt": "names and what they name",
  "src/english/places/examples.txt": "places, which one is meant, and how exact it is",
  "src/english/times/examples.txt": "times and the days they mean",
  "src/english/counts/examples.txt": "numbers, what is counted, and how exact they are",
  "src/english/coreference/examples.txt": "which mentions are one person, group or place",
  "src/extract/events/examples.txt": "events: what happened, status, who, whom, where, when; claims, blame and denials",
  "src/extract/events/examples-kinds.txt": "each kind of event in the wordings of the press, and near misses",
  "src/extract/setting/examples.txt": "day and town of the event that a report is about",
  "src/extract/statements/examples.txt": "who says what to whom",
  "src/extract/statements/attributions/examples.txt": "what somebody intends, wants or knows",
  "src/extract/warnings/examples.txt": "warnings: who warned whom of what, through which channel, until when",
  "src/extract/profiles/examples.txt": "what is told of groups and people: founded, led by, how many",
  "src/extract/citations/examples.txt": "whom a report cites",
  "src/reconcile/entities/examples.txt": "whether two names in two reports are one entity",
  "src/reconcile/facts/examples.txt": "how numbers of one fact relate, and which is best supported",
}

const LAWS_TEST = "tests/laws.test.ts"

/** The laws of the design and the tests that prove them: file and beginning of the test's name. */
const LAWS: readonly { readonly law: string; readonly tests: readonly (readonly [file: string, name: string])[] }[] = [
  {
    law: "Evidence is verbatim. Nothing is shown without it.",
    tests: [
      [LAWS_TEST, "law 1"],
      ["src/core/span.test.ts", "evidence is verbatim for every good span"],
    ],
  },
  { law: "Every clean span maps to the raw text and bytes it came from.", tests: [[LAWS_TEST, "law 2"]] },
  {
    law: "Order does not matter: any order, the same bytes.",
    tests: [
      [LAWS_TEST, "law 3"],
      ["src/reconcile/build-case.test.ts", "any order of readings"],
    ],
  },
  {
    law: "Taking a report out leaves the case as if it had never been there; adding it twice changes nothing.",
    tests: [
      [LAWS_TEST, "law 4"],
      ["src/reconcile/build-case.test.ts", "a case without a report"],
    ],
  },
  {
    law: "A decision by a person survives, or is listed as no longer applying.",
    tests: [
      [LAWS_TEST, "law 5"],
      ["src/reconcile/decisions/decisions.test.ts", "a decision about something the case does not have"],
      ["tests/decisions.test.ts", "a decision about what several reports tell outlives each of them"],
    ],
  },
  { law: "Unknown stays unknown.", tests: [[LAWS_TEST, "law 6"]] },
  {
    law: "One function computes each number that is shown.",
    tests: [
      [LAWS_TEST, "law 7: the origins and reports"],
      [LAWS_TEST, "law 7: origins are counted one way"],
    ],
  },
  { law: "Same input and version, same bytes out.", tests: [[LAWS_TEST, "law 8"]] },
  {
    law: "Source text is data.",
    tests: [
      [LAWS_TEST, "law 9"],
      ["tests/hostile-input.test.ts", "no report can drive the terminal"],
    ],
  },
]

/** The page that says where the behaviour of Heed is written down. Throws where an examples file or a test is not what it says. */
export function specPage(): string {
  return `# What Heed does, and where that is written down

<!-- Made by scripts/write-reference.ts from scripts/spec.ts, the examples files and the tests. Change it there. -->

Heed is specified by examples: one line, one case, beside the code that must do so.
Each file says in its first lines how to read it; a test beside it runs every line.
A line without marks or arrow means that nothing is to be found.
A fault that is found becomes a line first, and is mended then.

| what | file | examples | such as |
|---|---|---|---|
${exampleFiles().map(exampleRow).join("\n")}
| the article in a web page | [src/text/html/examples](../src/text/html/examples) | ${pageCount()} pages | a page and its text side by side |

Whole stories: [tests/sample-story.test.ts](../tests/sample-story.test.ts) holds the brief of \`samples/\` to what a careful reader takes from it; [tests/ledger-stories.txt](../tests/ledger-stories.txt) tells small stories of warnings and what the ledger must hold of them; \`measure/expected/\` are longer lists for \`npm run measure -- brief\`.

## Laws

| | law | proved by |
|---|---|---|
${LAWS.map(lawRow).join("\n")}

[tests/architecture.test.ts](../tests/architecture.test.ts) proves who may import whom.

## Formats

A case is exported as \`heed-casefile/1\`: JSON by [reference/casefile.schema.json](reference/casefile.schema.json), made from [src/core/casefile.ts](../src/core/casefile.ts).
Commands and exit codes are in [reference/cli.md](reference/cli.md), words in [glossary.md](glossary.md), error rates in [measure.md](measure.md).
`
}

/** The examples files in the order of the list. */
function exampleFiles(): readonly string[] {
  const found = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map(path => `src/${path.split(sep).join("/")}`)
    .filter(path => /[/]examples[^/]*[.]txt$/.test(path))
  const listed = Object.keys(SPECIFIED)
  const odd = [...found.filter(path => !listed.includes(path)), ...listed.filter(path => !found.includes(path))]
  if (0 < odd.length) throw new Error(`scripts/spec.ts and the examples files differ: ${odd.join(", ")}`)
  return listed
}

/** Letters of an example that is shown. */
const LONGEST = 110

function exampleRow(file: string): string {
  const lines = exampleLines(read(file)).map(({ line }) => line)
  const shown =
    lines.find(line => line.length <= LONGEST && /[[=⇒|]/.test(line) && !line.startsWith("===")) ?? lines[0]!
  const code = shown.slice(0, LONGEST).replaceAll("|", "\\|").replaceAll("`", "'")
  return `| ${SPECIFIED[file]} | [${file}](../${file}) | ${tens(lines.length)} | \`${code}\` |`
}

/** "360+": a page that tells each one would be stale with every example. */
const tens = (count: number) => (count < 10 ? `${count}` : `${Math.floor(count / 10) * 10}+`)

const pageCount = () => readdirSync(join(root, "src/text/html/examples")).filter(name => name.endsWith(".html")).length

function lawRow({ law, tests }: (typeof LAWS)[number], index: number): string {
  const proofs = tests.map(([file, name]) => {
    if (!read(file).includes(`test("${name}`)) throw new Error(`${file} has no test that begins with "${name}"`)
    return `[${file}](../${file}): ${name}`
  })
  return `| ${index + 1} | ${law} | ${proofs.join("<br>")} |`
}
