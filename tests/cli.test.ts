import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { commands } from "../src/cli/commands.ts"
import { caseFileSchema } from "../src/core/casefile.ts"
import { HeedError } from "../src/core/error.ts"
import { heed, scratchFolder } from "./doors/fake-door.ts"
import { fakeEngine } from "./doors/fake-engine.ts"

const folder = scratchFolder()
const reports = join(folder, "reports")
const story = join(folder, "story.heed")

beforeAll(async () => {
  mkdirSync(reports)
  write("a.txt", "Ferry burns at Port Sella", "2031-05-03", [
    "A bomb killed 9 people. “We heard two blasts,” said Ana Diaz.",
    "The coast guard of Orsa warned the port authority on 2031-04-28 of an attack.",
    "ALSO READ: a fire killed 400 elsewhere",
  ])
  write("b.txt", "Toll rises in Port Sella", "2031-05-06", [
    "The bomb killed 17 people.",
    "The police arrested Juan Mora.",
  ])
  await heed(["add", story, reports])
})

function write(file: string, title: string, published: string, paragraphs: readonly string[]): void {
  writeFileSync(join(reports, file), [title, `Published: ${published}`, ...paragraphs].join("\n\n"))
}

test("brief of a folder needs no case, and every mark has its words", async () => {
  const { code, out, err } = await heed(["brief", reports])
  expect({ code, err }).toEqual({ code: 0, err: "" })
  const [body, words] = out.split("\nWORDS\n")
  const used = new Set([...body!.matchAll(/\[(\d+)\]/g)].map(([, mark]) => mark))
  const told = new Set([...words!.matchAll(/^ *\[(\d+)\] r\d+ \d+-\d+ "/gm)].map(([, mark]) => mark))
  expect(told).toEqual(used)
  expect(used.size).toBeGreaterThan(3)
  expect(words).toContain('"killed 17"')
})

test("the brief of a case is the brief of its reports", async () => {
  const fromCase = await heed(["brief", story])
  const fromPaths = await heed(["brief", reports])
  const body = (text: string) => text.slice(text.indexOf("WHAT HAPPENED"))
  expect(fromCase.code).toBe(0)
  expect(body(fromCase.out)).toBe(body(fromPaths.out))
})

test("no line is wider than the terminal, whatever its width", async () => {
  for (const columns of [40, 72, 100]) {
    const { out } = await heed(["brief", reports], { columns })
    expect(out.split("\n").filter(line => columns < line.length)).toEqual([])
  }
})

test("colours only on a terminal, and NO_COLOR is honoured", async () => {
  const colour = "\u001b["
  expect((await heed(["brief", reports], { terminal: true, columns: 80 })).out).toContain(colour)
  expect((await heed(["brief", reports])).out).not.toContain(colour)
  expect((await heed(["brief", reports], { terminal: true, columns: 80, env: { NO_COLOR: "1" } })).out).not.toContain(
    colour,
  )
})

test("progress is shown only on a terminal", async () => {
  expect((await heed(["brief", reports], { terminal: true, columns: 80 })).err).toContain("loading")
  expect((await heed(["brief", reports])).err).toBe("")
})

test("every list prints, and is data with --json", async () => {
  for (const name of ["incidents", "facts", "warnings", "statements", "reports", "lineage", "entities"]) {
    const text = await heed([name, story])
    expect({ name, code: text.code, err: text.err }).toEqual({ name, code: 0, err: "" })
    expect(text.out.length).toBeGreaterThan(50)
    const data = await heed([name, story, "--json"])
    expect(JSON.parse(data.out), name).toBeTruthy()
  }
})

test("facts of one incident, by its code", async () => {
  const { out } = await heed(["facts", story, "sel-4f2"])
  expect(out).toMatch(/killed +not settled/)
  expect(out).toContain("contradict")
})

test("a list has the numbers of the brief", async () => {
  const brief = await heed(["brief", story])
  const statements = await heed(["statements", story, "--words"])
  const [, mark] = /\[(\d+)\] r1 \d+-\d+ "“We heard two blasts/.exec(statements.out)!
  expect(brief.out).toContain(`[${mark}] r1`)
  expect(brief.out.split(`[${mark}] r1`)[1]).toMatch(/^ \d+-\d+ "“We heard two blasts/)
})

test("private people are folded in the list of entities and shown on demand", async () => {
  expect((await heed(["entities", story])).out).not.toContain("Juan Mora")
  expect((await heed(["entities", story])).out).toContain("Ana Diaz")
  expect((await heed(["entities", story, "--all"])).out).toContain("Juan Mora")
})

test("the brief names no victim or suspect among its facts, but opens the words; explain names them", async () => {
  const [body, words] = (await heed(["brief", story])).out.split("\nWORDS\n")
  expect(body).toMatch(/arrested +a named person \[\d+\]/)
  expect(body).not.toContain("Juan Mora")
  expect(words).toContain('"arrested Juan Mora"')
  expect((await heed(["facts", story])).out).toContain("Juan Mora")
})

test("--as-of leaves out what was published later", async () => {
  const early = await heed(["brief", story, "--as-of", "2031-05-04"])
  expect(early.out).toContain("killed 9")
  expect(early.out).not.toContain("killed 17")
  const asked = await heed(["export", story, "--format", "json", "--as-of", "2031-05"])
  expect(JSON.parse(asked.out).case.asOf).toBe("2031-05-31")
})

test("what is stated reaches the report", async () => {
  const { out } = await heed(["read", join(reports, "a.txt"), "--published", "2031-06-01", "--publisher", "Sella Post"])
  expect(out).toContain("1 June 2031")
  expect(out).toContain("Sella Post (user)")
})

test("read shows the text with its labels, what was left out, and the findings", async () => {
  const { out, code } = await heed(["read", join(reports, "a.txt")])
  expect(code).toBe(0)
  expect(out).toMatch(/title +Ferry burns at Port Sella/)
  expect(out).toMatch(/teaser +ALSO READ: a fire killed 400/)
  expect(out).toContain("rule killedNumber")
})

test("read takes standard input", async () => {
  const { out, code } = await heed(["read", "-"], { input: "A title\n\nA bomb killed 3." })
  expect(code).toBe(0)
  expect(out).toContain('"killed 3"')
})

test("explain tells the rule, the words and the rules that declined, for every kind of item", async () => {
  const caseFile = caseFileSchema.parse(JSON.parse((await heed(["export", story, "--format", "json"])).out))
  const [incident] = caseFile.incidents
  const [fact] = incident!.facts
  const ids = [
    incident!.code,
    incident!.id,
    fact!.id,
    fact!.positions[0]!.assertions[0]!.id,
    incident!.mentions[0]!.id,
    caseFile.statements[0]!.id,
    caseFile.warnings[0]!.id,
    caseFile.entities[0]!.id,
    caseFile.origins[0]!.id,
    caseFile.reports[0]!.id,
    caseFile.reports[0]!.id.slice(0, 8),
  ]
  for (const id of ids) {
    const { code, out, err } = await heed(["explain", story, id])
    expect({ id, code, err }).toEqual({ id, code: 0, err: "" })
    expect(out).toContain("WHAT IT SAYS")
  }
  const { out } = await heed(["explain", story, fact!.id])
  expect(out).toContain("rule killedNumber")
  expect(out).toContain("declined: heartAttack")
})

test("explain of a number of the brief shows the words in place and what rests on them", async () => {
  const brief = await heed(["brief", story])
  const [, mark] = /\[(\d+)\] r2 \d+-\d+ "killed 17"/.exec(brief.out)!
  const { out, code } = await heed(["explain", story, mark!])
  expect(code).toBe(0)
  expect(out).toContain("The bomb >> killed 17 << people.")
  expect(out).toMatch(/assertion +\{[0-9a-f]{16}\} SEL-4F2 .+: killed 17/)
  expect((await heed(["explain", story, `[${mark}]`])).out).toBe(out)
})

test("explain refuses an id that is not there, and one that begins several", async () => {
  const absent = await heed(["explain", story, "zzzzzz"])
  expect(absent.code).toBe(66)
  expect(absent.err).toMatch(/^heed: nothing in this case has the id zzzzzz; expected .+\n$/)
})

test("search finds reports by their words", async () => {
  const found = await heed(["search", story, "coast", "guard", "--json"])
  expect(JSON.parse(found.out)).toMatchObject([{ title: "Ferry burns at Port Sella", file: "a.txt" }])
  expect((await heed(["search", story, "submarine"])).out).toContain("0 reports")
})

test("add again reads nothing again; a new engine version reads all again when the case is shown", async () => {
  const again = await heed(["add", story, reports])
  expect(again.out).toBe(`added 0 reports to ${story}; 2 were there already; it holds 2 now\n`)
  let read = 0
  const engine = fakeEngine("fake-2")
  const counting: typeof engine = {
    ...engine,
    read(raw) {
      read++
      return engine.read(raw)
    },
  }
  const copy = join(folder, "copy.heed")
  await heed(["add", copy, reports])
  expect((await heed(["brief", copy], { engine: counting })).code).toBe(0)
  expect(read).toBe(2)
  expect((await heed(["brief", copy], { engine: counting })).code).toBe(0)
  expect(read).toBe(2)
})

test("a removed report leaves the case as if it had never been there", async () => {
  const one = join(folder, "one.heed")
  const two = join(folder, "two.heed")
  await heed(["add", one, join(reports, "a.txt")])
  await heed(["add", two, reports])
  const all = JSON.parse((await heed(["reports", two, "--json"])).out) as { id: string; file: string }[]
  const id = all.find(report => report.file === "b.txt")!.id
  const removed = await heed(["remove", two, id.slice(0, 6)])
  expect(removed.out).toBe(`removed report ${id} from ${two}; it holds 1 now\n`)
  const body = async (path: string) => JSON.parse((await heed(["export", path, "--format", "json"])).out)
  expect({ ...(await body(two)), case: null }).toEqual({ ...(await body(one)), case: null })
  expect((await heed(["remove", two, "ffffffff"])).code).toBe(66)
})

test("decide writes down a decision with the words it is about", async () => {
  const decided = await heed(["decide", story, "correct", "SEL-4F2", "--to", "foiled", "--by", "ana", "--json"])
  const decision = JSON.parse(decided.out)
  expect(decision).toMatchObject({ action: "correct", by: "ana", decidedAt: "2031-05-09T00:00:00.000Z" })
  expect(decision.value.status).toBe("foiled")
  expect(decision.value.words.map((word: { text: string }) => word.text).sort()).toEqual(["killed 17", "killed 9"])
  const facts = JSON.parse((await heed(["facts", story, "SEL-4F2", "--json"])).out) as { id: string; slot: string }[]
  const killed = facts.find(({ slot }) => slot === "killed")!.id
  const count = JSON.parse((await heed(["decide", story, "correct", killed, "--to", "17+", "--json"])).out)
  expect(count.value).toMatchObject({ slot: "killed", value: { kind: "count", low: 17, high: null, of: "people" } })
})

test("decide refuses what makes no decision", async () => {
  const calls: [argv: string[], says: RegExp][] = [
    [["burn", "SEL-4F2"], /expected one of accept/],
    [["merge", "SEL-4F2"], /expected --with/],
    [["merge", "SEL-4F2", "--with", "SEL-4F2"], /only with another incident/],
    [["split", "SEL-4F2"], /expected --mentions/],
    [["correct", "SEL-4F2"], /expected --to/],
  ]
  for (const [argv, says] of calls) {
    const { code, err } = await heed(["decide", story, ...argv])
    expect({ argv, code }).toEqual({ argv, code: 64 })
    expect(err).toMatch(says)
  }
})

test("export writes the case file by its schema, and the same bytes each time", async () => {
  const first = await heed(["export", story, "--format", "json"])
  const second = await heed(["export", story, "--json"])
  expect(first.out).toBe(second.out)
  expect(caseFileSchema.safeParse(JSON.parse(first.out)).success).toBe(true)
})

test("the format is told by the name of the file, and the file is whole", async () => {
  for (const [name, begins] of [
    ["out.json", '{\n "format": "heed-casefile/1"'],
    ["out.md", "# "],
    ["out.html", "<!doctype html>"],
  ] as const) {
    const path = join(folder, name)
    const { code, out } = await heed(["export", story, "--out", path])
    expect({ code, out }).toEqual({ code: 0, out: "" })
    expect(readFileSync(path, "utf8").startsWith(begins)).toBe(true)
  }
  expect(readdirSync(folder).filter(name => name.endsWith(".part"))).toEqual([])
})

test("brief writes the sheet too", async () => {
  const path = join(folder, "sheet.html")
  expect((await heed(["brief", reports, "--sheet", path])).code).toBe(0)
  expect(readFileSync(path, "utf8")).toContain("</html>")
})

test("every wrong call gets one line that says what was expected, and the right code", async () => {
  const calls: [argv: string[], code: number, says: RegExp][] = [
    [["nonsense"], 64, /unknown command/],
    [["brief"], 64, /missing required argument/],
    [["brief", reports, "--nonsense"], 64, /unknown option/],
    [["brief", reports, "--as-of", "tomorrow"], 64, /expected one such as 2024-03-29/],
    [["brief", reports, "--policy", "wild"], 64, /expected one of keep-range/],
    [["brief", reports, "--published", "03.04.2031"], 64, /expected one such as/],
    [["brief", story, reports], 64, /not both at once/],
    [["brief", story, "--title", "x"], 64, /stated when a report is added/],
    [["brief", join(folder, "absent.heed")], 66, /no case file at/],
    [["brief", join(folder, "absent.txt")], 66, /is not there/],
    [["add", join(folder, "story"), reports], 64, /must end in .heed/],
    [["read", story], 64, /expected a report/],
    [["export", story, "--format", "pdf"], 64, /expected one of json, md, html/],
    [["export", story], 64, /which format/],
    [["export", story, "--out", join(reports, "a.txt", "x.md")], 64, /a file is where a folder is needed/],
    [["export", story, "--out", reports, "--format", "md"], 64, /expected the name of a file/],
    [["search", story, "x", "--limit", "many"], 64, /whole number/],
    [["facts", story, "XXX-000"], 66, /nothing in this case/],
  ]
  for (const [argv, code, says] of calls) {
    const run = await heed(argv)
    expect({ argv, code: run.code, out: run.out }).toEqual({ argv, code, out: "" })
    expect(run.err).toMatch(says)
    expect(run.err.split("\n")[0]).toMatch(/^heed: /)
  }
})

test("an error is JSON with --json", async () => {
  const { err, code } = await heed(["brief", join(folder, "absent.heed"), "--json"])
  expect(code).toBe(66)
  expect(JSON.parse(err)).toMatchObject({ error: { code: "not-found" } })
})

test("a fault of ours is told as one, with its own code", async () => {
  const broken = {
    ...fakeEngine(),
    build: () => {
      throw new Error("boom")
    },
  }
  const { code, err } = await heed(["brief", reports], { engine: broken })
  expect(code).toBe(70)
  expect(err).toBe("heed: a fault of Heed: boom\n")
})

test("the store's own words reach the person", async () => {
  const openCase = async () => {
    throw new HeedError("newer-version", "story.heed was written by a newer Heed")
  }
  const { code, err } = await heed(["brief", story], { services: { openCase } })
  expect({ code, err }).toEqual({ code: 78, err: "heed: story.heed was written by a newer Heed\n" })
})

test("help names every command, and each command's help has its example", async () => {
  const { out, code } = await heed(["--help"])
  expect(code).toBe(0)
  for (const { name, example } of commands) {
    expect(out).toContain(name)
    expect((await heed([name, "--help"])).out).toContain(example)
  }
})
