import { isWellFormed } from './well-formed';

describe('isWellFormed', () => {
  it.each(['', 'I agree.', '我同意', '🦊', 'line\r\nline', '\ufffd', '\\ud800 as typed'])('takes %j', (text) =>
    expect(isWellFormed(text)).toBe(true),
  );

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800', '🦊\ud83e', '\0', 'a\0b'])('does not take %j', (text) =>
    expect(isWellFormed(text)).toBe(false),
  );
});
