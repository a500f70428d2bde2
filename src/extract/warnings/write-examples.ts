import type { WarningMention } from "../../core/reading.ts"

/** One warning as its line of examples tells it: only what is known. */
export function lineOfWarning(warning: WarningMention): string {
  const { subject } = warning
  const parts: [string, string | undefined][] = [
    ["issued", warning.issued.text],
    ["threat", subject.threat?.text],
    ["actor", subject.actor?.kind === "entity" ? subject.actor.name : subject.actor?.text],
    ["target", subject.target?.text],
    ["place", subject.place?.text],
    ["horizon", warning.horizon?.text],
    [
      "likelihood",
      warning.likelihood &&
        `${warning.likelihood.words}${warning.likelihood.band ? ` ${warning.likelihood.band.join("-")}` : ""}`,
    ],
    ["before", warning.before.length > 0 ? String(warning.before.length) : undefined],
  ]
  const audience = warning.audience.map(one => one.name).join(" + ")
  const known = parts
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value}`)
  return [
    `${warning.kind} ${warning.channel} ${warning.issuer.name}${audience ? ` > ${audience}` : ""}`,
    ...known,
  ].join(" | ")
}
