import { unwrap } from '@bindery/kernel';
import { readMembership } from './access-card.rules';

const cloudgate = {
  code: 'cloudgate',
  elements: [],
  sites: [{ code: 'riverside', name: { en: 'Riverside', 'zh-CN': '河滨' } }],
};

describe('readMembership', () => {
  it.each(['M-1001', ' m-1001 ', 'Ｍ－１００１', '\u202aM‐1001\u202c', 'M\u200b-\u20601001\ufeff', 'm−١٠٠١'])(
    'reads the member number “%s” as M-1001',
    (memberNumber) =>
      expect(unwrap(readMembership({ site: 'riverside', memberNumber }, cloudgate)).entered).toEqual({
        kind: 'ACCESS_CARD',
        site: 'riverside',
        memberNumber: 'M-1001',
      }),
  );

  it.each(['', '\u200b', 'M 1001', 'M/1001', 'M1001万', 'M'.repeat(65)])('refuses “%s”', (memberNumber) =>
    expect(readMembership({ site: 'riverside', memberNumber }, cloudgate)).toMatchObject({
      ok: false,
      error: { field: 'card.access.memberNumber' },
    }),
  );

  it.each(['harbour', 'RIVERSIDE', 'riverside2'])('refuses the site “%s”, which the provider has not', (site) =>
    expect(readMembership({ site, memberNumber: 'M-1001' }, cloudgate)).toEqual({
      ok: false,
      error: { kind: 'BINDING_REFUSED', reason: 'SITE_UNKNOWN' },
    }),
  );
});
