import type { Word } from "../../core/words.ts"

/** Words for people in general, their number and age: two victims are not one target. Source: English of crime reporting; Apache-2.0. */
const ANYBODY = new Set(
  `victim victims suspect suspects man men woman women boy boys girl girls child children kid kids toddler baby infant teen teens teenager
  teenagers people person persons male males female females adult adults driver drivers officer officers police passenger passengers
  resident residents bystander bystanders friend friends wife husband mother father son daughter brother sister girlfriend boyfriend
  family members member individual individuals student students worker workers year years month months week weeks old grader graders second third fourth first unidentified
  another others juvenile juveniles neighbor neighbors neighbour neighbours grandmother grandfather grandson granddaughter nephew niece
  cousin uncle aunt sibling siblings toddlers infants newborn teenage young elderly several multiple dozen dozens group crowd total best
  gunman gunmen shooter attacker attackers assailant assailants home house area scene himself herself someone anyone`.split(
    /\s+/,
  ),
)

/** True for a word that tells nobody from anybody: "men", "victim", "34". */
export function isAnybody(word: Word): boolean {
  return ANYBODY.has(word.plain) || /^\d/.test(word.stem)
}
