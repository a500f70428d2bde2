import { Link } from "@tanstack/react-router"
import type { HelpView } from "../../../../src/app/views/help-view.ts"
import { counted, originsInWords } from "../../../../src/app/words.ts"
import { Origins } from "../../signs/Origins.tsx"
import classes from "./help.module.css"

/** How "2-3 origins in 5 reports" comes about, with a small example and the case that is open. */
export function Counting({ view }: { readonly view: HelpView }) {
  const { reports, origins, here } = view.counting
  return (
    <>
      <p>
        An origin is where a piece of information entered public reporting. Nine papers that print one agency are one
        voice, not nine. Heed gives two numbers: the lower counts the origins that are proven to stand apart, the higher
        adds each report that is not proven to rest on another.
      </p>
      <table className={classes.table}>
        <caption>Five reports of one fire</caption>
        <thead>
          <tr>
            <th scope="col">report</th>
            <th scope="col">what it does</th>
            <th scope="col">origin</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ name, does, origin, proven }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{does}</td>
              <td>
                {origin}
                {proven ? "" : ", unproven"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Origins of={origins} /> in {counted(reports.length, "report")}. The agency counts once, whoever prints it.
        Evening News may have it from somebody: it counts in the higher number only.
      </p>
      <p>
        An official who is quoted in three papers is one origin. Whom only one paper quotes counts with that paper: he
        is named among the origins, but nobody has heard him beside it. Two reports that only cite each other are one
        origin, unproven.
      </p>
      <h3>Kinds of origin</h3>
      <dl className={classes.words}>
        {view.originKinds.map(({ key, meaning }) => (
          <div key={key}>
            <dt>{key.replaceAll("-", " ")}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        This case: {counted(here.reports, "report")}, {originsInWords(here.origins)}
        {0 < here.kinds.length &&
          `; named behind them: ${here.kinds.map(({ kind, count }) => `${kind.replaceAll("-", " ")} ${count}`).join(", ")}`}
        . <Link to={"/reports" as "/"}>Reports and their origins</Link>
      </p>
    </>
  )
}
