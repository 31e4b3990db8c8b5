import { createTranslator } from '@bindery/localisation';

const en = {
  title: 'Simulated wallet: {name}',
  intro:
    'Keys of this world only: nothing of value is behind them. Paste a text that your wallet app shows and sign it.',
  addresses: 'Addresses',
  chain: 'Chain',
  address: 'Address',
  account: 'Account',
  message: 'Text to sign',
  read: 'Read it',
  asks: '{domain} asks for your signature',
  sign: 'Sign',
  back: 'Back',
  signed: 'Signed by {address}',
  signature: 'Signature, for your wallet app',
  CHAIN_UNKNOWN: 'This wallet has no such chain.',
  MESSAGE_UNREADABLE: 'This is no text of a sign-in: the wallet cannot tell who asks, and signs nothing.',
  DOMAIN_UNKNOWN:
    'Warning: {domain} is a site this wallet does not know. Somebody may be pretending to be another. Nothing was signed.',
  ADDRESS_NOT_MINE: 'The address in the text is not of this account on this chain. Nothing was signed.',
  MESSAGE_EXPIRED: 'The time of this text is over. Nothing was signed.',
} as const;

const zhCn: Record<keyof typeof en, string> = {
  title: '模拟钱包：{name}',
  intro: '这里的密钥只属于模拟环境，没有任何价值。请粘贴卡包中显示的文字并签名。',
  addresses: '地址',
  chain: '链',
  address: '地址',
  account: '账户',
  message: '待签名的文字',
  read: '查看',
  asks: '{domain} 请求您的签名',
  sign: '签名',
  back: '返回',
  signed: '已由 {address} 签名',
  signature: '签名（交给卡包）',
  CHAIN_UNKNOWN: '该钱包没有这条链。',
  MESSAGE_UNREADABLE: '这不是登录文字：钱包无法得知是谁在请求，未作签名。',
  DOMAIN_UNKNOWN: '警告：该钱包不认识 {domain}，可能有人冒充其他网站。未作签名。',
  ADDRESS_NOT_MINE: '文字中的地址不是该账户在此链上的地址。未作签名。',
  MESSAGE_EXPIRED: '这段文字已过期。未作签名。',
};

export const say = createTranslator({ en, 'zh-CN': zhCn });
