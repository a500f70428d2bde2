import { z } from "zod"
import { type Command, commands } from "../src/cli/commands.ts"
import { exitMeanings } from "../src/cli/exit-codes.ts"
import { caseFileSchema } from "../src/core/casefile.ts"

/** The page of the command line, made from the table of commands. */
export function cliReference(): string {
  return `# heed on the command line

<!-- Made by scripts/write-reference.ts from src/cli/commands.ts. Change it there. -->

Results go to standard output; progress, problems and errors go to standard error.
Where a command takes a case or paths, a case is one file whose name ends in \`.heed\`; paths are files and folders of reports, read into memory without a case; \`-\` is standard input.
\`--json\` prints the same as data, by the names of the [case file](casefile.schema.json).
Colours and progress are shown only on a terminal; set \`NO_COLOR\` to have no colours.

${commands.map(commandPage).join("\n")}
## Exit codes

| code | meaning |
|---|---|
${exitMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`).join("\n")}

## Interrupting

Ctrl-C ends a command after the report it is reading, keeps what is done and exits with 130; a second Ctrl-C ends it at once.
\`heed add\` called again goes on where it stopped.
`
}

function commandPage({ name, args, summary, more, options, example }: Command): string {
  const rows = options.map(({ flags, summary }) => `| \`${flags}\` | ${summary.replaceAll("|", "\\|")} |`)
  return `## heed ${name}

${summary[0]!.toUpperCase()}${summary.slice(1)}.
${more === undefined ? "" : `${more}\n`}
\`\`\`text
heed ${name} ${args}
${example}
\`\`\`

| option | |
|---|---|
${rows.join("\n")}
`
}

/** The schema of `heed-casefile/1` for other programs. */
export function caseFileJsonSchema(): string {
  const schema = z.toJSONSchema(caseFileSchema, {
    io: "input",
    reused: "ref",
    // Whether our own types are read-only says nothing to other programs.
    override({ jsonSchema }) {
      delete jsonSchema.readOnly
    },
  })
  return `${JSON.stringify({ $schema: schema.$schema, title: "heed-casefile/1", ...schema }, null, 1)}\n`
}
