import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue';
import { listConsentsInForce, savePlaces } from '../consents';
import { hasAnswerDue, placeRequest } from '../lender-requests';
import { findBinding, type EffectPart, type Step } from '../lifecycle';
import { listBorrowing, saveLoansMoved } from '../loans';
import { listSuccessorsOf, takesLoansAlong } from '../succession';

interface HandOverDeps {
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}

/**
 * What hangs on an account at a lender goes over with a move to another device, in the step by which the new binding takes the place of the old one:
 * consents as they were given, under their own ids, and loans. The lender is asked once to have both stand with the new credential; nothing is agreed
 * to, given or lent anew. What the lender is still asked about the old one is waited for.
 */
export function createHandOverEffects(
  { clock }: Pick<HandOverDeps, 'clock'>,
  { profileOf }: Pick<Catalogue, 'profileOf'>,
): EffectPart {
  async function handOver(tx: EntityManager, { binding: old, before }: Step): Promise<void> {
    if (old.state.phase !== 'REPLACED' || before?.phase === 'REPLACED') return;
    const profile = profileOf(old.provider);
    const [succession] = await listSuccessorsOf(tx, [old.id]);
    if (!succession || !takesLoansAlong(succession.kind, profile)) {
      if ((await listBorrowing(tx, [old.id])).has(old.id)) throw new Error(`a loan of ${old.id} would be left behind`);
      return;
    }
    if (await hasAnswerDue(tx, old.id)) throw new Error(`the lender is asked about ${old.id} still`);
    const { successorId } = succession;
    const now = clock.now();
    const allowed = (await listConsentsInForce(tx, old.id)).filter(({ purpose }) => purpose !== 'BIND');
    await savePlaces(
      tx,
      allowed.map(({ id }) => id),
      successorId,
      now,
    );
    const loans = await saveLoansMoved(tx, old.id, successorId);
    const { credentialReference } = old;
    const toCredentialReference = (await findBinding(tx, successorId))?.binding.credentialReference ?? null;
    if (credentialReference === null || toCredentialReference === null)
      throw new Error(`${successorId} takes the place of ${old.id}, and its lender has not said what it calls both`);
    // Where the lender calls both the same, all of it stands there already.
    if (allowed.length + loans === 0 || credentialReference === toCredentialReference) return;
    const body = { credentialReference, toCredentialReference };
    const about = { bindingId: successorId, subjectId: successorId };
    await placeRequest(tx, { kind: 'MOVE_ACCOUNT', ...about, body, profile, now });
  }

  return { after: handOver };
}
