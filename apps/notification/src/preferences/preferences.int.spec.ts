import { newId } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { confirmed, defaultChanged, unbound } from '../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../testing/test-service';

const viewer = testViewer({ accountId: newId('account') });
let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await service.deliver(
    await confirmed(viewer.accountId, '+8613800000001', contactKeys, '2025-01-01T00:00:00.000Z'),
    await confirmed(viewer.accountId, 'a@example.com', contactKeys, '2025-01-01T00:00:00.000Z'),
  );
});
afterAll(() => service.stop());

const fields = 'kind title critical channels { channel enabled }';
const set = async (preferences: object[], key: string = newId('event'), locale: 'en' | 'zh-CN' = 'en') => {
  const query = `mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) {
    __typename ... on SetNotificationPreferencesSuccess { preferences { ${fields} } } ... on NotificationCriticalError { kind } ... on InvalidInputError { field } ... on Problem { code message remedies { code } } } }`;
  return (await service.ask(query, { input: { idempotencyKey: key, preferences } }, { viewer, locale })).data
    .setNotificationPreferences;
};
const read = async () => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { notificationPreferences { ${fields} } } } }`;
  const { data } = await service.ask(query, { r: [{ __typename: 'Account', id: viewer.accountId }] }, { viewer });
  return data._entities[0].notificationPreferences as {
    kind: string;
    title: string;
    critical: boolean;
    channels: object[];
  }[];
};
const of = (preferences: { kind: string }[], kind: string) =>
  preferences.find((preference) => preference.kind === kind);

describe('setNotificationPreferences', () => {
  it('starts with alerts everywhere and notices by mail', async () => {
    const preferences = await read();
    expect(of(preferences, 'CARD_UNBOUND')).toMatchObject({
      critical: true,
      title: 'Card taken off',
      channels: [
        { channel: 'SMS', enabled: true },
        { channel: 'EMAIL', enabled: true },
      ],
    });
    expect(of(preferences, 'DEFAULT_CARD_CHANGED')).toMatchObject({
      critical: false,
      channels: [
        { channel: 'SMS', enabled: false },
        { channel: 'EMAIL', enabled: true },
      ],
    });
  });

  it('switches a notice off one channel and on another, and the next one follows', async () => {
    const answer = await set([
      { kind: 'DEFAULT_CARD_CHANGED', channel: 'EMAIL', enabled: false },
      { kind: 'DEFAULT_CARD_CHANGED', channel: 'SMS', enabled: true },
    ]);
    expect(answer.__typename).toBe('SetNotificationPreferencesSuccess');
    expect(of(answer.preferences, 'DEFAULT_CARD_CHANGED')).toMatchObject({
      channels: [
        { channel: 'SMS', enabled: true },
        { channel: 'EMAIL', enabled: false },
      ],
    });
    await service.deliver(defaultChanged(viewer.accountId, newId('card')));
    const planned = await service.query<{ channel: string }>(
      "SELECT delivery.channel FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND kind = 'DEFAULT_CARD_CHANGED' ORDER BY 1",
      [viewer.accountId],
    );
    expect(planned.map(({ channel }) => channel)).toEqual(['INBOX', 'SMS']);
  });

  it('refuses to silence an alert, keeps nothing of the request, and says so in words (requirement 39)', async () => {
    const before = await read();
    const silence = [
      { kind: 'WELCOME', channel: 'EMAIL', enabled: false },
      { kind: 'CARD_UNBOUND', channel: 'SMS', enabled: false },
    ];
    expect(await set(silence)).toMatchObject({
      __typename: 'NotificationCriticalError',
      code: 'NOTIFICATION_CRITICAL',
      kind: 'CARD_UNBOUND',
      remedies: [{ code: 'CorrectInput' }, { code: 'ContactSupport' }],
    });
    expect((await set(silence, newId('event'), 'zh-CN')).message).toMatch(/不能关闭/);
    expect(await read()).toEqual(before);
  });

  it('sends an alert even if somebody wrote into the database that it is off', async () => {
    await service.query(
      "INSERT INTO preference (account_id, kind, channel, enabled) VALUES ($1, 'CARD_UNBOUND', 'SMS', false)",
      [viewer.accountId],
    );
    await service.deliver(unbound(viewer.accountId));
    const [row] = await service.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND kind = 'CARD_UNBOUND' AND channel = 'SMS'",
      [viewer.accountId],
    );
    expect(row?.count).toBe(1);
  });

  it('answers a repetition the same and refuses its key for another request', async () => {
    const key = newId('event');
    const request = [{ kind: 'WELCOME', channel: 'SMS', enabled: true }];
    expect((await set(request, key)).__typename).toBe('SetNotificationPreferencesSuccess');
    expect((await set(request, key)).__typename).toBe('SetNotificationPreferencesSuccess');
    expect((await set([{ kind: 'WELCOME', channel: 'SMS', enabled: false }], key)).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([
    ['nothing to change', [], newId('event'), 'preferences'],
    [
      'more than a page has',
      Array(101).fill({ kind: 'WELCOME', channel: 'SMS', enabled: true }),
      newId('event'),
      'preferences',
    ],
    ['a key that is too short', [{ kind: 'WELCOME', channel: 'SMS', enabled: true }], 'short', 'idempotencyKey'],
  ])('names the field at fault: %s', async (_what, choices, key, field) => {
    expect(await set(choices, key)).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT', field });
  });
});
