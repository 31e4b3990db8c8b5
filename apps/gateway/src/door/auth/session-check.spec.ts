import { parse } from 'graphql';
import { testViewer } from '@bindery/trust/testing';
import { kindsOf } from '../admission/operation-kind';
import { toGatewayContext } from './gateway-context';
import { createSessionCheck, feedFreshMs } from './session-check';

const now = 1_800_000_000_000;
/** Of what is no document nothing is known. */
const kindOf = (text: string) => (text.startsWith('no ') ? undefined : kindsOf(parse(text)).get(undefined));
const minute = 60_000;

/** What identity says: goes on, is over, or nothing. */
type Said = 'live' | 'over' | 'nothing';

interface Case {
  /** How old the feed is; undefined where there is none. */
  readonly age?: number;
  readonly identity?: Said;
  readonly text: string;
  readonly signedIn?: boolean;
}

async function check({ age, identity = 'nothing', text, signedIn = true }: Case) {
  const askIdentity = jest.fn(async () => (identity === 'nothing' ? undefined : identity === 'live'));
  const checkSession = createSessionCheck({
    feed: age === undefined ? undefined : { hasEnded: () => false, toldAsOf: now - age },
    askIdentity,
    now: () => now,
  });
  const context = toGatewayContext({
    viewer: signedIn ? testViewer() : undefined,
    client: {},
    address: '127.0.0.1',
    wanted: undefined,
    otherwise: 'en',
  });
  const refusal = await checkSession(context, kindOf(text));
  return `${refusal?.code ?? 'in'}, asked ${askIdentity.mock.calls.length}`;
}

const write = 'mutation { suspendBinding }';
const read = '{ viewer { id } }';
const [ended, unsure] = ['UNAUTHENTICATED', 'SESSION_UNCONFIRMED'];

describe('who writes', () => {
  it.each<[string, Omit<Case, 'text'>]>([
    ['in, asked 1', { age: 0, identity: 'live' }],
    // The event is on its way.
    [`${ended}, asked 1`, { age: 0, identity: 'over' }],
    ['in, asked 1', { age: feedFreshMs, identity: 'nothing' }],
    [`${unsure}, asked 1`, { age: feedFreshMs + 1, identity: 'nothing' }],
    ['in, asked 1', { age: 60 * minute, identity: 'live' }],
    [`${ended}, asked 1`, { age: 60 * minute, identity: 'over' }],
    // It still reads what was there when it began.
    [`${unsure}, asked 1`, { age: now, identity: 'nothing' }],
    ['in, asked 1', { identity: 'live' }],
    [`${ended}, asked 1`, { identity: 'over' }],
    [`${unsure}, asked 1`, { identity: 'nothing' }],
  ])('%s: %j', async (outcome, given) => {
    for (const text of [
      write,
      'mutation { a: requestUnbind endSession }',
      'mutation { ...A } fragment A on Mutation { x }',
    ])
      expect(await check({ ...given, text })).toBe(outcome);
  });

  it('is left to identity where identity looks itself, and answers repetitions', async () => {
    for (const text of [
      'mutation { endSession }',
      'mutation { a: endOtherSessions b: endSession }',
      'mutation { refreshSession }',
    ])
      expect(await check({ age: 0, identity: 'over', text })).toBe('in, asked 0');
  });
});

describe('who reads', () => {
  it.each<[string, Omit<Case, 'text'>]>([
    ['in, asked 0', { age: 0, identity: 'over' }],
    ['in, asked 0', { age: feedFreshMs, identity: 'over' }],
    [`${ended}, asked 1`, { age: feedFreshMs + 1, identity: 'over' }],
    ['in, asked 1', { age: feedFreshMs + 1, identity: 'live' }],
    ['in, asked 1', { age: feedFreshMs + 1, identity: 'nothing' }],
    [`${unsure}, asked 1`, { age: 2 * minute + 1, identity: 'nothing' }],
    [`${unsure}, asked 1`, { age: now, identity: 'nothing' }],
    ['in, asked 0', {}],
  ])('%s: %j', async (outcome, given) => {
    for (const text of [read, 'no document {']) expect(await check({ ...given, text })).toBe(outcome);
  });
});

it('nobody is asked for a stranger', async () => {
  for (const text of [write, read]) expect(await check({ age: now, text, signedIn: false })).toBe('in, asked 0');
});
