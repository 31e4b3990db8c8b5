import { newId } from '@bindery/kernel';
import type { BindingState, Hold } from '@bindery/card-lifecycle';
import { decideVerdict, endOfVerdict, stricterOf } from './credential-verdict.rules';

const now = new Date('2026-07-31T23:00:00Z');
const bound = (holds: Hold[] = [], sync: BindingState['sync'] = { state: 'IN_SYNC' }): BindingState => ({
  phase: 'BOUND',
  holds,
  sync,
});
const hold = (owner: Hold['owner']): Hold => ({ owner, reason: 'X', since: now.toISOString() });
const operation = { id: newId('operation'), kind: 'SUSPEND', deadline: now.toISOString() } as const;

describe('decideVerdict', () => {
  it.each([
    ['nothing bound', null, 'UNREGISTERED'],
    ['a usable one', { state: bound(), expiresOn: null }, 'ACTIVE'],
    ['one on its last day', { state: bound(), expiresOn: '2026-07-31' }, 'ACTIVE'],
    ['one past its last day', { state: bound(), expiresOn: '2026-07-30' }, 'EXPIRED'],
    ['a held one', { state: bound([hold('HOLDER')]), expiresOn: null }, 'SUSPENDED'],
    [
      'one held for an expired document',
      { state: bound([hold('DOCUMENT'), hold('HOLDER')]), expiresOn: null },
      'EXPIRED',
    ],
    ['one in doubt (invariant 5)', { state: bound([], { state: 'UNKNOWN', operation }), expiresOn: null }, 'SUSPENDED'],
    ['one that is being told about', { state: bound([], { state: 'PENDING', operation }), expiresOn: null }, 'ACTIVE'],
  ] as const)('%s', (_, credential, reason) =>
    expect(decideVerdict(credential && { opensDoor: true, ...credential }, now)).toEqual({
      good: reason === 'ACTIVE',
      reason,
    }),
  );
});

describe('a door that the card does not open', () => {
  it.each([
    ['a usable card', { state: bound(), expiresOn: null }],
    ['a held one, of which it is told no more', { state: bound([hold('HOLDER')]), expiresOn: null }],
    ['one past its last day', { state: bound(), expiresOn: '2026-07-30' }],
  ])('stays shut for %s', (_, credential) =>
    expect(decideVerdict({ ...credential, opensDoor: false }, now)).toEqual({
      good: false,
      reason: 'DOOR_NOT_GRANTED',
    }),
  );
});

describe('endOfVerdict', () => {
  it('is the end of the last day of validity, in UTC as the verdict itself', () => {
    expect(endOfVerdict({ state: bound(), expiresOn: '2026-07-31', opensDoor: true })).toEqual(
      new Date('2026-08-01T00:00:00Z'),
    );
    expect(endOfVerdict({ state: bound(), expiresOn: null, opensDoor: true })).toBeNull();
    expect(endOfVerdict(null)).toBeNull();
  });
});

describe('stricterOf', () => {
  const usable = { state: bound(), expiresOn: null, opensDoor: true };
  it.each([
    ['that does not open the door', { ...usable, opensDoor: false }],
    ['that is held', { ...usable, state: bound([hold('HOLDER')]) }],
    ['that ends sooner', { ...usable, expiresOn: '2026-07-30' }],
  ])('is the one %s, whichever comes first', (_, stricter) => {
    expect(stricterOf(usable, stricter)).toBe(stricter);
    expect(stricterOf(stricter, usable)).toBe(stricter);
  });
});
