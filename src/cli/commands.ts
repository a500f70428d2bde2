import { exportFormats } from "../app/export-case.ts"
import { type ListName, listNames } from "../app/lists/list-case.ts"
import { policies } from "../core/engine.ts"
import { add } from "./add.ts"
import type { Context } from "./context.ts"
import { decide, remove, search } from "./keep.ts"
import { open } from "./open.ts"
import { read } from "./read.ts"
import { brief, explain, exportCase, list } from "./show.ts"

/** An option of a command: how it is written, and what it does. */
export interface OptionOf {
  readonly flags: string
  readonly summary: string
}

/** A command: one row makes its `--help`, its page in the reference, and its test. */
export interface Command {
  readonly name: string
  /** Arguments as commander writes them: <one>, [maybe], <many...>. */
  readonly args: string
  readonly summary: string
  /** What there is to know beyond the summary. */
  readonly more?: string
  readonly options: readonly OptionOf[]
  readonly example: string
  /** Gives the exit code. Each argument is a word, or a list of words where it takes many. */
  readonly run: (context: Context, ...args: readonly (string | readonly string[] | undefined)[]) => Promise<number>
}

const json: OptionOf = { flags: "--json", summary: "print JSON for programs" }
const question: readonly OptionOf[] = [
  { flags: "--as-of <date>", summary: "the case as it was known on that day, such as 2024-03-29" },
  { flags: "--policy <policy>", summary: `how a fact's value is chosen: ${policies.join(", ")}` },
]
const stated: readonly OptionOf[] = [
  { flags: "--published <date>", summary: "state when the reports were published, such as 2024-03-24" },
  { flags: "--publisher <name>", summary: "state who published the reports" },
  { flags: "--title <title>", summary: "state the title of the one report named" },
]
const ids: OptionOf = { flags: "--ids", summary: "show the id of each item, for heed explain" }
const words: OptionOf = { flags: "--words", summary: "print the words behind the numbers at the end" }

const sources = "A case file (its name ends in .heed), or files and folders of reports, or - for standard input."

const many = (argument: string | readonly string[] | undefined) => argument as readonly string[]
const one = (argument: string | readonly string[] | undefined) => argument as string

const listSummaries: Record<ListName, string> = {
  incidents: "list what happened, was planned, or is told as background",
  facts: "list every fact with its positions",
  warnings: "list who warned whom of what, when, and what came of it",
  statements: "list who said what",
  reports: "list the reports, and what was left out and repaired",
  lineage: "list which report rests on which, and the origins behind them",
  entities: "list the people, groups and places that are named",
}

function listCommand(name: ListName): Command {
  const options = [...question, ...stated, ids, words, json]
  const all: OptionOf = { flags: "--all", summary: "list victims, suspects and private people too" }
  const isFacts = name === "facts"
  return {
    name,
    args: isFacts ? "<case-or-path> [incident]" : "<case-or-paths...>",
    summary: listSummaries[name],
    ...(isFacts && { more: "With an incident's code, or the id of an incident or entity, only its facts." }),
    options: name === "entities" ? [all, ...options] : options,
    example: isFacts ? "heed facts story.heed MOS-7K2" : `heed ${name} story.heed`,
    run: (context, paths, of) =>
      isFacts ? list(context, name, [one(paths)], of as string | undefined) : list(context, name, many(paths)),
  }
}

/** All commands, in the order of `--help`. */
export const commands: readonly Command[] = [
  {
    name: "open",
    args: "[case-or-paths...]",
    summary: "show a case in the browser; without one, the sample story",
    more: "Runs until Ctrl-C, for this machine alone: the address that it prints carries a token of this start. Makes the case when it is absent. Files and folders named after it are added while it is shown; named without a case, they go into one of their own name in the working folder. The sample story is in a case that is thrown away.",
    options: [
      { flags: "--port <number>", summary: "listen on this port (any free one)" },
      { flags: "--no-browser", summary: "print the address and open no browser" },
    ],
    example: "heed open story.heed",
    run: (context, paths) => open(context, many(paths)),
  },
  {
    name: "brief",
    args: "<case-or-paths...>",
    summary: "say what is known, who says so, and where the reports disagree",
    more: sources,
    options: [
      ...question,
      ...stated,
      { flags: "--sheet <file>", summary: "also write the evidence sheet, one HTML file" },
      { flags: "--no-words", summary: "leave out the words behind the numbers" },
      ids,
      json,
    ],
    example: "heed brief reports/ --sheet evidence.html",
    run: (context, paths) => brief(context, many(paths)),
  },
  {
    name: "add",
    args: "<case> <paths...>",
    summary: "read reports into a case; makes the case when it is absent",
    more: "Each report is kept as soon as it is read: interrupted, it goes on where it stopped when called again.",
    options: [...stated, json],
    example: "heed add story.heed reports/ late-report.html",
    run: (context, path, paths) => add(context, one(path), many(paths)),
  },
  ...listNames.map(listCommand),
  {
    name: "explain",
    args: "<case-or-path> <id>",
    summary: "tell which rule made an item, which rules declined, and from which words",
    more: "The id of anything in the case, its first letters, an incident's code, or a number of the brief. heed brief --ids shows ids.",
    options: [...question, ...stated, json],
    example: "heed explain story.heed MOS-7K2",
    run: (context, path, id) => explain(context, one(path), one(id)),
  },
  {
    name: "search",
    args: "<case> <words...>",
    summary: "find the reports of a case that hold all the words",
    options: [{ flags: "--limit <number>", summary: "list at most so many reports (20)" }, json],
    example: "heed search story.heed concert hall",
    run: (context, path, words) => search(context, one(path), many(words)),
  },
  {
    name: "export",
    args: "<case-or-paths...>",
    summary: "write the whole case as JSON, Markdown or an HTML evidence sheet",
    more: "The JSON is heed-casefile/1, described by docs/reference/casefile.schema.json.",
    options: [
      {
        flags: "--format <format>",
        summary: `${exportFormats.join(", ")}; told by the name of --out when it is left out`,
      },
      { flags: "--out <file>", summary: "write to a file, all of it or nothing; else to standard output" },
      ...question,
      ...stated,
      json,
    ],
    example: "heed export story.heed --out story.html",
    run: (context, paths) => exportCase(context, many(paths)),
  },
  {
    name: "read",
    args: "<file>",
    summary: "show all that is found in one report alone, and what was left out and repaired",
    options: [...stated, { flags: "--no-words", summary: "leave out the words behind the numbers" }, ids, json],
    example: "heed read report.html",
    run: (context, path) => read(context, one(path)),
  },
  {
    name: "remove",
    args: "<case> <report-id>",
    summary: "take a report out of a case, as if it had never been there",
    options: [json],
    example: "heed remove story.heed 3f0c9a1",
    run: (context, path, id) => remove(context, one(path), one(id)),
  },
  {
    name: "decide",
    args: "<case> <action> <id>",
    summary:
      "write down what you decided about an item: accept, reject, correct, merge, split, keep-apart, add, hide, grade, withdraw",
    more: "A decision is kept with the words it is about; every later brief applies it. Nothing is deleted: withdraw takes back a decision, by its id.",
    options: [
      { flags: "--with <id>", summary: "the item to merge it with, or to keep it apart from" },
      {
        flags: "--to <value>",
        summary:
          "what to correct it to: a title, status, name, number, date or words; or the grade: A-F for the source, 1-6 for what it says, or both",
      },
      { flags: "--slot <slot>", summary: "what to add to a telling: killed, wounded, when, where, claimed-by ..." },
      {
        flags: "--at <place>",
        summary: "the words that say it: their place in the report's clean text, such as 120-140",
      },
      { flags: "--mentions <ids>", summary: "the tellings to split off, with commas between them" },
      { flags: "--note <words>", summary: "why" },
      { flags: "--by <name>", summary: "who decides (your user name)" },
      json,
    ],
    example: "heed decide story.heed hide MOS-7K2 --by ana",
    run: (context, path, action, id) => decide(context, one(path), one(action), one(id)),
  },
]
