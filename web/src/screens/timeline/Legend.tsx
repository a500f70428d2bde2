import type { Status as StatusOf } from "../../../../src/core/status.ts"
import { Status } from "../../signs/Status.tsx"
import classes from "./timeline.module.css"

const shown: readonly StatusOf[] = ["occurred", "attempted", "foiled", "planned", "alleged", "denied"]

/** What the looks of the picture mean, in words beside each. */
export function Legend() {
  return (
    <div className={classes.legend}>
      <span className={classes.legendGroup}>
        {shown.map(status => (
          <Status key={status} of={status} />
        ))}
      </span>
      <span className={classes.legendGroup}>
        <span>
          <i className={`${classes.sample} ${classes.sampleBand}`} /> the wider and paler, the less exactly the time is
          known
        </span>
        <span>
          <i className={`${classes.sample} ${classes.sampleFade}`} /> fading end: about, or open
        </span>
        <span>
          <i className={`${classes.sampleMoment} ${classes.moment}`} /> warning,{" "}
          <i className={`${classes.sampleMoment} ${classes.moment} ${classes.private}`} /> private warning
        </span>
      </span>
    </div>
  )
}
