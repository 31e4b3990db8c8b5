/** A name of the IANA database, such as `Asia/Shanghai` or `UTC`; links such as `Asia/Calcutta` too. An offset (`+08:00`) is none: it knows no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
