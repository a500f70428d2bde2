import type { ErrorCode } from "../core/error.ts"

/** Exit code of each error, after sysexits.h. The compiler asks for a line when an error code is added. */
export const exitCodes: Record<ErrorCode, number> = {
  "bad-request": 64,
  unreadable: 65,
  "not-found": 66,
  conflict: 73,
  unavailable: 75,
  "newer-version": 78,
  cancelled: 130,
}

/** A bug of ours: EX_SOFTWARE. */
export const BUG_EXIT_CODE = 70

/** What each exit code means, for people. */
export const exitMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [0, "done"],
  [exitCodes["bad-request"], "wrong arguments"],
  [exitCodes.unreadable, "something could not be read; what could be read was kept or shown"],
  [exitCodes["not-found"], "a file, a case or an item is not there"],
  [BUG_EXIT_CODE, "a fault of Heed"],
  [exitCodes.conflict, "the case was changed by somebody else at the same time"],
  [exitCodes.unavailable, "cannot write, disk full, or the case is in use"],
  [exitCodes["newer-version"], "the case was written by a newer Heed"],
  [exitCodes.cancelled, "interrupted; what was done is kept"],
]
