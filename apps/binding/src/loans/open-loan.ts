import { err, faultOfText, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { agreedTerms, type ShownTerms } from '../bind';
import type { Catalogue } from '../catalogue';
import type { RecordConsent } from '../consents';
import { placeRequest } from '../lender-requests';
import { lockBinding, type Transitions } from '../lifecycle';
import type { UseProof } from '../proofs';
import type { TellLoan } from './loan-events';
import type { Loan } from './loan.rules';
import type { OpenLoanError } from './loans.errors';
import { findLoanOfOffer, findOffer, insertLoan } from './loans.repository';
import { mayBorrow } from './may-borrow';

interface OpenLoanCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  readonly offerId: Id<'offer'>;
  /** As the holder says that they were shown: the words of the offer. */
  readonly consent: ShownTerms;
  /** Token of a proof for OPEN_LOAN of the binding, for this offer. */
  readonly proof: string;
}

type Outcome = Result<{ readonly loanId: Id<'loan'> }, OpenLoanError>;
export type OpenLoan = (command: OpenLoanCommand) => Promise<Outcome>;

export interface OpenLoanDeps {
  readonly once: Once;
  readonly transitions: Pick<Transitions, 'refuse'>;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly recordConsent: RecordConsent;
  readonly useProof: UseProof;
  readonly tell: TellLoan;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/** The holder takes an offer: its words are agreed to, a proof for exactly this offer is used up, and its lender is asked. */
export function createOpenLoan({ once, security, ...deps }: OpenLoanDeps): OpenLoan {
  return async (command) => {
    const { viewer, idempotencyKey, bindingId, offerId, proof } = command;
    const { text, version } = command.consent;
    const fault = faultOfText('consent.text', text, 10_000) ?? faultOfText('consent.version', version, 64);
    if (fault) return err(fault);
    const request = { bindingId, offerId, consent: { text, version }, proof };
    const opened = await once({ owner: viewer.accountId, operation: 'openLoan', idempotencyKey, request }, (tx) =>
      open(tx, command, deps),
    );
    if (opened.ok) security.record('loan-requested', { userId: viewer.accountId, labels: { subject: bindingId } });
    return opened;
  };
}

async function open(
  tx: EntityManager,
  { viewer: { accountId, deviceId }, bindingId, offerId, consent: shown, proof }: OpenLoanCommand,
  { transitions, catalogue, recordConsent, useProof, tell, clock }: Omit<OpenLoanDeps, 'once' | 'security'>,
): Promise<Outcome> {
  const locked = await lockBinding(tx, bindingId, accountId);
  if (!locked) return err({ kind: 'NOT_FOUND', field: 'bindingId' });
  const { binding } = locked;
  const profile = catalogue.profileOf(binding.provider);
  const may = await mayBorrow(tx, locked, profile, transitions);
  if (!may.ok) return may;
  const at = clock.now();
  const offer = await findOffer(tx, offerId, accountId);
  if (offer?.bindingId !== bindingId || at > offer.quotedUntil) return err({ kind: 'LOAN_OFFER_STALE' });
  if (await findLoanOfOffer(tx, offer.provider, offer.offerNumber)) return err({ kind: 'LOAN_OFFER_STALE' });
  const agreed = agreedTerms(shown, { version: offer.termsVersion, text: offer.words });
  if (!agreed) return err({ kind: 'TERMS_CHANGED', offer });
  const { factors } = may.value.terms;
  const wanted = { action: 'OPEN_LOAN', subjectId: bindingId, accountId, planDigest: offer.digest, factors } as const;
  const used = await useProof(tx, proof, wanted);
  if (!used.ok) return used;

  const { provider, offerNumber, principal, annualRateBps, months, monthly, total, firstRepaymentOn } = offer;
  const consentId = newId('consent', at.getTime());
  const consent = {
    id: consentId,
    accountId,
    bindingId,
    provider,
    purpose: 'LOAN',
    ...agreed,
    recordedAt: at,
  } as const;
  await recordConsent(tx, consent, profile.name);
  const numbers = { principal, annualRateBps, months, monthly, total, firstRepaymentOn };
  const loan: Loan = {
    id: newId('loan', at.getTime()),
    bindingId,
    cardId: binding.cardId,
    accountId,
    provider,
    offerNumber,
    consentId,
    ...numbers,
    state: 'OPENING',
    version: 1,
    loanNumber: null,
    outstanding: null,
    nextRepaymentOn: null,
    changedAt: null,
    refunded: null,
    cause: null,
    proofId: used.value.id,
    deviceId,
    requestedAt: at,
    openedAt: null,
    endedAt: null,
  };
  await insertLoan(tx, loan);
  const { credentialReference, consents } = may.value;
  const asked = { offerNumber, ...numbers, until: offer.quotedUntil, termsVersion: offer.termsVersion, consents };
  const body = { credentialReference, loan: asked };
  await placeRequest(tx, { kind: 'OPEN_LOAN', bindingId, subjectId: loan.id, body, profile, now: at });
  await tell(tx, loan, 'requested', { annualRateBps, consentId }, at);
  return ok({ loanId: loan.id });
}
