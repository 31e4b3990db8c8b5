import { consentTo } from '../../testing/consent';
import { aHolder, mutate, startInput } from '../../testing/holder';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';

let service: RunningBinding;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());

const start = (access: object, locale: 'en' | 'zh-CN' = 'en') => {
  const holder = aHolder(locale);
  const consent = consentTo('cloudgate', locale);
  return mutate(service, holder, 'startBinding', { ...startInput(holder, 'cloudgate', { access }), consent });
};

describe('the sites of an access system', () => {
  it('are listed, in the language of the caller, and are none where there is nothing to choose', async () => {
    const query = '{ providers { code sites { code name } } }';
    for (const [locale, name] of [
      ['en', 'Riverside Gardens'],
      ['zh-CN', '河畔花园'],
    ] as const) {
      const { data } = await service.ask(query, {}, { locale });
      expect(data.providers).toContainEqual({ code: 'cloudgate', sites: [{ code: 'riverside', name }] });
      expect(data.providers).toContainEqual({ code: 'seaside-bank', sites: [] });
    }
  });

  it.each(['hillside', 'RIVERSIDE', 'constructor', 'riverside-2'])(
    'have a code of their own where one is asked for that there is not: %s',
    async (site) => {
      const refusal = {
        __typename: 'BindingRefusedError',
        code: 'SITE_UNKNOWN',
        reason: 'SITE_UNKNOWN',
        refusal: 'SITE_UNKNOWN',
      };
      const remedies = [{ code: 'CorrectInput' }, { code: 'ContactProvider' }];
      expect(await start({ site, memberNumber: 'RG-1001' })).toMatchObject({
        ...refusal,
        message: 'The provider has no such site.',
        remedies,
      });
      expect(await start({ site, memberNumber: 'RG-1001' }, 'zh-CN')).toMatchObject({
        ...refusal,
        message: '该机构没有这个场所。',
      });
    },
  );

  it('are told apart from a member that a site does not know', async () => {
    expect(await start({ site: 'riverside', memberNumber: 'RG-9999' })).toMatchObject({
      code: 'MEMBER_UNKNOWN',
      refusal: 'MEMBER_UNKNOWN',
      message: 'The site does not know this member number.',
    });
  });

  it.each([
    [
      { site: ' ', memberNumber: 'RG-1001' },
      { field: 'card.access.site', rule: 'REQUIRED', ruleLimit: null },
    ],
    [
      { site: 's'.repeat(65), memberNumber: 'RG-1001' },
      { field: 'card.access.site', rule: 'TOO_LONG', ruleLimit: 64 },
    ],
    [
      { site: 'a b', memberNumber: 'RG-1001' },
      { field: 'card.access.site', rule: 'CHARACTERS', ruleLimit: null },
    ],
    [
      { site: 'riverside', memberNumber: '成员' },
      { field: 'card.access.memberNumber', rule: 'CHARACTERS', ruleLimit: null },
    ],
  ])('are refused by rule and limit where they can be none: %j', async (access, refusal) => {
    expect(await start(access)).toMatchObject({ __typename: 'InvalidInputError', ...refusal });
  });
});
