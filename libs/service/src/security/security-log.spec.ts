import { createLog } from '../log';
import { withTrace } from '../trace';
import { withCaller } from './caller';
import { networkOf } from './network-of';
import { differentMax, differentOfAccountsMax, tellEveryMs } from './repeats';
import { expectedTypes, securityEvents, type SecurityAction } from './security-events';
import { createSecurityLog, type SecurityFacts } from './security-log';

const at = new Date('2026-11-29T10:00:00.000Z');

function open(level = 'error') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ service: 'identity', level, format: 'json', destination });
  const security = createSecurityLog(log, () => at);
  return { security, lines, told: () => lines.map((line) => JSON.parse(line)) };
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'performance'] }));
afterEach(() => jest.useRealTimers());

describe('the security log', () => {
  it('writes one line of JSON by the names of ECS, whatever the level of the log', () => {
    const { security, lines, told } = open();
    security.record('log-in-failed', { userId: 'acc_1', sourceAddress: '203.0.113.77', errorCode: 'WRONG_PASSWORD' });
    expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
    expect(told()).toEqual([
      {
        'log.level': 'warn',
        '@timestamp': at.toISOString(),
        'service.name': 'identity',
        'log.logger': 'security',
        'ecs.version': '9.0.0',
        'event.kind': 'event',
        'event.category': ['authentication'],
        'event.type': ['start'],
        'event.action': 'log-in-failed',
        'event.outcome': 'failure',
        'user.id': 'acc_1',
        'source.address': '203.0.113.0/24',
        'error.code': 'WRONG_PASSWORD',
        message: 'a login was refused: wrong password, or no such account',
      },
    ]);
  });

  it('knows of the request being worked on what it is not given', () => {
    const { security, told } = open();
    withTrace(undefined, () =>
      withCaller({ address: '2001:db8:1:2::3', accountId: 'acc_1', requestId: 'req-1', clientApp: 'wallet' }, () => {
        security.record('code-refused', { userId: 'acc_2' });
      }),
    );
    expect(told()[0]).toMatchObject({
      'user.id': 'acc_2',
      'source.address': '2001:db8:1::/48',
      'http.request.id': 'req-1',
      'user_agent.name': 'wallet',
      'trace.id': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it.each<[string, SecurityFacts]>([
    ['a sentence', { errorCode: 'I agree to pay' }],
    ['an app that is text', { clientApp: 'a\nb: "c"' }],
    ['something long', { userId: 'x'.repeat(500) }],
    ['a label that is text', { labels: { provider: '<script> 13800138000' } }],
    ['an address that is none', { sourceAddress: 'nobody knows' }],
  ])('leaves out what is no word of ours: %s', (_what, facts) => {
    const { security, told } = open();
    security.record('abuse-budget-spent', facts);
    expect(Object.keys(told()[0])).toEqual(
      expect.not.arrayContaining(['error.code', 'user.id', 'user_agent.name', 'labels.provider', 'source.address']),
    );
  });

  it('tells what repeats once, and after a minute how often', () => {
    const { security, told } = open();
    for (let round = 0; round < 1_000; round += 1)
      security.record('log-in-failed', { userId: 'acc_1', requestId: `r-${round}` });
    expect(told()).toHaveLength(1);
    jest.advanceTimersByTime(tellEveryMs);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toMatchObject({ 'bindery.count': 999, 'event.start': at.toISOString(), 'user.id': 'acc_1' });
    security.record('log-in-failed', { userId: 'acc_1' });
    jest.advanceTimersByTime(tellEveryMs);
    expect(told()).toHaveLength(3);
  });

  it('is not filled by somebody who is another one each time', () => {
    const { security, told } = open();
    const total = 10_000;
    for (let round = 0; round < total; round += 1) security.record('log-in-failed', { userId: `acc_${round}` });
    security.record('account-locked', { userId: 'acc_1' });
    security.flush();
    expect(told()).toHaveLength(differentOfAccountsMax + 2);
    expect(told().at(-1)).toMatchObject({
      'event.action': 'log-in-failed',
      'bindery.count': total - differentOfAccountsMax,
    });
    expect(told().at(-1)['user.id']).toBeUndefined();
  });

  it('is not blinded by made-up apps and addresses: what is about an account is told, and every alert', () => {
    const { security, told } = open();
    for (let round = 0; round < 500; round += 1) {
      const madeUp = { clientApp: `app${round}`, sourceAddress: `10.${round % 250}.${Math.trunc(round / 250)}.1` };
      security.record('log-in-failed', madeUp);
      security.record('account-locked', { ...madeUp, userId: `acc_${round}` });
    }
    security.record('log-in-failed', { userId: 'acc_li' });
    const failed = told().filter((line) => line['event.action'] === 'log-in-failed');
    expect(failed).toHaveLength(differentMax + 1);
    expect(failed.at(-1)).toMatchObject({ 'user.id': 'acc_li' });
    expect(told().filter((line) => line['event.action'] === 'account-locked')).toHaveLength(500);
  });

  it('says nothing where the log is silent', () => {
    const { security, told } = open('silent');
    security.record('data-reset');
    security.flush();
    expect(told()).toEqual([]);
  });

  it.each(Object.entries(securityEvents))(
    '%s has a type that rules expect with its category',
    (_action, { category, type }) => expect(expectedTypes[category]).toContain(type),
  );

  it('has words for each kind, of each name once', () => {
    const actions = Object.keys(securityEvents) as SecurityAction[];
    for (const action of actions) expect(securityEvents[action].says).toMatch(/^[a-z].*[^.]$/);
    expect(new Set(actions.map((action) => securityEvents[action].says)).size).toBe(actions.length);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['127.0.0.1', '127.0.0.0/24'],
  ])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));

  it.each(['', 'unknown', '203.0.113', '203.0.113.77:80', 'x'.repeat(1_000)])('%s is of none', (text) =>
    expect(networkOf(text)).toBe(text === '203.0.113' ? '203.0.0.0/24' : undefined),
  );
});
