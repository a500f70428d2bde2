import type { ProfileFill } from "../../core/reading.ts"
import type { Analysis } from "../../english/analysis.ts"

/** One property as its line of examples tells it. */
export function lineOfProfile(fill: ProfileFill, analysis: Analysis): string {
  const entity = analysis.entities.find(one => one.id === fill.entityId)
  const { value } = fill
  const words =
    value.kind === "time"
      ? value.edtf
      : value.kind === "count"
        ? `${value.low}-${value.high ?? ""} ${value.of}`
        : value.kind === "text"
          ? value.text
          : value.name
  return `${entity?.name} | ${fill.slot}: ${words}`
}
