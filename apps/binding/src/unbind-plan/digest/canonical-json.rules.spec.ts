import { canonicalJson } from './canonical-json.rules';

describe('canonicalJson', () => {
  it('has one form for one value', () => {
    const start = new Date('2026-01-01T00:00:00Z');
    expect(canonicalJson({ b: [1, null], a: { d: start, c: undefined } })).toBe(
      '{"a":{"d":"2026-01-01T00:00:00.000Z"},"b":[1,null]}',
    );
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });
});
