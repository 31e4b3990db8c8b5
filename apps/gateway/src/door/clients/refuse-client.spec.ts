import { reservedFields } from '../admission/reserved-fields';
import { createFreeForm } from '../documents/free-form';
import { clientApps } from './client-apps';
import { refuseInMaintenance } from './refuse-client';

const now = new Date('2027-03-01T02:00:00Z');
const hour = (from: string, until: string, more: object = {}) => ({
  from: `2027-03-01T${from}:00Z`,
  until: `2027-03-01T${until}:00Z`,
  ...more,
});
const read = createFreeForm();

function refusal(windows: object[], text = 'mutation { logIn { id } }', app = 'ios') {
  const rules = clientApps.parse({ maintenance: windows });
  return refuseInMaintenance({ app }, read(text).kindOf(undefined), now, 'en', rules);
}

describe('a maintenance window', () => {
  it('closes writes from its first moment to before its last, and says until when', () => {
    const until = new Date('2027-03-01T03:00:00Z');
    expect(refusal([hour('02:00', '03:00')])).toEqual({
      code: 'MAINTENANCE',
      status: 503,
      until,
      remedies: [{ code: 'WaitUntil', until }],
    });
    expect(refusal([hour('01:00', '02:00')])).toBeUndefined();
    expect(refusal([hour('02:01', '03:00')])).toBeUndefined();
  });

  it('leaves reads where they can stay, unless it closes everything', () => {
    expect(refusal([hour('01:00', '03:00')], '{ viewer { id } }')).toBeUndefined();
    expect(refusal([hour('01:00', '03:00', { closed: 'EVERYTHING' })], '{ viewer { id } }')).toBeDefined();
    expect(refusal([hour('01:00', '03:00', { closed: 'EVERYTHING' })], 'no document')).toBeDefined();
  });

  it.each(reservedFields)('lets %s through, and nothing in its company', (field) => {
    const everything = [hour('01:00', '03:00', { closed: 'EVERYTHING' })];
    expect(refusal(everything, `mutation { ${field} }`)).toBeUndefined();
    expect(refusal(everything, `mutation { ${field} logIn }`)).toBeDefined();
    expect(refusal(everything, `mutation { ${field}: logIn }`)).toBeDefined();
    expect(refusal(everything, `mutation { ...A } fragment A on Mutation { ${field} ... { logIn } }`)).toBeDefined();
  });

  it('lets through what its operator says', () => {
    expect(refusal([hour('01:00', '03:00', { letThrough: ['logIn'] })])).toBeUndefined();
    expect(refusal([hour('01:00', '03:00', { letThrough: [] })], 'mutation { requestUnbind }')).toBeDefined();
  });

  it('may be for some apps only', () => {
    expect(refusal([hour('01:00', '03:00', { apps: ['android'] })])).toBeUndefined();
    expect(refusal([hour('01:00', '03:00', { apps: ['android', 'ios'] })])).toBeDefined();
  });

  it('of several names the last moment and the operator’s reason', () => {
    const found = refusal([
      hour('01:00', '03:00'),
      hour('01:30', '05:00', { reason: { en: 'New vault.', 'zh-CN': '更换保险库。' } }),
    ]);
    expect(found).toMatchObject({ until: new Date('2027-03-01T05:00:00Z'), reason: 'New vault.' });
  });
});

describe('the rules for client apps', () => {
  it.each<[object, string]>([
    [{ maintenance: [hour('03:00', '02:00')] }, 'ends after it begins'],
    [{ maintenance: [{ from: 'tomorrow', until: 'later' }] }, 'ISO datetime'],
    [
      { clients: { ios: { minimumVersion: 'latest', updateUrl: 'https://x.example' } } },
      'a version is up to four numbers',
    ],
    [{ clients: { ios: { minimumVersion: '1', updateUrl: 'javascript:alert(1)' } } }, 'URL'],
    [{ client: {} }, 'Unrecognized key'],
  ])('are refused with the reason: %j', (rules, reason) =>
    expect(clientApps.safeParse(rules).error?.message).toContain(reason),
  );
});
