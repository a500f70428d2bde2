import type { PersonView } from "../../../../src/app/views/people/person-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ReportMarks } from "../../evidence/ReportMarks.tsx"
import classes from "./person.module.css"

const dayOf = (edtf: string) => Date.parse(edtf.slice(0, 10)) / 86_400_000

/** Roles, each from the first to the last day on which reports gave it: when it was reported, not when it was held. */
export function Roles({ roles }: { readonly roles: PersonView["roles"] }) {
  if (roles.length === 0) return null
  const days = roles.flatMap(({ first, last }) => (first === "" ? [] : [dayOf(first), dayOf(last)]))
  const from = Math.min(...days)
  const length = Math.max(1, Math.max(...days) - from + 1)
  return (
    <section className={classes.section} aria-labelledby="roles-head">
      <h2 id="roles-head">Roles, as reported</h2>
      <ul className={classes.list}>
        {roles.map(({ role, organization, first, last, reported, evidence }) => (
          <Evident
            as="li"
            key={`${role} ${organization} ${first}`}
            className={classes.roleRow!}
            evidence={evidence}
            claim={visibleLine(role)}
          >
            <span>
              {visibleLine(role)}
              {organization !== "" && !role.includes(organization) && (
                <span className={classes.note}>, {visibleLine(organization)}</span>
              )}{" "}
              <ReportMarks of={evidence} />
            </span>
            <span className={classes.band} aria-hidden>
              {first !== "" && (
                <i
                  style={{
                    left: `${(100 * (dayOf(first) - from)) / length}%`,
                    width: `${(100 * (dayOf(last) - dayOf(first) + 1)) / length}%`,
                  }}
                />
              )}
            </span>
            <span className={classes.note}>{first === "" ? reported : `reported ${reported}`}</span>
          </Evident>
        ))}
      </ul>
    </section>
  )
}
