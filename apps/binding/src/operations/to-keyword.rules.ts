/** A provider's code of a cause in the form that events carry: upper case, at most 64 characters. */
export function toKeyword(cause: string): string {
  const word = cause
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+/, '')
    .slice(0, 64);
  return word === '' ? 'PROVIDER_DECLINED' : word;
}
