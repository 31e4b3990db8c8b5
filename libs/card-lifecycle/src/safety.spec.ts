import { phases, terminalPhases } from './phases';
import { isUsable } from './state';
import { exploreAll, stateKey } from './testing/explore';
import { violations } from './testing/invariants';
import { transitions } from './transitions';

describe('every state that can be reached', () => {
  const { edges, states } = exploreAll();
  const move = ({ from, taken }: (typeof edges)[number]) => [from?.phase ?? '–', taken.to.phase] as const;

  it('is reached without breaking an invariant', () => {
    const broken = edges.flatMap(({ from, trigger, taken }) =>
      violations(from, trigger, taken).map((rule) => ({ rule, from, trigger, taken })),
    );
    expect(broken.slice(0, 3)).toEqual([]);
    expect(states).toBeGreaterThan(1_000);
    expect(edges.length).toBeGreaterThan(20_000);
  });

  it('includes every phase, and every row is taken', () => {
    expect(new Set(edges.map(({ taken }) => taken.to.phase))).toEqual(new Set(phases));
    expect(new Set(edges.map(({ taken }) => taken.row))).toEqual(new Set(transitions.map(({ row }) => row)));
  });

  it('has a way to a terminal phase', () => {
    const ends = new Set<string>(terminalPhases);
    for (let grew = true; grew;) {
      const before = ends.size;
      for (const edge of edges) if (ends.has(move(edge)[1])) ends.add(move(edge)[0]);
      grew = ends.size > before;
    }
    expect(ends).toEqual(new Set([...phases, '–']));
  });

  it('has a way to rest: no state of a wait is without an answer that ends it', () => {
    const waiting = new Set(['BINDING', 'AWAITING_ACTIVATION', 'UNBINDING', 'RESTORING']);
    const inWait = edges.filter(({ taken }) => waiting.has(taken.to.phase)).map(({ taken }) => stateKey(taken.to));
    const left = new Set(
      edges.filter(({ from, taken }) => from && taken.to.phase !== from.phase).map(({ from }) => stateKey(from)),
    );
    expect(inWait.length).toBeGreaterThan(1_000);
    expect([...new Set(inWait)].filter((key) => !left.has(key)).slice(0, 3)).toEqual([]);
  });

  it('leaves terminal phases never', () => {
    expect(edges.filter(({ from }) => from && (terminalPhases as readonly string[]).includes(from.phase))).toEqual([]);
  });

  it('becomes usable by these ways only', () => {
    const ways = edges
      .filter(({ from, taken }) => isUsable(taken.to) && !(from && isUsable(from)))
      .map(({ taken, trigger }) => `${taken.row} ${trigger.type}`);
    expect([...new Set(ways)].sort()).toEqual([
      '10 ProviderConfirmed',
      '12 LiftHold',
      '12 ProviderConfirmed',
      '12 ProviderRefused',
      '15 ProviderRefused',
      '18 ProviderConfirmed',
      '23 SyncChanged',
      '7 ProviderConfirmed',
    ]);
  });
});
