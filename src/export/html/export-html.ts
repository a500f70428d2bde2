import { sha256 } from "@noble/hashes/sha2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"
import type { CaseFile } from "../../core/casefile.ts"
import { html, type Markup, ours } from "./markup.ts"
import { namesPart } from "./names.ts"
import { notesPart } from "./notes.ts"
import { reportsPart } from "./reports.ts"
import { briefSection, sentenceCase } from "./sections.ts"
import { newSheet, type Sheet } from "./sheet.ts"
import { style } from "./style.ts"
import { timelinePart } from "./timeline.ts"

/**
 * One page that holds the whole case: the brief, every fact with its positions side by side, a timeline, and the text of all reports
 * with the words behind each number in place. It runs no script and asks nothing of any network; its content policy forbids both.
 */
export function exportHtml(caseFile: CaseFile, numbers?: ReadonlyMap<string, number>): string {
  const sheet = newSheet(caseFile, numbers)
  const { brief } = sheet
  // Parts count marks as they show words; the reports and the notes come last, since they need all of them.
  const sections = brief.sections.filter(section => section.key !== "reports")
  const parts = [timelinePart(sheet), ...sections.map(section => briefSection(sheet, section)), namesPart(sheet)]
  const texts = reportsPart(sheet)
  const notes = notesPart(sheet)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${ours(styleHash)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Heed">
<title>${brief.title} – evidence sheet</title>
<style>${ours(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the brief</a>
${head(sheet)}
<main id="main">
${parts}
${texts}
${notes}
</main>
<aside class="margin" aria-hidden="true"><p>Point at a number: its words appear here. Follow it to see them in their place.</p></aside>
<footer><p>Made by Heed, ${caseFile.case.engine}, policy ${caseFile.case.policy}. Found by rules and shown with the words they rest on; check them before you rely on them.</p></footer>
</body>
</html>
`
  return page.markup
}

function head({ brief }: Sheet): Markup {
  const links = brief.sections
    .filter(section => section.key !== "reports")
    .map(section => html`<a href="#s-${section.key}">${sentenceCase(section.heading).split(": ")[0]!}</a> `)
  return html`<header class="top">
<p class="kicker">Evidence sheet</p>
<h1>${brief.title}</h1>
<p class="summary">${brief.summary}</p>
<p class="asof">${brief.asOf}</p>
<nav aria-label="Contents">${links}<a href="#texts">The reports</a></nav>
</header>
`
}

/** The one style sheet the page may have: its hash stands in the content policy. */
const styleHash = `sha256-${Buffer.from(sha256(utf8ToBytes(style))).toString("base64")}`
