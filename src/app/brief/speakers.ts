import type { CaseFile, CaseStatement } from "../../core/casefile.ts"

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
  const rootOf = joined(statements)
  const keyOf = (statement: CaseStatement) => rootOf(ownKey(statement))
  const entityNames = new Map(caseFile.entities.map(({ id, name }) => [id, name]))
  const names = new Map(
    [...Map.groupBy(statements, keyOf)].map(([key, told]) => [key, entityNames.get(key) ?? fullestName(told)]),
  )
  return statement => {
    const key = keyOf(statement)
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
function joined(statements: readonly CaseStatement[]): (key: string) => string {
  const up = new Map<string, string>()
  const rootOf = (key: string): string => {
    const next = up.get(key)
    return next === undefined ? key : rootOf(next)
  }
  const entities = new Set(statements.flatMap(({ speaker }) => speaker.entityId ?? []))
  const join = (keys: readonly string[]) => {
    const roots = [...new Set(keys.map(rootOf))].sort()
    const known = roots.filter(key => entities.has(key))
    if (1 < known.length) return
    const root = known[0] ?? roots[0]!
    for (const key of roots) if (key !== root) up.set(key, root)
  }
  for (const report of Map.groupBy(statements, ({ reportId }) => reportId).values()) joinAgain(report, join)
  const byUtterance = Map.groupBy(
    statements.filter(({ utteranceId }) => utteranceId !== undefined),
    ({ utteranceId }) => utteranceId,
  )
  for (const told of byUtterance.values()) join(told.map(ownKey))
  return rootOf
}

/** "The official" is the last official who spoke before: "a senior official of the port". */
function joinAgain(report: readonly CaseStatement[], join: (keys: readonly string[]) => void): void {
  const inOrder = report.toSorted((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
  inOrder.forEach((statement, index) => {
    const [article, head, ...more] = statement.speaker.name.toLowerCase().split(/\s+/u)
    if (article !== "the" || head === undefined || 0 < more.length || statement.speaker.entityId !== undefined) return
    const before = inOrder.slice(0, index).findLast(({ speaker }) => {
      const words = speaker.name.toLowerCase().split(/\s+/u)
      return /^(?:an?|the)$/u.test(words[0]!) && 2 < words.length && nounOf(words) === head
    })
    if (before) join([ownKey(statement), ownKey(before)])
  })
}

/** The noun that the rest hangs on: the last word before a preposition or a relative clause. */
function nounOf(words: readonly string[]): string {
  const end = words.findIndex((word, index) => 0 < index && /^(?:of|in|at|for|from|with|who|on|to|near)$/u.test(word))
  return words.at(end < 0 ? -1 : end - 1) ?? ""
}
