/** What is kept of a report: a phone sends a few lines. */
const linesMax = 20;
const lineMax = 300;

/** Tokens, identifiers and codes: long runs without a space. */
const secretLike = /[A-Za-z0-9+/=_.-]{16,}/g;

/** Lines of a phone’s report that may stand in a log: few, short, one line each, and without anything that could be a token or an id. */
export function readDeviceLog(body: unknown): readonly string[] | undefined {
  const { logs } = Object(body) as { logs?: unknown };
  if (!Array.isArray(logs) || !logs.every((line) => typeof line === 'string')) return undefined;
  return logs.slice(0, linesMax).map((line) =>
    line
      .slice(0, lineMax)
      .replace(/\p{C}+/gu, ' ')
      .replace(secretLike, '…')
      .replace(/\d{5,}/g, '…'),
  );
}
