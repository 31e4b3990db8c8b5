import { newId } from '@bindery/kernel';
import type { StaffRole } from '@bindery/trust';
import { newKey } from '../testing/holder';
import {
  changeProfile,
  confirmChange,
  fee,
  listChanges,
  operator,
  readProfile,
  restoreWindow,
  staff,
} from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
beforeEach(async () => void (service = await startBindingService()));
afterEach(() => service.stop());

const other = staff(['OPERATOR']);
const more = { limits: { perAccount: 9, perDevice: null } };
const change = (fields: object, wish: Parameters<typeof changeProfile>[2] = {}, claims?: object) =>
  changeProfile(service, fields, wish, claims);
const confirm = (id: string, claims?: object, wish?: object) => confirmChange(service, id, claims, wish);
const propose = async (fields: object = more): Promise<Answer> => (await change(fields)).proposal;
const versionNow = async () => (await readProfile(service)).current.version;
const told = (action: string): Answer[] =>
  service.lines.flatMap((line) => (line.includes(`"${action}"`) ? [JSON.parse(line) as Answer] : []));

describe('a change that loosens a profile', () => {
  it('waits for another operator, and the dry run says so, and why, in both languages', async () => {
    const dry = await change(more, { dryRun: true });
    const why = { field: 'limits.perAccount', kind: 'MORE' };
    expect(dry).toMatchObject({
      proposal: null,
      preview: { needsApproval: true, loosens: [{ ...why, text: 'lets in more than before' }] },
    });
    const inChinese = await change(more, { dryRun: true }, { ...operator, locale: 'zh-CN' });
    expect(inChinese.preview.loosens[0].text).toMatch(/\p{Script=Han}/u);
    expect(await listChanges(service)).toEqual([]);
    const proposed = await change(more);
    expect(proposed).toMatchObject({
      __typename: 'ChangeProviderProfileSuccess',
      dryRun: false,
      providerVersion: { version: 2 },
      proposal: {
        code: 'seaside-bank',
        baseVersion: 1,
        state: 'PROPOSED',
        loosens: [why],
        note: 'The bank wrote to us.',
        proposedBy: operator.viewer.accountId,
        decidedBy: null,
        changes: [{ field: 'limits.perAccount', before: '5', after: '9' }],
      },
    });
    expect(await versionNow()).toBe(1);
    expect(await listChanges(service, true, other)).toEqual([proposed.proposal]);
  });

  it('comes into force by the other one, is told of both, and cannot be rewritten', async () => {
    const { id } = await propose();
    const approved = await confirm(id, other);
    expect(approved).toMatchObject({
      __typename: 'ConfirmProviderProfileChangeSuccess',
      proposal: { id, state: 'APPROVED', decidedBy: other.viewer.accountId, decidedAt: expect.any(String) },
    });
    const { current } = await readProfile(service);
    expect(current).toEqual(approved.providerVersion);
    expect(current).toMatchObject({
      version: 2,
      origin: 'OPERATOR',
      changedBy: operator.viewer.accountId,
      approvedBy: other.viewer.accountId,
      note: 'The bank wrote to us.',
      profile: more,
    });
    const limits = '{ providers { code capabilities { limits { perAccount } } } }';
    expect((await service.ask(limits)).data.providers).toContainEqual({
      code: 'seaside-bank',
      capabilities: { limits: { perAccount: 9 } },
    });
    const labels = { 'labels.provider': 'seaside-bank', 'labels.subject': id };
    expect(told('provider-profile-proposed')).toMatchObject([{ 'user.id': operator.viewer.accountId, ...labels }]);
    expect(told('provider-profile-changed')).toMatchObject([{ 'user.id': other.viewer.accountId, ...labels }]);
    expect(await listChanges(service)).toEqual([]);
    expect(await listChanges(service, false)).toMatchObject([{ id, state: 'APPROVED' }]);
    for (const statement of ["UPDATE profile_proposal SET note = 'x'", 'DELETE FROM profile_proposal'])
      await expect(service.sql(statement)).rejects.toThrow(/permission denied/);
  });

  it('is not agreed with by whoever proposed it, in the database neither', async () => {
    const { id } = await propose();
    expect(await confirm(id, operator)).toMatchObject({
      __typename: 'ProviderProfileProposalOwnError',
      message: 'You proposed this yourself. Another operator has to agree.',
    });
    const alone = `UPDATE profile_proposal SET decision = 'APPROVED', decided_by = proposed_by, decided_at = now()`;
    await expect(service.sql(alone)).rejects.toThrow(/violates check constraint/);
    expect(await versionNow()).toBe(1);
  });

  it.each([
    ['whoever proposed it', operator],
    ['another operator', other],
  ])('is declined by %s, and then stays so', async (_who, by) => {
    const { id } = await propose();
    expect(await confirm(id, by, { agree: false })).toMatchObject({
      proposal: { state: 'DECLINED', decidedBy: by.viewer.accountId },
      providerVersion: null,
    });
    expect(told('provider-profile-declined')).toMatchObject([{ 'user.id': by.viewer.accountId }]);
    expect(await confirm(id)).toMatchObject({
      __typename: 'ProviderProfileProposalDecidedError',
      state: 'DECLINED',
    });
    expect(await versionNow()).toBe(1);
  });

  it('is not agreed with once another version is in force, and can still be declined', async () => {
    const { id } = await propose();
    await change(fee(300));
    expect(await confirm(id)).toMatchObject({ __typename: 'ProviderProfileMovedError', current: { version: 2 } });
    expect(await listChanges(service)).toEqual([]);
    expect(await listChanges(service, false)).toMatchObject([
      {
        id,
        state: 'OVERTAKEN',
        overtakenBy: {
          version: 2,
          changedBy: operator.viewer.accountId,
          approvedBy: null,
          note: 'The bank wrote to us.',
        },
      },
    ]);
    expect(await confirm(id, operator, { agree: false })).toMatchObject({ proposal: { state: 'DECLINED' } });
    expect(await versionNow()).toBe(2);
  });

  it('lapses after fourteen days, and is then agreed with or declined by nobody', async () => {
    const { id, proposedAt, lapsesAt } = await propose();
    expect(Date.parse(lapsesAt) - Date.parse(proposedAt)).toBe(14 * 86_400_000);
    service.clock.advance(14 * 86_400_000);
    for (const agree of [true, false])
      expect(await confirm(id, other, { agree })).toMatchObject({
        __typename: 'ProviderProfileProposalLapsedError',
        lapsedAt: lapsesAt,
      });
    expect(await listChanges(service)).toEqual([]);
    expect(await listChanges(service, false)).toMatchObject([{ id, state: 'LAPSED', overtakenBy: null }]);
    expect(await versionNow()).toBe(1);
    const { id: anew } = await propose();
    expect(await confirm(anew)).toMatchObject({ proposal: { state: 'APPROVED' } });
  });

  it('is agreed with once, however many do so at once', async () => {
    const { id } = await propose();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => confirm(id)));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ConfirmProviderProfileChangeSuccess',
      ...Array.from({ length: 3 }, () => 'ProviderProfileProposalDecidedError'),
    ]);
    expect(await versionNow()).toBe(2);
  });

  it('is one of two that were made from the same version', async () => {
    const [one, two] = [await propose(), await propose({ staleAfterDays: null })];
    const outcomes = await Promise.all([one, two].map(({ id }) => confirm(id)));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ConfirmProviderProfileChangeSuccess',
      'ProviderProfileMovedError',
    ]);
    expect(await versionNow()).toBe(2);
  });

  it('is proposed and agreed with once for its key', async () => {
    const wish = { idempotencyKey: newKey(), baseVersion: 1 };
    const first = await change(more, wish);
    expect(await change(more, wish)).toEqual(first);
    expect(await listChanges(service)).toHaveLength(1);
    const idempotencyKey = newKey();
    const agreed = await confirm(first.proposal.id, other, { idempotencyKey });
    expect(await confirm(first.proposal.id, other, { idempotencyKey })).toEqual(agreed);
    expect(await confirm(first.proposal.id, other, { idempotencyKey, agree: false })).toMatchObject({
      __typename: 'IdempotencyKeyReusedError',
    });
    expect(await versionNow()).toBe(2);
  });

  it('is one that tightens something too, or leaves a field to a looser file', async () => {
    expect((await propose({ ...restoreWindow(7), staleAfterDays: 400 })).loosens).toMatchObject([
      { field: 'staleAfterDays' },
    ]);
    const code = 'lotus-bank';
    await change({ validity: { graceDays: 0 } }, { code, ...(await wholeOf(code, { validity: { graceDays: 0 } })) });
    const { profile } = await wholeOf(code, {});
    const { validity: _, ...without } = profile;
    const left = await change({}, { code, profile: without });
    expect(left.proposal.loosens).toMatchObject([{ field: 'validity.graceDays', kind: 'LONGER' }]);
  });

  it('is for operators only, and is not found by what is no proposal', async () => {
    const { id } = await propose();
    for (const roles of [undefined, ['AGENT', 'REVIEWER'] as StaffRole[]]) {
      await expect(confirm(id, staff(roles))).rejects.toThrow(/FORBIDDEN/);
      await expect(listChanges(service, true, staff(roles))).rejects.toThrow(/FORBIDDEN/);
    }
    await expect(confirm(id, {})).rejects.toThrow(/UNAUTHENTICATED/);
    for (const none of [newId('proposal'), 'x'])
      expect(await confirm(none)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await versionNow()).toBe(1);
  });
});

const wholeOf = async (code: string, fields: object): Promise<{ profile: Answer }> => ({
  profile: { ...(await readProfile(service, code)).current.profile, ...fields },
});
