/** Roles that a scorer fills: people who did it, the body they act for, the thing it was aimed at, people by name it was aimed at, the weapon. */
export const ROLES = ["perpetrator", "organization", "target", "victim", "weapon"] as const
export type Role = (typeof ROLES)[number]

/** How scores of one role become a chance: the first four add up to log-odds of being right. */
export interface Calibration {
  readonly bias: number
  /** Of the score of the candidate, and of its best wording. */
  readonly candidate: number
  readonly wording: number
  /** Of how many likelier candidates the role has in the report (logarithm of one more). */
  readonly before: number
  /** From this chance on a candidate is worth showing. */
  readonly shown: number
  /** From this chance on four in five were right; below it none is given a chance of 0.8. */
  readonly sure: number
}
