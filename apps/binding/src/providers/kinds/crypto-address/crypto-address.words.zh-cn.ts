import type { en } from './crypto-address.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '钱包地址',
  name: '{chain} ·· {lastFour}',
  CHAIN_UNKNOWN: '无法识别这条链。',
  ADDRESS_INVALID: '这不是该链的地址，请从钱包中重新复制。',
  ADDRESS_CANNOT_SIGN:
    '没有单独一把私钥能为该地址签名，因此无法在此证明：合约账户、多签地址和账户名只有链上节点才能核实。请使用有独立私钥的地址；EOS 请填写公钥。',
};
