import { isBase64, isBase64Url } from './base64';

const samples = Array.from({ length: 300 }, (_, length) =>
  Buffer.from(Array.from({ length }, (_, at) => (at * 151 + length * 7) % 256)),
);

describe.each([
  ['base64', isBase64],
  ['base64url', isBase64Url],
] as const)('%s', (encoding, isCanonical) => {
  it('is what its encoder writes', () => {
    for (const bytes of samples) expect(isCanonical(bytes.toString(encoding))).toBe(true);
  });

  it('is the only text of its bytes: of all that Node decodes to them no other is taken', () => {
    const ends = ['', '=', '==', '===', ' ', '\n', '\r\n', '\t', '\0', '.', 'A', '-', '+', '\u200b'];
    for (const bytes of samples.slice(0, 60)) {
      const text = bytes.toString(encoding);
      const withOtherLast = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/'].map((last) =>
        text.replace(/[^=](?==*$)/, last),
      );
      const others = [...ends.flatMap((end) => [text + end, end + text]), ...withOtherLast];
      for (const other of others)
        if (isCanonical(other)) expect(Buffer.from(other, encoding).toString(encoding)).toBe(other);
      expect(isCanonical(`${text}\n`) || isCanonical(` ${text}`) || isCanonical(`${text}====`)).toBe(false);
    }
  });
});
