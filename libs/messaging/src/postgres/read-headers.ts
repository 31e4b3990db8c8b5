/** Under this name a reader finds headers that are none, as they lie in the log. */
const unreadable = 'unreadable-headers';

const keptMax = 10_000;

/**
 * The headers of a message by their text. Whatever lies there is answered as headers: what is no object of strings has one that says so, which makes it
 * no event, and so a dead letter like anything else that cannot be handled.
 */
export function readHeaders(text: string): Record<string, string> {
  const parsed = parse(text);
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  if (isObject && Object.values(parsed).every((value) => typeof value === 'string'))
    return parsed as Record<string, string>;
  return { [unreadable]: text.slice(0, keptMax) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
