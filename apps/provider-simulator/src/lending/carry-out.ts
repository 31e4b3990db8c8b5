import { assertNever, newId } from '@bindery/kernel';
import type { KnownLoan, LendingRequest, LendingStanding } from '../records/lending';
import type { SimulatorState } from '../state/simulator-state';

/** Without these nothing is offered or lent, whoever asks. */
export const neededPurposes = ['CREDIT_CHECK', 'REPAYMENT_DEBIT'] as const;

export const lendingKey = (provider: string, id: string): string => `${provider}/${id}`;

/** Whether a customer allows what loans need: by what they told, or what comes with the question, and never what was taken back. */
export function allowsLoans(
  state: SimulatorState,
  provider: string,
  consents: readonly { readonly consentId: string; readonly purpose: string }[],
): boolean {
  return neededPurposes.every((needed) =>
    consents.some(
      ({ consentId, purpose }) =>
        purpose === needed && !state.lendingConsents.get(lendingKey(provider, consentId))?.withdrawn,
    ),
  );
}

/** Does what was asked for, and answers how it ended. What is there already is confirmed again, never done twice. */
export function carryOut(state: SimulatorState, provider: string, request: LendingRequest, now: Date): LendingStanding {
  const { requestId, kind, credentialReference } = request;
  const refused = (cause: string) => ({ requestId, status: 'REFUSED', cause }) as const;
  const credential = state.credentials.get(credentialReference);
  switch (kind) {
    case 'GIVE_CONSENT':
    case 'WITHDRAW_CONSENT': {
      const { consentId = '', purpose = '' } = request.consent ?? {};
      const key = lendingKey(provider, consentId);
      const withdrawn = kind === 'WITHDRAW_CONSENT' || (state.lendingConsents.get(key)?.withdrawn ?? false);
      state.lendingConsents.put(key, { consentId, provider, credentialReference, purpose, withdrawn });
      return { requestId, status: 'CONFIRMED' };
    }
    case 'OPEN_LOAN': {
      if (credential?.provider !== provider || credential.status !== 'ACTIVE') return refused('ACCOUNT_NOT_ACTIVE');
      return openLoan(state, provider, request, now);
    }
    case 'REVOKE_LOAN': {
      const loan = state.loans.get(lendingKey(provider, request.loanNumber ?? ''));
      if (!loan) return refused('LOAN_UNKNOWN');
      const none = { ...loan.outstanding, value: 0 };
      state.loans.put(lendingKey(provider, loan.loanNumber), {
        ...loan,
        status: 'REVOKED',
        outstanding: none,
        nextRepaymentOn: null,
      });
      return { requestId, status: 'CONFIRMED', refunded: { ...loan.principal, value: loan.repaid } };
    }
    case 'MOVE_ACCOUNT': {
      const { toCredentialReference = '' } = request;
      if (credential?.provider !== provider || credential.status === 'ABSENT') return refused('ACCOUNT_NOT_ACTIVE');
      const to = state.credentials.get(toCredentialReference);
      if (to?.provider !== provider || to.status === 'ABSENT' || to.token !== credential.token)
        return refused('ACCOUNT_DIFFERS');
      moveAccount(state, provider, credentialReference, toCredentialReference);
      return { requestId, status: 'CONFIRMED' };
    }
    default:
      return assertNever(kind, 'kind of request');
  }
}

/** What a customer owes and allows stands with another credential of the same account from now on. */
function moveAccount(state: SimulatorState, provider: string, from: string, to: string): void {
  const isThere = (one: { readonly provider: string; readonly credentialReference: string }) =>
    one.provider === provider && one.credentialReference === from;
  for (const loan of state.loans.all().filter(isThere))
    state.loans.put(lendingKey(provider, loan.loanNumber), { ...loan, credentialReference: to });
  for (const consent of state.lendingConsents.all().filter(isThere))
    state.lendingConsents.put(lendingKey(provider, consent.consentId), { ...consent, credentialReference: to });
}

function openLoan(state: SimulatorState, provider: string, request: LendingRequest, now: Date): LendingStanding {
  const { requestId, loan: asked, credentialReference } = request;
  const refused = (cause: string) => ({ requestId, status: 'REFUSED', cause }) as const;
  const key = lendingKey(provider, asked?.offerNumber ?? '');
  const offer = state.loanOffers.get(key);
  if (!asked || offer?.credentialReference !== credentialReference || offer.taken) return refused('OFFER_OVER');
  if (now.toISOString() > offer.until) return refused('OFFER_OVER');
  const isOwn = (['principal', 'annualRateBps', 'months', 'monthly', 'total', 'firstRepaymentOn'] as const).every(
    (field) => JSON.stringify(asked[field]) === JSON.stringify(offer[field]),
  );
  if (!isOwn) return refused('OFFER_DIFFERS');
  if (!allowsLoans(state, provider, asked.consents)) return refused('CONSENT_MISSING');
  for (const { consentId, purpose } of asked.consents) {
    const told = lendingKey(provider, consentId);
    if (!state.lendingConsents.get(told))
      state.lendingConsents.put(told, { consentId, provider, credentialReference, purpose, withdrawn: false });
  }
  state.loanOffers.put(key, { ...offer, taken: true });
  const loanNumber = newId('lent', now.getTime());
  const { taken: _, ...terms } = offer;
  const loan: KnownLoan = {
    ...terms,
    loanNumber,
    status: 'RUNNING',
    outstanding: offer.total,
    nextRepaymentOn: offer.firstRepaymentOn,
    repaid: 0,
  };
  state.loans.put(lendingKey(provider, loanNumber), loan);
  return { requestId, status: 'CONFIRMED', loanNumber };
}
