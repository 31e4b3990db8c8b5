import { err, ok } from '@bindery/kernel';
import { newViewer } from '../../testing/viewers';
import { recordTokens } from './record-tokens';
import { refuseEnded } from './refuse-ended';
import type { VerifyToken } from './token-verifier';

const good: VerifyToken = async () => ok({ ...newViewer(), expiresAt: new Date() });
const refused =
  (kind: 'TOKEN_EXPIRED' | 'TOKEN_INVALID' | 'KEYS_UNAVAILABLE'): VerifyToken =>
  async () =>
    err({ kind });

const feed = (ended: boolean) => ({ hasEnded: () => ended, toldAsOf: Date.now() });

async function told(verify: VerifyToken, hasEnded: boolean) {
  const record = jest.fn();
  const judged = await recordTokens(verify, (inner) => refuseEnded(inner, feed(hasEnded)), { record })('token');
  return { isGood: judged.ok, codes: record.mock.calls.map(([action, { errorCode }]) => [action, errorCode]) };
}

describe('what the security log hears of access tokens', () => {
  it.each([
    ['a good one', good, false, true, []],
    ['one whose session is over', good, true, false, [['access-token-refused', 'SESSION_ENDED']]],
    ['one that has expired', refused('TOKEN_EXPIRED'), false, false, [['access-token-refused', 'TOKEN_EXPIRED']]],
    ['a forged one', refused('TOKEN_INVALID'), true, false, [['access-token-refused', 'TOKEN_INVALID']]],
    ['one that cannot be judged', refused('KEYS_UNAVAILABLE'), false, false, []],
  ])('%s', async (_what, verify, hasEnded, isGood, codes) => {
    expect(await told(verify, hasEnded)).toEqual({ isGood, codes });
  });
});
