import { loadProviderEntries } from './provider-catalogue';
import { readKeptEntry } from './provider-entry';

const file = loadProviderEntries().alipay;

describe('an entry that was kept before anybody looked whether it can be kept', () => {
  it('is in force without what nobody could keep, and with all else', () => {
    const kept = {
      ...file,
      restore: { strategy: 'REACTIVATE', windowDays: 30 },
      suspend: { mode: 'NATIVE', by: ['HOLDER'] },
      limits: { perAccount: 3, perDevice: null },
    };
    expect(readKeptEntry('alipay', file, kept)).toMatchObject({
      ok: true,
      value: {
        restore: { strategy: 'REBIND_ONLY', windowDays: null },
        suspend: { mode: 'EMULATED' },
        limits: { perAccount: 3 },
      },
    });
  });

  it('is not read where something else is wrong with it', () =>
    expect(readKeptEntry('alipay', file, { ...file, suspend: { mode: 'NATIVE', by: [] }, position: -1 })).toMatchObject(
      {
        ok: false,
      },
    ));
});
