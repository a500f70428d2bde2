import type { CaseFile, Incident } from "../../src/core/casefile.ts"
import { incidentFaults, incidentScore } from "./check-incident.ts"
import { warningFaults, warningScore } from "./check-warning.ts"
import type { Expected } from "./expected.ts"
import { findWords, fold, nameMatches, same, valueText } from "./names.ts"

/** One expectation held against the case. `detail` says what was found instead, or what field is wrong. */
export interface Checked {
  readonly list: string
  readonly item: string
  readonly verdict: "right" | "partly" | "missing" | "wrong"
  readonly detail: string
  readonly optional: boolean
}

/** Holds a case against a hand-written list, item by item. Items of the case that no expectation names are listed apart by `unexpected`. */
export function checkCase(
  caseFile: CaseFile,
  expected: Expected,
  typeAncestors: (type: string) => readonly string[],
): { checked: Checked[]; unexpected: string[]; matched: ReadonlyMap<string, Incident> } {
  const checked: Checked[] = []
  const add = (list: string, item: string, verdict: Checked["verdict"], detail = "", optional = false) =>
    checked.push({ list, item, verdict, detail, optional })
  const fileOf = new Map(caseFile.reports.map(report => [report.id, report.file?.split("/").at(-1) ?? report.id]))
  const filesOf = (ids: readonly string[]) => ids.map(id => fileOf.get(id) ?? id).sort()
  const reportOf = (file: string) => caseFile.reports.find(report => fileOf.get(report.id) === file)

  for (const item of expected.reports ?? []) {
    const report = reportOf(item.file)
    const wrong: string[] = []
    if (
      item.published !== undefined &&
      !(item.published === null ? !report?.published : report?.published?.edtf.startsWith(item.published))
    )
      wrong.push(`published ${report?.published?.edtf ?? "unknown"} for ${item.published ?? "unknown"}`)
    if (item.title && !same(report?.title ?? "", item.title)) wrong.push(`title "${report?.title ?? ""}"`)
    const publisher = report?.publisher ?? null
    if (
      item.publisher !== undefined &&
      !(publisher === null
        ? item.publisher === null
        : [item.publisher, item.orPublisher].some(name => name && fold(publisher).includes(fold(name))))
    )
      wrong.push(`publisher ${publisher ?? "unknown"} for ${item.publisher ?? "unknown"}`)
    add("reports", item.file, wrong.length === 0 ? "right" : "wrong", wrong.join("; "))
  }

  const matched = new Map<string, Incident>()
  for (const item of expected.incidents) {
    const [best] = caseFile.incidents
      .map(incident => ({ incident, score: incidentScore(incident, item, filesOf(incident.reports), typeAncestors) }))
      .filter(({ score }) => 0 < score)
      .sort((a, b) => b.score - a.score)
    if (!best) {
      add("incidents", item.key, "missing", "", item.optional)
      continue
    }
    matched.set(item.key, best.incident)
    const wrong = incidentFaults(best.incident, item, filesOf(best.incident.reports), typeAncestors)
    add(
      "incidents",
      `${item.key} = ${best.incident.code} ${best.incident.title}`,
      wrong.length === 0 ? "right" : "partly",
      wrong.join("; "),
      item.optional,
    )
  }
  for (const item of expected.notIncidents ?? []) {
    const report = reportOf(item.file)
    const found = report && findWords(report.text, item.text)
    const hit = caseFile.incidents.find(incident =>
      incident.mentions.some(
        mention =>
          fileOf.get(mention.reportId) === item.file &&
          found !== undefined &&
          found.start <= mention.evidence.start &&
          mention.evidence.end <= found.end,
      ),
    )
    add("notIncidents", item.text, hit ? "wrong" : "right", hit ? `became ${hit.code} ${hit.title}` : "")
  }

  for (const { file, text, key } of expected.tellings ?? []) {
    const found = findWords(reportOf(file)?.text ?? "", text)
    const holders = caseFile.incidents.filter(incident =>
      incident.mentions.some(
        ({ reportId, evidence }) =>
          fileOf.get(reportId) === file && found && evidence.start < found.end && found.start < evidence.end,
      ),
    )
    // The words of one event may stand within those of another.
    const isThere = holders.some(({ id }) => id === matched.get(key)?.id)
    const other = isThere ? undefined : holders[0]
    const detail = !found ? "not in the report" : other ? `in ${other.code} ${other.title}` : ""
    add("tellings", `${file.slice(0, 3)} ${text} = ${key}`, detail === "" ? "right" : "wrong", detail)
  }

  const taken = new Set<string>()
  for (const item of expected.warnings) {
    const [best] = caseFile.warnings
      .filter(warning => !taken.has(warning.id))
      .map(warning => ({ warning, score: warningScore(warning, item, filesOf(warning.reports)) }))
      .filter(({ score }) => 2 <= score)
      .sort((a, b) => b.score - a.score)
    if (!best) {
      add("warnings", item.key, "missing", "", item.optional)
      continue
    }
    taken.add(best.warning.id)
    const wrong = warningFaults(best.warning, item, matched, filesOf(best.warning.reports))
    add("warnings", item.key, wrong.length === 0 ? "right" : "partly", wrong.join("; "), item.optional)
  }

  for (const item of expected.lineage) {
    const to = [item.to, ...(item.orTo ?? [])]
    const kinds = [item.kind, ...(item.orKind ?? [])]
    const links = caseFile.lineage.filter(link => fileOf.get(link.from) === item.from)
    const goes = links.filter(link =>
      to.some(target =>
        target === null
          ? link.to === null && (item.source === undefined || fold(link.source ?? "").includes(fold(item.source)))
          : link.to !== null && fileOf.get(link.to) === target,
      ),
    )
    const name = `${item.from} ${item.kind} ${item.to ?? item.source ?? "?"}`
    const right = goes.some(link => kinds.includes(link.kind))
    add(
      "lineage",
      name,
      right ? "right" : goes.length === 0 ? "missing" : "partly",
      right ? "" : goes.map(link => `is ${link.kind}`).join(", "),
      item.optional,
    )
  }
  for (const { a, b } of expected.notLineage ?? []) {
    const link = caseFile.lineage.find(
      ({ from, to, kind }) =>
        kind !== "cites" && to !== null && [fileOf.get(from), fileOf.get(to)].sort().join() === [a, b].sort().join(),
    )
    add("notLineage", `${a} - ${b}`, link ? "wrong" : "right", link ? `${link.kind}: ${link.why}` : "")
  }

  for (const item of expected.utterances) {
    const wordings = [item.contains, ...(item.orContains ?? []), ...Object.values(item.wordings ?? {})]
      .filter(words => typeof words === "string")
      .map(fold)
    const hits = caseFile.utterances.filter(utterance =>
      utterance.wordings.some(({ text }) => wordings.some(words => fold(text).includes(words))),
    )
    const best = hits.sort((a, b) => b.wordings.length - a.wordings.length)[0]
    const name = `${item.speaker}: ${item.contains ?? "(worded differently)"}`
    if (!best) add("utterances", name, "missing", "", item.optional)
    else {
      const files = new Set(best.wordings.map(({ reportId }) => fileOf.get(reportId)))
      const absent = item.files.filter(file => !files.has(file))
      const wrong = [
        absent.length === 0 ? "" : `not in ${absent.join(", ")}`,
        best.sameWords === item.sameWords ? "" : `sameWords ${best.sameWords}`,
      ].filter(words => words !== "")
      add("utterances", name, wrong.length === 0 ? "right" : "partly", wrong.join("; "), item.optional)
    }
  }
  for (const item of expected.statements ?? []) {
    const hit = caseFile.statements.filter(
      statement => fileOf.get(statement.reportId) === item.file && fold(statement.text).includes(fold(item.contains)),
    )
    const name = `${item.file.slice(0, 3)} ${item.speaker}: ${item.contains}`
    if (hit.length === 0) add("statements", name, "missing")
    else {
      const right = hit.some(statement => nameMatches(statement.speaker.name, item.speaker))
      add(
        "statements",
        name,
        right ? "right" : "wrong",
        right ? "" : `speaker ${hit.map(statement => statement.speaker.name).join(" / ")}`,
      )
    }
  }

  for (const item of expected.removed) {
    const report = reportOf(item.file)
    const block = report?.removed.find(({ text }) => fold(text).includes(fold(item.contains)))
    // A repeated title stays once, as the title.
    const story =
      report === undefined
        ? ""
        : fold(item.label === "repeated-title" ? report.text.slice(report.blocks[0]?.end ?? 0) : report.text)
    const stays = story.includes(fold(item.contains))
    add(
      "removed",
      `${item.file.slice(0, 3)} ${item.contains}`,
      stays ? "wrong" : !block ? "missing" : block.label === item.label ? "right" : "partly",
      stays
        ? "stays in the story"
        : block && block.label !== item.label
          ? `labelled ${block.label} for ${item.label}`
          : "",
    )
  }
  for (const item of expected.repairs) {
    const count = reportOf(item.file)?.repairs.find(({ kind }) => kind === item.kind)?.count ?? 0
    add(
      "repairs",
      `${item.file.slice(0, 3)} ${item.kind}`,
      item.min <= count ? "right" : count === 0 ? "missing" : "partly",
      `${count} of ${item.min}`,
    )
  }

  const entitiesNamed = (name: string) =>
    caseFile.entities.filter(entity =>
      [entity.name, ...entity.aliases.map(alias => alias.name)].some(other => fold(other) === fold(name)),
    )
  for (const names of expected.aliases) {
    const groups = names.map(name => entitiesNamed(name))
    const known = groups.filter(group => 0 < group.length)
    const shared = known[0]?.find(entity => known.every(group => group.includes(entity)))
    const absent = names.filter((_, index) => groups[index]!.length === 0)
    add(
      "aliases",
      names.join(" = "),
      known.length < 2 ? "missing" : !shared ? "wrong" : absent.length === 0 ? "right" : "partly",
      [shared || known.length < 2 ? "" : "not one entity", absent.length === 0 ? "" : `not found: ${absent.join(", ")}`]
        .filter(words => words !== "")
        .join("; "),
    )
  }
  for (const [a, b] of expected.notSame) {
    const shared = entitiesNamed(a).find(entity => entitiesNamed(b).includes(entity))
    add("notSame", `${a} / ${b}`, shared ? "wrong" : "right", shared ? "one entity" : "")
  }

  for (const item of expected.profiles ?? []) {
    const fact = entitiesNamed(item.entity)
      .flatMap(entity => entity.facts)
      .find(({ slot }) => slot === item.slot)
    const name = `${item.entity} ${item.slot}`
    if (!fact) add("profiles", name, "missing", "", item.optional)
    else {
      const values = fact.positions.map(valueText)
      const wanted = item.values.map(({ value }) => (typeof value === "string" ? value : `${value[0]} to ${value[1]}`))
      const absent = wanted.filter(value => !values.some(text => fold(text).includes(fold(value))))
      const wrong = [
        absent.length === 0 ? "" : `without ${absent.join(", ")} (has ${values.join(" | ")})`,
        item.relation && item.relation !== fact.relation && !(item.relation === "single" && fact.relation === "agree")
          ? `relation ${fact.relation}`
          : "",
      ].filter(words => words !== "")
      add("profiles", name, wrong.length === 0 ? "right" : "partly", wrong.join("; "), item.optional)
    }
  }
  for (const item of expected.disputes) {
    const facts = matched.get(item.key)?.facts ?? entitiesNamed(item.key).flatMap(entity => entity.facts)
    const fact = facts.find(({ slot }) => slot === item.slot)
    const right = fact && [item.relation, ...(item.orRelation ?? [])].includes(fact.relation)
    add(
      "disputes",
      `${item.key} ${item.slot} ${item.relation}`,
      right ? "right" : fact ? "wrong" : "missing",
      fact && !right ? `is ${fact.relation}: ${fact.positions.map(valueText).join(" | ")}` : "",
      item.optional,
    )
  }

  const expectedIds = new Set([...matched.values()].map(({ id }) => id))
  const unexpected = [
    ...caseFile.incidents
      .filter(({ id }) => !expectedIds.has(id))
      .map(
        incident =>
          `incident ${incident.code} ${incident.status} ${incident.title}: "${incident.mentions[0]?.sentence.text.slice(0, 160) ?? ""}"`,
      ),
    ...caseFile.warnings
      .filter(({ id }) => !taken.has(id))
      .map(warning => `warning ${warning.kind} ${warning.issuer.name}: "${warning.evidence[0]!.text.slice(0, 160)}"`),
  ]
  return { checked, unexpected, matched }
}
