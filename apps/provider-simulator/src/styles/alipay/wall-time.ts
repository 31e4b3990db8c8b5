/** Alipay's clocks show the time of Shanghai. */
const formatter = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-03-01 08:00:00` */
export const wallTime = (at: Date): string => formatter.format(at);

/** Milliseconds since the epoch; NaN for what is no such time. */
export const ofWallTime = (text: string): number =>
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}+08:00`) : Number.NaN;
