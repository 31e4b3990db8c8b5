const eastMs = 8 * 60 * 60_000;

/** `2026-05-20T13:29:35+08:00`, as WeChat Pay writes every moment. */
export const toRfc3339 = (at: Date): string => `${new Date(at.getTime() + eastMs).toISOString().slice(0, 19)}+08:00`;
