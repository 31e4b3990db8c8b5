import { randomBytes } from 'node:crypto';
import { unwrap } from '@bindery/kernel';
import { agreeAtAlipay, createPhonesOutside, createWeChatUser } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import { lendingKinds, type Activation, type CredentialStatus, type EnteredCard } from '../../providers';
import { readTypedAddress } from '../../providers/kinds/crypto-address/read-typed-address';
import {
  aBankForTheContract,
  aComparingBankForTheContract,
  aLenderForTheContract,
  aWalletForTheContract,
  anAccessSystemForTheContract,
  anInvitingSiteForTheContract,
} from '../contract/contract-providers';
import { evmWallet } from '../other-wallets';
import type { PlayedKind } from './deed';
import { HolderRefused, type Player } from './player';
import { readTruth } from './read-truth';
import type { Bench } from './start-bench';

type Own = Pick<Player, 'card'> & Partial<Player>;
type PlayerOf = (bench: Bench, code: string) => Own;

/** Providers whose holders do something, or that have more to look at than a card. */
const own: Readonly<Record<string, PlayerOf>> = {
  'lotus-bank': aComparingBank,
  cloudgate: () => ({ card: () => anAccessSystemForTheContract.card.entered, reader: 'riverside-gate' }),
  northgate: anInvitingSite,
  'wechat-pay': aWeChatPay,
  alipay: anAlipay,
  'apple-wallet': aPass,
  'token-pocket': anAddress,
};

/** By kind, what every other provider of it is handed; one that is missing in both fails the suite. */
const cardOfKind: Readonly<Record<string, EnteredCard>> = {
  BANK_CARD: aBankForTheContract.card.entered,
  WALLET: aWalletForTheContract.card.entered,
  LENDER_ACCOUNT: aLenderForTheContract.card.entered,
};

const profiles = loadProviderCatalogue();
export const providerCodes = [...profiles.keys()].sort();

/** What its profile says that it takes; lending is its connector’s. */
function operationsOf({ usual }: Bench, code: string): readonly PlayedKind[] {
  const profile = profiles.get(code);
  const native = profile?.suspend.mode === 'NATIVE';
  const restored = profile !== undefined && profile.restore.strategy !== 'REBIND_ONLY';
  return [
    'BIND',
    'UNBIND',
    ...(native ? (['SUSPEND', 'RESUME'] as const) : []),
    ...(restored ? (['RESTORE'] as const) : []),
    ...(profile?.obligationActs ?? []),
    ...(usual.connectors(code).lending ? lendingKinds : []),
  ];
}

export function playerOf(bench: Bench, code: string): Player {
  const kind = profiles.get(code)?.kind ?? '';
  const card = cardOfKind[kind];
  const mine = own[code]?.(bench, code) ?? (card && { card: () => card });
  if (!mine) throw new Error(`nobody plays ${code}: say in testing/fault-matrix/players.ts what a ${kind} is`);
  return {
    code,
    operations: operationsOf(bench, code),
    tells: true,
    truth: () => readTruth(bench, code),
    ...(['GENERIC', 'ACCESS_CONTROL'].includes(profiles.get(code)?.style ?? '') && changingSecret(bench, code)),
    ...mine,
  };
}

/** Standard Webhooks names no key: while a secret gives way to the next, each message is signed by both. */
function changingSecret({ simulator }: Bench, code: string): Pick<Player, 'rotateKeys' | 'settleKeys'> {
  const order = (next?: string) => simulator.order('PUT', `/providers/${code}/secret-change`, { next });
  return {
    async rotateKeys() {
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      await order(secret);
      return { secret };
    },
    settleKeys: async () => void (await order()),
  };
}

function linkOf({ steps }: Activation): string {
  const [step] = steps;
  if (step?.kind !== 'OPEN_LINK') throw new Error(`there is no link, but ${step?.kind}`);
  return step.url;
}

const answering =
  ({ usual }: Bench, code: string, codeOf: () => Promise<string>): NonNullable<Player['act']> =>
  async (operationId) => {
    const outcome = await usual.connectors(code).activate?.(operationId, { code: await codeOf() });
    if (outcome?.status !== 'CONFIRMED' && outcome?.status !== 'PENDING') throw new Error(JSON.stringify(outcome));
  };

function aComparingBank(bench: Bench, code: string): Own {
  const url = `${bench.simulator.url}/messages?to=${encodeURIComponent('+8613800138000')}`;
  const lastCode = async () => {
    const { messages } = (await (await fetch(url)).json()) as { messages: { text: string }[] };
    return /\d{6}/.exec(messages[0]?.text ?? '')?.[0] ?? '';
  };
  return { card: () => aComparingBankForTheContract.card.entered, act: answering(bench, code, lastCode) };
}

function anInvitingSite(bench: Bench, code: string): Own {
  const member = { site: 'north-tower', memberNumber: 'NT-2001' };
  const invitation = async () =>
    ((await bench.simulator.order('POST', `/providers/${code}/invitations`, member)) as { code: string }).code;
  return {
    card: () => anInvitingSiteForTheContract.card.entered,
    act: answering(bench, code, invitation),
    reader: 'north-lobby',
  };
}

const account = (name: string) => ({ kind: 'WALLET', account: name }) as EnteredCard;

function aWeChatPay({ simulator }: Bench): Own {
  const user = createWeChatUser(simulator.url);
  let accounts = 1_000;
  return {
    // An account of its own for each, as one may have one contract.
    card: () => account(`1390000${String(++accounts).padStart(4, '0')}`),
    // The page is there a moment before there is something to sign on it.
    act: async (_, activation) => {
      await eventually(() => user.signContract(linkOf(activation)), { withinMs: 4_000 }).catch((error: unknown) => {
        throw new HolderRefused(String(error));
      });
    },
    tellsSigned: true,
    rotateKeys: async () => {
      await user.changeKeys({ rotate: true, notificationsBy: 'CERTIFICATE' });
      return {};
    },
    settleKeys: async () => void (await user.changeKeys({ notificationsBy: 'PUBLIC_KEY' })),
    keysFetched: () => user.keysHandedOut(),
  };
}

function anAlipay({ simulator }: Bench): Own {
  const signBy = (key: number) => simulator.order('PUT', '/providers/alipay/manners', { key });
  return {
    card: () => account('reader@mail.example'),
    act: async (_, activation) => {
      const agree = () => agreeAtAlipay(linkOf(activation), 'reader@mail.example');
      // Whom a page fails tries once more.
      const again = (error: unknown) => (/answered 5/.test(String(error)) ? agree() : Promise.reject(error));
      await agree()
        .catch(again)
        .catch((error: unknown) => Promise.reject(new HolderRefused(String(error))));
    },
    tellsSigned: true,
    rotateKeys: async () => {
      await signBy(1);
      return {};
    },
    settleKeys: async () => void (await signBy(0)),
  };
}

function aPass({ simulator, dataSource }: Bench, code: string): Own {
  const phones = createPhonesOutside(simulator.url);
  const phone = 'matrix';
  return {
    card: () => ({ kind: 'PASS', holderName: 'Li Mei' }) as EnteredCard,
    act: async (_, activation) => void (await phones.addPass(phone, linkOf(activation))),
    truth: async () => {
      const rows: { reference: string; status: CredentialStatus }[] = await dataSource.query(
        `SELECT credential_reference AS reference, CASE standing WHEN 'VOIDED' THEN 'ABSENT' WHEN 'SUSPENDED' THEN 'SUSPENDED' ELSE 'ACTIVE' END AS status
           FROM pass WHERE provider = $1 AND added_at IS NOT NULL`,
        [code],
      );
      return new Map(rows.map(({ reference, status }) => [reference, status]));
    },
    isQuiet: async () => {
      const [waiting] = await dataSource.query('SELECT id FROM graphile_worker._private_jobs LIMIT 1');
      return waiting === undefined;
    },
    async isShown(reference, status) {
      const passes = await phones.passesOn(phone);
      const valid = passes.some(({ barcode, voided }) => barcode === reference && !voided);
      return valid === (status === 'ACTIVE');
    },
  };
}

function anAddress({ usual, dataSource }: Bench, code: string): Own {
  const wallet = evmWallet();
  const typed = { chain: wallet.chain, address: wallet.address };
  return {
    card: () => unwrap(readTypedAddress(typed, { code, sites: null, elements: [] })).entered,
    tells: false,
    act: async (operationId, { steps: [step] }) => {
      if (step?.kind !== 'SIGN_MESSAGE') throw new Error(`there is nothing to sign, but ${step?.kind}`);
      const signature = await wallet.sign(step.message, '');
      const outcome = await usual.connectors(code).activate?.(operationId, { signature });
      if (outcome?.status !== 'CONFIRMED') throw new Error(JSON.stringify(outcome));
    },
    truth: async () => {
      const rows: { reference: string; gone: boolean }[] = await dataSource.query(
        'SELECT reference, removed_at IS NOT NULL AS gone FROM address_credential WHERE provider = $1',
        [code],
      );
      return new Map(rows.map(({ reference, gone }) => [reference, gone ? 'ABSENT' : 'ACTIVE']));
    },
  };
}
