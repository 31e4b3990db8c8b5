/** Whether a text is a moment as `toISOString` writes it, of a year that PostgreSQL reads: one with a sign it does not, and it has no year 0. */
export function isMomentText(text: string): boolean {
  const moment = new Date(text);
  return /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}
