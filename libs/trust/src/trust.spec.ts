import { decodeJwt, SignJWT } from 'jose';
import { newId } from '@bindery/kernel';
import { signAccessToken, verifyAccessToken } from './access-token';
import { generateSigningKey, readKeySet, readSigningKey, toPublicKeySet } from './keys';
import { phoneSubject } from './phone-subject';
import type { StaffRole } from './staff-role';
import { proofLifetimeMs, signProof, verifyProof, type Proof } from './proof-token';
import { openContact, readContactKeys, sealContact } from './sealed-contact';

async function keyPair() {
  const jwk = await generateSigningKey();
  return { key: await readSigningKey(jwk), keys: readKeySet(toPublicKeySet(jwk)), published: toPublicKeySet(jwk) };
}

describe('published keys', () => {
  it('never hold the private part', async () => {
    expect((await keyPair()).published).not.toContain('"d"');
  });
});

describe('access token', () => {
  const viewer = {
    accountId: newId('account'),
    sessionId: newId('session'),
    deviceId: newId('device'),
    assuranceLevel: 'AAL1' as const,
  };

  it('names its viewer until it expires', async () => {
    const { key, keys } = await keyPair();
    const { token } = await signAccessToken({ ...viewer, app: 'wallet' }, new Date(), key);
    expect(await verifyAccessToken(token, keys)).toMatchObject({ ok: true, value: { ...viewer, app: 'wallet' } });
    const old = await signAccessToken(viewer, new Date(Date.now() - 11 * 60_000), key);
    expect(await verifyAccessToken(old.token, keys)).toMatchObject({ error: { kind: 'TOKEN_EXPIRED' } });
  });

  it('says which roles of our own people it was given for, those that are known', async () => {
    const { key, keys } = await keyPair();
    const rolesOf = async (staffRoles: StaffRole[] | undefined) => {
      const verified = await verifyAccessToken(
        (await signAccessToken({ ...viewer, staffRoles }, new Date(), key)).token,
        keys,
      );
      return verified.ok && verified.value.staffRoles;
    };
    expect(await rolesOf(['AGENT', 'OPERATOR'])).toEqual(['AGENT', 'OPERATOR']);
    expect(await rolesOf(['REVIEWER', 'OF_NEXT_YEAR' as StaffRole])).toEqual(['REVIEWER']);
    for (const none of [undefined, [], ['OF_NEXT_YEAR' as StaffRole]]) expect(await rolesOf(none)).toBeUndefined();
    const { token } = await signAccessToken(viewer, new Date(), key);
    expect(decodeJwt(token)).not.toHaveProperty('staff');
  });

  it('is not a proof, and a proof is no access token, even by the same key', async () => {
    const { key, keys } = await keyPair();
    const proof = await signProof(
      { id: newId('proof'), action: 'BIND', subjectId: 's', factor: 'SMS_CODE', accountId: newId('account') },
      new Date(),
      key,
    );
    expect(await verifyAccessToken(proof.token, keys)).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
  });
});

describe('proof', () => {
  const proof: Proof = {
    id: newId('proof'),
    accountId: newId('account'),
    action: 'UNBIND',
    subjectId: 'binding_a',
    planDigest: 'digest',
    factor: 'SMS_CODE',
  };
  const now = new Date('2026-05-01T00:00:00Z');

  it.each([
    ['PROOF_FOR_OTHER_ACTION', { action: 'RESTORE' as const }],
    ['PROOF_FOR_OTHER_SUBJECT', { subjectId: 'binding_b' }],
    ['PROOF_FOR_OTHER_PLAN', { planDigest: 'other' }],
    ['PROOF_FOR_OTHER_PLAN', { planDigest: undefined }],
    ['PROOF_FOR_OTHER_ACCOUNT', { accountId: newId('account') }],
  ])('is refused with %s', async (kind, change) => {
    const { key, keys } = await keyPair();
    const { token } = await signProof(proof, now, key);
    expect(await verifyProof(token, { ...proof, ...change }, keys, now)).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([{ id: newId('account') as never }, { accountId: newId('card') as never }])(
    'is malformed when what should be an id of its type is none: %o',
    async (change) => {
      const { key, keys } = await keyPair();
      const { token } = await signProof({ ...proof, ...change }, now, key);
      expect(await verifyProof(token, proof, keys, now)).toMatchObject({ error: { kind: 'PROOF_MALFORMED' } });
    },
  );

  it('is good for five minutes at most and not before it was given, whatever its signer wrote into it', async () => {
    const { key, keys } = await keyPair();
    const seconds = now.getTime() / 1000;
    const sign = async (times: { iat?: number; exp?: number }) => {
      const { jti, sub, ...claims } = decodeJwt((await signProof(proof, now, key)).token);
      return new SignJWT({ ...claims, jti, sub, iat: undefined, exp: undefined, ...times })
        .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'proof+jwt' })
        .sign(key.key);
    };
    const good = await sign({ iat: seconds, exp: seconds + 300 });
    expect(await verifyProof(good, proof, keys, now)).toEqual({ ok: true, value: proof });
    const wrong = await Promise.all(
      [
        { iat: seconds, exp: seconds + 301 },
        { iat: seconds, exp: seconds + 315_360_000 },
        { iat: seconds + 61, exp: seconds + 120 },
        { exp: seconds + 60 },
        { iat: seconds },
        {},
      ].map(sign),
    );
    for (const token of [...wrong, `${good}=`, `${good}\n`, good.replace('.', '=.')])
      expect(await verifyProof(token, proof, keys, now)).toMatchObject({ error: { kind: 'PROOF_MALFORMED' } });
  });

  it('allows exactly what it was given for, for five minutes', async () => {
    const { key, keys } = await keyPair();
    const { token } = await signProof(proof, now, key);
    const at = (ms: number) => new Date(now.getTime() + ms);
    expect(await verifyProof(token, proof, keys, at(proofLifetimeMs - 1000))).toEqual({ ok: true, value: proof });
    expect(await verifyProof(token, proof, keys, at(proofLifetimeMs + 1000))).toMatchObject({
      error: { kind: 'PROOF_EXPIRED' },
    });
    expect(await verifyProof(`${token}x`, proof, keys, now)).toMatchObject({ error: { kind: 'PROOF_MALFORMED' } });
  });
});

describe('proof of a phone', () => {
  const phone = '+8613800138000';
  const now = new Date('2026-05-01T00:00:00Z');
  const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
  const contactKeys = readContactKeys(JSON.stringify({ 'k.2': keyOf(2), k1: keyOf(1) }));
  const rotated = readContactKeys(JSON.stringify({ k3: keyOf(3), 'k.2': keyOf(2) }));
  const verdictOf = async (subjectId: string, id = newId('proof'), by = contactKeys, other = phone) => {
    const { key, keys } = await keyPair();
    const { token } = await signProof({ id, action: 'REGISTER', subjectId, factor: 'SMS_CODE' }, now, key);
    const verdict = await verifyProof(token, { action: 'REGISTER', subjectId: { phone: other, keys: by } }, keys, now);
    return verdict.ok || verdict.error.kind;
  };

  it('is good for that phone, with an older key too, and for no other', async () => {
    const id = newId('proof');
    const subject = phoneSubject(phone, id, contactKeys);
    expect(await verdictOf(subject, id)).toBe(true);
    expect(await verdictOf(subject, id, rotated)).toBe(true);
    expect(await verdictOf(subject, id, contactKeys, '+8613800138001')).toBe('PROOF_FOR_OTHER_SUBJECT');
    expect(await verdictOf(subject, newId('proof'))).toBe('PROOF_FOR_OTHER_SUBJECT');
    const gone = readContactKeys(JSON.stringify({ k3: keyOf(3) }));
    for (const broken of [subject.slice(1), 'k1.', '', '.', `k1.${subject.split('.').at(-1)}`])
      expect(await verdictOf(broken, id)).toBe('PROOF_FOR_OTHER_SUBJECT');
    expect(await verdictOf(subject, id, gone)).toBe('PROOF_FOR_OTHER_SUBJECT');
  });

  it('names no number, and is another text for each proof', () => {
    const [one, other] = [
      phoneSubject(phone, newId('proof'), contactKeys),
      phoneSubject(phone, newId('proof'), contactKeys),
    ];
    expect(one).toMatch(/^k\.2\.[\w-]{43}$/);
    expect(one).not.toBe(other);
  });

  it('that was given before proofs named digests is good while it lives', async () => {
    expect(await verdictOf(phone)).toBe(true);
    expect(await verdictOf('+8613800138001')).toBe('PROOF_FOR_OTHER_SUBJECT');
  });
});

describe('sealed contact', () => {
  const keys = readContactKeys(
    JSON.stringify({ k2: Buffer.alloc(32, 2).toString('base64'), k1: Buffer.alloc(32, 1).toString('base64') }),
  );

  it('opens with the key it names and shows nothing before', async () => {
    const sealed = await sealContact('+8613800138000', keys);
    expect(sealed).not.toContain('138');
    expect(await openContact(sealed, keys)).toBe('+8613800138000');
  });

  it('stays shut once its key is destroyed', async () => {
    const sealed = await sealContact('+8613800138000', keys);
    await expect(openContact(sealed, new Map([...keys].slice(1)))).rejects.toThrow('gone');
    for (const end of ['=', ' ', '\n'])
      await expect(openContact(sealed + end, keys)).rejects.toThrow('no sealed contact');
  });

  it('takes no key of another length', () => {
    expect(() => readContactKeys('{"k":"c2hvcnQ="}')).toThrow('32 bytes');
  });
});
