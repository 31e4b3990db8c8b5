import { newId, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { insertConsent } from '../consents/consent.repository';
import type { Loan } from '../loans/loan.rules';
import { insertLoan } from '../loans/loans.repository';
import { consentTo } from './consent';
import { newKey, type Holder } from './holder';
import type { Answer, RunningBinding } from './start-binding-service';
import type { BindingProcess } from './start-process';

/** The lender whose account holders have here, as it is seeded. */
export const lender = 'xiaomi-finance' as const;
const provider = lender;
let orders = 200;

/** The number of an identity card that no other test has. */
export function idNumber(): string {
  const body = `11010519900307${String((orders += 2)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11];
}

const problem = '... on Problem { code message remedies { code } }';
const loanFields =
  'id state text principal { value currency } annualRateBps months total { value } outstanding { value } nextRepaymentOn refunded { value } atProvider consentId openedAt endedAt disputableUntil binding { id }';
const consentFields = 'id state purposeCode purpose version atProvider withdrawnAt binding { id } givenOn { id }';
const fields = {
  startBinding: '... on StartBindingSuccess { binding { id } }',
  confirmBinding: '... on ReviewFirstError { binding { id status } }',
  giveConsent: `... on GiveConsentSuccess { consent { ${consentFields} } } ... on TermsChangedError { terms { version } }`,
  withdrawConsent: `... on WithdrawConsentSuccess { consent { ${consentFields} } }`,
  openLoan: `... on OpenLoanSuccess { loan { ${loanFields} } } ... on ConsentMissingError { purposes } ... on ProofRejectedError { rejection } ... on TermsChangedError { terms { version } }`,
  replaceCard: '... on ReplaceCardSuccess { binding { id } } ... on TransitionRefusedError { phase }',
  moveCards: '... on MoveCardsSuccess { cards { outcome binding { id } successor { id status } } }',
  openDispute: '... on OpenDisputeSuccess { dispute { id loanId state } binding { status } }',
};

export type Borrower = ReturnType<typeof createBorrower>;

/** Somebody with an account at the lender, and what they do with it, beside the real simulator. */
export function createBorrower(binding: BindingProcess, holder: Holder) {
  async function act(name: keyof typeof fields, input: object): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fields[name]} ${problem} } }`;
    const answer = await binding.ask(query, { input: { idempotencyKey: newKey(), ...input } }, holder.claims);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name];
  }
  async function ask(query: string, variables: object): Promise<Answer> {
    const answer = await binding.ask(query, variables, holder.claims);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  const read = async (id: string) =>
    (
      await ask(
        `query ($id: ID!) { binding(id: $id) { status phase credentialReference loans { ${loanFields} } cases { about closedAt } disputes { id state settledById reason } } }`,
        { id },
      )
    ).binding;
  const loanBecomes = (id: string, state: string) =>
    eventually(
      async () => {
        const [loan] = (await read(id)).loans;
        expect(loan).toMatchObject({ state });
        return loan as Answer;
      },
      { withinMs: 25_000, everyMs: 100 },
    );
  const consents = async (): Promise<Answer[]> => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { consents { edges { node { ${consentFields} } } } } } }`;
    const data = await ask(query, { r: [{ __typename: 'Account', id: holder.viewer.accountId }] });
    return data._entities[0].consents.edges.map(({ node }: Answer) => node);
  };

  /** An account at the lender, looked at and bound. */
  async function bound(): Promise<Id<'binding'>> {
    const card = { lender: { holderName: '李雷', idNumber: idNumber() } };
    const started = await act('startBinding', {
      provider,
      deviceId: holder.viewer.deviceId,
      consent: consentTo(provider),
      card,
    });
    const bindingId = started.binding.id as Id<'binding'>;
    const { accountId } = holder.viewer;
    await act('confirmBinding', { bindingId, proof: await binding.prove('BIND', accountId, bindingId) });
    await approve(bindingId);
    return bindingId;
  }

  /** Somebody has looked at it, and it is bound. */
  async function approve(bindingId: Id<'binding'>): Promise<void> {
    const { accountId } = holder.viewer;
    await binding.tellDecision({
      ...{ reviewId: newId('review'), bindingId, accountId, provider, requestVersion: 2, decision: 'APPROVE' },
      ...{ reasons: [], reviewerIds: [newId('account')], reviewersNeeded: 1, at: new Date().toISOString() },
    });
    await eventually(async () => expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' }), {
      withinMs: 25_000,
      everyMs: 100,
    });
  }

  async function allow(bindingId: string, purpose: string): Promise<Answer> {
    const query =
      '{ provider(code: "xiaomi-finance") { purposes { code title neededForLoans terms { version text } } } }';
    const { purposes } = (await ask(query, {})).provider;
    const { version, text } = purposes.find(({ code }: Answer) => code === purpose).terms;
    return act('giveConsent', { bindingId, purpose, consent: { version, text } });
  }

  const offersOf = async (bindingId: string) =>
    (
      await ask(
        `query ($id: ID!) { loanOffers(bindingId: $id) { __typename ... on LoanOffers { offers { id principal { value } annualRateBps months monthly { value } total { value } firstRepaymentOn digest quotedUntil terms { version text } proof { action factors } } }
          ... on ConsentMissingError { purposes } ${problem} } }`,
        { id: bindingId },
      )
    ).loanOffers;

  async function take(bindingId: Id<'binding'>, offer: Answer, more: object = {}): Promise<Answer> {
    const proof = await binding.prove('OPEN_LOAN', holder.viewer.accountId, bindingId, offer.digest);
    const { version, text } = offer.terms;
    return act('openLoan', { bindingId, offerId: offer.id, consent: { version, text }, proof, ...more });
  }

  /** An account with all allowed that a loan needs, and what its lender offers then. */
  async function offered(): Promise<{ bindingId: Id<'binding'>; offers: Answer[] }> {
    const bindingId = await bound();
    for (const purpose of ['CREDIT_CHECK', 'REPAYMENT_DEBIT']) await allow(bindingId, purpose);
    return { bindingId, offers: (await offersOf(bindingId)).offers };
  }

  async function borrowed(): Promise<{ bindingId: Id<'binding'>; loan: Answer }> {
    const { bindingId, offers } = await offered();
    await take(bindingId, offers[0]);
    return { bindingId, loan: await loanBecomes(bindingId, 'RUNNING') };
  }

  return { act, ask, read, loanBecomes, consents, bound, approve, allow, offersOf, offered, take, borrowed };
}

const money = (value: number) => ({ value, currency: 'CNY' });

/** A loan that runs with a binding, and the consent that opened it, as if its lender had confirmed both. */
export async function lend(
  service: RunningBinding,
  { viewer: { accountId, deviceId } }: Holder,
  { bindingId, cardId }: { readonly bindingId: Id<'binding'>; readonly cardId: Id<'card'> },
): Promise<Loan> {
  const now = service.clock.now();
  const atBank = 'seaside-bank';
  const consent = {
    id: newId('consent'),
    accountId,
    bindingId,
    provider: atBank,
    version: '2026-01',
    text: 'One loan.',
  };
  const loan: Loan = {
    ...{ id: newId('loan'), bindingId, cardId, accountId, provider: atBank, consentId: consent.id, deviceId },
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
