const dayMs = 24 * 60 * 60_000;

/** So long an address counts as its account’s after the last login, reset or refresh from there. */
export const addressKnownMs = 90 * dayMs;

/** A use is written down so often at most: most requests come from where the last one came from. */
export const addressNotedAgainMs = 7 * dayMs;
