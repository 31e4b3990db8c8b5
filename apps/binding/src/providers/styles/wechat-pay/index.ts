import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { FeatureClasses } from '@bindery/subgraph';
import type { ConnectorStyle } from '../../connector-style';
import { weChatPayAbilities } from './abilities.rules';
import { createWeChatConnector } from './create-connector';
import { createLookAtContract } from './look-at-contract';
import { createWeChatClient } from './wechat-client';
import { createWeChatInbound } from './wechat-inbound';
import { WeChatOperationRow } from './wechat-operation.entity';

export const weChatPayClasses = { entities: [WeChatOperationRow] } satisfies FeatureClasses;

const rsaKey = (read: (pem: string) => KeyObject) =>
  z.string().transform((pem, context) => {
    try {
      const key = read(pem);
      if (key.asymmetricKeyType === 'rsa') return key;
    } catch {
      // The message of OpenSSL may repeat what it could not read.
    }
    context.addIssue({ code: 'custom', message: 'is no RSA key in PEM' });
    return z.NEVER;
  });

const access = z.strictObject({
  /** `https://api.mch.weixin.qq.com`, without a slash at the end. */
  baseUrl: z.url(),
  /** The merchant's number. */
  mchid: z.string().regex(/^\d{8,12}$/),
  appid: z.string().regex(/^wx[0-9A-Za-z]{1,30}$/),
  /** The template of 委托代扣 that contracts are signed by. */
  planId: z.int().positive(),
  /** Of the merchant's API certificate, in upper-case hex, and the key that belongs to it, in PEM. */
  merchantSerial: z.string().regex(/^[0-9A-F]{16,64}$/),
  merchantPrivateKey: rsaKey(createPrivateKey),
  /** 32 characters; decrypts what the platform sends. */
  apiV3Key: z.string().regex(/^[0-9A-Za-z]{32}$/),
  /** The platform's public key, where the merchant has one; certificates are downloaded beside it. */
  platformPublicKeyId: z.string().startsWith('PUB_KEY_ID_').max(128).optional(),
  platformPublicKey: rsaKey(createPublicKey).optional(),
});
export type WeChatPayAccess = z.infer<typeof access>;

const bothOrNeither = access.refine(
  ({ platformPublicKey, platformPublicKeyId }) =>
    (platformPublicKey === undefined) === (platformPublicKeyId === undefined),
  { path: ['platformPublicKeyId'], message: 'goes with platformPublicKey' },
);

/** WeChat Pay, API v3: contracts of 委托代扣. */
export const weChatPayStyle = {
  code: 'WECHAT_PAY',
  abilities: weChatPayAbilities,
  access: bothOrNeither,
  connect({ code: provider, kind, access: own, callbackUrl }, { clock, log, timeouts, db }) {
    if (kind !== 'WALLET') throw new Error(`WeChat Pay has wallets, and provider ${provider} has ${kind}`);
    const { mchid, appid, planId, apiV3Key, platformPublicKeyId: id, platformPublicKey: key } = own;
    const template = { mchid, appid, planId };
    const client = createWeChatClient({
      baseUrl: own.baseUrl,
      merchant: { mchid, serial: own.merchantSerial, privateKey: own.merchantPrivateKey },
      apiV3Key,
      publicKey: id !== undefined && key !== undefined ? { id, key } : undefined,
      clock,
      log,
      downloadTimeoutMs: timeouts.interactiveMs,
    });
    const lookAt = createLookAtContract(client, template);
    const common = { provider, template, apiV3Key, callbackUrl, client, lookAt, db, clock, timeouts };
    return {
      connector: createWeChatConnector(common),
      inbound: createWeChatInbound(client.keys.find, common),
      close: () => client.close(),
    };
  },
} as const satisfies ConnectorStyle<WeChatPayAccess>;
