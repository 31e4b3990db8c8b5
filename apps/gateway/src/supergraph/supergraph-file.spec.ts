import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics, type Log } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { createApolloPlanner } from '../execution/planner';
import type { Subgraph } from '../execution/subgraph';
import { SupergraphGateway } from '../execution/supergraph-gateway';
import { bindingDefinition, contextTypeDefs, identityDefinition } from '../testing/small-graph';
import { supergraphFile } from './supergraph-file';
import { composeSmall, startTestPlatform, type TestPlatform } from '../testing/test-platform';

const whole = composeSmall([identityDefinition, bindingDefinition]);
const withoutProviders = composeSmall([
  identityDefinition,
  { ...bindingDefinition, typeDefs: bindingDefinition.typeDefs.replace('type Query { providers: [String!] }', '') },
]);
const fromContext = composeSmall([{ name: 'identity', typeDefs: contextTypeDefs }, bindingDefinition]);
const stranger = { name: 'stranger', typeDefs: 'type Query { strange: Int }' };

const notAsked: Subgraph = { process: () => Promise.reject(new Error('asked')) };

const metric = async ({ opsUrl }: TestPlatform, name: string) =>
  Number(new RegExp(`^${name}(?:\\{.*\\})? (.+)$`, 'm').exec(await (await fetch(`${opsUrl}/metrics`)).text())?.[1]);
const refused = (platform: TestPlatform) => metric(platform, 'gateway_supergraph_refused_total');
const statusOfProviders = async (platform: TestPlatform) => (await platform.ask('{ providers }')).status;

/** In one step, as deployments do it. */
async function replace({ supergraphPath }: TestPlatform, sdl: string): Promise<void> {
  await writeFile(`${supergraphPath}.new`, sdl);
  await rename(`${supergraphPath}.new`, supergraphPath);
}

describe('a new supergraph', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('development', { env: { SUPERGRAPH_POLL_MS: '3600000' } });
  });
  afterAll(() => platform.stop());

  it('is taken over while requests go on, and none of them fails', async () => {
    let going = true;
    const outcomes = new Set<string>();
    const asking = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (going) {
          const { status, data } = await platform.ask('{ viewer { displayName cards } }');
          outcomes.add(`${status} ${JSON.stringify(data)}`);
        }
      }),
    );
    for (const [sdl, status] of [
      [withoutProviders, 400],
      [whole, 200],
      [withoutProviders, 400],
      [whole, 200],
    ] as const) {
      await replace(platform, sdl);
      await eventually(async () => expect(await statusOfProviders(platform)).toBe(status));
    }
    going = false;
    await asking;
    expect([...outcomes]).toEqual(['200 {"viewer":{"displayName":"Ada","cards":["card_1"]}}']);
  });

  it.each([
    ['does not parse', 'type Query {'],
    ['is no supergraph', 'type Query { a: Int }'],
    [
      'joins what does not fit',
      whole.replaceAll('type: "[String!]"', 'type: "Nothing!"').replace('providers: [String!]', 'providers: Nothing!'),
    ],
    ['names a subgraph without URL', composeSmall([identityDefinition, bindingDefinition, stranger])],
    ['has values from a context', fromContext],
    ['is empty', ''],
  ])('that %s is refused and counted once; the one before goes on serving', async (_what, sdl) => {
    const before = await refused(platform);
    await replace(platform, sdl);
    await eventually(async () => expect(await refused(platform)).toBe(before + 1));
    expect(await statusOfProviders(platform)).toBe(200);
    platform.program.kill('SIGHUP');
    await replace(platform, withoutProviders);
    await eventually(async () => expect(await statusOfProviders(platform)).toBe(400));
    expect(await refused(platform)).toBe(before + 1);
    await replace(platform, whole);
    await eventually(async () => expect(await statusOfProviders(platform)).toBe(200));
  });
});

describe('a supergraph that is refused', () => {
  it('is told to the log with the reason, and the one before stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bindery-supergraph-'));
    const path = join(folder, 'supergraph.graphql');
    await writeFile(path, whole);
    const lines: unknown[] = [];
    const log = { error: (...line: unknown[]) => lines.push(line), info: () => undefined, debug: () => undefined };
    const gateway = new SupergraphGateway({
      source: supergraphFile({ path, pollMs: 20, log: log as unknown as Log, metrics: createMetrics('test') }),
      subgraphs: { identity: notAsked, binding: notAsked },
      registered: [],
      othersMax: 1,
      createPlanner: createApolloPlanner,
    });
    await gateway.load();
    const before = gateway.schema;
    await writeFile(`${path}.new`, fromContext.replace('context/v0.1", for: SECURITY', 'context/v0.1"'));
    await rename(`${path}.new`, path);
    await eventually(async () =>
      expect(lines).toEqual([
        [
          { digest: expect.any(String), reason: 'Card.label: this gateway does not execute @context and @fromContext' },
          'a new supergraph is broken and not taken over; the one before goes on serving',
        ],
      ]),
    );
    expect(gateway.schema).toBe(before);
    await gateway.stop();
    await rm(folder, { recursive: true });
  });
});

describe('a supergraph behind a link, whose folder tells of no change', () => {
  let folder: string;
  let target: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bindery-supergraph-'));
    target = join(folder, 'mounted.graphql');
    await writeFile(target, whole);
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function startLinked(pollMs: string): Promise<TestPlatform> {
    const linkFolder = await mkdtemp(join(folder, 'link-'));
    await symlink(target, join(linkFolder, 'supergraph.graphql'));
    return startTestPlatform('development', {
      env: { SUPERGRAPH_PATH: join(linkFolder, 'supergraph.graphql'), SUPERGRAPH_POLL_MS: pollMs },
    });
  }

  it('is found by polling', async () => {
    const platform = await startLinked('100');
    await writeFile(target, withoutProviders);
    await eventually(async () => expect(await statusOfProviders(platform)).toBe(400));
    await platform.stop();
  });

  it('is found at SIGHUP', async () => {
    const platform = await startLinked('3600000');
    await writeFile(target, withoutProviders);
    expect(await statusOfProviders(platform)).toBe(200);
    platform.program.kill('SIGHUP');
    await eventually(async () => expect(await statusOfProviders(platform)).toBe(400));
    await platform.stop();
  });
});
