const offsetMs = 8 * 60 * 60_000;

/** The wall time of Asia/Shanghai, which has been UTC+8 all year since 1992: `2026-03-01 08:00:00`. */
export function toShanghaiTime(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** Undefined for what is no such time. */
export function readShanghaiTime(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) || toShanghaiTime(at) !== text ? undefined : at;
}
