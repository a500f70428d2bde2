/** Words for people who speak for a state or a service, named or not. Source: English; Apache-2.0. */
const OFFICES =
  /\b(?:officials?|officers?|polic(?:e|emen)|ministry|minister|government|governor|mayor|authorit(?:y|ies)|army|military|hospitals?|prosecutors?|investigators?|coast guard|spokes(?:man|woman|person)|president|prime minister|department|agency|service)\b/iu

/** True for words that name a state, a service or who speaks for one. */
export function namesOffice(name: string): boolean {
  return OFFICES.test(name)
}
