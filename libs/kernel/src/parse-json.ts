/** What a text says as JSON; undefined when it is not JSON. For texts from outside: their shape is checked next. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
