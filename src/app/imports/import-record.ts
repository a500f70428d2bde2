import type { Problem } from "../../core/problem.ts"
import type { StoredReport } from "../../core/store.ts"
import type { ReportTold } from "../add-reports.ts"
import { isLoss } from "../losses.ts"
import { counted } from "../words.ts"
import { adviceOn } from "./advice.ts"
import type { ImportItem, ImportProblem, ImportSummary, ImportView } from "./import-view.ts"

/** One import or removal while the session lasts: what was named, how far it is, and how to take it back. */
export class ImportRecord {
  readonly id: string
  /** Reports that are in the case by it. */
  joined: string[] = []
  /** Reports that it took out, for bringing them back. */
  held: readonly StoredReport[] = []
  readonly kind: ImportSummary["kind"]
  readonly #what: string
  readonly #startedAt: string
  readonly #isCounted: boolean
  readonly #items = new Map<string, ImportItem>()
  #problems: Problem[] = []
  #state: ImportSummary["state"] = "waiting"
  #now = "waiting for its turn"
  #why = ""
  #controller = new AbortController()
  #through = 0
  #thereAlready = 0
  #lost = 0
  /** Files that are no reports, such as pictures. */
  #passedOver = 0

  constructor(
    id: string,
    kind: ImportSummary["kind"],
    what: string,
    names: readonly string[] | undefined,
    startedAt: string,
  ) {
    this.id = id
    this.kind = kind
    this.#what = what
    this.#startedAt = startedAt
    this.#isCounted = names !== undefined
    for (const name of names ?? []) this.#items.set(name, { name, state: "waiting" })
  }

  get isThrough(): boolean {
    return this.#state !== "waiting" && this.#state !== "running"
  }

  /** Whether its reports are in the case now. */
  get isIn(): boolean {
    return 0 < this.joined.length
  }

  get heldBytes(): number {
    return this.held.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  /** Stands in the queue, from the beginning. Gives the signal that cancels this run. */
  wait(): { readonly signal: AbortSignal } {
    this.#controller = new AbortController()
    this.#state = "waiting"
    this.#now = "waiting for its turn"
    return { signal: this.#controller.signal }
  }

  run(now: string): void {
    this.#state = "running"
    this.#now = now
  }

  cancel(): void {
    if (!this.isThrough) this.#controller.abort()
  }

  end(state: "done" | "cancelled" | "stopped" | "undone", why = ""): void {
    this.#state = state
    this.#why = why
    for (const item of this.#items.values())
      if (isOpen(item)) this.#items.set(item.name, { ...item, state: "not-read" })
  }

  /** Forgets how an earlier run of it went. */
  begin(): void {
    this.#problems = []
    this.#through = 0
    this.#thereAlready = 0
    this.#lost = 0
    this.#passedOver = 0
    for (const { name } of this.#items.values()) this.#items.set(name, { name, state: "waiting" })
  }

  /** What joined is in the case and need not be held; what did not is still held. */
  settle(): void {
    const joined = new Set(this.joined)
    this.held = this.held.filter(({ id }) => !joined.has(id))
  }

  out(taken: readonly StoredReport[]): void {
    this.held = [...this.held, ...taken]
    this.joined = []
  }

  /** One report took the place of another that says less, or more. */
  swapped(before: StoredReport): void {
    this.held = [before]
    this.joined = [before.id]
  }

  letGo(): void {
    this.held = []
  }

  fetching(name: string): void {
    this.#items.set(name, { name, state: "fetching" })
    this.#now = `fetching ${name}`
  }

  fetched(name: string, as: string): void {
    if (name === as) return
    this.#items.delete(name)
    this.#items.set(as, { name: as, state: "fetching" })
  }

  told(told: ReportTold): void {
    if (told.state === "problem") {
      this.#problems.push(told.problem)
      if (isLoss(told.problem)) this.#lost++
      if (told.problem.code === "skipped-file") this.#passedOver++
      const { file } = told.problem
      const item = file === undefined ? undefined : this.#items.get(file)
      // The second of two files of one name does not take back what became of the first.
      if (file !== undefined && (item === undefined || isOpen(item))) this.#set({ name: file, state: "problem" })
      return
    }
    const { name, state, id } = told
    if (told.state === "added") {
      this.#problems.push(...told.problems)
      if (told.isNew) this.joined.push(id)
    }
    if (told.state === "there-already") {
      this.#thereAlready++
      this.#problems.push(...told.problems)
    }
    this.#set({
      name,
      state,
      reportId: id,
      ...(told.state === "added" && told.title !== undefined && { title: told.title }),
    })
    const next = [...this.#items.values()].find(item => item.state === "reading")
    if (next)
      this.#now = `reading ${this.#through + 1}${this.#isCounted ? ` of ${this.#items.size}` : ""}: ${next.name}`
  }

  #set(item: ImportItem): void {
    const before = this.#items.get(item.name)
    if (!isOpen(item) && (before === undefined || isOpen(before))) this.#through++
    this.#items.set(item.name, item)
  }

  summary(): ImportSummary {
    const isThrough = this.isThrough
    return {
      id: this.id,
      kind: this.kind,
      what: this.#what,
      state: this.#state,
      startedAt: this.#startedAt,
      of: this.#items.size,
      isCounted: this.#isCounted,
      through: this.#through,
      changed: this.#changed,
      thereAlready: this.#thereAlready,
      lost: this.#lost,
      message: this.#message(),
      canCancel: !isThrough && !this.#controller.signal.aborted,
      canUndo: isThrough && this.#state !== "undone" && this.#canTurn,
      canRedo: this.#state === "undone" && this.#canTurn,
    }
  }

  view(): ImportView {
    return { ...this.summary(), items: [...this.#items.values()], problems: this.#problems.map(problemView) }
  }

  #message(): string {
    switch (this.#state) {
      case "waiting":
        return this.#now
      case "running":
        return this.#controller.signal.aborted ? "stopping after this report" : this.#now
      case "cancelled":
        return `cancelled${this.#kept()}`
      case "stopped":
        return `stopped: ${this.#why}${this.#kept()}`
      case "undone":
        if (this.kind === "state") return `took back what was stated: ${this.#what}`
        return this.kind === "add" ? `took ${this.#reports()} out again` : `brought back ${this.#reports()}`
      case "done":
        if (this.kind === "state") return `stated ${this.#what}`
        return this.kind === "remove" ? `removed ${this.#reports()}` : this.#added()
    }
  }

  #added(): string {
    const parts = [this.joined.length === 0 ? "no new report" : `added ${this.#reports()}`]
    if (0 < this.#thereAlready)
      parts.push(`${this.#thereAlready} ${this.#thereAlready === 1 ? "was" : "were"} there already`)
    if (0 < this.#passedOver) parts.push(`${this.#passedOver} passed over`)
    if (0 < this.#lost) parts.push(`${this.#lost} could not be read`)
    return parts.join("; ")
  }

  #kept(): string {
    if (this.kind === "state") return "; the report is as it was"
    if (this.kind === "remove" || this.joined.length === 0) return "; nothing was added before that"
    return `; ${this.#reports()} added before that ${this.joined.length === 1 ? "is" : "are"} kept`
  }

  #reports(): string {
    return counted(this.#changed, "report")
  }

  /** Whether there is something to turn to: of a statement both, the report as it is and as it was. */
  get #canTurn(): boolean {
    return this.kind === "state" ? this.isIn && 0 < this.held.length : this.isIn || 0 < this.held.length
  }

  get #changed(): number {
    return this.isIn ? this.joined.length : this.held.length
  }
}

const isOpen = ({ state }: ImportItem) => state === "waiting" || state === "fetching" || state === "reading"

function problemView(problem: Problem): ImportProblem {
  const { code, message, file, reportId } = problem
  return {
    code,
    message,
    advice: adviceOn(code, isLoss(problem)),
    ...(file !== undefined && { file }),
    ...(reportId !== undefined && { reportId }),
    isLoss: isLoss(problem),
  }
}
