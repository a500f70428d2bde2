import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
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
 * Writes a whole file or none, making its folder when that is absent: the text goes beside it first and takes its name when all of it is on the disk.
 * What is no plain file (a pipe, /dev/stdout) is written as it is. Throws HeedError "unavailable", "not-found".
 */
export function writeWholeFile(path: string, text: string): void {
  try {
    if (isSpecial(path)) {
      writeFileSync(path, text)
      return
    }
    mkdirSync(dirname(path), { recursive: true })
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
      return say("not-found", `${dirname(path)} is no folder`)
    case "EISDIR":
      return say("bad-request", "it is a folder; expected the name of a file")
    case "ENOTDIR":
    case "EEXIST":
      return say("bad-request", "a file is where a folder is needed, or one was left there by an interrupted run")
    default:
      return error.code === undefined ? error : say("unavailable", error.message)
  }
}
