import type { Calibration, Role } from "./roles.ts"

// Written by models/extract/fillers/train.ts; do not edit. Its card is models/extract/fillers/README.md.

/** How the scores of each role become chances. */
export const CALIBRATION: Readonly<Record<Role, Calibration>> = {
  perpetrator: { bias: -0.763, candidate: 0.728, wording: 0.041, before: -0.245, shown: 0.25, sure: 1 },
  organization: { bias: -0.488, candidate: 0.771, wording: 0.061, before: -0.855, shown: 0.25, sure: 0.8 },
  target: { bias: -0.495, candidate: 0.858, wording: 0.044, before: 0.043, shown: 0.25, sure: 0.85 },
  victim: { bias: -0.399, candidate: 0.955, wording: 0.077, before: 0.056, shown: 0.25, sure: 0.8 },
  weapon: { bias: -0.56, candidate: 0.662, wording: 0.083, before: -0.268, shown: 0.25, sure: 1 },
}
