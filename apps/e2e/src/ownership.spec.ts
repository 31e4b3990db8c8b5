import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { documents, newKey } from '@bindery/wallet-client';
import { rootFields, type RootField } from './testing/root-fields';
import { bindBankCard } from './testing/cards';
import { graph, newHolder, type Holder } from './system/the-system';

type IdOwner = Exclude<RootField['of'], 'any' | undefined>;

/** One of each thing that `holder` has. */
async function thingsOf(holder: Holder): Promise<Record<IdOwner, string>> {
  const bank = await bindBankCard(holder);
  const input = { idempotencyKey: newKey(), purpose: { action: 'RESTORE', subjectId: bank.bindingId } };
  const started = (await holder.mutate(documents.startChallenge, input)) as unknown as { challenge: { id: string } };
  const mine = '{ viewer { session { id } inbox { edges { node { id } } } } }';
  const { viewer } = await eventually(async () => {
    const answer = await graph().ask<{
      viewer: { session: { id: string }; inbox: { edges: { node: { id: string } }[] } };
    }>(mine, {}, holder.accessToken);
    expect(answer.viewer.inbox.edges.length).toBeGreaterThan(0);
    return answer;
  });
  return {
    card: bank.cardId,
    binding: bank.bindingId,
    challenge: started.challenge.id,
    notification: viewer.inbox.edges[0]?.node.id ?? '',
    session: viewer.session.id,
    device: holder.deviceId,
  };
}

describe('what belongs to somebody else', () => {
  let stranger: Holder;
  let things: Record<IdOwner, string>;
  beforeAll(async () => {
    const holder = await newHolder();
    [stranger, things] = await Promise.all([newHolder(), thingsOf(holder)]);
  });

  const call = ({ document, about }: RootField, id: string, accessToken?: string) =>
    graph().send(document, about?.(id) ?? {}, accessToken);

  it('covers every root field of the graph', async () => {
    const { __schema } = await graph().ask<{ __schema: Record<string, { fields: { name: string }[] }> }>(
      '{ __schema { queryType { fields(includeDeprecated: true) { name } } mutationType { fields(includeDeprecated: true) { name } } } }',
    );
    const fields = Object.values(__schema).flatMap((type) => type.fields.map(({ name }) => name));
    expect(fields.sort()).toEqual(Object.keys(rootFields).sort());
  });

  const withIds = Object.entries(rootFields).filter(([, { of }]) => of);

  it.each(withIds)('is to %s as if it did not exist', async (_name, field) => {
    const types =
      field.of === 'any'
        ? (['card', 'binding', 'challenge', 'notification', 'device'] as const)
        : [field.of as IdOwner];
    for (const type of types) {
      const known = things[type];
      const unknown = newId(type);
      const [foreign, absent] = [
        await call(field, known, stranger.accessToken),
        await call(field, unknown, stranger.accessToken),
      ];
      expect(JSON.stringify(foreign)).not.toContain(known);
      expect(foreign).toEqual(absent);
      expect(foreign.errors).toBeUndefined();
    }
  });

  it.each(Object.entries(rootFields).filter(([, { anonymous }]) => anonymous === 'refused'))(
    'is refused by %s to who has not signed in',
    async (_name, field) => {
      const { data, errors } = await call(field, field.of ? things[field.of as IdOwner] : '');
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }] });
      expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
    },
  );

  it.each(Object.entries(rootFields).filter(([, { staff }]) => staff))(
    'is refused by %s to a holder: it is for our own people',
    async (_name, field) => {
      const { data, errors } = await call(field, '', stranger.accessToken);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
    },
  );

  it('is nothing to node and nodes for who has not signed in', async () => {
    for (const id of Object.values(things)) {
      expect((await call(rootFields.node as RootField, id)).data ?? { node: null }).toEqual({ node: null });
      expect((await call(rootFields.nodes as RootField, id)).data ?? { nodes: [null] }).toEqual({ nodes: [null] });
    }
  });
});
