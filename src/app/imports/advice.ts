/** What a person can do about a problem, by its code: one sentence each. A test asks for a line for every code that intake, reading and adding can give. */
const advice: Readonly<Record<string, string>> = {
  "ambiguous-date": "If it matters, open the report and state its date there.",
  "bad-address": "Check the address; it must begin with http:// or https://.",
  "bad-encoding": "A few characters are lost; save the page again as UTF-8 if they matter.",
  "bad-line": "Mend this line: each must be one JSON object with a “text” or an “html”.",
  "binary-input": "Its name says text and its bytes do not; open it where it was made and save it as text or HTML.",
  "empty-folder": "Choose a folder that holds text or HTML files.",
  "empty-input": "There are no words in it; save the page again.",
  "fetch-failed": "Open the page in your browser, save it as HTML, and drop the file here.",
  "fetch-refused":
    "The site does not give this page to programs; open it in your browser, save it as HTML, and drop the file here.",
  "guessed-encoding": "Look whether its letters are right in the reader; if not, save it again as UTF-8.",
  "missing-file": "Check the name; the file may have been moved.",
  "no-article": "Open it in the reader and look at what was left out; if the story is missing, paste its text instead.",
  "no-date": "To have it on the timeline, open it and state its date there.",
  "no-text": "No words were found in it; paste the text of the story instead.",
  "not-a-report": "Only text and HTML pages can be read; for a PDF or a video, paste the words of the story.",
  "other-language": "Heed reads English; the report is kept and shown, and nothing is found in it.",
  "private-address": "It leads to this machine or your own network; add it again and allow that, if you mean it.",
  "read-in-part": "Split it into parts and add each one to have all of it read.",
  "reading-failed": "This is a fault of Heed: please report it, with the file if you may.",
  "same-bytes": "Nothing to do: it is the same file twice and counts once.",
  "skipped-file":
    "If it holds a report, save it as text or HTML and add that; unpack an archive first, and paste the words of a PDF.",
  "stated-not-kept": "Open the report and state it there.",
  "stray-quote": "Nothing to do; look at its quotations with care.",
  "too-large": "Split the file, or add it from the command line in parts.",
  "too-slow": "Try again later, or save the page in your browser and drop the file here.",
  "truncated-utf-8": "The end is missing; save the page again.",
  "unclosed-quote": "Nothing to do; look at its quotations with care.",
  "unknown-charset": "Look whether its letters are right in the reader; if not, save it again as UTF-8.",
  "unreadable-file": "Check that it is a file that you may read.",
  "wrong-charset": "Nothing to do: the page names the wrong encoding, and the right one was used.",
}

/** What to do where the same problem cost the report: there is nothing to open. */
const adviceOnLoss: Readonly<Record<string, string>> = {
  "no-article": "It has the menus of a page and no story; open the story itself and save that, or paste its text.",
}

/** What to do about a problem with this code. `isLoss`: it cost the report. */
export function adviceOn(code: string, isLoss = false): string {
  return (isLoss ? adviceOnLoss[code] : undefined) ?? advice[code] ?? "Look at the report in the reader."
}

/** True when there is a sentence for this code of its own. */
export function hasAdvice(code: string): boolean {
  return code in advice
}
