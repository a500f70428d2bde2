/** Lets the arrow keys go through the rows of a list: up and down to the neighbours, Home and End to the ends. For `onKeyDown` of what holds them. */
export function moveFocus(event: React.KeyboardEvent<HTMLElement>, rows: string): void {
  const isTyping = (event.target as Element).closest("input, textarea, select, [role=slider]")
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(rows)]
  // What has the focus may be a link within a row.
  const at = all.findLastIndex(row => row.contains(document.activeElement))
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
  const row = at < 0 || next === undefined ? undefined : all[next]
  if (!row) return
  event.preventDefault()
  row.focus()
  row.scrollIntoView({ block: "nearest" })
}
