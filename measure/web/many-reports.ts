import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { buildCase } from "../../src/app/opening/build-case.ts"
import type { Machine } from "../../src/app/opening/machine.ts"
import { readerOf } from "../../src/app/reader.ts"
import { codeVersion } from "../../src/code-version.ts"
import type { CaseFile } from "../../src/core/casefile.ts"
import type { Engine } from "../../src/core/engine.ts"
import type { Reading } from "../../src/core/reading.ts"
import { openCase } from "../../src/store/sqlite/open-case.ts"
import { withOtherNames } from "../reconcile/other-names.ts"

const root = join(import.meta.dirname, "../..")

/** The sample story's reports, read. */
export function sampleReadings(engine: Engine): Reading[] {
  const folder = join(root, "samples")
  return readdirSync(folder)
    .filter(file => /\.(?:txt|html)$/.test(file))
    .map(file => engine.read({ file, bytes: new Uint8Array(readFileSync(join(folder, file))) }))
}

/**
 * Makes a case file of so many reports: the given ones again and again, each time with other names, words and years, without reading them anew.
 * What arrived is taken to be the clean text, so that every place in it is the same place there. The case is put together and kept, and given back.
 */
export async function makeCaseOf(
  path: string,
  readings: readonly Reading[],
  size: number,
  engine: Engine,
): Promise<CaseFile> {
  const machine: Machine = {
    version: codeVersion(root, engine.version),
    engine: async () => engine,
    reader: async () => readerOf(engine),
  }
  const store = await openCase(path, { create: true })
  try {
    for (let at = 0; at < size; at++) {
      const reading = withOtherNames(readings[at % readings.length]!, Math.floor(at / readings.length))
      const { id, file, text } = reading.report
      const { length } = text
      await store.putReport(
        { id, bytes: new TextEncoder().encode(text), ...(file !== undefined && { file }) },
        { ...reading, report: { ...reading.report, rawMap: [[0, length, 0, length]] } },
      )
    }
    return await buildCase(store, machine)
  } finally {
    await store.close()
  }
}
