import { newId, TestClock } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { bindingEvent, confirmed, passwordChanged, registered, unbound } from '../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../testing/test-service';

const clock = new TestClock(new Date('2026-02-01T00:00:00Z'));
const viewer = testViewer({ accountId: newId('account') });
const stranger = testViewer({ accountId: newId('account') });
const cardId = newId('card');
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ clock });
  await service.deliver(
    registered(viewer.accountId, 'en', '2026-01-01T00:00:00.000Z'),
    await confirmed(viewer.accountId, '+8613800000001', contactKeys),
    bindingEvent('bindery.binding.bound.v1', viewer.accountId, { cardId, at: '2026-01-02T00:00:00.000Z' }),
    unbound(viewer.accountId, { cardId, at: '2026-01-03T00:00:00.000Z', restorableUntil: '2026-04-08T00:00:00.000Z' }),
    passwordChanged(viewer.accountId, '2026-01-04T00:00:00.000Z'),
    passwordChanged(stranger.accountId, '2026-01-05T00:00:00.000Z'),
  );
});
afterAll(() => service.stop());

const entity = async (typename: string, id: string, fields: string, claims: object = { viewer }) => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typename} { ${fields} } } }`;
  const { data } = await service.ask(query, { r: [{ __typename: typename, id }] }, claims);
  return data._entities[0];
};
const inbox = (args = '(first: 20)', fields = 'id kind', claims?: object) =>
  entity(
    'Account',
    viewer.accountId,
    `inbox${args} { unreadCount edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } }`,
    claims,
  );
const kinds = (connection: { edges: { node: { kind: string } }[] }) => connection.edges.map(({ node }) => node.kind);
const idOf = async (kind: string): Promise<string> =>
  (await inbox()).inbox.edges.find(({ node }: { node: { kind: string } }) => node.kind === kind).node.id;

describe('Account.inbox', () => {
  it('is newest first, with what can be done and what it is about', async () => {
    const { inbox: answer } = await inbox(
      '(first: 20)',
      'kind title body sentAt critical readAt action { kind url } subject { cardId }',
    );
    expect(kinds(answer)).toEqual(['PASSWORD_CHANGED', 'CARD_UNBOUND', 'CARD_BOUND', 'WELCOME']);
    expect(answer.unreadCount).toBe(4);
    expect(answer.edges[1].node).toMatchObject({
      title: 'Your Seaside Bank card was taken off',
      critical: true,
      readAt: null,
      sentAt: '2026-02-01T00:00:00.000Z',
      action: {
        kind: 'OPEN_CARD',
        url: `bindery://wallet/cards/${cardId}`,
      },
      subject: { cardId },
    });
  });

  it('speaks the language asked for, whatever it was when the fact happened', async () => {
    const { inbox: answer } = await inbox('(first: 2)', 'title', { viewer, locale: 'zh-CN' });
    expect(answer.edges[1].node.title).toBe('海滨银行卡片已解绑');
  });

  it('is read in pages that do not move when something new arrives', async () => {
    const first = (await inbox('(first: 2)')).inbox;
    expect(first.pageInfo.hasNextPage).toBe(true);
    await service.deliver(passwordChanged(viewer.accountId, '2026-01-06T00:00:00.000Z'));
    const second = (await inbox(`(first: 2, after: "${first.pageInfo.endCursor}")`)).inbox;
    expect(kinds(second)).toEqual(['CARD_BOUND', 'WELCOME']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it.each([0, 101])('refuses a page of %d', async (first) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { inbox(first: ${first}) { unreadCount } } } }`;
    const { errors } = await service.ask(query, { r: [{ __typename: 'Account', id: viewer.accountId }] }, { viewer });
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is nobody else’s', async () => {
    expect(await inbox('', 'id', { viewer: stranger })).toBeNull();
    expect(await inbox('', 'id', { viewer: undefined })).toBeNull();
  });
});

describe('Card.alerts', () => {
  it('has what the viewer was told about the card, and nothing for anybody else', async () => {
    const alerts = (claims?: object) =>
      entity('Card', cardId, 'alerts { edges { node { kind } } pageInfo { hasNextPage } }', claims);
    expect(kinds((await alerts()).alerts)).toEqual(['CARD_UNBOUND', 'CARD_BOUND']);
    expect((await alerts({ viewer: stranger })).alerts.edges).toEqual([]);
    expect(await alerts({ viewer: undefined })).toBeNull();
  });
});

describe('Notification', () => {
  it('is found by its id by its owner, and by nobody else', async () => {
    const id = await idOf('CARD_UNBOUND');
    expect(await entity('Notification', id, 'kind deliveries { channel }')).toEqual({
      kind: 'CARD_UNBOUND',
      deliveries: [{ channel: 'INBOX' }, { channel: 'SMS' }],
    });
    expect(await entity('Notification', id, 'kind', { viewer: stranger })).toBeNull();
    expect(await entity('Notification', newId('notification'), 'kind')).toBeNull();
  });
});

describe('markNotificationsRead', () => {
  const mark = async (ids: string[], key: string = newId('event'), claims: object = { viewer }) => {
    const query = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
      __typename ... on MarkNotificationsReadSuccess { unreadCount notifications { kind readAt } } ... on Problem { code remedies { code } } ... on InvalidInputError { field } } }`;
    return service.ask(query, { input: { idempotencyKey: key, ids } }, claims);
  };

  it('marks, counts, and answers a repetition the same', async () => {
    const ids = [await idOf('WELCOME'), await idOf('CARD_BOUND')];
    const key = newId('event');
    const before = (await inbox()).inbox.unreadCount;
    const { data } = await mark(ids, key);
    expect(data.markNotificationsRead).toEqual({
      __typename: 'MarkNotificationsReadSuccess',
      unreadCount: before - 2,
      notifications: ['CARD_BOUND', 'WELCOME'].map((kind) => ({ kind, readAt: '2026-02-01T00:00:00.000Z' })),
    });
    expect((await mark(ids, key)).data).toEqual(data);
    expect((await mark([ids[0] ?? ''], key)).data.markNotificationsRead.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('answers somebody else’s id like an unknown one, and marks none', async () => {
    const mine = await idOf('CARD_UNBOUND');
    const [theirs] = await service.query<{ id: string }>('SELECT id FROM notification WHERE account_id = $1', [
      stranger.accountId,
    ]);
    const before = (await inbox()).inbox.unreadCount;
    const [foreign, unknown] = [await mark([mine, theirs?.id ?? '']), await mark([mine, newId('notification')])];
    expect(foreign).toEqual(unknown);
    expect(foreign.data.markNotificationsRead).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    expect((await inbox()).inbox.unreadCount).toBe(before);
  });

  it('needs somebody signed in', async () => {
    expect((await mark([newId('notification')], newId('event'), { viewer: undefined })).errors[0].extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it.each([
    ['a key that is too short', 'idempotencyKey', [newId('notification')], 'short'],
    ['no id', 'ids', [], newId('event')],
    ['more ids than a page has', 'ids', Array.from({ length: 101 }, () => newId('notification')), newId('event')],
  ])('names the field at fault: %s', async (_what, field, ids, key) => {
    const { data } = await mark(ids, key);
    expect(data.markNotificationsRead).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT', field });
  });
});
