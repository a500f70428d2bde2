import { expect, test } from "vitest"
import type { Decision } from "../../core/store.ts"
import { buildCase } from "../build-case.ts"
import { harbour, testOptions } from "../testing/harbour.ts"
import { count } from "../testing/reading-builder.ts"

const readings = harbour()
const plain = buildCase(readings, testOptions)
const bombing = plain.incidents.find(incident => incident.subtype === "bombing" && incident.status === "occurred")!
const shooting = plain.incidents.find(incident => incident.subtype === "shooting")!
const killed = bombing.facts.find(fact => fact.slot === "killed")!

let made = 0
function decision(action: Decision["action"], subject: string, value: unknown = null): Decision {
  return { id: `d${++made}`, decidedAt: "2031-05-09T10:00:00Z", by: "Mara", action, subject, value }
}
const decide = (...decisions: Decision[]) => buildCase(readings, { ...testOptions, decisions })
const without = (file: typeof plain) => file.problems.filter(problem => problem.code === "decision-no-longer-applies")

test("a rejected assertion is gone and the numbers follow", () => {
  const seventeen = killed.positions.find(position => position.value.kind === "count" && position.value.low === 17)!
  const file = decide(decision("reject", seventeen.assertions[0]!.id))
  const fact = file.incidents.find(incident => incident.id === bombing.id)!.facts.find(item => item.slot === "killed")!
  expect(fact.value).toMatchObject({ low: 9, high: null })
  expect(without(file)).toEqual([])
})

test("a corrected assertion carries who corrected it", () => {
  const seventeen = killed.positions.find(position => position.value.kind === "count" && position.value.low === 17)!
  const file = decide(decision("correct", seventeen.assertions[0]!.id, { value: count(18) }))
  const fact = file.incidents.find(incident => incident.id === bombing.id)!.facts.find(item => item.slot === "killed")!
  expect(fact.value).toMatchObject({ low: 18 })
  expect(JSON.stringify(fact)).toContain("corrected by Mara")
})

test("an accepted assertion gives the value; a corrected fact has the given one", () => {
  const nine = killed.positions.find(position => position.value.kind === "count" && position.value.low === 9)!
  const accepted = decide(decision("accept", nine.assertions[0]!.id)).incidents.find(
    incident => incident.id === bombing.id,
  )!
  expect(accepted.facts.find(item => item.slot === "killed")!.value).toMatchObject({ low: 9 })
  const corrected = decide(decision("correct", killed.id, { value: count(20) })).incidents.find(
    incident => incident.id === bombing.id,
  )!
  expect(corrected.facts.find(item => item.slot === "killed")).toMatchObject({
    value: { low: 20 },
    why: expect.stringContaining("value set by Mara"),
  })
})

test("two incidents are merged, and one is split again by mention", () => {
  const merged = decide(decision("merge", bombing.id, { with: shooting.id }))
  expect(merged.incidents).toHaveLength(plain.incidents.length - 1)
  const mention = bombing.mentions.at(-1)!
  const split = decide(decision("split", bombing.id, { mentions: [mention.id] }))
  expect(split.incidents).toHaveLength(plain.incidents.length + 1)
  expect(without(split)).toEqual([])
})

test("entities are merged and split", () => {
  const [one, two] = [plain.entities[0]!, plain.entities[1]!]
  expect(decide(decision("merge", one.id, { with: two.id })).entities).toHaveLength(plain.entities.length - 1)
  const diaz = plain.entities.find(entity => entity.name === "Ana Diaz")!
  const local = diaz.mentions[0]!.localEntityId
  expect(decide(decision("split", diaz.id, { mentions: [local] })).entities).toHaveLength(plain.entities.length + 1)
})

test("hidden and rejected items are gone; rejected lineage makes two origins of one", () => {
  expect(decide(decision("hide", shooting.id)).incidents.map(incident => incident.id)).not.toContain(shooting.id)
  expect(decide(decision("reject", shooting.id)).incidents.map(incident => incident.id)).not.toContain(shooting.id)
  const file = decide(decision("reject", plain.lineage.find(item => item.kind === "copies")!.id))
  expect(file.lineage.map(item => item.kind)).toEqual(["cites"])
})

test("a hidden warning and a rejected fact leave no id behind", () => {
  const id = plain.warnings[0]!.id
  expect(JSON.stringify({ ...decide(decision("hide", id)), decisions: [] })).not.toContain(`"${id}"`)
  const file = decide(decision("reject", killed.id))
  expect(file.incidents.find(incident => incident.id === bombing.id)!.facts.map(item => item.slot)).not.toContain(
    "killed",
  )
})

test("a title is corrected and survives another report", () => {
  const file = buildCase(readings.slice(1), {
    ...testOptions,
    decisions: [decision("correct", shooting.id, { title: "Shooting at the quay" })],
  })
  expect(file.incidents.map(incident => incident.title)).toContain("Shooting at the quay")
})

test("a decision about something the case does not have is listed, and changes nothing else", () => {
  const file = decide(
    decision("reject", "nothing"),
    decision("merge", bombing.id, { with: "nothing" }),
    decision("grade", "nothing", { grade: "B" }),
  )
  expect(without(file)).toHaveLength(3)
  expect({ ...file, decisions: undefined, problems: [] }).toEqual({ ...plain, problems: [] })
  expect(file.decisions!.map(({ applies }) => applies)).toEqual([false, false, false])
})

test("words find an incident again, and never take another kind of item for it", () => {
  const words = [bombing.mentions[0]!.evidence]
  const byWords = decide(decision("reject", "an id of an older reading", { words }))
  expect(byWords.incidents.map(incident => incident.id)).not.toContain(bombing.id)
  // The words of an assertion or an entity lie within those of a telling, too.
  const target = bombing.facts.find(item => item.slot === "target")!.positions[0]!.assertions[0]!
  const assertion = decide(decision("reject", target.id, { words: target.evidence, slot: "target" }))
  expect(assertion.incidents).toHaveLength(plain.incidents.length)
  const [one, two] = [plain.entities[0]!, plain.entities[1]!]
  const entityWords = (entity: typeof one) =>
    entity.mentions.map(({ reportId, start, end, text }) => ({ reportId, start, end, text }))
  const merged = decide(
    decision("merge", one.id, { with: two.id, words: entityWords(one), withWords: entityWords(two) }),
  )
  expect(merged.incidents).toHaveLength(plain.incidents.length)
})

test("correcting a fact leaves its assertions as the reports have them", () => {
  const evidence = killed.positions.flatMap(position => position.assertions.flatMap(item => item.evidence))
  const file = decide(decision("correct", killed.id, { value: count(20), slot: "killed", words: evidence.slice(0, 1) }))
  const fact = file.incidents.find(incident => incident.id === bombing.id)!.facts.find(item => item.slot === "killed")!
  expect(fact.positions).toEqual(killed.positions)
})
