import { createPhonesOutside, createWeChatUser, type SimulatedWorld } from '@bindery/simulated-world';
import { newId } from '@bindery/kernel';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import { newCardNumber } from '../holder';
import type { BindingProcess } from '../start-process';

/** The one step that a provider waits for, as the graph shows it. */
export interface ShownStep {
  readonly kind: string;
  readonly url: string | null;
  readonly message: string | null;
}

export interface World {
  readonly binding: BindingProcess;
  readonly world: SimulatedWorld;
}

/** A holder’s card at one provider: what is entered, and what its holder does where it does not bind by itself. */
export interface WayIn {
  readonly card: object;
  /** Answers what is handed to `answerActivation`; null where the step is done outside. Left out where there is none. */
  readonly act?: (step: ShownStep) => Promise<{ code?: string; signature?: string } | null>;
  /** How many reviewers agree before the provider is asked. */
  readonly reviewers?: number;
  /** How it is used. */
  readonly use?: (credentialReference: string) => Promise<boolean>;
  /** Whether a device shows it as valid, where it is told by pushes of ours. */
  readonly shows?: (credentialReference: string) => Promise<boolean>;
  /** Whether the agreement that its holder signed at the provider still runs, where there is one. */
  readonly agreementRuns?: (credentialReference: string) => Promise<boolean>;
  /** Whether its holder’s keys sign, where there are keys. */
  readonly keysSign?: () => Promise<boolean>;
  /** A reader of its site that loses its line before the plan is asked for. */
  readonly reader?: string;
  /** Whether the provider lets the same card be bound on another device beside the first. */
  readonly onTwoDevices: boolean;
}

type Way = (world: World) => WayIn;

const urlOf = ({ url, kind }: ShownStep): string => {
  if (url === null) throw new Error(`there is no link, but ${kind}`);
  return url;
};

let counted = 0;
const count = () => ++counted;

const pays = ({ world }: World) => ({
  use: async (reference: string) => (await world.pay(reference, 100, 'Corner Bakery')).approved,
});
const opens = ({ world }: World, door: string) => ({
  use: async (reference: string) => (await world.tap(door, reference)).opened,
});

const aBank: Way = (outside) => ({ card: { bank: { number: newCardNumber() } }, onTwoDevices: true, ...pays(outside) });
const aWallet: Way = (outside) => ({
  card: { wallet: { account: `138000${String(11_001 + 10 * count())}` } },
  onTwoDevices: true,
  ...pays(outside),
});

function aComparingBank(outside: World): WayIn {
  const phone = '+8613800138000';
  const bank = { number: newCardNumber(), holderName: '李梅', idNumber: '11010519491231002X', phone };
  return {
    card: { bank },
    onTwoDevices: true,
    ...pays(outside),
    async act() {
      const [last] = await outside.world.messages(phone);
      return { code: /\d{6}/.exec(last?.text ?? '')?.[0] };
    },
  };
}

function anInvitingSite(outside: World): WayIn {
  const member = { site: 'north-tower', memberNumber: `NT-${2400 + count()}` };
  return {
    card: { access: member },
    onTwoDevices: true,
    ...opens(outside, 'north-lobby'),
    reader: 'north-floor-18',
    act: async () => ({ code: (await outside.world.invite('northgate', member)).code }),
  };
}

function aWeChatPay({ binding, world }: World): WayIn {
  const user = createWeChatUser(binding.simulator.url);
  return {
    card: { wallet: { account: `1390002${1001 + 10 * count()}` } },
    // One account has one contract.
    onTwoDevices: false,
    agreementRuns: async (reference) =>
      (await world.memory()).credentials.some(
        ({ credentialReference, status }) => credentialReference === reference && status === 'ACTIVE',
      ),
    act: async (step) => {
      await user.signContract(urlOf(step));
      return null;
    },
  };
}

function anAlipay({ world }: World): WayIn {
  const account = `reader${count()}@mail.example`;
  return {
    card: { wallet: { account } },
    onTwoDevices: true,
    agreementRuns: (agreementNo) =>
      world.deductAtAlipay(agreementNo, '1.00', 'Corner Bakery').then(
        () => true,
        () => false,
      ),
    act: async (step) => {
      await world.agreeAtAlipay(urlOf(step), account);
      return null;
    },
  };
}

function aPass({ binding }: World): WayIn {
  const phones = createPhonesOutside(binding.simulator.url);
  const phone = `promise-${newId('event').slice(-8)}`.replace(/[^A-Za-z0-9-]/g, '');
  return {
    card: { pass: { holderName: 'Li Mei' } },
    // Each pass is a card of its own.
    onTwoDevices: false,
    act: async (step) => {
      await phones.addPass(phone, urlOf(step));
      return null;
    },
    shows: async (reference) =>
      (await phones.passesOn(phone)).some(({ barcode, voided }) => barcode === reference && !voided),
  };
}

const chain = 'eip155:137';
const accountOfWallet = 7;

async function anAddress({ world }: World): Promise<WayIn> {
  const address = await world.walletAddress(chain, accountOfWallet);
  let signed = '';
  return {
    card: { address: { chain, address } },
    onTwoDevices: true,
    keysSign: async () => (await world.signMessage(chain, signed, accountOfWallet)) !== '',
    act: async ({ message }) => {
      signed = message ?? '';
      return { signature: await world.signMessage(chain, signed, accountOfWallet) };
    },
  };
}

/** The number of an identity card with these three digits of order, its last place reckoned anew (GB 11643). */
function idNumber(order: string): string {
  const body = `11010519900307${order}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11];
}
const aLender =
  (reviewers: number): Way =>
  () => ({
    card: { lender: { holderName: '李雷', idNumber: idNumber(String(201 + 2 * count())) } },
    // An account has one account there.
    onTwoDevices: false,
    reviewers,
  });

const ways: Readonly<Record<string, Way | ((world: World) => Promise<WayIn>)>> = {
  'seaside-bank': aBank,
  'harbour-bank': aBank,
  'lotus-bank': aComparingBank,
  cloudgate: (outside) => ({
    card: { access: { site: 'riverside', memberNumber: `RG-${1500 + count()}` } },
    onTwoDevices: true,
    ...opens(outside, 'riverside-gate'),
    reader: 'riverside-tower-2',
  }),
  northgate: anInvitingSite,
  'wechat-pay': aWeChatPay,
  alipay: anAlipay,
  'sinopec-yijie': aWallet,
  'yifa-zhongxin': aWallet,
  'xiaomi-finance': aLender(1),
  'harvest-loans': aLender(2),
  'apple-wallet': aPass,
  'token-pocket': anAddress,
};

/** Every provider of the catalogue; one that nobody plays fails the suite. */
export const promisedProviders = [...loadProviderCatalogue().values()];

export async function wayOf(outside: World, code: string): Promise<WayIn> {
  const way = ways[code];
  if (!way) throw new Error(`nobody keeps the promises of ${code}: it has no line in testing/promise/ways.ts`);
  return way(outside);
}
