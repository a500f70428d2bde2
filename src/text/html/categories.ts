import type { Category } from "../label/line.ts"

const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary table tbody td template textarea tfoot th thead title tr ul video audio button label head noscript".split(
    " ",
  ),
)
const skipped = new Set(
  "script style noscript template svg math iframe object embed canvas select textarea map head datalist".split(" "),
)

/** True for elements that begin a line of their own. `button` and `label` are inline by law but stand apart on news pages. */
export function isBlock(tag: string): boolean {
  return blocks.has(tag)
}

/** True for an inline element that holds a thing of its own, such as `<span class="byline">` or a `<time>` between blocks. */
export function standsApart(tag: string, own: readonly Category[]): boolean {
  return tag !== "a" && own.some(category => apart.has(category))
}
const apart: ReadonlySet<Category> = new Set<Category>([
  "byline",
  "date",
  "share",
  "ad",
  "player",
  "related",
  "tags",
  "comments",
  "newsletter",
  "credit",
  "caption",
  "hidden",
])

/** True for elements whose text no reader sees. */
export function isSkipped(tag: string): boolean {
  return skipped.has(tag) && tag !== "head"
}

// Parts of class names and ids that web sites in general use. A part is a word between "-", "_" or a change of case.
const byWord: readonly (readonly [Category, RegExp])[] = [
  [
    "ad",
    /^(ads?|advert|advertisement|advertisements|advertising|advertorial|adslot|adunit|adbox|adsbygoogle|adwrap|adcontainer|dfp|gpt|sponsor|sponsored|sponsors|taboola|outbrain|leaderboard|banner-ad|doubleclick|mpu|native-ad|paid|partner-content)$/,
  ],
  [
    "share",
    /^(share|sharing|sharebar|shares|sharedaddy|social|socials|addthis|addtoany|sharethis|tools|toolbar|article-tools|sharer|follow-us|follow|print-link|likes?)$/,
  ],
  [
    "comments",
    /^(comments?|commentlist|comment-form|commentform|respond|replies|disqus|disquss?|livefyre|coral|responses|discussion|letters-box)$/,
  ],
  [
    "related",
    /^(related|relatedposts?|relatedstories|recirc|recirculation|recommended|recommendations?|recommend|readmore|read-more|readnext|read-next|more-stories|morestories|more-from|most-read|mostread|most-popular|mostpopular|popular|trending|latest-news|teasers?|teaser-list|promo-list|inset-teaser|also|alsoread|see-also|you-may-like|upnext|up-next|nextprev|next-prev|post-navigation|suggested|suggestions|jp-relatedposts|yarpp|zergnet|ticker|carousel|onward|cards?|story-list|headlines-list)$/,
  ],
  [
    "player",
    /^(player|video-player|audio-player|videoplayer|audioplayer|jwplayer|podcast|podcast-player|brightcove|playlist|radio|now-playing|video-js|vjs)$/,
  ],
  [
    "navigation",
    /^(nav|navbar|navigation|menu|menus|breadcrumbs?|crumbs?|pagination|pager|skip|skip-link|skiplink|masthead|topbar|subnav|sections|site-nav|hamburger|sitemap|toc|cookie|cookies|cookie-banner|consent|gdpr|paywall|metering|modal|popup|overlay|login|signin|sign-in|site-name|tagline|brand|logo|edition|kicker|rubric|foot)$/,
  ],
  [
    "newsletter",
    /^(newsletter|newsletters|subscribe|subscription|signup|sign-up|mailchimp|mailing|optin|promo|promotion|donate|donation|membership|cta|appeal|app-banner)$/,
  ],
  ["tags", /^(tags?|taglist|tag-list|tagged|topics|topic-list|categories|cat-links|keywords|entry-tags|post-tags)$/],
  [
    "bio",
    /^(author-bio|about-author|author-info|author-box|authorbox|bio|author-card|article-foot|contributors?-box)$/,
  ],
  [
    "caption",
    /^(caption|captions|figcaption|wp-caption-text|photo-caption|image-caption|img-caption|media-caption|imagecaption|cutline)$/,
  ],
  ["credit", /^(credit|credits|agency-credit|source-credit|story-credit)$/],
  [
    "byline",
    /^(byline|bylines|by-line|author|authors|author-name|signature|by|writer|reporter|contributor|contributors|byauthor|story-byline|article-author)$/,
  ],
  [
    "date",
    /^(date|dates|dateline|datetime|timestamp|time|pubdate|pub-date|pub|published|publish-date|updated|when|posted-on|posted|entry-date|post-date|article-date|last-updated|meta|article-meta|post-meta|entry-meta)$/,
  ],
  [
    "deck",
    /^(deck|dek|standfirst|subtitle|subheadline|sub-headline|subhead|summary|lede|lead|intro|abstract|excerpt|description|sub-title|kicker-summary|article-summary|teaser-text)$/,
  ],
  ["pull-quote", /^(pullquote|pull-quote|pulled-quote|quote-pull|blockquote-pull)$/],
  ["aside", /^(sidebar|rail|right-rail|side|widget|widgets|secondary|aside)$/],
  ["footer", /^(footer|colophon|site-footer|page-footer|copyright|bottom)$/],
  ["header", /^(site-header|page-header|siteheader|top-header|topheader)$/],
]

/** What an element's tag, role, class and id say of the text in it. `depth` 0 is the root; `seen` remembers class names of this page. */
export function categoriesOf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  depth: number,
  seen: Map<string, readonly Category[]>,
): Category[] {
  const found = new Set<Category>(byTag(tag))
  const role = attributes.role?.toLowerCase()
  if (role === "navigation" || role === "menu" || role === "menubar" || role === "search") found.add("navigation")
  else if (role === "banner") found.add("header")
  else if (role === "contentinfo") found.add("footer")
  else if (role === "complementary") found.add("aside")
  else if (role === "dialog" || role === "alertdialog") found.add("navigation")
  if (isHidden(attributes)) found.add("hidden")
  if (/\bauthor\b/i.test(attributes.rel ?? "") || /\b(author|creator)\b/i.test(attributes.itemprop ?? ""))
    found.add("byline")
  if (/\b(datepublished|datemodified|datecreated)\b/i.test(attributes.itemprop ?? "")) found.add("date")
  if (
    /^ad(vertisement|vert|s)?$/i.test(attributes["aria-label"] ?? "") ||
    attributes["data-ad-slot"] !== undefined ||
    attributes["data-ad"] !== undefined
  )
    found.add("ad")
  // The root elements carry classes such as "single-post has-sidebar" that say nothing of their text.
  if (tag !== "body" && tag !== "html" && 0 < depth) {
    const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`
    let byName = seen.get(names)
    if (!byName) {
      const all = namesOf(names)
      byName = byWord.filter(([, pattern]) => all.some(name => pattern.test(name))).map(([category]) => category)
      seen.set(names, byName)
    }
    for (const category of byName) found.add(category)
  }
  return [...found]
}

function byTag(tag: string): Category[] {
  switch (tag) {
    case "nav":
    case "menu":
      return ["navigation"]
    case "header":
      return ["header"]
    case "footer":
      return ["footer"]
    case "aside":
      return ["aside"]
    case "form":
    case "button":
    case "label":
    case "fieldset":
      return ["form"]
    case "figcaption":
      return ["caption"]
    case "blockquote":
      return ["quote"]
    case "video":
    case "audio":
      return ["player"]
    case "li":
      return ["list-item"]
    case "time":
      return ["date"]
    case "td":
    case "th":
      return ["table"]
    default:
      return []
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true
  if (attributes["aria-hidden"] === "true") return true
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "")
}

/** Class names and ids as wholes and as their first and last word: "social-share" gives "social-share", "social", "share". */
function namesOf(text: string): string[] {
  const names: string[] = []
  for (const name of text.split(/\s+/)) {
    if (name === "") continue
    const plain = name
      .replace(/([a-z])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .replace(/_+/g, "-")
    names.push(plain)
    const parts = plain.split("-").filter(part => part !== "")
    if (1 < parts.length && parts.length <= 5) names.push(...parts)
  }
  return names
}
