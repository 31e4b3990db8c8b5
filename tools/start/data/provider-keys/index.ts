import { cataloguedProviders } from '../../provider-catalogue';
import { makeAlipayKeys } from './alipay';
import { makePassKeys } from './apple-wallet';
import { makeGenericKeys } from './generic';
import { makeSelfCustodyKeys } from './self-custody';
import type { MakeProviderKeys, ProviderKeys } from './provider-keys';
import { makeWeChatPay } from './wechat-pay';

export type { ProviderKeys } from './provider-keys';

/** By style of the provider's interface: a file beside `generic` and a line here. */
const makers: Readonly<Record<string, MakeProviderKeys>> = {
  GENERIC: makeGenericKeys,
  ACCESS_CONTROL: makeGenericKeys,
  WECHAT_PAY: makeWeChatPay,
  ALIPAY: makeAlipayKeys,
  APPLE_WALLET: makePassKeys,
  SELF_CUSTODY: makeSelfCustodyKeys,
};

/** Keys for each provider of the catalogue: those that are there stay, what is missing is made. */
export async function completeProviderKeys(
  known: Readonly<Record<string, ProviderKeys>>,
): Promise<Record<string, ProviderKeys>> {
  const keys: Record<string, ProviderKeys> = { ...known };
  for (const { code, style } of cataloguedProviders()) {
    const make = makers[style];
    if (!make) throw new Error(`nobody makes keys of the style ${style}, which provider ${code} has`);
    keys[code] ??= await make(code);
  }
  return keys;
}
