import type { RawReport } from "../core/report.ts"

/** Whether the text is an HTML page: by content type, by file name, by what it begins with, by the tags in it. */
export function detectFormat(raw: Pick<RawReport, "contentType" | "file">, text: string): "text" | "html" {
  const type = raw.contentType?.toLowerCase() ?? ""
  if (/\b(html|xhtml)\b/.test(type)) return "html"
  const head = text.slice(0, 20_000)
  if (/\.(x?html?|shtml)$/i.test(raw.file ?? "") && /<[a-z!]/i.test(head)) return "html"
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(head)) return "html"
  if (/^text\/plain\b/.test(type)) return "text"
  // A fragment: block tags in pairs. Stray "<b>" in plain text is not enough.
  const opening = head.match(/<(p|div|h[1-6]|article|section|ul|ol|table|span|a)(\s[^<>]*)?>/gi)?.length ?? 0
  const closing = head.match(/<\/(p|div|h[1-6]|article|section|ul|ol|table|span|a)\s*>/gi)?.length ?? 0
  return /^\s*</.test(head) && 2 <= opening && 2 <= closing ? "html" : "text"
}
