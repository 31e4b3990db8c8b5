import { newId } from '@bindery/kernel';
import type { BindingState, Hold } from '@bindery/card-lifecycle';
import { decideVerdict } from './credential-verdict.rules';

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
    expect(decideVerdict(credential, now)).toEqual({ good: reason === 'ACTIVE', reason }),
  );
});
