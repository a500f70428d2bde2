import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { basename, dirname, join } from "node:path"
import { HeedError } from "../core/error.ts"

/**
 * Writes a whole file or none: the text goes beside it first and takes its name when all of it is on the disk.
 * What is no plain file (a pipe, /dev/stdout) is written as it is. Throws HeedError "unavailable", "not-found".
 */
export function writeWholeFile(path: string, text: string): void {
  try {
    if (isSpecial(path)) {
      writeFileSync(path, text)
      return
    }
    // A link stays a link; what it leads to is replaced.
    const target = existsSync(path) ? realpathSync(path) : path
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`)
    try {
      const file = openSync(beside, "wx")
      try {
        writeFileSync(file, text)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(beside, target)
    } catch (error) {
      rmSync(beside, { force: true })
      throw error
    }
  } catch (error) {
    throw inWords(error as NodeJS.ErrnoException, path)
  }
}

function isSpecial(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

function inWords(error: NodeJS.ErrnoException, path: string): Error {
  const say = (code: HeedError["code"], why: string) =>
    new HeedError(code, `cannot write ${path}: ${why}`, { cause: error })
  switch (error.code) {
    case "ENOSPC":
    case "EDQUOT":
      return say("unavailable", "the disk is full. No part of the file was left behind.")
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return say("unavailable", "no permission to write there")
    case "ENOENT":
    case "ENOTDIR":
      return say("not-found", `there is no folder ${dirname(path)}`)
    case "EISDIR":
    case "EEXIST":
      return say(
        "bad-request",
        "a folder, or a file left by an interrupted run, is in the way; expected the name of a file",
      )
    default:
      return error.code === undefined ? error : say("unavailable", error.message)
  }
}
