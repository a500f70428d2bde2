import { expect, test } from "vitest"
import { findDistressing } from "./distress.ts"

const isFound = (sentence: string) => findDistressing(sentence, [{ start: 0, end: sentence.length }]).length === 1

test.each([
  "The guards strangled him with a belt.",
  "Bodies lay in the street for two days.",
  "Rescuers carried a charred body out of the van.",
  "She was raped by two of the men, the court heard.",
  "He lost both legs in the blast.",
  "People were screaming and there was blood everywhere.",
  "Prisoners were tortured with electric shocks.",
  "The hostages were beheaded on camera.",
  "They were burned alive in their cars.",
  "The attackers slit her throat.",
  "The bloodied shirt was shown to the jury.",
  "The man was stoned to death by the mob.",
])("it spares the reader: %s", sentence => {
  expect(isFound(sentence)).toBe(true)
})

test.each([
  "The bomb killed 17 people and wounded 40.",
  "Gunmen shot dead two officers at a checkpoint.",
  "The governing body of the league met on Monday.",
  "A body of experts will advise the minister.",
  "The court executed the order on Friday.",
  "The rapid response team arrived within minutes.",
  "Rapeseed prices rose by a third.",
  "The headquarters of the bank remains closed.",
  "He was charged with murder.",
  "The party was mauled at the polls.",
  "The report gave a therapist's view.",
  "The stone building was evacuated.",
])("it leaves what a case is about: %s", sentence => {
  expect(isFound(sentence)).toBe(false)
})
