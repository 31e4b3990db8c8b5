import type { Id } from '@bindery/kernel';
import { aHolder, bind, settle, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { eventsOf, tell } from '../testing/usage';
import { validityJobs } from './validity.jobs';

const dayMs = 24 * 60 * 60_000;
/** The fake bank’s cards are good until 2030-07-31; seaside-bank has no days of grace. */
const lastDay = '2030-07-31';

let service: RunningBinding;
let holder: Holder;
beforeEach(async () => {
  service = await startBindingService();
  holder = aHolder();
}, 60_000);
afterEach(async () => {
  await checkHistory(service.composed.dataSource);
  await service.stop();
});

/** To noon in Shanghai of that day. */
const goTo = (day: string) => service.clock.advance(Date.parse(`${day}T04:00:00Z`) - service.clock.now().getTime());

async function scan(): Promise<void> {
  await service.composed.dataSource.transaction((tx) => validityJobs.enqueue(tx, 'scan-card-validity', {}));
  await settle(service);
}

const fields = `status credentialReference holds { owner cause liftableBy }
  card { lastFour expiresOn history(first: 20) { edges { node { kind text actor } } } }`;
const read = async (id: Id<'binding'>) => {
  const query = `query ($id: ID!) { binding(id: $id) { ${fields} } }`;
  const { data, errors } = await service.ask(query, { id }, holder.claims);
  expect(errors).toBeUndefined();
  return data.binding;
};

const notices = async (bindingId: Id<'binding'>) =>
  (await eventsOf(service, 'bindery.card.expiring.v1', bindingId)).map(({ daysBefore }) => daysBefore);

describe('a card that expires', () => {
  it('is told of at 60, 30, 7 and 1 days, once each, however often is looked', async () => {
    const { bindingId } = await bind(service, holder);
    for (const day of [
      '2030-05-31',
      '2030-06-01',
      '2030-06-01',
      '2030-06-20',
      '2030-07-01',
      '2030-07-24',
      '2030-07-30',
      lastDay,
    ]) {
      goTo(day);
      await scan();
      await scan();
    }
    expect((await notices(bindingId)).toSorted()).toEqual([1, 30, 60, 7]);
    const [first] = (await eventsOf(service, 'bindery.card.expiring.v1', bindingId)).filter(
      ({ daysBefore }) => daysBefore === 60,
    );
    expect(first).toMatchObject({ expiresOn: lastDay, worksUntil: lastDay, providerName: { en: 'Seaside Bank' } });
    expect(JSON.stringify(first)).not.toMatch(/lastFour|1111/);
    expect((await read(bindingId)).status).toBe('ACTIVE');
  });

  it('is told of once where a clock jumped over 40 days, by the last notice that is due', async () => {
    const { bindingId } = await bind(service, holder);
    goTo('2030-05-20');
    await scan();
    expect(await notices(bindingId)).toEqual([]);
    service.clock.advance(40 * dayMs);
    await Promise.all([scan(), scan()]);
    expect(await notices(bindingId)).toEqual([60]);
    service.clock.advance(26 * dayMs);
    await scan();
    expect((await notices(bindingId)).toSorted()).toEqual([60, 7]);
  });

  it('is held by its cause after its last day, and let go when its issuer renews it', async () => {
    const { bindingId } = await bind(service, holder);
    goTo('2030-08-01');
    await scan();
    const held = await read(bindingId);
    expect(held).toMatchObject({
      status: 'EXPIRED',
      holds: [{ owner: 'VALIDITY', cause: 'CARD_EXPIRED', liftableBy: ['SYSTEM'] }],
    });
    expect(service.providers['seaside-bank'].sent.at(-1)?.kind).toBe('SUSPEND');
    await scan();
    const { credentialReference } = held;
    const renewal = {
      type: 'credential.updated',
      credentialReference,
      expiresOn: '2034-07-31',
      lastFour: '7777',
      token: 'tok_new',
    };
    expect(await tell(service, renewal)).toBe(204);
    await settle(service);
    const renewed = await read(bindingId);
    expect(renewed).toMatchObject({ status: 'ACTIVE', holds: [], credentialReference });
    expect(renewed.card).toMatchObject({ lastFour: '7777', expiresOn: '2034-07-31' });
    expect(renewed.card.history.edges.map(({ node }: { node: object }) => node)).toContainEqual({
      kind: 'CARD_UPDATED',
      text: 'The issuer renewed the card; it stays bound.',
      actor: 'PROVIDER',
    });
    expect(service.providers['seaside-bank'].sent.at(-1)).toMatchObject({ kind: 'RESUME', token: 'tok_new' });
    const [update] = await eventsOf(service, 'bindery.binding.card-updated.v1', bindingId);
    expect(update).toMatchObject({ expiresOn: '2034-07-31', reissued: true });
    expect(JSON.stringify(update)).not.toMatch(/7777|tok_/);

    // Once more, and one that this one has overtaken: neither changes anything.
    expect(await tell(service, renewal)).toBe(204);
    expect(await tell(service, { ...renewal, expiresOn: '2031-01-31', lastFour: '5555' })).toBe(204);
    expect(await eventsOf(service, 'bindery.binding.card-updated.v1', bindingId)).toHaveLength(1);
    goTo('2034-06-10');
    await scan();
    expect(await notices(bindingId)).toEqual([60]);
  });

  it('is held although its provider does not answer, and told to it later', async () => {
    const { bindingId } = await bind(service, holder);
    service.providers['seaside-bank'].away = true;
    goTo('2030-08-02');
    await scan();
    expect((await read(bindingId)).status).toBe('EXPIRED');
    service.providers['seaside-bank'].away = false;
    service.clock.advance(60_000);
    await settle(service);
    expect((await read(bindingId)).status).toBe('EXPIRED');
  });

  it.each([
    ['nothing new', {}],
    ['a day that there is none of', { expiresOn: '2031-02-30' }],
    ['a year of no card', { expiresOn: '2199-01-01' }],
    ['more of a number than four digits', { lastFour: '41111111' }],
  ])('is not renewed by a message that tells %s', async (_, change) => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await read(bindingId);
    expect(await tell(service, { type: 'credential.updated', credentialReference, ...change })).toBe(400);
    expect((await read(bindingId)).card.expiresOn).toBe(lastDay);
  });
});
