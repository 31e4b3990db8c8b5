import { newId, unwrap, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import type { Connector, OperationRequest } from '../../providers/connector';
import type { SentKind } from '../../providers/connector.rules';
import type { ContractClause, ContractProvider } from './contract-provider';

export {
  contractClauses,
  type ContractClause,
  type ContractProvider,
  type PlannedBehaviour,
} from './contract-provider';

/**
 * What use cases and jobs rely on, whatever is at the other end. `leftOut`: what can be no question of it, and why; all else is asked, so that a clause
 * left out is one that somebody has given a reason for.
 */
export function describeConnectorContract(
  name: string,
  provider: () => ContractProvider,
  leftOut: Readonly<Partial<Record<ContractClause, string>>> = {},
): void {
  const clause = (code: ContractClause, title: string, holds: () => Promise<void>): void => {
    if (leftOut[code] === undefined) it(title, holds);
  };
  let connector: Connector;
  const activated = new Set<Id<'operation'>>();
  const requests = new Map<Id<'operation'>, OperationRequest>();
  const query = (operationId: Id<'operation'>) => connector.query(operationId, requests.get(operationId));

  const tokenise = async () => unwrap(await connector.tokenise(provider().card.entered)).token;
  /** What was told of the outcome of an operation. */
  const about = (operationId: Id<'operation'>) =>
    provider()
      .heard()
      .filter((message) => 'operationId' in message && message.operationId === operationId)
      .filter(({ type }) => type !== 'operation.activation_required');

  async function send(kind: SentKind, token: string, credentialReference?: string) {
    const request = { operationId: newId('operation'), kind, token, credentialReference };
    requests.set(request.operationId, request);
    return { request, operationId: request.operationId, outcome: await connector.send(request) };
  }

  const settled = (operationId: Id<'operation'>, options?: { late: boolean }) =>
    eventually(async () => {
      provider().settle(options);
      const standing = await query(operationId);
      const activation = 'activation' in standing ? standing.activation : undefined;
      const waitsForHolder = standing.status === 'ACTIVATION_REQUIRED' || activation !== undefined;
      if (waitsForHolder && !activated.has(operationId)) {
        activated.add(operationId);
        await provider().activate?.(operationId, activation);
      }
      expect(['PENDING', 'ACTIVATION_REQUIRED']).not.toContain(standing.status);
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

    clause('TOKEN', 'turns a card into a token', async () => {
      const { entered, told } = provider().card;
      const tokenised = unwrap(await connector.tokenise(entered));
      expect(tokenised).toMatchObject({ token: expect.any(String), lastFour: expect.any(String), ...told });
    });

    clause('SAME_TOKEN', 'turns a card into the same token each time', async () =>
      expect(await tokenise()).toBe(await tokenise()),
    );

    clause('REFUSED_CARD', 'refuses a card that the provider does not take', async () => {
      const { refusedCard } = provider();
      if (refusedCard)
        expect(await connector.tokenise(refusedCard.entered)).toEqual({
          ok: false,
          error: { kind: 'CARD_REFUSED', reason: refusedCard.reason },
        });
      // A kind of card that it has never heard of.
      expect(await connector.tokenise({ kind: 'NO_SUCH_KIND' })).toMatchObject({
        ok: false,
        error: { kind: 'CARD_REFUSED' },
      });
    });

    clause('BIND', 'binds, pending first, and then says which credential it made', async () => {
      const { outcome, operationId } = await send('BIND', await tokenise());
      expect(outcome).toMatchObject({ status: 'PENDING' });
      const standing = await settled(operationId);
      expect(standing).toEqual({ status: 'CONFIRMED', credentialReference: expect.any(String) });
      const credentialReference = 'credentialReference' in standing ? (standing.credentialReference ?? '') : '';
      expect(await connector.credentialStatus(credentialReference)).toEqual({ ok: true, value: 'ACTIVE' });
      await eventually(() =>
        expect(about(operationId)).toEqual(
          provider().tellsNothing
            ? []
            : [expect.objectContaining({ type: 'operation.confirmed', credentialReference })],
        ),
      );
    });

    clause('LIFE', 'walks a credential through its life', async () => {
      const { token, reference } = await bind();
      const life = [
        ['SUSPEND', 'SUSPENDED'],
        ['RESUME', 'ACTIVE'],
        ['UNBIND', 'ABSENT'],
        ['RESTORE', 'ACTIVE'],
      ] as const;
      for (const [kind, status] of life) {
        if (kind !== 'UNBIND' && !provider().operations.includes(kind)) continue;
        const { operationId } = await send(kind, token, reference);
        const standing = await settled(operationId);
        expect(standing).toMatchObject({ status: 'CONFIRMED' });
        // What is provisioned anew has another name.
        const restored =
          kind === 'RESTORE' && 'credentialReference' in standing ? standing.credentialReference : undefined;
        expect(await connector.credentialStatus(restored ?? reference)).toEqual({ ok: true, value: status });
      }
    });

    clause('SENT_AGAIN', 'gives an operation that is sent again no second effect (requirement 7)', async () => {
      const { request, operationId } = await send('BIND', await tokenise());
      await connector.send(request);
      const standing = await settled(operationId);
      await connector.send(request);
      provider().settle();
      expect(await query(operationId)).toEqual(standing);
      await eventually(() => expect(about(operationId)).toHaveLength(provider().tellsNothing ? 0 : 1));
    });

    clause('REFUSAL', 'tells a refusal with its cause', async () => {
      if (provider().boundByHolder) return;
      const { cause, isTold } = provider().refusal ?? { cause: 'PROVIDER_DECLINED', isTold: true };
      await provider().plan('BIND', 'REFUSE_LATER');
      const { operationId } = await send('BIND', await tokenise());
      expect(await settled(operationId)).toEqual({ status: 'REFUSED', cause });
      const told = isTold ? [expect.objectContaining({ type: 'operation.refused', cause })] : [];
      await eventually(() => expect(about(operationId)).toEqual(told));
    });

    clause(
      'UNANSWERED',
      'is unknown without an answer; what the provider has not heard of may be sent again',
      async () => {
        if (provider().boundByHolder) return;
        await provider().plan('BIND', 'UNKNOWN');
        const { request, outcome, operationId } = await send('BIND', await tokenise());
        expect(outcome.status).toBe('UNKNOWN');
        expect(await query(operationId)).toEqual({ status: 'OPERATION_UNKNOWN' });
        expect(await connector.send(request)).toMatchObject({ status: 'PENDING' });
        expect(await settled(operationId)).toMatchObject({ status: 'CONFIRMED' });
      },
    );

    clause('UNANSWERED_AND_DONE', 'is unknown without an answer although it was done; a query finds out', async () => {
      const { token, reference } = await bind();
      await provider().plan('UNBIND', 'UNKNOWN_DONE');
      const { outcome, operationId } = await send('UNBIND', token, reference);
      expect(outcome.status).toBe('UNKNOWN');
      expect(await settled(operationId)).toMatchObject({ status: 'CONFIRMED' });
      expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
    });

    clause('TWICE', 'hears of an outcome twice', async () => {
      await provider().plan('BIND', 'TWICE');
      const { operationId } = await send('BIND', await tokenise());
      await settled(operationId);
      await eventually(() => expect(about(operationId)).toHaveLength(2));
      expect(about(operationId)[1]).toEqual(about(operationId)[0]);
    });

    clause('LATE', 'hears of an outcome late, and of another never', async () => {
      await provider().plan('BIND', 'NEVER');
      const never = await send('BIND', await tokenise());
      await provider().plan('BIND', 'LATE');
      const late = await send('BIND', await tokenise());
      provider().settle();
      expect(['PENDING', 'ACTIVATION_REQUIRED']).toContain((await query(late.operationId)).status);
      expect(await settled(late.operationId, { late: true })).toMatchObject({ status: 'CONFIRMED' });
      await eventually(() => expect(about(late.operationId)).toHaveLength(provider().tellsNothing ? 0 : 1));
      expect(['PENDING', 'ACTIVATION_REQUIRED']).toContain((await query(never.operationId)).status);
      expect(about(never.operationId)).toEqual([]);
    });

    clause('CONTRADICTION', 'hears a provider contradict itself, and a query says what holds', async () => {
      await provider().plan('BIND', 'CONTRADICT');
      const before = provider().heard().length;
      const { operationId } = await send('BIND', await tokenise());
      const standing = await settled(operationId);
      // A no to what a holder did themselves is that it is gone.
      const no = provider().contradiction ?? (provider().boundByHolder ? 'credential.removed' : 'operation.refused');
      const reference = 'credentialReference' in standing ? standing.credentialReference : undefined;
      const types = () =>
        provider()
          .heard()
          .slice(before)
          .filter(
            (message) =>
              about(operationId).includes(message) ||
              (message.type === 'credential.removed' && message.credentialReference === reference),
          )
          .map(({ type }) => type);
      await eventually(() => expect(types().sort()).toEqual([no, 'operation.confirmed'].sort()));
      expect(await query(operationId)).toMatchObject({ status: 'CONFIRMED' });
    });

    clause('REMOVAL', 'hears of a removal at the provider (requirement 20)', async () => {
      const { removeOutside } = provider();
      if (!removeOutside) return;
      const { reference } = await bind();
      await removeOutside(reference);
      await eventually(() =>
        expect(provider().heard()).toContainEqual(
          expect.objectContaining({ type: 'credential.removed', credentialReference: reference }),
        ),
      );
      expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
    });

    clause('OBLIGATIONS', 'reads what hangs on a credential (requirement 16)', async () => {
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
      const { setObligations } = provider();
      if (!setObligations) return;
      await setObligations(reference, owed);
      expect(await connector.obligations(reference)).toEqual({ ok: true, value: owed });
    });

    it('does something about what hangs on a credential, once, where it takes such requests (requirement 16)', async () => {
      const { setObligations } = provider();
      const { settleObligation } = connector;
      if (!settleObligation || !setObligations) return;
      const { reference } = await bind();
      const mandates = [{ id: 'm-1', merchant: 'Video Club' }];
      await setObligations(reference, { balance: null, pending: [], mandates });
      const ask = async (credentialReference: string) => {
        const operationId = newId('operation');
        const request = { operationId, kind: 'CANCEL_MANDATE', credentialReference, obligationId: 'm-1' } as const;
        const outcome = await settleObligation(request);
        return { operationId, request, outcome };
      };
      const { operationId, request, outcome } = await ask(reference);
      expect(outcome).toMatchObject({ status: 'PENDING' });
      expect(await settled(operationId)).toMatchObject({ status: 'CONFIRMED' });
      expect(await settleObligation(request)).toMatchObject({ status: expect.stringMatching(/^(PENDING|CONFIRMED)$/) });
      expect(unwrap(await connector.obligations(reference)).mandates).toEqual([]);
      const again = await ask(reference);
      const end = again.outcome.status === 'REFUSED' ? again.outcome : await settled(again.operationId);
      expect(end).toEqual({ status: 'REFUSED', cause: 'OBLIGATION_UNKNOWN' });
    });

    clause('STRANGERS', 'knows nothing of other operations and credentials', async () => {
      if (!provider().boundByHolder)
        expect(await connector.query(newId('operation'))).toEqual({ status: 'OPERATION_UNKNOWN' });
      expect(await connector.credentialStatus('cred_nobody')).toEqual({ ok: true, value: 'ABSENT' });
    });
  });
}
