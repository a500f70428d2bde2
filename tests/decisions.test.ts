import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { writeBrief } from "../src/app/brief/write-brief.ts"
import { type Asked, decide } from "../src/app/decide.ts"
import { type Item, itemsOf } from "../src/app/find-item.ts"
import type { CaseFile } from "../src/core/casefile.ts"
import type { Reading } from "../src/core/reading.ts"
import type { Decision, Store } from "../src/core/store.ts"
import { makeEngine } from "../src/make-engine.ts"

// What people decide, from the door to the brief: each action on each kind of item, and that it survives what may happen to a case.

const root = resolve(import.meta.dirname, "..")
const engine = makeEngine()
const noStore = { addDecision: async () => {} } as unknown as Store

const decideOn = (caseFile: CaseFile, asked: Omit<Asked, "by" | "decidedAt">): Promise<Decision> =>
  decide(noStore, caseFile, { ...asked, by: "ana", decidedAt: "2031-12-01T00:00:00Z" })

/** A reading as a later version may make it: all that was found has other ids, its words are the same. */
function readAnew(reading: Reading): Reading {
  const ids = [reading.events, reading.statements, reading.warnings, reading.citations, reading.entities].flatMap(
    list => list.map(({ id }) => id),
  )
  const renamed = ids.reduce((text, id) => text.replaceAll(`"${id}"`, `"new-${id}"`), JSON.stringify(reading))
  return JSON.parse(renamed) as Reading
}

/** Whether the item with these words is in the case. */
function holds(caseFile: CaseFile, item: Item): boolean {
  return [...itemsOf(caseFile)].some(other => other.kind === item.kind && other.id === item.id)
}

const kinds: { readonly [action in Asked["action"]]?: readonly Item["kind"][] } = {
  reject: ["incident", "mention", "fact", "assertion", "statement", "utterance", "warning", "lineage", "entity"],
  hide: ["incident", "fact", "statement", "utterance", "warning", "lineage", "entity"],
  correct: ["incident", "fact", "assertion", "entity"],
  grade: ["report", "assertion", "statement", "warning"],
  accept: ["incident", "fact", "assertion", "statement", "warning", "entity", "report", "lineage"],
}
const actions = Object.entries(kinds).map(([action, list]) => ({ action, list: list! }))

for (const folder of [join(root, "samples"), join(root, "../shared/reports/moscow-2024")])
  describe.skipIf(!existsSync(folder))(folder.endsWith("samples") ? "samples" : "real reports", () => {
    const readings = existsSync(folder)
      ? readdirSync(folder)
          .filter(file => /\.(txt|html)$/.test(file))
          .map(file => engine.read({ bytes: readFileSync(join(folder, file)), file }))
      : []
    const build = (some: readonly Reading[], ...decisions: Decision[]) =>
      engine.build(some, { name: "case", decisions })
    const plain = build(readings)
    const anew = readings.map(readAnew)
    /** An item from the middle of its kind; facts and tellings not those of the incident that is picked itself. */
    const pick = (kind: Item["kind"]): Item => {
      const own = plain.incidents[Math.floor(plain.incidents.length / 2)]!
      const items = [...itemsOf(plain)].filter(
        item =>
          item.kind === kind &&
          (item.kind !== "fact" || (item.item.value?.kind === "count" && item.item.subject !== own.id)) &&
          (item.kind !== "assertion" || (item.item.value.kind === "count" && item.item.subject !== own.id)) &&
          (item.kind !== "mention" || item.incident !== own),
      )
      return items[Math.floor(items.length / (kind === "assertion" ? 3 : 2))]!
    }
    /** A decision of that action on an item of each kind. */
    const decideAll = (action: string, list: readonly Item["kind"][]) =>
      Promise.all(
        list.map(kind => {
          const number = kind === "fact" || kind === "assertion"
          const to = action === "grade" ? "B2" : action === "correct" ? (number ? "77" : "Another name") : undefined
          return decideOn(plain, { action, item: pick(kind).id, ...(to !== undefined && { to }) })
        }),
      )

    test.each(actions)("$action of a $list is done, in any order and after a new reading", async ({ action, list }) => {
      const decisions = await decideAll(action, list)
      const decided = build(readings, ...decisions)
      expect(decided.decisions!.filter(({ applies }) => !applies)).toEqual([])
      expect(decided.decisions).toHaveLength(list.length)
      const text = JSON.stringify({ ...decided, decisions: [] })
      if (action === "reject" || action === "hide") expect(list.filter(kind => holds(decided, pick(kind)))).toEqual([])
      if (action === "grade") expect(text.split('"grade":{"code":"B2","by":"ana"')).toHaveLength(list.length + 1)
      if (action === "correct") {
        expect(text.split('"low":77').length).toBeGreaterThan(2)
        expect(text.split(':"Another name"')).toHaveLength(3)
      }
      expect(JSON.stringify(build([...readings].reverse(), ...decisions))).toBe(JSON.stringify(decided))
      expect(build(anew, ...decisions).decisions!.filter(({ applies }) => !applies)).toEqual([])
      const brief = JSON.stringify(writeBrief(decided))
      expect(brief).toContain("DECIDED BY PEOPLE")
      expect(brief).not.toContain("no longer applies")
    })

    test.each(actions)(
      "$action of a $list applies or is listed when a report is taken out",
      async ({ action, list }) => {
        const decisions = await decideAll(action, list)
        for (const out of [0, readings.length - 1]) {
          const some = readings.filter((_, index) => index !== out)
          const file = build(some, ...decisions)
          const listed = file.problems.filter(({ code }) => code === "decision-no-longer-applies").length
          expect(listed).toBe(file.decisions!.filter(({ applies }) => !applies).length)
          expect(JSON.stringify(build([...some].reverse(), ...decisions))).toBe(JSON.stringify(file))
        }
      },
    )

    test("a decision about what several reports tell outlives each of them", async () => {
      const incident = plain.incidents.find(({ reports }) => 3 <= reports.length)!
      const decision = await decideOn(plain, { action: "correct", item: incident.id, to: "Another title" })
      for (const out of incident.reports.slice(0, 4)) {
        const file = build(
          readings.filter(({ report }) => report.id !== out),
          decision,
        )
        expect(file.incidents.map(({ title }) => title)).toContain("Another title")
      }
    })

    test("what is withdrawn is as if never decided, and a withdrawal can be withdrawn", async () => {
      const hidden = await decideOn(plain, { action: "hide", item: pick("incident").id, note: "another story" })
      const withdrawn = await decideOn(build(readings, hidden), { action: "withdraw", item: hidden.id.slice(0, 8) })
      const file = build(readings, hidden, withdrawn)
      expect({ ...file, decisions: undefined }).toEqual(plain)
      expect(file.decisions).toMatchObject([
        { applies: false, withdrawn: true, note: "another story" },
        { action: "withdraw", applies: true },
      ])
      const twice = await decideOn(file, { action: "withdraw", item: withdrawn.id })
      expect({ ...build(readings, hidden, withdrawn, twice), decisions: [] }).toEqual({
        ...build(readings, hidden),
        decisions: [],
      })
    })

    test("incidents and entities are merged and split, also after a new reading", async () => {
      const [one, two] = plain.incidents
      const merge = await decideOn(plain, { action: "merge", item: one!.id, with: two!.id })
      for (const some of [readings, anew]) {
        const file = build(some, merge)
        expect(file.decisions).toMatchObject([{ applies: true }])
        expect(file.incidents).toHaveLength(plain.incidents.length - 1)
      }
      const many = plain.incidents.find(({ mentions }) => new Set(mentions.map(({ reportId }) => reportId)).size > 1)!
      const split = await decideOn(plain, { action: "split", item: many.id, mentions: [many.mentions.at(-1)!.id] })
      for (const some of [readings, anew]) {
        const file = build(some, split)
        expect(file.decisions).toMatchObject([{ applies: true }])
        expect(file.incidents.length).toBeGreaterThan(plain.incidents.length)
      }
      const entity = plain.entities.find(({ mentions }) => 1 < new Set(mentions.map(one => one.localEntityId)).size)!
      const apart = await decideOn(plain, {
        action: "split",
        item: entity.id,
        mentions: [entity.mentions[0]!.localEntityId],
      })
      for (const some of [readings, anew]) {
        const file = build(some, apart)
        expect(file.decisions).toMatchObject([{ applies: true }])
        expect(file.entities.length).toBeGreaterThan(plain.entities.length)
      }
    })

    test("two entities are kept apart, also after a new reading", async () => {
      const [one, two] = plain.entities.filter(({ type }) => type === "organization")
      const apart = await decideOn(plain, { action: "keep-apart", item: one!.id, with: two!.id })
      for (const some of [readings, anew]) {
        const file = build(some, apart)
        expect(file.decisions).toMatchObject([{ applies: true }])
        expect(file.entities).toHaveLength(plain.entities.length)
        expect(JSON.stringify(file.entities)).toContain("kept apart by ana")
      }
    })

    test.each([
      [{ action: "keep-apart", item: "incident" }, /keep-apart is not for an incident/],
      [{ action: "keep-apart", item: "entity" }, /--with/],
      [{ action: "merge", item: "incident", with: "entity" }, /merged only with another incident/],
      [{ action: "merge", item: "incident" }, /--with/],
      [{ action: "merge", item: "report" }, /merge is not for a report/],
      [{ action: "hide", item: "report" }, /hide is not for a report/],
      [{ action: "grade", item: "entity", to: "B" }, /grade is not for an entity/],
      [{ action: "grade", item: "report", to: "G7" }, /A-F for the source/],
      [{ action: "correct", item: "statement", to: "x" }, /correct is not for a statement/],
      [{ action: "correct", item: "fact", to: "many" }, /is no number/],
      [{ action: "split", item: "incident", mentions: ["zzz"] }, /no telling zzz/],
      [{ action: "withdraw", item: "incident" }, /no decision has the id/],
      [{ action: "praise", item: "incident" }, /expected one of accept/],
    ] as const)("what cannot be is refused in words: %j", async (asked, message) => {
      const id = (kind: Item["kind"]) => pick(kind).id
      const { item, ...rest } = asked
      const other = "with" in rest ? { with: id(rest.with) } : {}
      await expect(decideOn(plain, { ...rest, ...other, item: id(item) })).rejects.toThrow(message)
    })
  })
