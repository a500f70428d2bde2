/** A case of up to so many reports is made in the blink of an eye, and is waited for. Of a larger one the case before is shown meanwhile. */
export const SMALL_CASE = 100
