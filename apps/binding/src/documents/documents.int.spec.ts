import { newId, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { aHolder, confirm, mutate, newKey, settle, startInput, unbind, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { changeByTwo, readProfile } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { documentJobs } from './documents.jobs';

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

/** The bank looks at an identity card before it binds, or only before it binds again. */
async function askForReview(more: object = {}): Promise<void> {
  const { requirements } = (await readProfile(service)).current.profile;
  const bind = { factors: ['SMS_CODE'], documents: ['MAINLAND_ID'], review: true, ...more };
  const changed = await changeByTwo(service, {
    requirements: { ...requirements, BIND: bind },
    documents: { graceDays: 15 },
  });
  expect(changed.__typename).toMatch(/^C(hange|onfirm)ProviderProfile(Change)?Success$/);
}

const goTo = (day: string) => service.clock.advance(Date.parse(`${day}T04:00:00Z`) - service.clock.now().getTime());
async function scan(): Promise<void> {
  await service.composed.dataSource.transaction((tx) => documentJobs.enqueue(tx, 'scan-documents', {}));
  await settle(service);
}
const read = async (id: Id<'binding'>): Promise<Answer> => {
  const fields =
    'status phase holds { owner reason cause text } nextSteps { code } document { type name expiresOn worksUntil renewable renewal { state } }';
  const query = `query ($id: ID!) { binding(id: $id) { ${fields} } }`;
  const { data, errors } = await service.ask(query, { id }, holder.claims);
  expect(errors).toBeUndefined();
  return data.binding;
};
async function renew(bindingId: Id<'binding'>): Promise<Answer> {
  const query = `mutation ($input: RenewDocumentInput!) { renewDocument(input: $input) { __typename ... on RenewDocumentSuccess { binding { id document { renewal { state } } } } ... on Problem { code } } }`;
  const { data, errors } = await service.ask(query, { input: { idempotencyKey: newKey(), bindingId } }, holder.claims);
  expect(errors).toBeUndefined();
  return data.renewDocument;
}
const told = async (type: string, bindingId: Id<'binding'>): Promise<Record<string, unknown>[]> => {
  const rows = await service.sql("SELECT value FROM outbox_events WHERE headers ->> 'ce_type' = $1", [type]);
  return rows.map(({ value }) => JSON.parse(String(value))).filter((data) => data.bindingId === bindingId);
};
const notices = async (bindingId: Id<'binding'>) =>
  (await told('bindery.document.expiring.v1', bindingId)).map(({ daysBefore }) => daysBefore);

/** Reviewers decide, as verification tells it. */
async function decide(bindingId: Id<'binding'>, more: object = {}): Promise<void> {
  const reviewId = newId('review');
  const { accountId } = holder.viewer;
  const at = service.clock.now().toISOString();
  await service.eventLog.publish('verification', {
    type: 'bindery.review.decided.v1',
    key: reviewId,
    sequence: 1,
    data: {
      ...{ reviewId, bindingId, accountId, provider: 'seaside-bank', requestVersion: 2, decision: 'APPROVE' as const },
      ...{ about: 'BIND' as const, reasons: [], reviewerIds: [newId('account')], reviewersNeeded: 1, at },
      approved: { type: 'MAINLAND_ID', expiresOn: lastDay },
      ...more,
    },
  });
}

async function boundByDocument(): Promise<Id<'binding'>> {
  const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
  const bindingId = binding.id as Id<'binding'>;
  expect(await confirm(service, holder, bindingId)).toMatchObject({ __typename: 'ReviewFirstError' });
  await decide(bindingId);
  await eventually(async () => {
    await settle(service);
    expect((await read(bindingId)).status).toBe('ACTIVE');
  });
  return bindingId;
}

describe('a document that expires', () => {
  it('is told of at 60, 30, 7 and 1 days, and once by the last of several where a clock has jumped', async () => {
    await askForReview();
    const bindingId = await boundByDocument();
    expect((await read(bindingId)).document).toEqual({
      ...{ type: 'MAINLAND_ID', name: 'Identity card', expiresOn: lastDay, worksUntil: '2030-08-15' },
      ...{ renewable: false, renewal: null },
    });
    expect(await renew(bindingId)).toMatchObject({ code: 'NOTHING_TO_RENEW' });
    goTo('2030-05-20');
    await scan();
    expect(await notices(bindingId)).toEqual([]);
    goTo('2030-06-02');
    await scan();
    await scan();
    expect(await notices(bindingId)).toEqual([60]);
    goTo('2030-07-25');
    await scan();
    expect((await notices(bindingId)).toSorted()).toEqual([60, 7]);
    goTo('2030-07-30');
    await scan();
    expect((await notices(bindingId)).toSorted()).toEqual([1, 60, 7]);
    const [first] = await told('bindery.document.expiring.v1', bindingId);
    expect(first).toMatchObject({ documentType: 'MAINLAND_ID', expiresOn: lastDay, worksUntil: '2030-08-15' });
    expect(JSON.stringify(first)).not.toMatch(/lastFour|fingerprint|number/i);
  }, 60_000);

  it('of which nothing is due is not locked by a look at all of them', async () => {
    await askForReview();
    const bindingId = await boundByDocument();
    goTo('2030-06-02');
    await scan();
    const busy = service.composed.dataSource.createQueryRunner();
    await busy.startTransaction();
    await busy.query('SELECT 1 FROM binding WHERE id = $1 FOR UPDATE', [bindingId]);
    const looked = scan().then(() => 'looked');
    const waiting = new Promise((resolve) => setTimeout(resolve, 5_000, 'waits').unref());
    const first = await Promise.race([looked, waiting]);
    await busy.rollbackTransaction();
    await busy.release();
    await looked;
    expect(first).toBe('looked');
    expect(await notices(bindingId)).toEqual([60]);
  }, 60_000);

  it('holds its card after the grace, names the cause, and lets it go when a newer one is approved', async () => {
    await askForReview();
    const bindingId = await boundByDocument();
    goTo('2030-08-15');
    await scan();
    expect((await read(bindingId)).status).toBe('ACTIVE');
    goTo('2030-08-16');
    await scan();
    const held = await read(bindingId);
    expect(held).toMatchObject({
      status: 'EXPIRED',
      holds: [{ owner: 'DOCUMENT', reason: 'DOCUMENT_EXPIRED', text: 'Your identity document has expired.' }],
    });
    expect(held.nextSteps.map(({ code }: Answer) => code)).toContain('RENEW');

    expect(await renew(bindingId)).toMatchObject({ binding: { document: { renewal: { state: 'OPEN' } } } });
    expect(await renew(bindingId)).toMatchObject({ __typename: 'RenewDocumentSuccess' });
    const [asked, ...more] = await told('bindery.document.renewal-requested.v1', bindingId);
    expect([asked, more]).toMatchObject([{ round: 1, documentTypes: ['MAINLAND_ID'], reviewers: 1 }, []]);
    expect((await read(bindingId)).nextSteps.map(({ code }: Answer) => code)).not.toContain('RENEW');

    // About another renewal, or the bind once more: neither moves this one.
    await decide(bindingId, { about: 'RENEWAL', requestVersion: 2, approved: { type: 'MAINLAND_ID' } });
    await decide(bindingId, {
      about: 'RENEWAL',
      requestVersion: 1,
      decision: 'ASK_FOR_MORE',
      reasons: ['DETAILS_DIFFER'],
    });
    await eventually(async () =>
      expect((await read(bindingId)).document).toMatchObject({ renewal: { state: 'MORE_ASKED' }, expiresOn: lastDay }),
    );
    await renew(bindingId);
    const document = { type: 'MAINLAND_ID', expiresOn: '2050-07-31' };
    await decide(bindingId, { about: 'RENEWAL', requestVersion: 2, approved: document });
    await eventually(async () => {
      await settle(service);
      expect(await read(bindingId)).toMatchObject({
        ...{ status: 'ACTIVE', holds: [] },
        document: { expiresOn: '2050-07-31', renewable: false, renewal: { state: 'APPROVED' } },
      });
    });
    await scan();
    expect((await read(bindingId)).status).toBe('ACTIVE');
  }, 60_000);
});

describe('a review only of a re-bind', () => {
  it('is asked for when the card was bound before and is off, and not the first time', async () => {
    await askForReview({ reviewWhen: 'REBIND' });
    const input = startInput(holder);
    const first = await mutate(service, holder, 'startBinding', input);
    const bindingId = first.binding.id as Id<'binding'>;
    expect(await confirm(service, holder, bindingId)).toMatchObject({ __typename: 'ConfirmBindingSuccess' });
    await settle(service);
    await unbind(service, holder, bindingId);
    await settle(service);
    const again = await mutate(service, holder, 'startBinding', input);
    expect(await confirm(service, holder, again.binding.id)).toMatchObject({ __typename: 'ReviewFirstError' });
  }, 60_000);
});
