import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { adviceOn, hasAdvice } from "./advice.ts"

const src = resolve(import.meta.dirname, "../..")

/** Codes of problems as intake, reading and adding write them. */
function codes(): string[] {
  const files = ["intake", "text", "english", "extract"].flatMap(folder =>
    readdirSync(join(src, folder), { recursive: true, encoding: "utf8" }).map(file => join(folder, file)),
  )
  const written = [...files, "app/add-reports.ts", "app/reader.ts", "cut-long-report.ts"].filter(
    file => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  )
  const pattern = /(?:\bcode: (?:\w+ \? )?|\bproblem\(\s*|\bRefused\()"([a-z]+(?:-[a-z0-9]+)+)"(?: : "([a-z-]+)")?/g
  return [
    ...new Set(
      written.flatMap(file =>
        [...readFileSync(join(src, file), "utf8").matchAll(pattern)].flatMap(match => [
          match[1]!,
          match[2] ?? match[1]!,
        ]),
      ),
    ),
  ].sort()
}

test("every problem has a sentence that says what to do", () => {
  expect(codes().length).toBeGreaterThan(20)
  expect(codes().filter(code => !hasAdvice(code))).toEqual([])
})

test("where a problem cost the report nobody is sent to look at it", () => {
  expect(adviceOn("no-article")).toContain("reader")
  expect(adviceOn("no-article", true)).not.toContain("reader")
})

test("an unknown problem sends to the report", () => {
  expect(adviceOn("something-new")).toBe("Look at the report in the reader.")
})
