import { GraphQLError } from 'graphql';
import { createLog } from './log';

const secret = 'I agree to pay.';

/** The `err` of the line that a program writes about it. */
function logged(error: unknown, field = 'err') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  createLog({ service: 'test', level: 'info', format: 'json', destination }).error({ [field]: error }, 'failed');
  return { line: lines.join(''), err: JSON.parse(lines[0] ?? '')[field] };
}

const withData = (message: string) =>
  Object.assign(new TypeError(message), { parameters: [secret], detail: secret, driverError: { where: secret } });

describe('an error in the log', () => {
  it.each(['err', 'error', 'cause'])('is told by type, message and stack, without what it carries, as %s', (field) => {
    const { line, err } = logged(Object.assign(withData('no luck'), { code: 'ECONNRESET' }), field);
    expect(err).toEqual({
      type: 'TypeError',
      message: 'no luck',
      errorCode: 'ECONNRESET',
      stack: expect.stringMatching(/^TypeError: no luck\n\s+at /),
    });
    expect(line).not.toContain(secret);
  });

  it('keeps its causes and those it gathers, in the same way', () => {
    const cause = Object.assign(new Error('outer', { cause: withData('inner') }), { text: secret });
    const { line, err } = logged(new AggregateError([withData('one'), withData('two')], 'all failed', { cause }));
    expect(err).toMatchObject({
      type: 'AggregateError',
      cause: { message: 'outer', cause: { type: 'TypeError', message: 'inner' } },
      errors: [{ message: 'one' }, { message: 'two' }],
    });
    expect(line).not.toContain(secret);
  });

  it('ends where causes go in a circle', () => {
    const error: Error = new Error('round');
    error.cause = error;
    expect(logged(error).line.match(/"message":"round"/g)).toHaveLength(6);
  });

  it('is bounded, however much was sent', () => {
    const long = 'x'.repeat(100_000);
    const cause = Object.assign(new Error(long), { query: long, code: long, table: long });
    const { line, err } = logged(new AggregateError(Array(1_000).fill(cause), long, { cause }));
    expect(line.length).toBeLessThan(100_000);
    expect(err.message).toMatch(/^x{500}… \(100000 characters\)$/);
    expect(err.stack).toMatch(/^AggregateError: x{500}… \(100000 characters\)\n\s+at /);
  });

  it.each([[42], [{ password: secret }], [[secret]], [null]])('leaves out what is no error: %p', (thrown) => {
    const { line, err } = logged(thrown);
    expect(err).toBeUndefined();
    expect(line).not.toContain(secret);
  });

  it.each([
    ['JSON that is none', () => JSON.parse(secret)],
    ['JSON that is none in the middle', () => JSON.parse(`{"text": ${secret}}`)],
    ['a number that is none', () => BigInt(secret)],
    [
      'a variable that does not fit',
      () => {
        throw new GraphQLError(`Variable "$text" got invalid value "${secret}"; Expected Int`);
      },
    ],
    [
      'a literal that does not fit',
      () => {
        throw new GraphQLError(`Enum "Kind" cannot represent value: "${secret}"`);
      },
    ],
    [
      'a phone in a text',
      () => {
        throw new Error('no carrier for +86 138-0013 8000');
      },
    ],
    [
      'a card in a text',
      () => {
        throw new Error('card 6222 0200 1234 5678 is refused');
      },
    ],
    [
      'a code in a text',
      () => {
        throw new Error('code 493021 is wrong');
      },
    ],
    [
      'a mail address in a text',
      () => {
        throw new Error('cannot send to mei.chen@mail.example.cn');
      },
    ],
    [
      'a hash in a text',
      () => {
        throw new Error('bad hash $argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g');
      },
    ],
    [
      'a token in a text',
      () => {
        throw new Error('token eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhY2MifQ.c2lnbmF0dXJl is refused');
      },
    ],
    [
      'a statement that was put together',
      () => {
        throw Object.assign(new Error('no luck'), { query: `UPDATE a SET b = '${secret}' WHERE c = 'it''s ${secret}` });
      },
    ],
  ])('does not tell what an error quotes: %s', (_what, fail) => {
    const told = [1]
      .map(() => {
        try {
          return fail();
        } catch (error) {
          return logged(error).line;
        }
      })
      .join('');
    for (const part of [secret, 'agree', '8000', '5678', '493021', 'mei.chen', 'c2FsdHNhbHQ', 'c2lnbmF0dXJl'])
      expect(told).not.toContain(part);
    expect(told).toContain('"msg":"failed"');
  });
});
