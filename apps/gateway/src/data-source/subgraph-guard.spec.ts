import { createLog } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { SubgraphFailure, type SubgraphFailureKind } from './subgraph-failure';
import { createGuard } from './subgraph-guard';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });

function guarded() {
  const states: string[] = [];
  const guard = createGuard('binding', log, {
    answered: () => undefined,
    failed: () => undefined,
    sentAgain: () => undefined,
    countWaiting: () => undefined,
    breakerIs: (state) => void states.push(state),
  });
  const outcome = (ask: () => Promise<unknown>) =>
    guard(ask).then(
      () => 'answered',
      (error: SubgraphFailure) => error.kind,
    );
  const fail = (kind: SubgraphFailureKind) =>
    outcome(async () => Promise.reject(new SubgraphFailure(kind, 'for the test')));
  return { states, outcome, fail };
}

async function repeat(times: number, ask: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time++) await ask();
}

describe('the breaker of a subgraph', () => {
  it.each(['TIMED_OUT', 'NOT_SENT', 'CONNECTION_LOST', 'BAD_ANSWER'] as const)(
    'opens when most requests end with %s, and closes when one gets through again',
    async (kind) => {
      const { states, outcome, fail } = guarded();
      await repeat(15, () => fail(kind));
      const ask = jest.fn(async () => 'fine');
      expect(await outcome(ask)).toBe('NOT_ASKED');
      expect(ask).not.toHaveBeenCalled();
      await eventually(async () => expect(await outcome(ask)).toBe('answered'));
      expect(states).toEqual(['closed', 'open', 'half-open', 'closed']);
    },
  );

  it('lets one request try, while others are told at once', async () => {
    const { states, outcome, fail } = guarded();
    await repeat(15, () => fail('TIMED_OUT'));
    let release: (value: unknown) => void = () => undefined;
    const held = new Promise((resolve) => (release = resolve));
    const first = jest.fn(() => held);
    let trying: Promise<string> | undefined;
    await eventually(() => {
      if (!first.mock.calls.length) trying = outcome(first);
      expect(first).toHaveBeenCalled();
    });
    expect(states.at(-1)).toBe('half-open');
    expect(await outcome(async () => 'fine')).toBe('NOT_ASKED');
    release('fine');
    expect(await trying).toBe('answered');
  });

  it.each(['TOO_LARGE', 'QUEUE_FULL'] as const)(
    'stays closed for %s, which one client can bring about',
    async (kind) => {
      const { states, outcome, fail } = guarded();
      await repeat(50, () => fail(kind));
      expect(await outcome(async () => 'fine')).toBe('answered');
      expect(states).toEqual(['closed']);
    },
  );
});

describe('places at a subgraph', () => {
  it('are bounded, and so is the queue before them', async () => {
    const { outcome } = guarded();
    const releases: (() => void)[] = [];
    let running = 0;
    const hold = () => outcome(() => new Promise<void>((resolve) => ((running += 1), releases.push(resolve))));
    const all = Array.from({ length: 64 + 256 + 5 }, hold);
    expect(await Promise.all(all.slice(-5))).toEqual(Array.from({ length: 5 }, () => 'QUEUE_FULL'));
    expect(running).toBe(64);
    await eventually(async () => {
      releases.splice(0).forEach((release) => release());
      expect(running).toBe(64 + 256);
    });
    releases.forEach((release) => release());
    expect(new Set(await Promise.all(all.slice(0, -5)))).toEqual(new Set(['answered']));
  });
});
