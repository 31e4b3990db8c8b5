import { isIdempotencyKey } from './idempotency-key';

describe('isIdempotencyKey', () => {
  it.each(['a'.repeat(16), 'Z'.repeat(64), '0f8fad5b-d9cb-469f-a165-70867728950e', 'key_01h455vb4pex5vsknk084sn02q'])(
    'takes %s',
    (key) => expect(isIdempotencyKey(key)).toBe(true),
  );

  it.each(['', 'a'.repeat(15), 'a'.repeat(65), 'key with spaces 16', 'ключ-ключ-ключ-ключ', `${'a'.repeat(16)}\n`])(
    'refuses “%s”',
    (key) => expect(isIdempotencyKey(key)).toBe(false),
  );
});
