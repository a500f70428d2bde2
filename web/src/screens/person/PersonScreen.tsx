import { Link, useParams } from "@tanstack/react-router"
import type { PersonView } from "../../../../src/app/views/people/person-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Actions } from "../../actions/Actions.tsx"
import { useView } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { ReportMarks } from "../../evidence/ReportMarks.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Status } from "../../signs/Status.tsx"
import { View } from "../../states/View.tsx"
import { Facts } from "./Facts.tsx"
import { Joins } from "./Joins.tsx"
import classes from "./person.module.css"
import { Roles } from "./Roles.tsx"
import { Said } from "./Said.tsx"

const typeWords = { "armed-group": "Armed group", organization: "Organization", person: "Person" } as const

/** One person or group: what it is called, what it was, said and did, as reported, and why it is one. */
export function PersonScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView<PersonView>(`/people/${encodeURIComponent(id)}`)
  return (
    <div className="wide">
      <View of={view} what="what is known of them">
        {person => <Person view={person} />}
      </View>
    </div>
  )
}

function Person({ view }: { readonly view: PersonView }) {
  const { line } = view
  const item = { kind: "entity", id: line.id }
  const disputes = 0 < line.disputes ? `, ${line.disputes} disputed` : ""
  return (
    <article className={classes.person}>
      <header>
        <p className={classes.kind}>
          <Link to={"/people" as "/"}>People and groups</Link> / {typeWords[line.type]}
          {line.decided.map(({ id, by, words }) => (
            <span key={id} className={classes.decided}>
              <Decided by={by} /> {visibleLine(words)}
            </span>
          ))}
        </p>
        <h1 className={classes.title}>{visibleLine(line.name)}</h1>
        {0 < line.roles.length && <p className={classes.roles}>{visibleLine(line.roles.join("; "))}</p>}
        <p className={classes.counts}>
          <span>
            named {counted(line.mentions, "time")} in {counted(line.reports, "report")}
          </span>
          {0 < line.statements && (
            <Link to={"/statements" as "/"} search={{ speaker: line.id, scored: "no" } as never}>
              {counted(line.statements, "statement")}
            </Link>
          )}
          {0 < line.incidents && <a href="#incidents">{counted(line.incidents, "incident")}</a>}
          {0 < line.facts && (
            <a href="#facts">
              {counted(line.facts, "fact")}
              {disputes}
            </a>
          )}
          {view.known !== "" && <span>in the list of the world as “{view.known}”</span>}
        </p>
        <div className={classes.actions}>
          <Actions item={item} label="Rename, merge, split, keep apart" />
        </div>
      </header>
      {line.isPrivate ? (
        <p className={classes.private}>
          Heed makes no profile of a private person: a victim, a suspect, or somebody without an office or a word of
          their own. Below is where the reports name them, and nothing more.
        </p>
      ) : (
        <Profile view={view} />
      )}
      <Joins view={view} />
    </article>
  )
}

function Profile({ view }: { readonly view: PersonView }) {
  return (
    <>
      {0 < view.facts.length && (
        <section className={classes.section} id="facts" aria-labelledby="facts-head">
          <h2 id="facts-head">What reports say of {view.line.type === "person" ? "them" : "it"}</h2>
          <Facts facts={view.facts} />
        </section>
      )}
      <Roles roles={view.roles} />
      {0 < view.parts.length && (
        <section className={classes.section} id="incidents" aria-labelledby="incidents-head">
          <h2 id="incidents-head">In incidents, as reported</h2>
          <ul className={classes.list}>
            {view.parts.map(part => (
              <Evident
                as="li"
                key={part.incident}
                className={classes.part!}
                evidence={part.evidence}
                item={{ kind: "incident", id: part.incident }}
                claim={part.words.join("; ")}
              >
                <span className={classes.words}>{visibleLine(part.words.join("; "))}</span>
                <span>
                  <ItemLink item={{ kind: "incident", id: part.incident }}>
                    <span className={classes.code}>{part.code}</span> {visibleLine(part.title)}
                  </ItemLink>
                </span>
                <Status of={part.status as "occurred"} />
              </Evident>
            ))}
          </ul>
          <p className={classes.note}>
            Whoever is named as a perpetrator is alleged to be one: Heed tells what reports say, and convicts nobody.
          </p>
        </section>
      )}
      {0 < view.warnings.length && (
        <section className={classes.section} aria-labelledby="warnings-head">
          <h2 id="warnings-head">Warnings given</h2>
          <ul className={classes.list}>
            {view.warnings.map(({ id, words, issued, evidence }) => (
              <Evident
                as="li"
                key={id}
                className={classes.part!}
                evidence={evidence}
                item={{ kind: "warning", id }}
                focusable
              >
                <span className={classes.words}>{issued}</span>
                <ItemLink item={{ kind: "warning", id }}>{visibleLine(words)}</ItemLink>
              </Evident>
            ))}
          </ul>
        </section>
      )}
      {0 < view.line.statements && <Said id={view.line.id} />}
      {1 < view.names.length && (
        <section className={classes.section} aria-labelledby="names-head">
          <h2 id="names-head">Names in the reports</h2>
          <ul className={classes.list}>
            {view.names.map(({ name, reports, evidence }) => (
              <Evident as="li" key={name} className={classes.nameRow!} evidence={evidence} claim={visibleLine(name)}>
                <bdi className={classes.alias}>{visibleLine(name)}</bdi>
                <span className={classes.note}>{counted(reports, "report")}</span>
                <span className={classes.note}>
                  <ReportMarks of={evidence} />
                  {evidence.length < reports && " and more"}
                </span>
              </Evident>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
