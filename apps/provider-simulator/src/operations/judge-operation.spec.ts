import type { Credential } from '../records/credential';
import type { Provider } from '../providers/provider';
import { providers } from '../testing/catalogue';
import { judgeOperation } from './judge-operation';
import type { OperationKind } from '../records/operation-kind';

const providerOf = (code: string): Provider => {
  const provider = providers.get(code);
  if (!provider) throw new Error(code);
  return provider;
};
const removedAt = '2026-01-01T00:00:00.000Z';
const inDays = (days: number) => new Date(Date.parse(removedAt) + days * 86_400_000);
const credential = (status: Credential['status']): Credential => ({
  credentialReference: 'cred_1',
  provider: '',
  token: 'tok_1',
  status,
  boundAt: removedAt,
  removedAt,
});

describe('judgeOperation', () => {
  it.each<[string, OperationKind, string, Credential['status'], number, string]>([
    ['takes off an active card', 'UNBIND', 'seaside-bank', 'ACTIVE', 0, 'POSSIBLE'],
    ['takes off a suspended card', 'UNBIND', 'seaside-bank', 'SUSPENDED', 0, 'POSSIBLE'],
    ['has nothing to take off when the card is gone', 'UNBIND', 'cloudgate', 'ABSENT', 0, 'DONE_ALREADY'],
    ['restores on the last day (requirement 12)', 'RESTORE', 'seaside-bank', 'ABSENT', 95, 'POSSIBLE'],
    ['does not restore after it', 'RESTORE', 'seaside-bank', 'ABSENT', 95.1, 'RESTORE_WINDOW_OVER'],
    ['has nothing to restore when the card is there', 'RESTORE', 'seaside-bank', 'ACTIVE', 0, 'DONE_ALREADY'],
    ['never restores where it is not offered', 'RESTORE', 'cloudgate', 'ABSENT', 0, 'RESTORE_NOT_OFFERED'],
    ['suspends', 'SUSPEND', 'harbour-bank', 'ACTIVE', 0, 'POSSIBLE'],
    ['resumes', 'RESUME', 'harbour-bank', 'SUSPENDED', 0, 'POSSIBLE'],
    ['does not suspend what is gone', 'SUSPEND', 'harbour-bank', 'ABSENT', 0, 'CREDENTIAL_NOT_ACTIVE'],
    ['does not suspend where it is not offered', 'SUSPEND', 'cloudgate', 'ACTIVE', 0, 'SUSPEND_NOT_OFFERED'],
  ])('%s', (_what, kind, provider, status, days, expected) => {
    const verdict = judgeOperation(
      kind,
      { provider: providerOf(provider), credential: credential(status) },
      inDays(days),
    );
    expect(verdict.is === 'IMPOSSIBLE' ? verdict.cause : verdict.is).toBe(expected);
  });

  it('binds only a card it has given a token for', () => {
    expect(judgeOperation('BIND', { provider: providerOf('seaside-bank') }, inDays(0))).toEqual({
      is: 'IMPOSSIBLE',
      cause: 'TOKEN_UNKNOWN',
    });
  });

  it('knows nothing of a credential it never gave', () => {
    expect(judgeOperation('UNBIND', { provider: providerOf('seaside-bank') }, inDays(0))).toEqual({
      is: 'IMPOSSIBLE',
      cause: 'CREDENTIAL_UNKNOWN',
    });
  });
});
