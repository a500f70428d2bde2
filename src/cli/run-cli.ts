import { CommanderError, Command as Program } from "commander"
import { harmlessJson, visibleLine } from "../app/visible.ts"
import { HeedError } from "../core/error.ts"
import { type Command, commands } from "./commands.ts"
import type { Options } from "./context.ts"
import { BUG_EXIT_CODE, exitCodes } from "./exit-codes.ts"
import { type Io, mayColour, widthOf } from "./io.ts"
import type { Services } from "./services.ts"

/** Runs one command line (without the program's own name) and gives its exit code. Throws nothing. */
export async function runCli(argv: readonly string[], io: Io, services: Services): Promise<number> {
  let code = 0
  const program = programOf(io, services.version, async (command, args, options) => {
    code = await command.run({ io, services, options }, ...args)
  })
  try {
    await program.parseAsync([...argv], { from: "user" })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes["bad-request"]
    return told(error, io, argv.includes("--json"))
  } finally {
    await services.close()
  }
}

/** The parser, made from the table of commands. `run` is called with the one that was asked for. */
function programOf(
  io: Io,
  version: string,
  run: (command: Command, args: (string | string[] | undefined)[], options: Options) => Promise<void>,
): Program {
  const configure = (program: Program) =>
    program
      .exitOverride()
      .showSuggestionAfterError()
      .configureHelp({ showGlobalOptions: false })
      .configureOutput({
        writeOut: text => io.out.write(text),
        writeErr: text => io.err.write(text),
        outputError: (text, write) => write(`heed: ${visibleLine(text.replace(/^error: /, "")).trim()}\n`),
        getOutHelpWidth: () => Math.min(widthOf(io.out), 120),
        getErrHelpWidth: () => Math.min(widthOf(io.err), 120),
        getOutHasColors: () => mayColour(io.out, io.env),
        getErrHasColors: () => mayColour(io.err, io.env),
      })
  const program = configure(new Program("heed"))
    .description("Reads reports of the same story and says what is known, who says so, and where they disagree.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
  for (const command of commands) {
    const sub = configure(program.command(`${command.name} ${command.args}`))
      .summary(command.summary)
      .description(sentence(command.summary) + (command.more ? `\n${command.more}` : ""))
      .helpOption("-h, --help", "show help")
      .addHelpText("after", `\nExample:\n  ${command.example}`)
    for (const { flags, summary } of command.options) sub.option(flags, summary)
    sub.action(async (...given: unknown[]) => {
      const args = given.slice(0, -2) as (string | string[] | undefined)[]
      await run(command, args, given.at(-2) as Options)
    })
  }
  return program
}

const sentence = (summary: string) => `${summary[0]!.toUpperCase()}${summary.slice(1)}.`

/** Says on stderr what went wrong, in one line, and gives the exit code. */
function told(error: unknown, io: Io, asJson: boolean): number {
  const known = error instanceof HeedError
  const message = error instanceof Error ? error.message : String(error)
  if (asJson) {
    const body = { error: { code: known ? error.code : "bug", message } }
    io.err.write(`${harmlessJson(JSON.stringify(body))}\n`)
  } else {
    io.err.write(`heed: ${visibleLine(known ? message : `a fault of Heed: ${message}`)}\n`)
    // The way to a bug is worth more to whoever mends it than a tidy screen.
    if (!known && error instanceof Error && io.env.HEED_DEBUG) io.err.write(`${error.stack}\n`)
  }
  return known ? exitCodes[error.code] : BUG_EXIT_CODE
}
