/** What the reason of a deprecation tells. */
export interface Deprecation {
  readonly why: string;
  /** What to use instead. */
  readonly use: string;
  /** Until the end of this day, UTC, it stays: YYYY-MM-DD. */
  readonly staysUntil: string;
}

/** How a reason reads, e.g. `Two rows could share it. Use number. Stays until 2027-06-30.` */
export const deprecationForm = 'Why. Use what. Stays until YYYY-MM-DD.';

const form = /^(?<why>\S.*\.) Use (?<use>\S.*)\. Stays until (?<day>\d{4}-\d{2}-\d{2})\.$/s;

/** Reads the reason of a deprecation; undefined when it is not in the form. */
export function readDeprecation(reason: string): Deprecation | undefined {
  const { why, use, day } = form.exec(reason)?.groups ?? {};
  if (!why || !use || !day || Number.isNaN(Date.parse(day))) return undefined;
  return { why, use, staysUntil: day };
}

/** Whether that which is deprecated so may go on this day (YYYY-MM-DD, UTC). */
export const mayGo = (reason: string, today: string): boolean => {
  const deprecation = readDeprecation(reason);
  return deprecation !== undefined && deprecation.staysUntil < today;
};
