import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { findConsent, listConsentsInForce } from '../consents';
import { listChangesOfBinding, type LockedBinding } from '../lifecycle';
import { listOperations } from '../operations';
import { listCharges, listReceipts } from '../unbind';
import type { Dispute, DisputeEvidence } from '../disputes';
import type { Loan } from '../loans';
import type { UsageRecord } from '../usage';

/** Everything that is known of a binding at the moment, copied: whatever changes later, this is what the dispute is about. */
export async function takeEvidence(
  tx: EntityManager,
  dispute: Dispute,
  { binding, card }: LockedBinding,
  { usage, loan }: { readonly usage: UsageRecord | null; readonly loan: Loan | null },
): Promise<DisputeEvidence> {
  const { id, accountId, openedAt, sessionId, deviceId } = dispute;
  const consent = await findConsent(tx, binding.consentId, accountId);
  const operations = await listOperations(tx, binding.id);
  // As JSON keeps it, so that the digest is of what is read later. What opens a door or pays is no evidence.
  const evidence = asJson({
    binding: { ...binding, credentialReference: undefined, credentialDigest: undefined },
    card: { id: card.id, provider: card.provider, kind: card.kind },
    changes: await listChangesOfBinding(tx, binding.id),
    operations: operations.map(({ activation: _, ...operation }) => operation),
    charges: await listCharges(tx, binding.id),
    receipts: await listReceipts(tx, binding.id),
    consent: consent && {
      id: consent.id,
      version: consent.version,
      recordedAt: consent.recordedAt,
      withdrawnAt: consent.withdrawnAt,
    },
    usage,
    loan,
    consents: (await listConsentsInForce(tx, binding.id)).map(({ id: consentId, purpose, version, recordedAt }) => ({
      id: consentId,
      purpose,
      version,
      recordedAt,
    })),
    devices: [...new Set([binding.deviceId, deviceId])],
    openedBy: { sessionId, deviceId },
  });
  return { disputeId: id, takenAt: openedAt, evidence, digest: digestOf(evidence) };
}

const asJson = (value: object): object => JSON.parse(JSON.stringify(value));

/** Keys in one order: jsonb keeps none. */
export function digestOf(evidence: unknown): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(([key, inner]) => [key, sorted(inner)]),
          )
        : value;
  return createHash('sha256')
    .update(JSON.stringify(sorted(evidence)))
    .digest('base64url');
}
