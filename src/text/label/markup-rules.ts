import type { Label, Line } from "./line.ts"
import { isPersonLine, labelLine } from "./line-rules.ts"
import { endsSentence, wordsOf } from "./words.ts"

/** The label of a line from HTML: what the markup says of its place comes first, then what the words say. */
export function labelMarkup(line: Line): { label: Label | undefined; rule: string } {
  const markup = line.markup!
  const has = (...names: readonly Parameters<typeof markup.categories.has>[0][]) =>
    names.some(name => markup.categories.has(name))
  const give = (label: Label | undefined, rule: string) => ({ label, rule })
  const words = labelLine(line)

  if (has("hidden")) return give("other", "hidden")
  if (has("head")) return give("metadata", "head")
  if (has("ad")) return give("advertisement", "ad")
  if (has("comments")) return give("comment-form", "comments")
  if (has("share")) return give("share-bar", "share")
  if (has("player") && !has("caption")) return give("player", "player")
  if (has("related")) return give("teaser", "related")
  if (has("newsletter", "tags")) return give("navigation", "navigation")
  if (has("bio"))
    return has("byline") && isPersonLine(line.text) ? give("byline", "bylineMarkup") : give("metadata", "bio")
  if (has("form"))
    return give(
      words.label === "comment-form" || words.label === "share-bar" || words.label === "player"
        ? words.label
        : "navigation",
      "form",
    )
  if (has("pull-quote")) return give("pull-quote", "pullQuoteMarkup")
  if (has("byline") && line.text.length <= 200 && !has("navigation", "footer")) {
    if (words.label === "dateline" || words.label === "byline") return words
    return give(isPersonLine(line.text) ? "byline" : "metadata", "bylineMarkup")
  }
  if (has("date") && line.text.length <= 120 && !has("navigation", "footer", "aside")) {
    if (words.label === "dateline") return words
    if (markup.tag === "time") return give("dateline", "timeElement")
  }
  const kept = 0.5 <= markup.kept
  // Titles under the pictures of other stories are links.
  if (has("caption") && (kept || (markup.inArticle && markup.linked < 0.5))) return give("caption", "captionMarkup")
  if (has("credit") && (kept || markup.inArticle) && line.text.length <= 300) return give("credit", "creditMarkup")
  if (words.label !== undefined) {
    // Words such as "More" or "Home" inside the body may be a heading; a furniture label needs to be outside or not a heading.
    if (words.label === "teaser" && kept && endsSentence(line.text)) return give(undefined, "")
    return words
  }
  if (has("navigation")) return give("navigation", "navigationMarkup")
  if (has("footer") && !kept) return give(4 <= wordsOf(line.text).length ? "metadata" : "navigation", "footer")
  if (has("header") && !kept) {
    if (has("deck")) return give(undefined, "")
    return give(4 <= wordsOf(line.text).length && 0.5 < markup.linked ? "teaser" : "navigation", "header")
  }
  if (has("aside") && !kept) return give("teaser", "aside")
  if (!kept) {
    if (has("deck") || markup.tag === "h1" || markup.tag === "title") return give(undefined, "")
    if (0.5 < markup.linked) return give(4 <= wordsOf(line.text).length ? "teaser" : "navigation", "links")
    return give("other", "notKept")
  }
  if (
    0.9 < markup.linked &&
    /^(li|a|div|span)$/.test(markup.tag) &&
    4 <= wordsOf(line.text).length &&
    !endsSentence(line.text)
  )
    return give("teaser", "linkedLine")
  if (/^h[1-6]$/.test(markup.tag) && line.text.length <= 200) return give(undefined, "")
  return give(undefined, "")
}
