import type { HelpView } from "../../../../src/app/views/help-view.ts"
import classes from "./help.module.css"

/** How often Heed is right, as measured: shares of what it shows, and of what it should have shown. */
export function Figures({ view }: { readonly view: HelpView }) {
  return (
    <>
      <p>
        Measured on news that people had marked by hand before. “Right” is the share of what Heed shows that is right;
        “found” is the share of what is there that it shows. It is built to show less rather than to show something
        wrong. The rules were tuned while most of these texts were read: expect somewhat less on yours. All figures, and
        the commands that print them, are in <code>docs/measure.md</code>.
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">right</th>
            <th scope="col">found</th>
            <th scope="col">measured on</th>
          </tr>
        </thead>
        {view.figures.map(({ heading, rows }) => (
          <tbody key={heading}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={classes.group}>
                {heading}
              </th>
            </tr>
            {rows.map(({ what, right, found, judged, on }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className={classes.number}>{right}</td>
                <td className={classes.number}>{found}</td>
                <td>
                  {judged}: {on}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}
