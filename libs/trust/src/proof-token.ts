import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { err, ok, type Id, type Result } from '@bindery/kernel';
import { isCompact } from './compact';
import { idClaim } from './id-claim';
import { isPhoneSubject } from './phone-subject';
import type { ContactKeys } from './sealed-contact';
import { signatureAlgorithm, type KeySet, type SigningKey } from './keys';
import { isOfLifetime } from './lifetime';

/** Five minutes from the answered challenge to the act it allows. */
export const proofLifetimeMs = 5 * 60_000;

/** What a proof can allow. REGISTER and RESET_PASSWORD are proved by a phone number before anybody is signed in. */
export const proofActions = [
  'REGISTER',
  'RESET_PASSWORD',
  'BIND',
  'UNBIND',
  'RESTORE',
  'FOUND',
  'MOVE',
  'CANCEL_MANDATE',
  'MOVE_MANDATE',
  'SETTLE_PENDING',
  'WITHDRAW_BALANCE',
  'OPEN_LOAN',
] as const;
export type ProofAction = (typeof proofActions)[number];

const tokenType = 'proof+jwt';

/** The subject of a proof of somebody who is not signed in. */
const anonymous = 'anonymous';

const claimsSchema = z.object({
  jti: idClaim('proof'),
  sub: idClaim('account').or(z.literal(anonymous)),
  action: z.enum(proofActions),
  subjectId: z.string(),
  planDigest: z.string().optional(),
  factor: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** The outcome of one answered challenge: allows one action on one subject, once. */
export interface Proof {
  readonly id: Id<'proof'>;
  /** Absent for an action of somebody who is not signed in. */
  readonly accountId?: Id<'account'>;
  readonly action: ProofAction;
  /** A binding id, for FOUND that of a card or device, for MOVE that of a device, or for REGISTER and RESET_PASSWORD what stands for the phone: `phoneSubject`. */
  readonly subjectId: string;
  /** The plan or offer that was shown; always there for UNBIND, MOVE, OPEN_LOAN and for what hangs on a card. */
  readonly planDigest?: string;
  readonly factor: string;
}

/** Why a proof does not do for what was asked. */
export interface ProofRefused {
  readonly kind:
    | 'PROOF_MALFORMED'
    | 'PROOF_EXPIRED'
    | 'PROOF_FOR_OTHER_ACTION'
    | 'PROOF_FOR_OTHER_SUBJECT'
    | 'PROOF_FOR_OTHER_PLAN'
    | 'PROOF_FOR_OTHER_ACCOUNT';
}

/** What a proof has to be for. */
export interface ExpectedProof extends Pick<Proof, 'accountId' | 'action' | 'planDigest'> {
  /** A binding id, or a phone in E.164 with the keys that its proof may be made with. */
  readonly subjectId: string | { readonly phone: string; readonly keys: ContactKeys };
}

/** Signs a proof for its time; rejects only if the key cannot sign. */
export async function signProof(proof: Proof, now: Date, key: SigningKey): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + proofLifetimeMs);
  const { action, subjectId, planDigest, factor } = proof;
  const token = await new SignJWT({ action, subjectId, planDigest, factor })
    .setProtectedHeader({ alg: signatureAlgorithm, kid: key.kid, typ: tokenType })
    .setIssuer('bindery-verification')
    .setJti(proof.id)
    .setSubject(proof.accountId ?? anonymous)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key.key);
  return { token, expiresAt };
}

/**
 * Checks that a proof token is genuine, fresh at `now`, and given for exactly what is about to be done.
 * It does not know whether the proof was used before: burn its id in the transaction of the act.
 */
export async function verifyProof(
  token: string,
  expected: ExpectedProof,
  keys: KeySet,
  now: Date,
): Promise<Result<Proof, ProofRefused>> {
  const proof = await readProof(token, keys, now);
  if (!proof.ok) return proof;
  const { id, accountId, action, subjectId, planDigest } = proof.value;
  if (action !== expected.action) return err({ kind: 'PROOF_FOR_OTHER_ACTION' });
  if (accountId !== expected.accountId) return err({ kind: 'PROOF_FOR_OTHER_ACCOUNT' });
  const { subjectId: subject } = expected;
  const isRight =
    typeof subject === 'string' ? subjectId === subject : isPhoneSubject(subjectId, subject.phone, id, subject.keys);
  if (!isRight) return err({ kind: 'PROOF_FOR_OTHER_SUBJECT' });
  if (planDigest !== expected.planDigest) return err({ kind: 'PROOF_FOR_OTHER_PLAN' });
  return proof;
}

async function readProof(token: string, keys: KeySet, now: Date): Promise<Result<Proof, ProofRefused>> {
  if (!isCompact(token)) return err({ kind: 'PROOF_MALFORMED' });
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: 'bindery-verification',
      typ: tokenType,
      algorithms: [signatureAlgorithm],
      currentDate: now,
    });
    const { jti, sub, action, subjectId, planDigest, factor, ...times } = claimsSchema.parse(payload);
    if (!isOfLifetime(times, proofLifetimeMs, now.getTime())) return err({ kind: 'PROOF_MALFORMED' });
    return ok({ id: jti, accountId: sub === anonymous ? undefined : sub, action, subjectId, planDigest, factor });
  } catch (cause) {
    return err({ kind: (cause as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'PROOF_EXPIRED' : 'PROOF_MALFORMED' });
  }
}
