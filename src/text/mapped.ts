import type { Report } from "../core/report.ts"

/** Runs as `RawMap` describes them, in the form a report keeps them. */
export type Runs = Report["rawMap"]

/** Text on its way to be clean, with the raw stretch each part came from (see `RawMap`) and the repairs made so far. */
export interface Mapped {
  readonly text: string
  readonly runs: Runs
  readonly marks: readonly Mark[]
}

/** A repair that was made, and where it lies in the text now. Empty when something was taken out. */
export interface Mark {
  readonly kind: string
  readonly start: number
  readonly end: number
}

/** Put `text` in the place of `[start, end)`. With a `kind` it counts as a repair; without, it is mere white space. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind?: string
}

/** Raw text that maps to itself. */
export function mappedOf(raw: string): Mapped {
  return { text: raw, runs: raw.length === 0 ? [] : [[0, raw.length, 0, raw.length]], marks: [] }
}

/** Apply edits that are in order and do not overlap. Throws RangeError otherwise: that is our bug. */
export function applyEdits(mapped: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return mapped
  const writer = new RunWriter()
  const parts: string[] = []
  let done = 0
  for (const edit of edits) {
    if (!(done <= edit.start && edit.start <= edit.end && edit.end <= mapped.text.length))
      throw new RangeError(
        `bad edit [${edit.start}, ${edit.end}) after ${done} in text of length ${mapped.text.length}`,
      )
    parts.push(mapped.text.slice(done, edit.start), edit.text)
    writer.copy(mapped.runs, done, edit.start)
    writer.replace(mapped.runs, edit.start, edit.end, edit.text.length)
    done = edit.end
  }
  parts.push(mapped.text.slice(done))
  writer.copy(mapped.runs, done, mapped.text.length)
  return { text: parts.join(""), runs: writer.runs, marks: shiftMarks(mapped.marks, edits) }
}

/** The part `[start, end)` as a text of its own. Marks that touch it come along. */
export function sliceMapped(mapped: Mapped, start: number, end: number): Mapped {
  const writer = new RunWriter()
  writer.copy(mapped.runs, start, end)
  const marks = mapped.marks
    .filter(mark =>
      mark.start === mark.end ? start <= mark.start && mark.end < end : mark.start < end && start < mark.end,
    )
    .map(mark => ({
      kind: mark.kind,
      start: Math.max(start, mark.start) - start,
      end: Math.min(end, mark.end) - start,
    }))
  return { text: mapped.text.slice(start, end), runs: writer.runs, marks }
}

/** Several texts in a row with `separator` between them, which has no raw text behind it. */
export function joinMapped(parts: readonly Mapped[], separator: string): Mapped {
  const writer = new RunWriter()
  const marks: Mark[] = []
  parts.forEach((part, index) => {
    if (index > 0) writer.insert(separator.length)
    for (const mark of part.marks)
      marks.push({ kind: mark.kind, start: writer.length + mark.start, end: writer.length + mark.end })
    writer.copy(part.runs, 0, part.text.length)
  })
  return { text: parts.map(part => part.text).join(separator), runs: writer.runs, marks }
}

/** Where `[start, end)` came from, or undefined when nothing raw is behind it. */
export function rawOf(runs: Runs, start: number, end: number): { start: number; end: number } | undefined {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (let index = runAt(runs, start); index < runs.length; index++) {
    const [cleanStart, cleanLength, rawStart, rawLength] = runs[index]!
    if (end <= cleanStart) break
    if (rawLength === 0) continue
    const even = cleanLength === rawLength
    from = Math.min(from, even ? rawStart + Math.max(0, start - cleanStart) : rawStart)
    to = Math.max(to, even ? rawStart + Math.min(cleanLength, end - cleanStart) : rawStart + rawLength)
  }
  return from < to ? { start: from, end: to } : undefined
}

/** Builds runs from the left to the right, joining neighbours that go on evenly. */
export class RunWriter {
  readonly runs: [number, number, number, number][] = []
  length = 0

  /** Copy what stands behind `[start, end)` of other runs. */
  copy(from: Runs, start: number, end: number): void {
    if (end <= start) return
    for (let index = runAt(from, start); index < from.length; index++) {
      const [cleanStart, cleanLength, rawStart, rawLength] = from[index]!
      if (end <= cleanStart) break
      const left = Math.max(start, cleanStart)
      const right = Math.min(end, cleanStart + cleanLength)
      if (right <= left) continue
      if (cleanLength === rawLength) this.push(right - left, rawStart + left - cleanStart, right - left)
      else this.push(right - left, rawStart, rawLength)
    }
  }

  /** Put `length` new units in the place of `[start, end)` of other runs. */
  replace(from: Runs, start: number, end: number, length: number): void {
    if (length === 0) return
    const raw = start < end ? rawOf(from, start, end) : undefined
    if (raw) this.push(length, raw.start, raw.end - raw.start)
    else this.insert(length)
  }

  /** Units that we put in. */
  insert(length: number): void {
    this.push(length, this.rawEnd(), 0)
  }

  push(length: number, rawStart: number, rawLength: number): void {
    const last = this.runs.at(-1)
    if (last && last[1] === last[3] && length === rawLength && last[2] + last[3] === rawStart && length > 0) {
      last[1] += length
      last[3] += length
    } else this.runs.push([this.length, length, rawStart, rawLength])
    this.length += length
  }

  private rawEnd(): number {
    const last = this.runs.at(-1)
    return last ? last[2] + last[3] : 0
  }
}

/** Index of the run that holds the offset, by bisection; `runs.length` when there is none. */
function runAt(runs: Runs, offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [cleanStart, cleanLength] = runs[middle]!
    if (cleanStart + cleanLength <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Old marks moved along with the edits, and a new mark for each edit that is a repair; in order. */
function shiftMarks(marks: readonly Mark[], edits: readonly Edit[]): Mark[] {
  // newStart[i] is where edit i begins afterwards.
  const newStart: number[] = []
  let delta = 0
  for (const edit of edits) {
    newStart.push(edit.start + delta)
    delta += edit.text.length - (edit.end - edit.start)
  }
  const shift = (offset: number, isEnd: boolean): number => {
    let low = 0
    let high = edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (edits[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    if (low === 0) return offset
    const edit = edits[low - 1]!
    const start = newStart[low - 1]!
    if (edit.end <= offset) return start + edit.text.length + (offset - edit.end)
    return isEnd ? start + edit.text.length : start
  }
  const moved = marks.map(mark => {
    const start = shift(mark.start, false)
    return { kind: mark.kind, start, end: Math.max(start, shift(mark.end, true)) }
  })
  edits.forEach((edit, index) => {
    if (edit.kind !== undefined)
      moved.push({ kind: edit.kind, start: newStart[index]!, end: newStart[index]! + edit.text.length })
  })
  return moved.sort((a, b) => a.start - b.start || a.end - b.end)
}
