import type { CaseFile } from "../../core/casefile.ts"
import { HeedError } from "../../core/error.ts"
import { idOf } from "../../core/id.ts"
import type { Decision, Kept, ReportKey, Store } from "../../core/store.ts"
import type { FirstScreen } from "../views/first-screen.ts"
import type { Machine } from "./machine.ts"
import type { MadeCase } from "./made-case.ts"
import type { CaseQuestion } from "./question.ts"
import type { SentCase } from "./sent-case.ts"

/** Length of a part in characters: parsing one takes some milliseconds, so that others get their turn between two. A single item may be longer. */
const PART_LENGTH = 250_000
/** Parts written in one go: the file is held for a moment only. */
const AT_ONCE = 8
const PREFIX = "case/"

/**
 * The key of what is made of a case: it names all that can change it, so what is kept under it is never stale.
 * Only the whole case is kept; of a day or another policy there would be too many.
 */
export function caseKey(
  { version }: Pick<Machine, "version">,
  name: string,
  reports: readonly ReportKey[],
  decisions: readonly Decision[],
): string {
  return idOf(version, name, JSON.stringify([reports.map(({ key }) => key), decisions]))
}

/** Whether a question asks for the whole case, the one that is kept. */
export function asksForWhole({ asOf, policy }: CaseQuestion): boolean {
  return asOf === undefined && (policy === undefined || policy === "keep-range")
}

/** A case file cut into texts that can be taken in one after the other. The first is the case without its lists. */
export function* toParts(caseFile: CaseFile): Generator<string> {
  yield* partsOf(caseFile, (_, items) => items.map(item => JSON.stringify(item)))
}

/**
 * The parts of a case for who holds the case sent `before`: of items that are the same there only the places are told.
 * `now` is filled with what is sent. Both must be of one run of the program.
 */
export function* toChangedParts(caseFile: CaseFile, before: SentCase, now: SentCase): Generator<string> {
  yield* partsOf(caseFile, (name, items) => sameInRuns(name, items, before, now))
}

function* partsOf(
  caseFile: CaseFile,
  textsOf: (name: string, items: readonly unknown[]) => Iterable<string>,
): Generator<string> {
  const lists = Object.entries<unknown>(caseFile).flatMap(([name, items]) =>
    Array.isArray(items) ? [{ name, items: items as unknown[] }] : [],
  )
  yield JSON.stringify({ ...caseFile, ...Object.fromEntries(lists.map(({ name }) => [name, []])) })
  for (const { name, items } of lists) {
    let texts: string[] = []
    let length = 0
    for (const text of textsOf(name, items)) {
      texts.push(text)
      length += text.length
      if (length < PART_LENGTH) continue
      yield partOf(name, texts)
      texts = []
      length = 0
    }
    if (0 < texts.length) yield partOf(name, texts)
  }
}

/** The items as text, and for stretches that stand in the same order in the list before, from where to where they stand there. Items are never lists themselves. */
function* sameInRuns(name: string, items: readonly unknown[], before: SentCase, now: SentCase): Iterable<string> {
  let run: [from: number, to: number] | undefined
  for (const item of items) {
    let text = ""
    const textOf = () => {
      text ||= JSON.stringify(item)
      return text
    }
    const at = before.placeOf(name, item, textOf)
    now.add(name, item, at === undefined ? textOf() : { before, at })
    if (run && run[1] === at) {
      run[1]++
      continue
    }
    if (run) yield JSON.stringify(run)
    run = at === undefined ? undefined : [at, at + 1]
    if (at === undefined) yield textOf()
  }
  if (run) yield JSON.stringify(run)
}

function partOf(name: string, texts: readonly string[]): string {
  return `[${JSON.stringify(name)},[${texts.join(",")}]]`
}

/** Takes the parts of a case file in, in order; `caseFile` is whole once all are in. */
export class CaseFromParts {
  readonly #before: CaseFile | undefined
  #head: Record<string, unknown> | undefined

  /** `before`: the case that the parts were made against. */
  constructor(before?: CaseFile) {
    this.#before = before
  }

  add(part: string): void {
    const read = JSON.parse(part) as Record<string, unknown> | [name: string, items: unknown[]]
    if (!Array.isArray(read)) {
      this.#head = read
      return
    }
    const [name, items] = read
    const list = this.#head![name] as unknown[]
    for (const item of items)
      if (Array.isArray(item)) for (const same of this.#listBefore(name).slice(item[0], item[1])) list.push(same)
      else list.push(item)
  }

  #listBefore(name: string): readonly unknown[] {
    return (this.#before as Readonly<Record<string, readonly unknown[] | undefined>> | undefined)?.[name] ?? []
  }

  get caseFile(): CaseFile {
    return this.#head as unknown as CaseFile
  }
}

/** What is kept of a case. */
export interface KeptCase {
  /** The key of what it was made from; see `caseKey`. */
  readonly key: string
  /** What the first screen shows, to be shown before the rest is there. */
  readonly first: FirstScreen
  /** How many reports it is of. */
  readonly reports: number
  /** The parts of the case file, in order. Ends early, with HeedError "not-found", when another case takes its place meanwhile. */
  parts(): AsyncIterableIterator<string>
}

interface Head {
  readonly version: string
  readonly reports: number
  readonly parts: number
  readonly first: FirstScreen
}

/** The case kept under this key, or undefined. */
export async function keptCase(store: Store, key: string): Promise<KeptCase | undefined> {
  const bytes = await store.kept(`${PREFIX}${key}`)
  return bytes && keptFrom(store, key, JSON.parse(textOf(bytes)) as Head)
}

/** A case that was kept before something changed: what can be shown of it until the new one is made. Undefined when there is none of this version. */
export async function keptBefore(store: Store, version: string): Promise<KeptCase | undefined> {
  for (const name of await store.keptKeys(PREFIX)) {
    const key = name.slice(PREFIX.length)
    const bytes = key.includes("/") ? undefined : await store.kept(name)
    const head = bytes && (JSON.parse(textOf(bytes)) as Head)
    if (head?.version === version) return keptFrom(store, key, head)
  }
  return undefined
}

function keptFrom(store: Store, key: string, { reports, parts, first }: Head): KeptCase {
  return {
    key,
    first,
    reports,
    async *parts() {
      // The next part is unpacked while one is taken in.
      let next = store.kept(partKey(key, 0))
      for (let at = 0; at < parts; at++) {
        const bytes = await next
        if (bytes === undefined)
          throw new HeedError("not-found", `case ${store.name} was made anew while it was opened; try again`)
        if (at + 1 < parts) next = store.kept(partKey(key, at + 1))
        // Who stops here, such as at the end of the program, does not ask what became of the next one.
        next.catch(() => {})
        yield textOf(bytes)
      }
    },
  }
}

/** The whole case file kept under this key, or undefined when none is. */
export async function openKept(store: Store, key: string): Promise<CaseFile | undefined> {
  const kept = await keptCase(store, key)
  if (!kept) return undefined
  const file = new CaseFromParts()
  for await (const part of kept.parts()) file.add(part)
  return file.caseFile
}

/**
 * Keeps a case in the place of the one kept before; false when the store cannot be written, which costs time later and nothing else.
 * Stops as soon as it `isOutdated`.
 */
export async function keepCase(
  store: Store,
  version: string,
  { key, caseFile, first }: MadeCase,
  isOutdated: () => boolean = () => false,
): Promise<boolean> {
  try {
    const old = await store.keptKeys(PREFIX)
    let parts = 0
    let waiting: Kept[] = []
    for (const part of toParts(caseFile)) {
      waiting.push({ key: partKey(key, parts++), bytes: bytesOf(part) })
      if (waiting.length < AT_ONCE) continue
      if (isOutdated()) return false
      await store.keep(waiting)
      waiting = []
    }
    const head: Head = { version, reports: caseFile.reports.length, parts, first }
    // Its head comes last: what has a head is whole.
    await store.keep([...waiting, { key: `${PREFIX}${key}`, bytes: bytesOf(JSON.stringify(head)) }])
    await store.forget(old.filter(other => !other.startsWith(`${PREFIX}${key}`)))
    return true
  } catch (error) {
    if (!(error instanceof HeedError && error.code === "unavailable")) throw error
    return false
  }
}

const partKey = (key: string, at: number) => `${PREFIX}${key}/${String(at).padStart(6, "0")}`
const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
