import { newId, type Id } from '@bindery/kernel';
import { insertConsent } from '../consents/consent.repository';
import { insertLoan } from '../loans/loans.repository';
import type { Loan } from '../loans/loan.rules';
import type { Holder } from './holder';
import type { RunningBinding } from './start-binding-service';

const money = (value: number) => ({ value, currency: 'CNY' });

/** A loan that runs with a binding, and the consent that opened it, as if its lender had confirmed both. */
export async function lend(
  service: RunningBinding,
  { viewer: { accountId, deviceId } }: Holder,
  { bindingId, cardId }: { readonly bindingId: Id<'binding'>; readonly cardId: Id<'card'> },
): Promise<Loan> {
  const now = service.clock.now();
  const provider = 'seaside-bank';
  const consent = { id: newId('consent'), accountId, bindingId, provider, version: '2026-01', text: 'One loan.' };
  const loan: Loan = {
    ...{ id: newId('loan'), bindingId, cardId, accountId, provider, consentId: consent.id, deviceId },
    ...{ principal: money(100_000), total: money(101_000), monthly: money(16_834), annualRateBps: 360, months: 6 },
    ...{ firstRepaymentOn: '2026-07-01', nextRepaymentOn: '2026-07-01', outstanding: money(101_000), refunded: null },
    ...{ state: 'RUNNING', version: 2, cause: null, changedAt: null, proofId: newId('proof') },
    ...{ requestedAt: now, openedAt: now, endedAt: null },
    offerNumber: newId('offer'),
    loanNumber: newId('loan'),
  };
  await service.composed.dataSource.transaction(async (tx) => {
    await insertConsent(tx, { ...consent, purpose: 'LOAN', locale: 'en', recordedAt: now });
    await insertLoan(tx, loan);
  });
  return loan;
}
