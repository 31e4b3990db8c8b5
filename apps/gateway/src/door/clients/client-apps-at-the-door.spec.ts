import { writeFile } from 'node:fs/promises';
import { eventually } from '@bindery/testing';
import { testViewer } from '@bindery/trust/testing';
import { signAccessToken, type StaffRole } from '@bindery/trust';
import { startTestPlatform, testClient, type TestPlatform } from '../../testing/test-platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const english = { 'accept-language': 'en' };
const rules = (content: object | string) =>
  writeFile(platform.clientAppsFile, typeof content === 'string' ? content : JSON.stringify(content));
const untilAnswered = (query: string, answer: object, headers: Record<string, string> = english) =>
  eventually(async () => expect(await platform.ask(query, headers)).toMatchObject(answer), { withinMs: 10_000 });

const minimum = { clients: { [testClient.app]: { minimumVersion: '1.1.0', updateUrl: 'https://wallet.example/app' } } };
const tooOld = {
  status: 400,
  errors: [
    {
      message: 'This version of the app is no longer served. Please update to 1.1.0 or later.',
      extensions: {
        code: 'CLIENT_TOO_OLD',
        minimumVersion: '1.1.0',
        remedies: [
          { kind: 'UPDATE_CLIENT', code: 'UpdateClient', title: 'Update the app', url: 'https://wallet.example/app' },
        ],
      },
    },
  ],
};

describe('the rules for client apps, while it is open', () => {
  it('refuse an app that is too old before anything else of it is looked at, with the version and the place to get it', async () => {
    await rules(minimum);
    await untilAnswered('{ providers }', tooOld);
    expect(await platform.ask('no document {', { ...english, authorization: 'Bearer nonsense' })).toMatchObject(tooOld);
    expect(await platform.ask('{ providers }', { 'apollographql-client-version': '1.1.0' })).toMatchObject({
      status: 200,
    });
    expect(await platform.ask('{ providers }', { 'apollographql-client-name': 'another' })).toMatchObject({
      status: 200,
    });
  });

  it('refuse it under a borrowed name too: the token knows the app', async () => {
    const { token } = await signAccessToken(
      { ...testViewer(), app: testClient.app },
      new Date(),
      platform.accessTokenKey,
    );
    expect(
      await platform.ask('{ providers }', {
        ...english,
        authorization: `Bearer ${token}`,
        'apollographql-client-name': 'another',
        'apollographql-client-version': '9',
      }),
    ).toMatchObject(tooOld);
  });

  it('close the door for maintenance: Retry-After, until when; health and unbinding stay open', async () => {
    const until = new Date(Date.now() + 3_600_000);
    await rules({
      maintenance: [{ from: new Date(Date.now() - 1_000), until, closed: 'EVERYTHING' }],
      staffApps: ['staff-console'],
    });
    const remedies = [{ kind: 'WAIT_UNTIL', code: 'WaitUntil', title: 'Wait', until: until.toISOString() }];
    await untilAnswered('{ providers }', {
      status: 503,
      errors: [
        {
          message: expect.stringMatching(/^Closed for maintenance until .*GMT\+8/),
          extensions: { code: 'MAINTENANCE', until: until.toISOString(), remedies },
        },
      ],
    });
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ providers }"}',
    });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect((await fetch(`${platform.opsUrl}/health/ready`)).status).toBe(200);
    expect(await platform.ask('mutation { requestUnbind }')).toMatchObject({
      status: 200,
      data: { requestUnbind: true },
    });
    expect(await platform.ask('mutation { touch }')).toMatchObject({ status: 503 });
  });

  it('let our own people in meanwhile, by their token and not by what they say', async () => {
    const tokenOf = async (app: string, staffRoles?: StaffRole[]) => ({
      authorization: `Bearer ${(await signAccessToken({ ...testViewer(), app, staffRoles }, new Date(), platform.accessTokenKey)).token}`,
    });
    expect(await platform.ask('{ providers }', await tokenOf('staff-console', ['AGENT']))).toMatchObject({
      status: 200,
    });
    // As a login by password gives it that named its app so.
    expect(await platform.ask('{ providers }', await tokenOf('staff-console'))).toMatchObject({ status: 503 });
    expect(await platform.ask('{ providers }', await tokenOf('other-app', ['AGENT']))).toMatchObject({ status: 503 });
    expect(
      await platform.ask('{ providers }', {
        ...(await tokenOf('other-app')),
        'apollographql-client-name': 'staff-console',
      }),
    ).toMatchObject({ status: 503 });
    expect(await platform.ask('{ providers }', { 'apollographql-client-name': 'staff-console' })).toMatchObject({
      status: 503,
    });
    expect(await platform.ask('{ providers }', { authorization: 'Bearer nonsense' })).toMatchObject({ status: 503 });
  });
});
