import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { purposeNames, type Catalogue } from '../catalogue';
import { findConsent, insertWithdrawal, listConsentsInForce, standsAlone, type Consent } from '../consents';
import type { ReadDisputables } from '../disputes';
import { lockBinding, type LockedBinding, type Transitions } from '../lifecycle';
import { listLoansOfCards } from '../loans';
import { tellProvider } from './tell-provider';
import { decideWithdrawal } from './consent-state.rules';
import type { WithdrawConsentError } from './given-consents.errors';

interface WithdrawConsentCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly consentId: Id<'consent'>;
}

type Outcome = Result<{ consentId: Id<'consent'> }, WithdrawConsentError>;
export type WithdrawConsent = (command: WithdrawConsentCommand) => Promise<Outcome>;

interface WithdrawConsentDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly outbox: Outbox;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly readDisputables: ReadDisputables;
  readonly clock: Clock;
}

/**
 * The holder takes a consent back: a card on its way is given up with it, of one that is bound they are shown the way by a plan. What was allowed
 * beside the card ends here at once, and at its provider as soon as that is told.
 */
export function createWithdrawConsent(deps: WithdrawConsentDeps): WithdrawConsent {
  return ({ viewer: { accountId }, idempotencyKey, consentId }) =>
    deps.once(
      { owner: accountId, operation: 'withdrawConsent', idempotencyKey, request: { consentId } },
      async (tx): Promise<Outcome> => {
        const found = await lockWithBinding(tx, consentId, accountId);
        if (!found) return err({ kind: 'NOT_FOUND' });
        const { consent, locked } = found;
        switch (decideWithdrawal(locked.binding.state, consent.withdrawnAt, consent.purpose)) {
          case 'ALREADY_DONE':
            return ok({ consentId });
          case 'NOTHING_GOES_ON':
            return err({ kind: 'CONSENT_ENDED' });
          case 'UNBIND_FIRST':
            return err({ kind: 'CONSENT_IN_USE', bindingId: consent.bindingId });
          case 'OF_A_LOAN':
            return err({ kind: 'CONSENT_OF_LOAN', disputable: await isLoanDisputable(tx, found, deps) });
          case 'TELL_PROVIDER':
            // In all words in which it was agreed to: what is taken back is taken back.
            for (const each of await listConsentsInForce(tx, consent.bindingId)) {
              if (each.purpose !== consent.purpose) continue;
              await keep(tx, each, deps);
              await tellProvider(tx, each, locked, deps);
            }
            return ok({ consentId });
          case 'WAIT':
            return err(await deps.transitions.refuse(tx, locked.binding));
          case 'GIVE_UP': {
            const trigger = { type: 'Cancel', actor: 'HOLDER' } as const;
            const context = { channel: 'WALLET_APP', reason: 'CONSENT_WITHDRAWN' } as const;
            const taken = await deps.transitions.take(tx, locked, trigger, context);
            if (!taken.ok) return err(await deps.transitions.refuse(tx, locked.binding));
            await keep(tx, consent, deps);
            return ok({ consentId });
          }
        }
      },
    );
}

interface ConsentWithBinding {
  readonly consent: Consent;
  readonly locked: LockedBinding;
}

/** Whether the loan that a consent opened can be disputed as not its holder's. */
async function isLoanDisputable(
  tx: EntityManager,
  { consent, locked: { binding } }: ConsentWithBinding,
  { readDisputables }: Pick<WithdrawConsentDeps, 'readDisputables'>,
): Promise<boolean> {
  const [disputables = []] = await readDisputables(tx, [binding]);
  const loan = (await listLoansOfCards(tx, [binding.cardId])).find(({ consentId }) => consentId === consent.id);
  return loan !== undefined && disputables.some(({ loanId }) => loanId === loan.id);
}

/** The consent under the lock of the binding that it stands with; again where it has gone over meanwhile, or was taken back. */
async function lockWithBinding(
  tx: EntityManager,
  consentId: Id<'consent'>,
  accountId: Id<'account'>,
): Promise<ConsentWithBinding | null> {
  const known = await findConsent(tx, consentId, accountId);
  const locked = known && (await lockBinding(tx, known.bindingId, accountId));
  const consent = locked && (await findConsent(tx, consentId, accountId));
  if (!consent) return null;
  return consent.bindingId === known.bindingId ? { consent, locked } : lockWithBinding(tx, consentId, accountId);
}

async function keep(
  tx: EntityManager,
  consent: Consent,
  { outbox, catalogue, clock }: WithdrawConsentDeps,
): Promise<void> {
  const { id: consentId, accountId, bindingId, provider, version, purpose } = consent;
  const withdrawnAt = clock.now();
  await insertWithdrawal(tx, { consentId, withdrawnAt });
  const providerName = catalogue.profileOf(provider).name;
  const at = withdrawnAt.toISOString();
  const data = { consentId, accountId, bindingId, provider, providerName, version, at };
  if (standsAlone(purpose)) {
    const purposeName = purposeNames(purpose);
    const type = 'bindery.consent.purpose-withdrawn.v1';
    await outbox.append(tx, { type, key: consentId, data: { ...data, purpose, purposeName } });
  } else await outbox.append(tx, { type: 'bindery.consent.withdrawn.v1', key: consentId, data });
}
