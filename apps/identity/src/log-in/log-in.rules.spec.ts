import { checkLogInForm } from './log-in.rules';

const device = { name: 'Phone', platform: 'IOS', installationId: 'installation-1' } as const;

describe('checkLogInForm', () => {
  it.each([
    ['+1 212 555 0123', '+12125550123'],
    ['+86 10 8888 8888', '+861088888888'],
    ['tel:+44-20-7946-0958', '+442079460958'],
  ])('lets in with %s, which had an account before mobile numbers of some countries were asked for', (typed, phone) =>
    expect(checkLogInForm({ phone: typed, password: 'x', device, clientApp: 'wallet-ios' })).toMatchObject({
      ok: true,
      value: { phone },
    }),
  );

  it.each([
    ['', 'REQUIRED'],
    ['Wallet iOS', 'FORMAT'],
  ])('says of the app %j which rule it does not keep: %s', (clientApp, rule) =>
    expect(checkLogInForm({ phone: '+8613800000001', password: 'x', device, clientApp })).toMatchObject({
      error: { kind: 'INVALID_INPUT', field: 'clientApp', rule },
    }),
  );
});
