import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readEnglish } from "../../src/read-english.ts"
import type { Part } from "../part.ts"
import type { MarkedPassage } from "../read/marked-readings.ts"
import { citations } from "./citations.ts"
import { profiles } from "./profiles.ts"
import { warnings } from "./warnings.ts"

const english = readEnglish()

/** The least that half A has to keep, in percent. */
const LEAST: readonly { part: Part<MarkedPassage>; found: number; figures: { readonly [name: string]: number } }[] = [
  { part: warnings, found: 90, figures: { kind: 93, issuer: 95, threat: 95, actor: 84, target: 85, horizon: 85 } },
  { part: profiles, found: 79, figures: { subject: 95, value: 95 } },
  { part: citations, found: 94, figures: { kind: 95, form: 100 } },
]

for (const { part, found, figures } of LEAST)
  test(`half A keeps its ${part.name}: at least ${found} % found`, async () => {
    const path = `../notices/${part.name}/half-a.txt`
    const text = readFileSync(new URL(path, import.meta.url), "utf8")
    const passages = part.format!.read({ path, text, beside: () => "" })
    const printed = await part.measure(passages, { english, wrong: () => {}, note: () => {} })
    for (const [name, least] of Object.entries({ found, ...figures }))
      expect(printed.find(figure => figure.name === name)?.value, name).toBeGreaterThanOrEqual(least)
  })
