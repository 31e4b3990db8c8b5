import { faultOfWords } from './invalid-input';

describe('words that somebody else reads', () => {
  it.each(['我没有解绑', 'One line\r\nand\tanother', 'علی‌رضا', '👩‍💻'])('may be %j', (words) =>
    expect(faultOfWords('reason', words, 100)).toBeUndefined(),
  );

  it.each([
    ['', 'REQUIRED'],
    ['a'.repeat(101), 'TOO_LONG'],
    ['a\u202eb', 'CHARACTERS'],
    ['a\u2067b', 'CHARACTERS'],
    ['a\u0000', 'CHARACTERS'],
    ['\u001b[2K', 'CHARACTERS'],
  ])('may not be %j', (words, rule) =>
    expect(faultOfWords('reason', words, 100)).toMatchObject({ field: 'reason', rule }),
  );
});
