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

  it('lets pass what is no error', () => expect(logged(42).err).toBe(42));
});
