import { isUsable } from '@bindery/card-lifecycle';
import { err, ok, type Result } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { LoanTerms, ProviderProfile } from '../catalogue';
import { listConsentsInForce, type Consent } from '../consents';
import type { BindingWithCard, TransitionRefused, Transitions } from '../lifecycle';
import type { ToldConsent } from '../providers';
import type { OpenLoanError } from './loans.errors';

interface MayBorrow {
  readonly terms: LoanTerms;
  /** What the holder allows the lender, as it is told. */
  readonly consents: readonly ToldConsent[];
  readonly credentialReference: string;
}

type Refused =
  Extract<OpenLoanError, { kind: 'LENDS_NOTHING' | 'NOT_USABLE_NOW' | 'CONSENT_MISSING' }> | TransitionRefused;

/** Whether a loan may be offered or opened on a binding now: it is usable, and everything that its lender needs is allowed. */
export async function mayBorrow(
  tx: EntityManager,
  { binding }: Pick<BindingWithCard, 'binding'>,
  { loans: terms }: ProviderProfile,
  { refuse }: Pick<Transitions, 'refuse'>,
): Promise<Result<MayBorrow, Refused>> {
  if (!terms) return err({ kind: 'LENDS_NOTHING' });
  if (binding.state.phase !== 'BOUND') return err(await refuse(tx, binding));
  if (!isUsable(binding.state) || binding.state.sync.state !== 'IN_SYNC' || binding.credentialReference === null)
    return err({ kind: 'NOT_USABLE_NOW' });
  const inForce = await listConsentsInForce(tx, binding.id);
  const purposes = terms.needs.filter((need) => !inForce.some(({ purpose }) => purpose === need));
  if (purposes.length > 0) return err({ kind: 'CONSENT_MISSING', purposes });
  const told = inForce.filter(({ purpose }) => terms.needs.some((need) => need === purpose)).map(toTold);
  return ok({ terms, consents: told, credentialReference: binding.credentialReference });
}

const toTold = ({ id: consentId, purpose, version }: Consent): ToldConsent => ({ consentId, purpose, version });
