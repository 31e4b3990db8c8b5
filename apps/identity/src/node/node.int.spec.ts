import { newId } from '@bindery/kernel';
import { mutate, newHolder, type Holder } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
let mine: Holder;
let theirs: Holder;
beforeAll(async () => {
  service = await startTestIdentity();
  [mine, theirs] = [await newHolder(service), await newHolder(service)];
});
afterAll(() => service.stop());

const askAs = async (query: string, variables: object = {}, holder: Holder | undefined = mine) =>
  service.ask(query, variables, { viewer: holder?.viewer });

describe('node', () => {
  const nodeQuery =
    'query ($id: ID!) { node(id: $id) { __typename id ... on Account { displayName } ... on Device { name } } }';

  it('answers the viewer’s own account and device', async () => {
    expect((await askAs(nodeQuery, { id: mine.viewer.accountId })).data).toEqual({
      node: { __typename: 'Account', id: mine.viewer.accountId, displayName: '小梅' },
    });
    expect((await askAs(nodeQuery, { id: mine.viewer.deviceId })).data).toEqual({
      node: { __typename: 'Device', id: mine.viewer.deviceId, name: 'Mei’s phone' },
    });
  });

  it('answers nothing for somebody else’s, for an unknown one and for what is no id, and nothing at all to a stranger', async () => {
    const ids = [
      theirs.viewer.accountId,
      theirs.viewer.deviceId,
      newId('account'),
      newId('device'),
      newId('session'),
      mine.viewer.sessionId,
      'nonsense',
      `constructor_${'0'.repeat(26)}`,
      '',
    ];
    expect(await askAs('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      data: { nodes: ids.map(() => null) },
    });
    for (const id of [mine.viewer.accountId, mine.viewer.deviceId])
      expect(await service.ask(nodeQuery, { id })).toEqual({ data: { node: null } });
  });

  it('hands out references to what other services own', async () => {
    const ids = [newId('card'), newId('binding'), newId('challenge'), newId('notification')];
    const { data } = await askAs('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(data).toEqual({
      nodes: ['Card', 'Binding', 'Challenge', 'Notification'].map((type, index) => ({
        __typename: type,
        id: ids[index],
      })),
    });
  });

  it('takes a hundred ids at most', async () => {
    const { errors } = await askAs('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 101 }, () => newId('card')),
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('references', () => {
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Account { id contactPoints { masked } } ... on Device { id name } } }';
  const both = ({ viewer }: Holder) => [
    { __typename: 'Account', id: viewer.accountId },
    { __typename: 'Device', id: viewer.deviceId },
  ];

  it('are resolved for their owner and for nobody else', async () => {
    expect((await askAs(query, { r: both(mine) })).data).toMatchObject({
      _entities: [{ id: mine.viewer.accountId }, { id: mine.viewer.deviceId }],
    });
    expect((await askAs(query, { r: both(theirs) })).data).toEqual({ _entities: [null, null] });
    expect((await service.ask(query, { r: both(mine) })).data).toEqual({ _entities: [null, null] });
  });

  it('are not resolved for a session that is over', async () => {
    const holder = await newHolder(service);
    await mutate(service, 'endSession', { sessionId: holder.viewer.sessionId }, holder.viewer);
    expect((await askAs(query, { r: both(holder) }, holder)).data).toEqual({ _entities: [null, null] });
  });
});
