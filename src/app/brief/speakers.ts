import type { CaseFile, CaseStatement } from "../../core/casefile.ts"
import { drained, inSteps } from "../steps.ts"

/** Who said something, as a brief shows it. The same key for all that one source said, in any report. */
export interface Speaker {
  readonly key: string
  readonly name: string
}

/**
 * Who speaks: the entity; for those without one, the name in its report. Unnamed sources of two reports ("experts" here and there,
 * "the diplomat" in both) are one only where both reports give them the same words. "The official" is the last official who spoke
 * before in the report. An entity is never joined with another.
 */
export function speakersOf(
  caseFile: Pick<CaseFile, "entities">,
  statements: readonly CaseStatement[],
): (statement: CaseStatement) => Speaker {
  return drained(speakersInSteps(caseFile, statements))
}

/** Statements looked at in one step. */
const STEP = 2_000

/** The same, made in steps of some milliseconds: a case of thousands of reports has ten thousands of statements. */
export function* speakersInSteps(
  { entities }: Pick<CaseFile, "entities">,
  statements: readonly CaseStatement[],
): Generator<void, (statement: CaseStatement) => Speaker> {
  const keys = new Map<CaseStatement, string>()
  yield* inSteps(statements, STEP, statement => keys.set(statement, ownKey(statement)))
  const rootOf = yield* joinedInSteps(statements, statement => keys.get(statement)!)
  const told = new Map<string, CaseStatement[]>()
  yield* inSteps(statements, STEP, statement => {
    const key = rootOf(keys.get(statement)!)
    const same = told.get(key)
    if (same) same.push(statement)
    else told.set(key, [statement])
  })
  const names = new Map(entities.flatMap(({ id, name }) => (told.has(id) ? [[id, name]] : [])))
  yield
  yield* inSteps(told, STEP, ([key, same]) => {
    if (!names.has(key)) names.set(key, fullestName(same))
  })
  return statement => {
    const key = rootOf(keys.get(statement) ?? ownKey(statement))
    return { key, name: names.get(key) ?? statement.speaker.name }
  }
}

/** The name that says most: a name of its own before "A Western diplomat", and that before "the diplomat in question"; of several the longest. */
function fullestName(statements: readonly CaseStatement[]): string {
  const rank = (name: string) => (/^the /iu.test(name) ? (/ \p{Lu}/u.test(name) ? 2 : 0) : 1)
  return statements
    .map(({ speaker }) => speaker.name)
    .reduce((best, name) =>
      rank(best) < rank(name) || (rank(best) === rank(name) && best.length < name.length) ? name : best,
    )
}

function ownKey({ speaker, reportId }: CaseStatement): string {
  if (speaker.entityId !== undefined) return speaker.entityId
  const name = speaker.name.replace(/^(the|a|an) /iu, "")
  return isDescription(speaker) ? `${reportId}:${name.toLowerCase()}` : `name:${name.toLowerCase()}`
}

/** Whether it only describes, as "experts", "the diplomat" and "U.S. officials" do: the last word of a name has a capital. */
function isDescription({ anonymous, name }: CaseStatement["speaker"]): boolean {
  return anonymous || /^\p{Ll}/u.test(headOf(name))
}

const headOf = (name: string) => name.split(/\s+/u).at(-1) ?? ""

/** The root of each key, after joining those who said the same words and those who are spoken of again. */
function* joinedInSteps(
  statements: readonly CaseStatement[],
  keyOf: (statement: CaseStatement) => string,
): Generator<void, (key: string) => string> {
  const up = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = up.get(root); next !== undefined; next = up.get(root)) root = next
    return root
  }
  const entities = new Set(statements.flatMap(({ speaker }) => speaker.entityId ?? []))
  const join = (keys: readonly string[]) => {
    const roots = [...new Set(keys.map(rootOf))].sort()
    const known = roots.filter(key => entities.has(key))
    if (1 < known.length) return
    const root = known[0] ?? roots[0]!
    for (const key of roots) if (key !== root) up.set(key, root)
  }
  const reports = Map.groupBy(statements, ({ reportId }) => reportId)
  yield
  yield* inSteps(reports.values(), STEP / 10, report => joinAgain(report, keyOf, join))
  const utterances = Map.groupBy(
    statements.filter(({ utteranceId }) => utteranceId !== undefined),
    ({ utteranceId }) => utteranceId,
  )
  yield
  yield* inSteps(utterances.values(), STEP / 10, told => join(told.map(keyOf)))
  return rootOf
}

/** "The official" is the last official who spoke before: "a senior official of the port". */
function joinAgain(
  report: readonly CaseStatement[],
  keyOf: (statement: CaseStatement) => string,
  join: (keys: readonly string[]) => void,
): void {
  const isAgain = ({ speaker }: CaseStatement) => speaker.entityId === undefined && /^the\s+\S+$/iu.test(speaker.name)
  if (!report.some(isAgain)) return
  /** The last who was told of at length, by the noun. */
  const last = new Map<string, CaseStatement>()
  for (const statement of report.toSorted((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)) {
    const words = statement.speaker.name.toLowerCase().split(/\s+/u)
    if (isAgain(statement)) {
      const before = last.get(words[1]!)
      if (before) join([keyOf(statement), keyOf(before)])
    } else if (/^(?:an?|the)$/u.test(words[0]!) && 2 < words.length) last.set(nounOf(words), statement)
  }
}

/** The noun that the rest hangs on: the last word before a preposition or a relative clause. */
function nounOf(words: readonly string[]): string {
  const end = words.findIndex((word, index) => 0 < index && /^(?:of|in|at|for|from|with|who|on|to|near)$/u.test(word))
  return words.at(end < 0 ? -1 : end - 1) ?? ""
}
