// What a token looks like, before words are cut into their parts. Written from the English treebanks EWT and GUM (train, 2026-11).
// Word lists: own compilation. Apache-2.0.

/** Short forms of measures that stand behind a number without a space and are a token of their own: "$5|m", "7:30|pm", "20|ft". */
const UNITS =
  "k|K|m|M|mm|MM|b|B|bn|Bn|BN|mn|tn|tr|am|AM|pm|PM|a\\.m|p\\.m|ft|km|cm|kg|kgs|lb|lbs|oz|mg|ml|g|h|hr|hrs|min|mins|mph|kph|kmh|" +
  "x|X|hz|Hz|kHz|MHz|GHz|GB|MB|KB|TB|gb|mb|kb|hh|kW|MW|GW|px|yr|yrs|yo|c|p"

/** Endings of file names. */
const FILES = "docx?|pdf|xlsx?|html?|jpe?g|png|gif|txt|zip|exe|url|mp[34]|csv|pptx?|rtf"

/** The alternatives are tried from the left, so longer and surer ones come first. */
export const TOKEN = new RegExp(
  [
    /(?:https?:\/\/|www\.|mailto:)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]/u, // addresses
    /[\w.+%-]+@[\w-]+(?:\.[\w-]+)*/u,
    /[@#][\p{L}_][\p{L}\p{N}_]*(?:\.(?:com|org|net))?/u, // handles and hashtags
    /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/u, // ISO dates
    /(?<![\d-])(?:(?:\d{1,2}-)?\d{3}-\d{3}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4})(?![\p{L}\p{N}-])/u, // telephone numbers, dates
    /(?<=\d{3}\)\s?)\d{3}-\d{4}(?!\d)|\+\d{1,3}(?=[\s-]\(?\d)/u,
    /(?:\p{L}\.){2,}(?!\p{L}{2})|\p{L}(?:\.\p{L})+(?![\p{L}\p{N}.])|Ph\.D\.?/u, // U.S. a.m. e.g
    /\p{Lu}+(?:&\p{Lu}+)+/u, // AT&T
    new RegExp(`[\\p{L}\\p{N}_#-]*\\.(?:${FILES}|${FILES.toUpperCase()})(?![\\p{L}\\p{N}_])`, "u"), // report.pdf
    /\p{L}[\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.(?:[Cc]om|org|net|gov|mil|edu|info|co\.uk|ru|de|io)\b(?:\/[\w/?=&%~.-]*[\w/])?/u, // example.com
    /\p{Ll}[\p{Ll}\p{N}-]+(?:\.\p{Ll}[\p{Ll}\p{N}-]+){2,}/u, // rec.arts.books
    /\d{0,2}(?:\d0)['’]s(?!\p{L})|(?<=(?:of|in|since|the|early|late|from|until) )['’]\d{2}s?(?![\p{L}\p{N}])/u, // 1990's, of '72
    /(?<![\p{L}\p{N}.])\.\d+(?![\p{L}\p{N}])/u, // .45
    /\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{N}_]|[.,:/]\d)/u,
    new RegExp(`\\d+(?:[.,:/]\\d+)*(?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, "u"),
    /\d+\p{Lu}{1,2}(?![\p{L}\p{N}])|\d+(?:[.,:/]\d+)*/u, // 3D
    /[.?!]{2,}|…\.?|(?<![\p{L}\p{N}])(?:[-=*+~_|<>]{3,}|<3|\^_\^)(?!\p{L})|([-=*+~_$<>|`'’#])\1+|‘’/u, // rows of marks
    /(?<![\p{L}\p{N}][:;=])[:;=][-o^']?[()DPp](?![\p{L}\p{N}])(?<!\p{L}[:;=][DPp])|(?<=\s)\([:;=](?=\s|$)/u, // :-)
    /['’](?:s|S|m|M|re|ve|ll|d)(?=[\s.,;:!?)]|$)/u, // a clitic that no word takes with it
    /\p{L}[\p{L}\p{M}\p{N}]*(?:_+[\p{L}\p{N}]+)*(?:['’‘ʼ`][\p{L}\p{M}]+)*/u, // words with apostrophes within
    /\p{Extended_Pictographic}(?:\u200d?[\p{Extended_Pictographic}\p{M}])*/u,
    /[.?!]+|\S/u,
  ]
    .map(part => part.source)
    .join("|"),
  "gu",
)
