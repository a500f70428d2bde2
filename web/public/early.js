// Before anything is drawn: the theme the reader chose, so that a dark screen never flashes white.
const chosen = localStorage.getItem("mantine-color-scheme-value")
const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches)
document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light")

// What every screen asks, and the first one, is asked while the app's code is on its way; src/api/client.ts takes it.
const given = new URLSearchParams(location.search)
const question = new URLSearchParams(
  ["asOf", "policy"].flatMap(name => (given.get(name) ? [[name, given.get(name)]] : [])),
)
const asked = question.size === 0 ? "" : `?${question}`
const addresses = [`/api/case${asked}`, "/api/days", "/api/report-heads"]
if (location.pathname === "/") addresses.unshift(`/api/brief${asked}`)
globalThis.heedAsked = new Map(addresses.map(address => [address, fetch(address)]))
// Who takes an answer hears of its failure.
for (const answer of globalThis.heedAsked.values()) answer.catch(() => {})
