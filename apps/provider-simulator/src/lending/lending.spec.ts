import { newId } from '@bindery/kernel';
import { bindLender } from '../testing/bind-lender';
import { startWorld, type World } from '../testing/start-world';
import { aMonthAfter, monthlyOf } from './make-offers';

const provider = 'xiaomi-finance' as never;

describe('lending', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  beforeEach(() => world.plain('DELETE', '/faults'));
  afterAll(() => world.stop());

  const ask = (body: Readonly<Record<string, unknown>> & { readonly requestId?: string }) => {
    const request = { requestId: newId('operation'), ...body };
    return world.signed(provider, 'POST', '/lending/requests', request, { 'idempotency-key': request.requestId });
  };
  const consents = () =>
    ['CREDIT_CHECK', 'REPAYMENT_DEBIT'].map((purpose) => ({ consentId: newId('consent'), purpose, version: '1' }));
  const offersOf = (credentialReference: string, given: object[]) =>
    world.signed(provider, 'POST', '/lending/offers', { credentialReference, consents: given });

  it('is nothing without a consent for each purpose, nor with one that was taken back before it was told', async () => {
    const credentialReference = await bindLender(world);
    const given = consents();
    expect(await offersOf(credentialReference, given.slice(1))).toMatchObject({
      status: 422,
      body: { code: 'CONSENT_MISSING' },
    });
    const [consent] = given;
    await ask({ kind: 'WITHDRAW_CONSENT', credentialReference, consent });
    await ask({ kind: 'GIVE_CONSENT', credentialReference, consent });
    expect(await offersOf(credentialReference, given)).toMatchObject({ body: { code: 'CONSENT_MISSING' } });
  });

  it('collects by a mandate only with a consent to collect, or by mistake', async () => {
    const credentialReference = await bindLender(world);
    const amount = { value: 868_69, currency: 'CNY' };
    const mandates = [{ id: 'repay', merchant: 'Xiaomi repay', amount }];
    const base = `/providers/xiaomi-finance/credentials/${credentialReference}`;
    await world.plain('PUT', `${base}/obligations`, { balance: null, pending: [], mandates });
    const charge = (more: object = {}) => world.plain('POST', `${base}/charges`, { mandateId: 'repay', ...more });
    expect(await charge()).toMatchObject({ status: 422, body: { code: 'CONSENT_MISSING' } });
    const [, consent] = consents();
    await ask({ kind: 'GIVE_CONSENT', credentialReference, consent });
    expect(await charge()).toMatchObject({ status: 200 });
    await ask({ kind: 'WITHDRAW_CONSENT', credentialReference, consent });
    expect(await charge()).toMatchObject({ status: 422, body: { code: 'CONSENT_MISSING' } });
    expect(await charge({ anyway: true })).toMatchObject({ status: 200 });
  });

  it('opens a loan once for its own offer only, is paid back, and gives back what was paid when it is revoked', async () => {
    const credentialReference = await bindLender(world);
    const given = consents();
    const [offer] = (await offersOf(credentialReference, given)).body.offers;
    const { until: _, ...terms } = offer;
    const loan = { ...terms, termsVersion: '1', consents: given };
    const dearer = { ...loan, annualRateBps: 2_400 };
    expect((await ask({ kind: 'OPEN_LOAN', credentialReference, loan: dearer })).body).toMatchObject({
      status: 'REFUSED',
      cause: 'OFFER_DIFFERS',
    });
    const requestId = newId('operation');
    const open = () => ask({ requestId, kind: 'OPEN_LOAN', credentialReference, loan });
    const { loanNumber } = (await open()).body;
    expect((await open()).body).toEqual({ requestId, status: 'CONFIRMED', loanNumber });
    expect((await ask({ requestId, kind: 'REVOKE_LOAN', credentialReference, loanNumber })).body).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const repay = `/providers/xiaomi-finance/loans/${loanNumber}/repayments`;
    expect((await world.plain('POST', repay, { amount: 1_000 })).body.outstanding.value).toBe(
      offer.total.value - 1_000,
    );
    expect((await ask({ kind: 'REVOKE_LOAN', credentialReference, loanNumber })).body).toMatchObject({
      status: 'CONFIRMED',
      refunded: { value: 1_000 },
    });
    expect(await world.plain('POST', repay, {})).toMatchObject({ status: 404 });
  });

  it('has loans and consents stand with another credential of the same account, and of no other', async () => {
    const credentialReference = await bindLender(world);
    const given = consents();
    for (const consent of given) await ask({ kind: 'GIVE_CONSENT', credentialReference, consent });
    const [offer] = (await offersOf(credentialReference, given)).body.offers;
    const { until: _, ...terms } = offer;
    await ask({ kind: 'OPEN_LOAN', credentialReference, loan: { ...terms, termsVersion: '1', consents: given } });
    const move = (toCredentialReference: string) =>
      ask({ kind: 'MOVE_ACCOUNT', credentialReference, toCredentialReference });
    expect((await move('cred_unknown')).body).toMatchObject({ status: 'REFUSED', cause: 'ACCOUNT_DIFFERS' });
    const another = await bindLender(world);
    expect((await move(another)).body).toMatchObject({ status: 'CONFIRMED' });
    const { body } = await world.plain('GET', '/loans');
    const of = (list: readonly { readonly credentialReference: string }[], reference: string) =>
      list.filter((one) => one.credentialReference === reference).length;
    expect([of(body.loans, another), of(body.consents, another)]).toEqual([1, 2]);
    expect([of(body.loans, credentialReference), of(body.consents, credentialReference)]).toEqual([0, 0]);
  });

  it('knows no request that it never had, and no unsigned one', async () => {
    const path = `/lending/requests/${newId('operation')}`;
    expect(await world.signed(provider, 'GET', path)).toMatchObject({ status: 404, body: { code: 'REQUEST_UNKNOWN' } });
    expect(await world.plain('GET', `/providers/xiaomi-finance${path}`)).toMatchObject({ status: 401 });
    expect(await world.signed('seaside-bank', 'GET', path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('an offer', () => {
  it('is repaid in equal parts, as an annuity has them', () =>
    expect(monthlyOf({ principal: 500_000, months: 6, annualRateBps: 1_440 })).toBe(86_869));

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2026-11-30', '2026-12-30'],
    ['2026-12-15', '2027-01-15'],
  ])('falls due a month after %s on %s', (day, next) => expect(aMonthAfter(day)).toBe(next));
});
