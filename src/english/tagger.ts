/** Tags and tree of one sentence. All lists are as long as the sentence. */
export interface ParsedSentence {
  /** Universal parts of speech, such as "VERB". */
  readonly upos: readonly string[]
  /** Penn tags, such as "VBD". */
  readonly xpos: readonly string[]
  /** Index of the head within the sentence, -1 for the root. Exactly one root. */
  readonly heads: readonly number[]
  /** Universal Dependencies relations with subtype, such as "nsubj:pass". */
  readonly deprels: readonly string[]
  /** Name labels in BIO form ("B-PERSON", "I-PERSON", "O" ...), absent when the model finds no names. */
  readonly names?: readonly string[]
}

/** What tags and parses tokenised sentences. Deterministic: the same sentences give the same answer. */
export interface Tagger {
  parse(sentences: readonly (readonly string[])[]): ParsedSentence[]
}
