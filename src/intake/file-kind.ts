const reports = new Set("txt text html htm xhtml shtml md markdown asc log".split(" "))
// Endings that never hold a report: programs, pictures, data, archives, and documents that need a reader of their own.
const others = new Set(
  "pdf doc docx odt rtf xls xlsx ods csv tsv ppt pptx epub mobi json xml rss atom yaml yml toml ini js mjs cjs ts tsx jsx css scss map wasm png jpg jpeg gif webp svg ico bmp tif tiff avif heic mp3 mp4 m4a wav ogg webm mov avi mkv zip gz tgz bz2 xz 7z rar tar exe dll so dylib bin db sqlite sqlite3 woff woff2 ttf otf eot py rb sh bat ps1 lock".split(
    " ",
  ),
)

/** What a file's name says: a report, a file of reports line by line, something else, or nothing. */
export function fileKind(name: string): "report" | "lines" | "other" | "unknown" {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) return "unknown"
  if (ending === "jsonl" || ending === "ndjson") return "lines"
  return reports.has(ending) ? "report" : others.has(ending) ? "other" : "unknown"
}

/** "README.md" and "LICENSE" tell of the folder they lie in; they are no reports. Named by the user, they are read. */
export function isAboutFolder(name: string): boolean {
  return /^(readme|licen[cs]e|notice|copying)(\.[a-z]+)?$/i.test(name)
}

/** True of "page_files" beside "page.html": what a browser saves with a page. `names`: what lies beside it. */
export function isPageFiles(name: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)[_-]files$/.exec(name)?.[1]
  return page !== undefined && [".html", ".htm", ".xhtml"].some(ending => names.has(page + ending))
}
