import { newId, unwrap, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import type { EnteredMembership } from '../providers/kinds/access-card/access-card.rules';
import type { EnteredBankCard } from '../providers/kinds/bank-card/bank-card.rules';
import { CardNumber } from '../providers/kinds/bank-card/card-number.rules';
import type { Connector, ProviderMessage } from '../providers/connector';
import type { Obligations, SentKind } from '../providers/connector.rules';

/** A provider as the suite drives it: in memory, or a program of its own. */
export interface ContractProvider {
  /** Of a bank. */
  readonly connector: Connector;
  /** Of an access-control system. */
  readonly accessConnector: Connector;
  /** What the bank has posted up to now, in order. */
  heard(): readonly ProviderMessage[];
  /** How the bank's next operation of a kind goes. */
  plan(kind: SentKind, behaviour: PlannedBehaviour): Promise<void> | void;
  /** An occasion for the bank to settle what waits; a provider that settles by itself does nothing here. */
  settle(options?: { late: boolean }): void;
  removeOutside(credentialReference: string): Promise<void> | void;
  setObligations(credentialReference: string, obligations: Obligations): Promise<void> | void;
}

export type PlannedBehaviour = 'REFUSE_LATER' | 'UNKNOWN' | 'UNKNOWN_DONE' | 'TWICE' | 'LATE' | 'NEVER' | 'CONTRADICT';

/** What use cases and jobs rely on, whatever is at the other end. */
export function describeConnectorContract(name: string, provider: () => ContractProvider): void {
  const card = (number: string): EnteredBankCard => ({ kind: 'BANK_CARD', number: unwrap(CardNumber.parse(number)) });
  const member = (memberNumber: string): EnteredMembership => ({
    kind: 'ACCESS_CARD',
    site: 'riverside',
    memberNumber,
  });
  let connector: Connector;

  const tokenise = async () => unwrap(await connector.tokenise(card('4111111111111111'))).token;
  const about = (operationId: Id<'operation'>) =>
    provider()
      .heard()
      .filter((message) => 'operationId' in message && message.operationId === operationId);

  async function send(kind: SentKind, token: string, credentialReference?: string) {
    const request = { operationId: newId('operation'), kind, token, credentialReference };
    return { request, operationId: request.operationId, outcome: await connector.send(request) };
  }

  const settled = (operationId: Id<'operation'>, options?: { late: boolean }) =>
    eventually(async () => {
      provider().settle(options);
      const standing = await connector.query(operationId);
      expect(standing.status).not.toBe('PENDING');
      return standing;
    });

  async function bind() {
    const token = await tokenise();
    const { operationId } = await send('BIND', token);
    const standing = await settled(operationId);
    if (standing.status !== 'CONFIRMED' || standing.credentialReference === undefined)
      throw new Error(`bind ended ${standing.status}`);
    return { token, operationId, reference: standing.credentialReference };
  }

  describe(`connector contract: ${name}`, () => {
    beforeEach(() => {
      ({ connector } = provider());
    });

    it('turns a bank card into a token, the same one each time', async () => {
      const tokenised = unwrap(await connector.tokenise(card('4111111111111111')));
      expect(tokenised).toMatchObject({ token: expect.any(String), brand: 'Visa', lastFour: '1111' });
      expect(await tokenise()).toBe(tokenised.token);
    });

    it('refuses a card that the bank does not take', async () => {
      expect(await connector.tokenise(card('4000000000000002'))).toEqual({
        ok: false,
        error: { kind: 'CARD_REFUSED', reason: 'CARD_NOT_ACCEPTED' },
      });
    });

    it('turns a membership into a token with its site and doors (requirement 1)', async () => {
      const { tokenise: tokeniseMember } = provider().accessConnector;
      const tokenised = unwrap(await tokeniseMember(member('RG-1001')));
      expect(tokenised).toMatchObject({
        lastFour: '1001',
        site: { code: 'riverside', name: { en: 'Riverside Gardens' } },
      });
      expect(tokenised.doors).toContainEqual(expect.objectContaining({ id: 'riverside-gate' }));
      expect(await tokeniseMember(member('RG-2000'))).toEqual({
        ok: false,
        error: { kind: 'CARD_REFUSED', reason: 'MEMBER_UNKNOWN' },
      });
    });

    it('binds, pending first, and then says which credential it made', async () => {
      const { outcome, operationId } = await send('BIND', await tokenise());
      expect(outcome).toEqual({ status: 'PENDING' });
      const standing = await settled(operationId);
      expect(standing).toEqual({ status: 'CONFIRMED', credentialReference: expect.any(String) });
      const credentialReference = 'credentialReference' in standing ? (standing.credentialReference ?? '') : '';
      expect(await connector.credentialStatus(credentialReference)).toEqual({ ok: true, value: 'ACTIVE' });
      await eventually(() =>
        expect(about(operationId)).toEqual([
          expect.objectContaining({ type: 'operation.confirmed', credentialReference }),
        ]),
      );
    });

    it('walks a credential through its life', async () => {
      const { token, reference } = await bind();
      for (const [kind, status] of [
        ['SUSPEND', 'SUSPENDED'],
        ['RESUME', 'ACTIVE'],
        ['UNBIND', 'ABSENT'],
        ['RESTORE', 'ACTIVE'],
      ] as const) {
        const { operationId } = await send(kind, token, reference);
        expect(await settled(operationId)).toMatchObject({ status: 'CONFIRMED' });
        expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: status });
      }
    });

    it('gives an operation that is sent again no second effect (requirement 7)', async () => {
      const { request, operationId } = await send('BIND', await tokenise());
      await connector.send(request);
      const standing = await settled(operationId);
      await connector.send(request);
      provider().settle();
      expect(await connector.query(operationId)).toEqual(standing);
      await eventually(() => expect(about(operationId)).toHaveLength(1));
    });

    it('tells a refusal with its cause', async () => {
      await provider().plan('BIND', 'REFUSE_LATER');
      const { operationId } = await send('BIND', await tokenise());
      expect(await settled(operationId)).toEqual({ status: 'REFUSED', cause: 'PROVIDER_DECLINED' });
      await eventually(() =>
        expect(about(operationId)).toEqual([
          expect.objectContaining({ type: 'operation.refused', cause: 'PROVIDER_DECLINED' }),
        ]),
      );
    });

    it('is unknown without an answer; what the provider has not heard of may be sent again', async () => {
      await provider().plan('BIND', 'UNKNOWN');
      const { request, outcome, operationId } = await send('BIND', await tokenise());
      expect(outcome.status).toBe('UNKNOWN');
      expect(await connector.query(operationId)).toEqual({ status: 'OPERATION_UNKNOWN' });
      expect(await connector.send(request)).toEqual({ status: 'PENDING' });
      expect(await settled(operationId)).toMatchObject({ status: 'CONFIRMED' });
    });

    it('is unknown without an answer although it was done; a query finds out', async () => {
      const { token, reference } = await bind();
      await provider().plan('UNBIND', 'UNKNOWN_DONE');
      const { outcome, operationId } = await send('UNBIND', token, reference);
      expect(outcome.status).toBe('UNKNOWN');
      expect(await settled(operationId)).toMatchObject({ status: 'CONFIRMED' });
      expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
    });

    it('hears of an outcome twice', async () => {
      await provider().plan('BIND', 'TWICE');
      const { operationId } = await send('BIND', await tokenise());
      await settled(operationId);
      await eventually(() => expect(about(operationId)).toHaveLength(2));
      expect(about(operationId)[1]).toEqual(about(operationId)[0]);
    });

    it('hears of an outcome late, and of another never', async () => {
      await provider().plan('BIND', 'NEVER');
      const never = await send('BIND', await tokenise());
      await provider().plan('BIND', 'LATE');
      const late = await send('BIND', await tokenise());
      provider().settle();
      expect(await connector.query(late.operationId)).toEqual({ status: 'PENDING' });
      expect(await settled(late.operationId, { late: true })).toMatchObject({ status: 'CONFIRMED' });
      await eventually(() => expect(about(late.operationId)).toHaveLength(1));
      expect(await connector.query(never.operationId)).toEqual({ status: 'PENDING' });
      expect(about(never.operationId)).toEqual([]);
    });

    it('hears a provider contradict itself, and a query says what holds', async () => {
      await provider().plan('BIND', 'CONTRADICT');
      const { operationId } = await send('BIND', await tokenise());
      await settled(operationId);
      await eventually(() =>
        expect(
          about(operationId)
            .map(({ type }) => type)
            .sort(),
        ).toEqual(['operation.confirmed', 'operation.refused']),
      );
      expect(await connector.query(operationId)).toMatchObject({ status: 'CONFIRMED' });
    });

    it('hears of a removal at the provider (requirement 20)', async () => {
      const { reference } = await bind();
      await provider().removeOutside(reference);
      await eventually(() =>
        expect(provider().heard()).toContainEqual(
          expect.objectContaining({ type: 'credential.removed', credentialReference: reference }),
        ),
      );
      expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
    });

    it('reads what hangs on a credential (requirement 16)', async () => {
      const { reference } = await bind();
      expect(await connector.obligations(reference)).toEqual({
        ok: true,
        value: { balance: null, pending: [], mandates: [] },
      });
      const owed = {
        balance: { value: 12_300, currency: 'CNY' },
        pending: [{ id: 'pay-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' }],
        mandates: [{ id: 'm-1', merchant: 'Video Club' }],
      };
      await provider().setObligations(reference, owed);
      expect(await connector.obligations(reference)).toEqual({ ok: true, value: owed });
    });

    it('knows nothing of other operations and credentials', async () => {
      expect(await connector.query(newId('operation'))).toEqual({ status: 'OPERATION_UNKNOWN' });
      expect(await connector.credentialStatus('cred_nobody')).toEqual({ ok: true, value: 'ABSENT' });
    });
  });
}
