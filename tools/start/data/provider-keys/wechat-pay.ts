import { makeWeChatPayKeys } from '@bindery/simulated-world';
import type { MakeProviderKeys } from './provider-keys';

/** As after a merchant has registered; platform certificates WeChat Pay makes itself. */
export const makeWeChatPay: MakeProviderKeys = () => makeWeChatPayKeys();
