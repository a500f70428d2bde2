import type { Brief } from "../../src/app/brief/brief.ts"
import type { Incident } from "../../src/core/casefile.ts"
import type { Checked } from "./check-case.ts"
import type { Expected } from "./expected.ts"
import { fold, valueText } from "./names.ts"

/** Checks what a reader sees of the incidents: their titles, the values of their facts by report and source, and lines of the brief. */
export function checkLines(
  expected: Expected,
  matched: ReadonlyMap<string, Incident>,
  brief: Brief,
  fileOf: (reportId: string) => string,
): Checked[] {
  const checked: Checked[] = []
  const add = (list: string, item: string, verdict: Checked["verdict"], detail = "") =>
    checked.push({ list, item, verdict, detail, optional: false })

  for (const { key, has = [], lacks = [] } of expected.titles ?? []) {
    const incident = matched.get(key)
    const title = incident?.title ?? ""
    const wrong = [
      ...has
        .filter(words => !words.split(" | ").some(one => fold(title).includes(fold(one))))
        .map(words => `without "${words}"`),
      ...lacks.filter(words => fold(title).includes(fold(words))).map(words => `with "${words}"`),
    ]
    add("titles", key, !incident ? "missing" : wrong.length === 0 ? "right" : "wrong", `${wrong.join(", ")} (${title})`)
  }

  for (const { key, slot, value, file, by, absent } of expected.positions ?? []) {
    const fact = matched.get(key)?.facts.find(one => one.slot === slot)
    const wanted = value.split(" | ").map(fold)
    const isWanted = (one: Parameters<typeof valueText>[0]) => {
      const text = fold(valueText(one))
      return wanted.some(words => (words.startsWith("=") ? text === words.slice(1) : text.includes(words)))
    }
    const assertions = (fact?.positions ?? [])
      // Of one hall in two towns, each report has told its own.
      .flatMap(position => position.assertions.filter(own => isWanted(position) || isWanted(own)))
      .filter(({ evidence }) => file === undefined || evidence.some(item => fileOf(item.reportId).startsWith(file)))
    const said = assertions.filter(({ attribution }) => {
      const sayers = attribution.slice(1).map(({ name }) => fold(name))
      return by === undefined || (by === null ? sayers.length === 0 : sayers.some(name => name.includes(fold(by))))
    })
    const found = 0 < said.length
    const name = `${absent ? "not " : ""}${key} ${slot} ${value}${file ? ` in ${file}` : ""}${by ? ` by ${by}` : ""}`
    const detail = `has ${fact ? fact.positions.map(valueText).join(" | ") : "nothing"}${0 < assertions.length && !found ? ", by another" : ""}`
    if (absent) add("positions", name, found ? "wrong" : "right", found ? detail : "")
    else add("positions", name, found ? "right" : 0 < assertions.length ? "partly" : "missing", found ? "" : detail)
  }

  for (const { section, has, lacks } of expected.lines ?? []) {
    const text = fold(
      brief.sections
        .filter(({ key }) => key === section)
        .flatMap(({ lines }) => lines)
        .map(({ label, parts }) =>
          `${label} ${parts.map(part => ("text" in part ? part.text : "")).join("")}`.replace(/ +/g, " "),
        )
        .join("\n"),
    )
    if (has !== undefined) add("lines", `${section}: ${has}`, text.includes(fold(has)) ? "right" : "missing")
    if (lacks !== undefined)
      add("lines", `${section} without: ${lacks}`, text.includes(fold(lacks)) ? "wrong" : "right")
  }
  return checked
}
