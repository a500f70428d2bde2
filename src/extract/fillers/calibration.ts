import type { Calibration, Role } from "./roles.ts"

// Written by models/extract/fillers/train.ts; do not edit. Its card is models/extract/fillers/README.md.

/** How the scores of each role become chances. */
export const CALIBRATION: Readonly<Record<Role, Calibration>> = {
  perpetrator: { bias: -0.757, candidate: 0.727, wording: 0.037, before: -0.232, shown: 0.16 },
  organization: { bias: -0.389, candidate: 0.811, wording: 0.043, before: -0.821, shown: 0.17 },
  target: { bias: -0.501, candidate: 0.845, wording: 0.034, before: 0.059, shown: 0.2 },
  victim: { bias: -0.404, candidate: 0.942, wording: 0.075, before: 0.051, shown: 0.31 },
  weapon: { bias: -0.529, candidate: 0.654, wording: 0.076, before: -0.328, shown: 0.23 },
}
