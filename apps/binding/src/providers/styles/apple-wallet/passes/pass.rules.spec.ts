import { aPass } from '../testing/a-pass';
import { createPassSecrets } from './pass-secrets.rules';
import { readPassToken, toPassToken } from './pass-token.rules';
import { decideStanding, hasLapsed, isUnmodifiedSince, nextModifiedAt } from './pass.rules';

describe('the standing of a pass', () => {
  it.each([
    ['SUSPEND', 'VALID', { standing: 'SUSPENDED' }],
    ['SUSPEND', 'SUSPENDED', { standing: 'SUSPENDED' }],
    ['RESUME', 'SUSPENDED', { standing: 'VALID' }],
    ['UNBIND', 'VALID', { standing: 'VOIDED' }],
    ['UNBIND', 'SUSPENDED', { standing: 'VOIDED' }],
    ['UNBIND', 'VOIDED', { standing: 'VOIDED' }],
    ['SUSPEND', 'VOIDED', { refused: 'CREDENTIAL_UNKNOWN' }],
    ['RESUME', 'VOIDED', { refused: 'CREDENTIAL_UNKNOWN' }],
  ] as const)('after %s of one that is %s', (request, standing, expected) => {
    expect(decideStanding(request, { standing })).toEqual(expected);
  });
});

describe('the time of a change', () => {
  const at = (text: string) => new Date(`2026-12-01T00:00:${text}Z`);

  it('is a whole second, later than that of the last one even where the clock is not', () => {
    expect(nextModifiedAt(at('10.999'))).toEqual(at('10.000'));
    expect(nextModifiedAt(at('10.999'), at('10.000'))).toEqual(at('11.000'));
    expect(nextModifiedAt(at('05.000'), at('10.000'))).toEqual(at('11.000'));
    expect(nextModifiedAt(at('30.500'), at('10.000'))).toEqual(at('30.000'));
  });

  it('is known to a device that has the pass of then or later', () => {
    const modifiedAt = at('10.000');
    expect(isUnmodifiedSince(modifiedAt, modifiedAt.toUTCString())).toBe(true);
    expect(isUnmodifiedSince(modifiedAt, at('09.000').toUTCString())).toBe(false);
    for (const none of [undefined, '', 'yesterday']) expect(isUnmodifiedSince(modifiedAt, none)).toBe(false);
  });

  it('lapses to the second for a pass that nobody added, and for no other', () => {
    const pass = aPass();
    const after = (ms: number) => new Date(pass.issuedAt.getTime() + 7 * 24 * 60 * 60_000 + ms);
    expect(hasLapsed(pass, after(-1), 7)).toBe(false);
    expect(hasLapsed(pass, after(0), 7)).toBe(true);
    expect(hasLapsed(aPass({ addedAt: pass.issuedAt }), after(0), 7)).toBe(false);
  });
});

describe('the secrets of passes', () => {
  const [old, now] = ['o'.repeat(32), 'n'.repeat(32)];

  it('derive a token of 256 bits for each pass, the same for ever, also after a change of secrets', () => {
    const before = createPassSecrets(old);
    const token = before.authenticationToken('serial', before.current);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const after = createPassSecrets(now, old);
    expect(after.current).not.toBe(before.current);
    expect(after.authenticationToken('serial', before.current)).toBe(token);
    expect(after.authenticationToken('serial', after.current)).not.toBe(token);
    expect(after.authenticationToken('another', before.current)).not.toBe(token);
    expect(() => createPassSecrets(now).authenticationToken('serial', before.current)).toThrow(
      /not configured any more/,
    );
  });

  it('tell links from tokens: what signs one is not the other', () => {
    const secrets = createPassSecrets(now, old);
    expect(secrets.signLink('serial')).not.toBe(secrets.authenticationToken('serial', secrets.current));
    expect(secrets.linkSignatures('x')).toEqual([secrets.signLink('x'), createPassSecrets(old).signLink('x')]);
  });
});

describe('the token of a pass’s card', () => {
  it('is read as it was written, and anything else is none', () => {
    const card = { holderName: '王 "小明" 👩‍💻', number: '00001234' };
    expect(readPassToken(toPassToken(card))).toEqual(card);
    for (const none of ['', 'tok_1', 'pass-card.', 'pass-card.e30', 'pass-card.bm9uZQ'])
      expect(readPassToken(none)).toBeUndefined();
  });
});
