import { newId } from '@bindery/kernel';
import type { ObligationActKind, ObligationRequest, Obligations } from '../../providers';
import type { Cards } from './cards';
import type { Deed } from './deed';
import { mustHaveChanged } from './invariants';
import type { Player } from './player';
import { balanceName, owedName } from './read-truth';
import type { Bench } from './start-bench';

const cny = (value: number) => ({ value, currency: 'CNY' });
const video = { id: 'm-1', merchant: 'Video Club', amount: cny(1_500), nextOn: '2026-12-01' };
const gym = { id: 'm-2', merchant: 'Gym' };
const taxi = { id: 'pay-1', amount: cny(500), text: 'Taxi' };
const bakery = { id: 'pay-2', amount: cny(900), text: 'Bakery' };

/** Of each more than is asked about, so that it is seen when too much is done. */
const owed: Obligations = { balance: cny(4_200), pending: [taxi, bakery], mandates: [video, gym] };
const nothing: Obligations = { balance: null, pending: [], mandates: [] };

type Asked = Pick<ObligationRequest, 'obligationId' | 'amount'>;

/** What is asked of each, and what is left then. */
const acts: Readonly<Record<ObligationActKind, { readonly asked: Asked; readonly left: Obligations }>> = {
  CANCEL_MANDATE: { asked: { obligationId: video.id }, left: { ...owed, mandates: [gym] } },
  MOVE_MANDATE: { asked: { obligationId: video.id }, left: { ...owed, mandates: [gym] } },
  SETTLE_PENDING: { asked: { obligationId: taxi.id, amount: taxi.amount }, left: { ...owed, pending: [bakery] } },
  WITHDRAW_BALANCE: { asked: { amount: cny(4_200) }, left: { ...owed, balance: null } },
};

/** What is done about what hangs on a card; each time on the same, as it was. */
export function createObligationDeeds({ usual, simulator }: Bench, { code }: Player, cards: Cards) {
  const connector = usual.connectors(code);
  const owe = (reference: string, obligations: Obligations) =>
    simulator.order('PUT', `/providers/${code}/credentials/${reference}/obligations`, obligations);

  return async (kind: ObligationActKind): Promise<Deed> => {
    const { asked, left } = acts[kind];
    const credentialReference = await cards.reference();
    const to = kind === 'MOVE_MANDATE' ? await cards.anotherReference() : undefined;
    await owe(credentialReference, owed);
    if (to) await owe(to, nothing);
    const operationId = newId('operation');
    const request = { operationId, kind, credentialReference, ...asked, ...(to ? { toCredentialReference: to } : {}) };
    return {
      id: operationId,
      kind,
      credentialReference,
      isTold: true,
      async send({ settleObligation }) {
        if (!settleObligation) throw new Error(`${code} offers ${kind}, and its connector does not`);
        return settleObligation(request);
      },
      query: (by) => by.query(operationId),
      async mustBeDone(before, after) {
        const name = asked.obligationId ?? balanceName;
        const gone = { [owedName(credentialReference, name)]: 'GONE' };
        mustHaveChanged(kind, before, after, { ...gone, ...(to ? { [owedName(to, name)]: 'OWED' } : {}) });
        expect(await connector.obligations(credentialReference)).toMatchObject({ ok: true, value: left });
        if (to) expect(await connector.obligations(to)).toMatchObject({ value: { ...nothing, mandates: [video] } });
        return credentialReference;
      },
    };
  };
}
