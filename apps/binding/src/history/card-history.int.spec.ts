import type { Id } from '@bindery/kernel';
import { aHolder, bind, mutate, settle, type Holder } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
let bindingId: Id<'binding'>;
beforeAll(async () => {
  service = await startBindingService();
  holder = aHolder();
  ({ bindingId } = await bind(service, holder));
  await mutate(service, holder, 'suspendBinding', { bindingId });
  await settle(service);
});
afterAll(() => service.stop());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function page(first: number, after?: string): Promise<Page> {
  const query = `query ($first: Int!, $after: String) { binding(id: "${bindingId}") { card { history(first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } } }`;
  return (await service.ask(query, { first, after }, holder.claims)).data.binding.card.history;
}
const opened = (cursor: string) => Buffer.from(cursor, 'base64url').toString();

describe('the history of a card', () => {
  it('pages, the newest first, each change once', async () => {
    const whole = (await page(100)).edges.map(({ node }) => node.id);
    const seen: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { edges, pageInfo } = await page(2, after);
      seen.push(...edges.map(({ node }) => node.id));
      [after, more] = [pageInfo.endCursor ?? undefined, pageInfo.hasNextPage];
    }
    expect(whole.length).toBeGreaterThan(3);
    expect(seen).toEqual(whole);
  });

  it('has cursors that name a change of this card, and do not count those of all cards', async () => {
    const { edges } = await page(100);
    for (const { cursor, node } of edges) expect(opened(cursor)).toMatch(new RegExp(`^.{8}${node.id}$`));
  });

  it('refuses a cursor that was a place in the order of all changes', async () => {
    const after = Buffer.from('4').toString('base64url');
    const asked = `{ binding(id: "${bindingId}") { card { history(first: 1, after: "${after}") { edges { cursor } } } } }`;
    const { errors } = await service.ask(asked, {}, holder.claims);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
