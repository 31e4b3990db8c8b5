import { newId, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { consentTo } from '../consent';
import { mutate, type Holder } from '../holder';
import type { Answer, RunningBinding } from '../start-binding-service';
import type { WayIn, World } from './ways';

const within = { withinMs: 40_000, everyMs: 100 };

const revocation = 'revocation { worstCaseUntil readers { id name state confirmedAt worstCaseUntil } }';
const fields = `id status phase credentialReference device { id } activation { steps { kind url message } }
  receipt { at text feeCharged { value currency } restorableUntil ${revocation} } restorable { until strategy } ${revocation}
  nextSteps { code until } rebindOffer { previousBindingId field asks { name known } }
  card { id history(first: 100) { edges { node { trigger } } } usage(first: 100) { edges { node { id } } } }`;

const plan = `digest quotedUntil fee { value currency } blockers { code } effects { __typename text
  ... on TakesEffectEffect { settledUntil } ... on DefaultMovesEffect { to { id } }
  ... on DoorsLostEffect { doors offlineUntil readers { id name line worstCaseUntil text } }
  ... on FeeEffect { amount { value currency } refundableUntil } ... on RestorableEffect { until strategy }
  ... on BalanceEffect { amount { value currency } } ... on MandateEffect { merchant mandate { id nextOn } } ... on AgreementEndsEffect { provider }
  ... on DevicesEffect { leaves { id } stays { id } } }`;

/** What a holder does and reads on one device, in the service as it is started. */
export function walletOf({ binding }: World, holder: Holder) {
  const { accountId, deviceId } = holder.viewer;
  const command = (name: Parameters<typeof mutate>[2], input: object) =>
    mutate(binding as unknown as RunningBinding, holder, name, input);

  async function ask(query: string, variables: object): Promise<Answer> {
    const { data, errors } = await binding.ask(query, variables, holder.claims);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  const read = async (id: Id<'binding'>): Promise<Answer> =>
    (await ask(`query ($id: ID!) { binding(id: $id) { ${fields} } }`, { id })).binding;

  const becomes = (id: Id<'binding'>, status: string): Promise<Answer> =>
    eventually(async () => {
      const seen = await read(id);
      expect(seen.status).toBe(status);
      return seen;
    }, within);

  /** Does what the provider waits for, if it waits, until the card is on. */
  async function finish(id: Id<'binding'>, { act }: WayIn): Promise<Answer> {
    const step = await eventually(async () => {
      const { status, activation } = await read(id);
      const [first] = activation?.steps ?? [];
      expect(first !== undefined || status === 'ACTIVE').toBe(true);
      return first;
    }, within);
    const answer = step && (await act?.(step));
    if (answer) await command('answerActivation', { bindingId: id, ...answer });
    return becomes(id, 'ACTIVE');
  }

  return {
    command,
    read,
    becomes,
    finish,
    prove: (action: 'BIND' | 'UNBIND' | 'RESTORE', id: string, digest?: string) =>
      binding.prove(action, accountId, id, digest),
    async bind(provider: string, way: WayIn, previousBindingId?: string): Promise<Answer> {
      const consent = consentTo(provider);
      const started = await command('startBinding', {
        provider,
        deviceId,
        consent,
        card: way.card,
        previousBindingId,
      });
      expect(started).toMatchObject({ __typename: 'StartBindingSuccess' });
      const bindingId = started.binding.id as Id<'binding'>;
      const proof = await binding.prove('BIND', accountId, bindingId);
      await command('confirmBinding', { bindingId, proof });
      if (way.reviewers)
        await binding.tellDecision({
          reviewId: newId('review'),
          bindingId,
          accountId,
          provider,
          requestVersion: 2,
          decision: 'APPROVE',
          reasons: [],
          reviewerIds: Array.from({ length: way.reviewers }, () => newId('account')),
          reviewersNeeded: way.reviewers,
          at: new Date().toISOString(),
        });
      return finish(bindingId, way);
    },
    /** Waits until the provider has told of its readers. */
    readersTold: (id: Id<'binding'>, offline: string): Promise<unknown> =>
      eventually(async () => {
        const { readers } = (await read(id)).revocation;
        const open = readers.filter(({ state }: Answer) => state !== 'CONFIRMED').map((reader: Answer) => reader.id);
        expect(open).toContain(offline);
        expect(readers.some(({ state }: Answer) => state === 'CONFIRMED')).toBe(true);
      }, within),
    /** The plan, its effects by their types. */
    async plan(id: Id<'binding'>) {
      const { unbindPlan } = await ask(
        `query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { ${plan} } } }`,
        { id },
      );
      const effects = unbindPlan.effects as Answer[];
      return {
        ...unbindPlan,
        effects,
        one: (type: string): Answer => effects.find(({ __typename }) => __typename === type),
      };
    },
    async defaultCard(): Promise<string | null> {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { defaultCard { id } } } }`;
      const { _entities } = await ask(query, { r: [{ __typename: 'Account', id: accountId }] });
      return _entities[0].defaultCard?.id ?? null;
    },
  };
}

export type Wallet = ReturnType<typeof walletOf>;
