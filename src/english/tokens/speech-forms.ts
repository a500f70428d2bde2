// Word list: own compilation of English reporting verbs in the forms that stand beside quotations. Apache-2.0.

/** Forms of verbs that tell of words said: they decide where a sentence ends after a quotation and which quotations are set aside. */
export const speechForms: ReadonlySet<string> = new Set(
  `said says say saying asked asks added adds told tells wrote writes cried shouted replied replies declared declares explained explains
  warned warns announced stated states noted notes argued argues insisted insists claimed claims continued continues concluded testified
  admitted acknowledged recalled remarked observed predicted tweeted posted quoted responded answered commented cautioned complained
  stressed emphasized emphasised vowed pledged promised urged lamented boasted joked wondered suggested maintained reiterated asserted
  confirmed denied agreed`
    .trim()
    .split(/\s+/),
)
