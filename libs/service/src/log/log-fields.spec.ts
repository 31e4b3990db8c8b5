import type { FastifyBaseLogger } from 'fastify';
import { createLog } from './log';

const secret = 'I agree to pay.';

function open() {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ service: 'test', level: 'trace', format: 'json', destination });
  return { log, lines, told: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('a line of the log', () => {
  it('has the fields that are known, as they are', () => {
    const { log, told } = open();
    log.warn(
      { requestId: 'r-1', tries: 3, jobs: ['12', 13], path: ['viewer', 'cards', 0], pruned: { sessions: 4 } },
      'done',
    );
    expect(told()[0]).toMatchObject({
      msg: 'done',
      requestId: 'r-1',
      tries: 3,
      jobs: ['12', 13],
      path: ['viewer', 'cards', 0],
      pruned: { sessions: 4 },
    });
    expect(told()[0]?.leftOut).toBeUndefined();
  });

  it.each([
    ['a field that nobody knows', { consent: secret }],
    ['a whole object in one that is known', { provider: { text: secret } }],
    ['a sentence where a word is meant', { requestId: secret }],
    ['a code that somebody was sent', { code: '493021' }],
    ['a phone where a word is meant', { route: '+8613800138000' }],
    ['text in a list of words', { path: ['viewer', secret] }],
    ['text in counts', { pruned: { [secret]: 1, sessions: secret } }],
    ['text where a number is meant', { tries: secret }],
    ['what a request is', { req: { headers: { authorization: secret }, body: secret }, res: { body: secret } }],
    ['what a statement was given', { parameters: [secret], driverError: { detail: secret } }],
    ['a number of a card as a number', { from: 6222020012345678901234n }],
    ['what cannot be written as JSON', { provider: { toJSON: () => secret } }],
  ])('leaves out %s, and says so', (_what, fields) => {
    const { log, lines } = open();
    log.error(fields, 'failed');
    log.child(fields).error('failed');
    log.child({}).child(fields).error('failed');
    for (const text of [secret, 'agree', '13800138000', '62220200', '493021'])
      expect(lines.join('')).not.toContain(text);
    expect(lines).toHaveLength(3);
  });

  it('does not put into a message what comes after it', () => {
    const { log, lines } = open();
    log.info('%s was told by %o', secret, { secret });
    log.info({ provider: 'bank' }, '%s', secret);
    log.error(Object.assign(new Error('no luck'), { parameters: [secret] }));
    log.error(Object.assign(new Error('no luck'), { parameters: [secret] }), 'failed');
    log.error({ err: { message: 'no error of ours', secret } }, 'failed');
    expect(lines.join('')).not.toContain('agree');
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ msg: 'no luck', err: { type: 'Error' } });
  });

  it('is without a login where it tells an address', () => {
    const { log, told } = open();
    log.info({ url: `postgres://app:${encodeURIComponent(secret)}@db.example:5432/identity?options=x` }, 'listening');
    expect(told()[0]?.url).toBe('postgres://db.example:5432/identity');
  });

  it('is bounded by libraries that log by themselves too', () => {
    const { log, lines } = open();
    (log as FastifyBaseLogger).error({ req: { body: secret }, res: {}, err: new Error('no luck') }, 'x'.repeat(10_000));
    expect(lines.join('')).not.toContain('agree');
    expect(lines.join('').length).toBeLessThan(5_000);
  });
});
