import type { Span } from "../../../core/span.ts"

/**
 * Words for wounds, bodies and cruelty that a reader may wish to be spared. Numbers of dead are no such words: they are what a case is about.
 * Common words of English, chosen with the wording of newsroom guidance on graphic content in mind; ours.
 */
const graphic =
  /\b(?:behead(?:ed|ing)s?|decapitat\w+|dismember\w+|disembowel\w+|mutilat\w+|maim(?:ed|ing)|charred|burn(?:ed|t) alive|burned beyond|body parts?|limbs?|severed|corpses?|dead bod(?:y|ies)|bodies|bloodied|blood-?(?:soaked|stained|spattered|covered)|pools? of blood|bled to death|bleeding|gore|gory|gruesome|torn apart|blown apart|blown to pieces|scream(?:s|ed|ing)|tortur(?:e|ed|ing)|rap(?:e|ed|es|ing)|sexual(?:ly)? (?:assault|abuse|violence)\w*|lynch\w+|execut(?:ed|ing) (?:one|him|her|them|by)|shot (?:him|her|them) in the head|throats?|strangl\w+|suffocat\w+|remains of|lifeless|stabbed to death|beaten to death)\b/iu

/** The sentences that hold such words, in order. */
export function findDistressing(text: string, sentences: readonly Span[]): Span[] {
  return sentences
    .filter(({ start, end }) => graphic.test(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end }))
}
