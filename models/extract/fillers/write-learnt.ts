import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { weightsModule } from "../../train/fit.ts"
import type { Learnt } from "./learn.ts"

/** Writes the weights and the calibration as modules of src/extract/fillers. */
export function writeLearnt({ report, sentence, wording, roles, calibration }: Learnt): void {
  const [script, card] = ["models/extract/fillers/train.ts", "models/extract/fillers/README.md"]
  const folder = join(import.meta.dirname, "../../../src/extract/fillers")
  for (const [name, weights] of Object.entries({ report, sentence, wording, ...roles }))
    writeFileSync(join(folder, `weights/${name}.ts`), weightsModule(weights, script, card))
  const entries = Object.entries(calibration).map(([role, { bias, candidate, wording, before, shown, sure }]) => {
    const values = { bias, candidate, wording, before, shown, sure }
    return `  ${role}: { ${Object.entries(values)
      .map(([key, value]) => `${key}: ${value}`)
      .join(", ")} },`
  })
  writeFileSync(
    join(folder, "calibration.ts"),
    [
      `import type { Calibration, Role } from "./roles.ts"`,
      "",
      `// Written by ${script}; do not edit. Its card is ${card}.`,
      "",
      "/** How the scores of each role become chances. */",
      "export const CALIBRATION: Readonly<Record<Role, Calibration>> = {",
      ...entries,
      "}",
      "",
    ].join("\n"),
  )
}
