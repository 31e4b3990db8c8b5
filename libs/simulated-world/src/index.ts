export * from './simulated-world';
export { makeWeChatPayKeys } from './wechat-pay/wechat-pay-keys';
export { createWeChatUser, type WeChatUser } from './wechat-pay/wechat-user';
export * from './alipay';
export { makeAppleWalletKeys, type AppleWalletKeys } from './apple-wallet/make-apple-wallet-keys';
export { createPhonesOutside, type PhonesOutside, type ShownPass } from './apple-wallet/phones';
