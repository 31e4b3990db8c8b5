import { newHolder, registration, newPhone, signIn, type Holder } from '../testing/holder';
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

describe('viewer', () => {
  it('is null for a stranger', async () =>
    expect(await service.ask('{ viewer { id } }')).toEqual({ data: { viewer: null } }));

  it('is null when the access token names somebody else’s session', async () => {
    const viewer = { ...mine.viewer, sessionId: theirs.viewer.sessionId };
    expect(await service.ask('{ viewer { id } }', {}, { viewer })).toEqual({ data: { viewer: null } });
  });

  it('answers account, contact points and session in one query', async () => {
    const query = `{ viewer { id displayName locale standing createdAt contactPoints { id channel masked confirmedAt }
      session { id assuranceLevel isCurrent startedAt lastUsedAt endsAt device { id name platform clientApp isCurrent registeredAt lastSeenAt } } } }`;
    const { data } = await askAs(query);
    expect(data).toMatchObject({
      viewer: {
        id: mine.viewer.accountId,
        displayName: '小梅',
        locale: 'zh-CN',
        standing: 'GOOD',
        contactPoints: [{ channel: 'SMS', masked: `+86 ••• ${mine.phone.slice(-2)}` }],
        session: {
          id: mine.viewer.sessionId,
          assuranceLevel: 'AAL1',
          isCurrent: true,
          device: { id: mine.viewer.deviceId, platform: 'IOS', clientApp: 'wallet-ios', isCurrent: true },
        },
      },
    });
    expect(JSON.stringify(data)).not.toContain(mine.phone.slice(3));
  });

  it('pages sessions, newest first, each once', async () => {
    const holder = await newHolder(service);
    const others: string[] = [];
    for (let time = 0; time < 4; time++) {
      service.clock.advance(10);
      others.unshift((await signIn(service, holder.phone)).viewer.sessionId);
    }
    const query =
      'query ($after: String) { viewer { sessions(first: 2, after: $after) { edges { node { id isCurrent } } pageInfo { hasNextPage endCursor } } } }';
    type Page = {
      viewer: {
        sessions: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    };
    const seen: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { edges, pageInfo } = ((await askAs(query, { after }, holder)).data as unknown as Page).viewer.sessions;
      seen.push(...edges.map(({ node }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual([...others, holder.viewer.sessionId]);
  });

  it.each(['sessions', 'devices'])('refuses a page of %s that is too long', async (list) => {
    const { errors } = await askAs(`{ viewer { ${list}(first: 101) { pageInfo { hasNextPage } } } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('has no session in the answer of register', async () => {
    const query =
      'mutation ($input: RegisterInput!) { register(input: $input) { ... on RegisterSuccess { account { session { id } devices { edges { cursor } } } } } }';
    const input = { ...(await registration(service, newPhone())), idempotencyKey: 'registered-just-now' };
    expect((await service.ask(query, { input })).data).toEqual({
      register: { account: { session: null, devices: { edges: [] } } },
    });
  });
});
