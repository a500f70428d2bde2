/**
 * Characters that would act instead of being read: controls (a terminal obeys ESC and C1), marks that change the direction of text,
 * line and paragraph separators, and the invisible ones that make two different texts look the same.
 */
const acting =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ue000\ue001]|\p{Cs}/gu

/** Text with every character that would act shown instead: ESC as "␛", a direction override as "<U+202E>". Tabs and line ends stay. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(acting, nameOf)
}

/** The same on one line: all white space becomes single spaces. */
export function visibleLine(text: string): string {
  return visible(text.replace(/[\s\u0085\u2028\u2029]+/g, " "))
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!
  // Unicode has a picture for each of the old controls.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return "␡"
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`
}

/** JSON in which nothing acts either: what `JSON.stringify` leaves as it is, is written as an escape. The value is the same. */
export function harmlessJson(json: string): string {
  // Line ends between the values are JSON's own; inside strings they are escapes already.
  return json.replace(
    /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}
