import { newId, type Id } from '@bindery/kernel';
import type { Connector, LendingKind, LendingOutcome } from '../providers';
import { aHolder, bind, type Holder } from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { placeRequest } from './place-request';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const deadlineSeconds = 30;
const done: LendingOutcome = { status: 'CONFIRMED' };
const no: LendingOutcome = { status: 'REFUSED', cause: 'PROVIDER_DECLINED' };

/** The bank lends too: how each request stands there, and PENDING where nothing is said. */
const standings = new Map<Id<'operation'>, LendingOutcome>();
const sent: Id<'operation'>[] = [];
beforeAll(() => {
  const query = async (id: Id<'operation'>): Promise<LendingOutcome> => standings.get(id) ?? { status: 'PENDING' };
  const lending: Connector['lending'] = {
    offers: async () => ({ ok: true, value: [] }),
    async send({ requestId }) {
      sent.push(requestId);
      return query(requestId);
    },
    query,
  };
  Object.assign(service.providers['seaside-bank'].connector, { lending });
});

const place = (bindingId: Id<'binding'>, kind: LendingKind): Promise<Id<'operation'>> =>
  service.composed.dataSource.transaction((tx) => {
    const consentId = newId('consent');
    const consent = { consentId, purpose: 'DATA_SHARING', version: '2026-01' };
    const profile = { code: 'seaside-bank', operationDeadlineSeconds: deadlineSeconds };
    const body = { credentialReference: 'cred', consent };
    return placeRequest(tx, { kind, bindingId, subjectId: consentId, body, profile, now: service.clock.now() });
  });

async function pass(seconds: number): Promise<void> {
  await service.jobs.run();
  for (let left = seconds; left > 0; left -= 5) {
    service.clock.advance(Math.min(left, 5) * 1_000);
    await service.jobs.run();
  }
}

async function casesOf(bindingId: Id<'binding'>): Promise<Answer[]> {
  const query = 'query ($id: ID!) { binding(id: $id) { cases { about openedAt answerBy closedAt } } }';
  return (await service.ask(query, { id: bindingId }, holder.claims)).data.binding.cases;
}

describe('what a lender does not answer in time', () => {
  it('is a case by its deadline, is asked about on and sent no second time, and ends with the answer', async () => {
    const { bindingId } = await bind(service, holder);
    const placedAt = service.clock.now();
    const request = await place(bindingId, 'GIVE_CONSENT');
    await pass(deadlineSeconds - 1);
    expect(await casesOf(bindingId)).toEqual([]);
    await pass(1);
    const [opened, ...more] = await casesOf(bindingId);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ about: 'LENDER_OVERDUE', closedAt: null });
    expect(Number(new Date(opened?.openedAt)) - Number(placedAt)).toBe(deadlineSeconds * 1_000);
    standings.set(request, done);
    await pass(5 * 60);
    expect(await casesOf(bindingId)).toEqual([{ ...opened, closedAt: expect.any(String) }]);
    expect(sent.filter((id) => id === request)).toHaveLength(1);
  }, 30_000);

  it('is over only with the last that is late', async () => {
    const { bindingId } = await bind(service, holder);
    const requests = [await place(bindingId, 'GIVE_CONSENT'), await place(bindingId, 'GIVE_CONSENT')] as const;
    await pass(deadlineSeconds);
    standings.set(requests[0], done);
    await pass(5 * 60);
    expect(await casesOf(bindingId)).toMatchObject([{ about: 'LENDER_OVERDUE', closedAt: null }]);
    standings.set(requests[1], no);
    await pass(5 * 60);
    expect(await casesOf(bindingId)).toMatchObject([{ about: 'LENDER_OVERDUE', closedAt: expect.any(String) }]);
  }, 30_000);
});

describe('what a lender refuses', () => {
  it.each([
    ['WITHDRAW_CONSENT', ['LENDER_REFUSED']],
    ['REVOKE_LOAN', ['LENDER_REFUSED']],
    ['GIVE_CONSENT', []],
    ['OPEN_LOAN', []],
  ] as const)('of %s opens the cases %j', async (kind, abouts) => {
    const { bindingId } = await bind(service, holder);
    const request = await place(bindingId, kind);
    standings.set(request, no);
    await pass(0);
    const cases = await casesOf(bindingId);
    expect(cases.map(({ about }) => about)).toEqual(abouts);
    expect(cases.filter(({ closedAt }) => closedAt !== null)).toEqual([]);
    const [row] = await service.sql<{ state: string }>('SELECT state FROM lender_request WHERE id = $1', [request]);
    expect(row?.state).toBe('REFUSED');
  });
});
