import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  createUnionType,
  Ctx,
  Directive,
  Field,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { createHttpHost, createLog, createMetrics, createSecurityLog } from '@bindery/service';
import { createTestGateway, testViewer, type TestGateway } from '@bindery/trust/testing';
import { buildSubgraph } from '../schema/build-subgraph';
import { requireViewer, type RequestContext } from '../request/request-context';
import { requireStaff, staffOnly } from '../request/require-staff';
import { notFound, NotFoundError } from '../problems/shared-errors';
import { pagedById } from '../schema/paged-list';
import { addSubgraph } from './subgraph-server';

@Directive('@key(fields: "id")')
@ObjectType()
class Shelf {
  @Field(() => ID)
  id!: string;
}

const MoveResult = createUnionType({ name: 'MoveResult', types: () => [Shelf, NotFoundError] as const });

@Resolver()
class ShelfResolver {
  constructor(private readonly place: string) {}

  @Query(() => String)
  owner(@Ctx() context: RequestContext): string {
    return `${requireViewer(context).accountId} in ${this.place}`;
  }

  @Directive(staffOnly)
  @Query(() => String)
  dust(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): string {
    return requireStaff(context, info, 'OPERATOR', 'AGENT').accountId;
  }

  @Query(() => String)
  broken(): string {
    throw new Error('SELECT secret FROM table');
  }

  @Query(() => Int, { nullable: true })
  page(@Arg('first', () => Int, { defaultValue: 20 }) first: number): number {
    return pagedById('shelf', { name: 'Query.page', of: [] }).toPageRequest({ first }).first;
  }

  @Mutation(() => MoveResult)
  move(@Arg('id') id: string, @Ctx() { locale }: RequestContext): typeof MoveResult {
    return id === 'shelf_1' ? Object.assign(new Shelf(), { id }) : notFound(locale);
  }
}

const lines: string[] = [];
const log = createLog({
  service: 'shelves',
  level: 'info',
  format: 'json',
  destination: { write: (line: string) => void lines.push(line) },
});
const host = createHttpHost({
  host: '127.0.0.1',
  port: 0,
  log,
  metrics: createMetrics('shelves'),
  isReady: async () => true,
});
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  const subgraph = buildSubgraph({
    resolvers: [ShelfResolver],
    instances: new Map([[ShelfResolver, new ShelfResolver('hall')]]),
    references: { Shelf: ({ id }, { viewer }) => (viewer ? Object.assign(new Shelf(), { id }) : null) },
  });
  await addSubgraph(host.app, {
    name: 'shelves',
    subgraph,
    gatewayKeys: gateway.keys,
    log,
    security: createSecurityLog(log),
  });
});
afterAll(() => host.stop());

async function ask(query: string, claims = {}, variables = {}) {
  const request = await gateway.sign('shelves', { query, variables }, claims);
  return (await host.app.inject({ method: 'POST', url: '/graphql', ...request })).json();
}

describe('subgraph server', () => {
  it('answers what the gateway signed', async () => {
    expect(await ask('{ owner }', { viewer: testViewer() })).toEqual({
      data: { owner: `${testViewer().accountId} in hall` },
    });
  });

  it.each([
    ['{ page(first: 101) }', undefined, 'first is 1 to 100.', 'first 的范围是 1 到 100。'],
    ['query ($n: Int = 1) { page(first: $n) }', { n: null }, 'first cannot be that.', 'first 的值无效。'],
  ])(
    'says what an argument may be in the language of who asks, and takes it for no bug: %s',
    async (query, variables, en, zh) => {
      const before = lines.length;
      for (const [locale, message] of Object.entries({ en, 'zh-CN': zh })) {
        const { data, errors } = await ask(query, { locale }, variables);
        expect({ data, errors }).toMatchObject({ data: { page: null }, errors: [{ message, path: ['page'] }] });
        expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
      }
      expect(lines).toHaveLength(before);
    },
  );

  it.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', '{ owner }'])(
    'refuses %s when nobody signed it',
    async (query) => {
      const answer = await host.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      expect(answer.statusCode).toBe(401);
      expect(answer.json().errors[0].extensions.code).toBe('GATEWAY_SIGNATURE_REQUIRED');
      const told = lines.find((line) => line.includes('gateway-signature-refused')) ?? '{}';
      expect(JSON.parse(told)).toMatchObject({ 'error.code': 'SIGNATURE_MISSING', 'source.address': '127.0.0.0/24' });
    },
  );

  it('refuses a signed request that is sent twice', async () => {
    const request = await gateway.sign('shelves', { query: '{ _service { sdl } }' });
    expect((await host.app.inject({ method: 'POST', url: '/graphql', ...request })).statusCode).toBe(200);
    expect((await host.app.inject({ method: 'POST', url: '/graphql', ...request })).statusCode).toBe(401);
  });

  it('tells a stranger to sign in', async () => {
    const { errors } = await ask('{ owner }');
    expect(errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }] });
  });

  it('lets our own people in by their role, marks what is for them, and tells of others who ask', async () => {
    const agent = testViewer({ staffRoles: ['AGENT', 'REVIEWER'] });
    expect(await ask('{ dust }', { viewer: agent })).toEqual({ data: { dust: agent.accountId } });
    const denied: [object, string][] = [
      [{ viewer: testViewer() }, 'NO_STAFF'],
      [{ viewer: testViewer({ staffRoles: [] }) }, 'NO_STAFF'],
      [{ viewer: testViewer({ staffRoles: ['REVIEWER'] }), locale: 'zh-CN' }, 'OTHER_ROLE'],
      [{ viewer: testViewer({ staffRoles: ['KING' as never] }) }, 'NO_STAFF'],
    ];
    for (const [claims] of denied) {
      const { data, errors } = await ask('{ dust }', claims);
      expect({ data, errors }).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(errors[0].message).toMatch('locale' in claims ? /需要其他角色/ : /^This is for our own people only\.$/);
    }
    const told = lines.filter((line) => line.includes('staff-field-refused')).map((line) => JSON.parse(line));
    expect(told.map((line) => line['error.code'])).toEqual(['NO_STAFF', 'OTHER_ROLE']);
    expect(told[0]).toMatchObject({ 'labels.field': 'Query.dust', 'user.id': agent.accountId });
    expect((await ask('{ dust }')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask('{ _service { sdl } }')).data._service.sdl).toContain('dust: String! @tag(name: "staff")');
  });

  it('masks a bug, gives its id, and logs it whole', async () => {
    const answer = await ask('{ broken }', { requestId: 'r-77' });
    expect(JSON.stringify(answer)).not.toContain('SELECT');
    expect(answer.errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', correlationId: 'r-77' });
    expect(lines.find((line) => line.includes('r-77'))).toContain('SELECT secret FROM table');
  });

  it('answers an expected failure as a union member in the language of the caller', async () => {
    const query =
      'mutation { move(id: "x") { __typename ... on NotFoundError { code message remedies { code title } } } }';
    const { data } = await ask(query, { locale: 'zh-CN' });
    expect(data.move).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND', message: '没有找到。' });
    expect(data.move.remedies[0]).toEqual({ code: 'CorrectInput', title: '更正填写的内容' });
  });

  it('resolves references for those who may see them', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Shelf { id } } }';
    const variables = { r: [{ __typename: 'Shelf', id: 'shelf_1' }] };
    expect((await ask(query, { viewer: testViewer() }, variables)).data._entities).toEqual([{ id: 'shelf_1' }]);
    expect((await ask(query, {}, variables)).data._entities).toEqual([null]);
  });

  it('serves health and metrics, elsewhere', async () => {
    expect((await host.ops.inject('/health/live')).statusCode).toBe(200);
    expect((await host.ops.inject('/health/ready')).json()).toEqual({ status: 'ready' });
    expect((await host.ops.inject('/metrics')).body).toContain('http_request_duration_seconds_bucket');
  });
});
