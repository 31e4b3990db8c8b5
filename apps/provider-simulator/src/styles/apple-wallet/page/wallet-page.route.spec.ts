import Fastify from 'fastify';
import { err, ok } from '@bindery/kernel';
import type { Phone } from '../../../records/phone';
import { openState, type SimulatorState } from '../../../state/simulator-state';
import { registerWalletPage } from './wallet-page.route';

const phone: Phone = {
  name: 'mei',
  deviceLibraryId: 'd1',
  pushToken: 'secret-push-token',
  lastUpdated: {},
  passes: [
    {
      serialNumber: 'serial-1',
      passTypeIdentifier: 'pass.example',
      webServiceUrl: 'https://issuer.example',
      authenticationToken: 'secret-pass-token',
      lastModified: '',
      voided: false,
      barcode: 'ref-1',
      shown: { en: [{ label: 'Member', value: '<b>Mei</b>' }], 'zh-CN': [{ label: '会员', value: '<b>Mei</b>' }] },
    },
  ],
};

describe('the page of wallets', () => {
  const app = Fastify();
  const wallets = { add: jest.fn(), remove: jest.fn() };
  let state: SimulatorState;
  beforeAll(async () => {
    state = await openState(undefined);
    registerWalletPage(app, { wallets: wallets as never, state, path: '/providers/apple-wallet/wallet' });
  });
  afterAll(() => app.close());

  const get = (query = '') => app.inject({ url: `/wallet${query}` });
  const post = async (form: string, fields: Record<string, string>) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/wallet/${form}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
    return [answer.statusCode, answer.headers.location];
  };

  it('says that there is none, shows what phones have in either language, and keeps their secrets', async () => {
    expect((await get()).body).toContain('No phone has a pass.');
    state.phones.put('mei', phone);
    const english = await get('?lang=en');
    expect(english.headers).toMatchObject({ 'content-language': 'en', 'cache-control': 'no-store' });
    expect(english.body).toContain('<dt class="meta">Member</dt>');
    expect(english.body).toContain('&#60;b&#62;Mei');
    expect(english.body).toContain('ref-1');
    expect((await get('?lang=zh-CN')).body).toContain('<dt class="meta">会员</dt>');
    for (const { body } of [english, await get('?lang=zh-CN&notice=PASS_VOID')]) {
      expect(body).not.toMatch(/secret-(push|pass)-token/);
      expect(body).not.toContain('<script');
    }
  });

  it('tells what a form did, and nothing that it did not', async () => {
    expect((await get('?notice=ISSUER_UNTRUSTED')).body).toContain('not signed by anybody this phone trusts');
    expect((await get('?notice=%3Cb%3E')).body).toContain('<p class="notice" role="status"></p>');
  });

  it('adds a pass by its link and takes one off, and ends in a redirect', async () => {
    const path = '/providers/apple-wallet/wallet';
    wallets.add.mockResolvedValueOnce(ok(phone.passes[0])).mockResolvedValueOnce(err({ kind: 'NOT_A_PASS' }));
    const fields = { lang: 'en', phone: 'mei', url: 'https://issuer.example/links/x' };
    expect(await post('additions', fields)).toEqual([303, `${path}?lang=en&notice=ADDED`]);
    expect(await post('additions', fields)).toEqual([303, `${path}?lang=en&notice=NOT_A_PASS`]);
    wallets.remove.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    const removal = { lang: 'zh-CN', phone: 'mei', serialNumber: 'serial-1' };
    expect(await post('removals', removal)).toEqual([303, `${path}?lang=zh-CN&notice=REMOVED`]);
    expect(await post('removals', removal)).toEqual([303, `${path}?lang=zh-CN&notice=GONE`]);
  });

  it.each([
    ['no phone', { phone: '', url: 'https://issuer.example' }],
    ['a phone that is a path', { phone: '../x', url: 'https://issuer.example' }],
    ['a link that is none', { phone: 'mei', url: 'javascript:alert(1)' }],
    ['a file', { phone: 'mei', url: 'file:///etc/passwd' }],
  ])('refuses %s', async (_what, fields) => {
    wallets.add.mockClear();
    expect((await post('additions', fields))[1]).toContain('notice=FORM_INVALID');
    expect(wallets.add).not.toHaveBeenCalled();
  });
});
