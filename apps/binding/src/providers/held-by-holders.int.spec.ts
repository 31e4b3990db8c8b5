// Connectors with nobody outside to ask: the platform keeps what they know itself. The contract of all connectors, as far as it can be a question.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPhonesOutside } from '@bindery/simulated-world';
import { unwrap } from '@bindery/kernel';
import type { Activation, EnteredCard } from './connector.rules';
import { readTypedAddress } from './kinds/crypto-address/read-typed-address';
import {
  contractClauses,
  describeConnectorContract,
  type ContractClause,
  type ContractProvider,
} from '../testing/contract/connector-contract';
import { startBench, type Bench } from '../testing/fault-matrix/start-bench';
import { evmWallet } from '../testing/other-wallets';

let bench: Bench;
beforeAll(async () => void (bench = await startBench()), 120_000);
afterAll(() => bench?.stop());

type LeftOut = Readonly<Partial<Record<ContractClause, string>>>;

const nobodyAsked = 'nobody is asked who could refuse, not answer or contradict';

const ofPasses: LeftOut = {
  SAME_TOKEN: 'each pass is a card of its own',
  REFUSAL: nobodyAsked,
  UNANSWERED: nobodyAsked,
  UNANSWERED_AND_DONE: nobodyAsked,
  TWICE: 'a phone that registers twice has one effect; nothing is posted twice',
  CONTRADICTION: nobodyAsked,
};
const ofAddresses: LeftOut = {
  REFUSAL: nobodyAsked,
  UNANSWERED: nobodyAsked,
  UNANSWERED_AND_DONE: nobodyAsked,
  TWICE: 'nothing is posted',
  CONTRADICTION: nobodyAsked,
  REMOVAL: 'keys are not removed outside: what was proved counts until its holder takes it off here',
};

function stepOf(activation: Activation | undefined) {
  const [step] = activation?.steps ?? [];
  if (!step) throw new Error('its holder has nothing to do');
  return step;
}

/** A holder is late, or never comes, by themselves. */
const settlesByItself = { plan: () => undefined, settle: () => undefined, setObligations: null, refusedCard: null };

function aPass(): ContractProvider {
  const phones = createPhonesOutside(bench.simulator.url);
  const phone = 'contract';
  return {
    ...settlesByItself,
    connector: bench.usual.connectors('apple-wallet'),
    card: { entered: { kind: 'PASS', holderName: 'Li Mei' } as EnteredCard, told: {} },
    operations: ['SUSPEND', 'RESUME', 'RESTORE'],
    heard: () => bench.inbox.heard,
    async activate(_, activation) {
      const step = stepOf(activation);
      if (step.kind !== 'OPEN_LINK') throw new Error(`there is no link, but ${step.kind}`);
      await phones.addPass(phone, step.url);
    },
    async removeOutside(reference) {
      const pass = (await phones.passesOn(phone)).find(({ barcode }) => barcode === reference);
      if (!pass) throw new Error(`${reference} is on no phone`);
      await phones.removePass(phone, pass.serialNumber);
    },
  };
}

const wallet = evmWallet();

function anAddress(): ContractProvider {
  const code = 'token-pocket';
  const connector = bench.usual.connectors(code);
  const typed = { chain: wallet.chain, address: wallet.address };
  const { entered } = unwrap(readTypedAddress(typed, { code, sites: null, elements: [] }));
  return {
    ...settlesByItself,
    connector,
    card: { entered, told: { lastFour: wallet.address.slice(-4) } },
    // Holds are our readers' matter.
    operations: ['RESTORE'],
    tellsNothing: true,
    heard: () => bench.inbox.heard,
    async activate(operationId, activation) {
      const step = stepOf(activation);
      if (step.kind !== 'SIGN_MESSAGE') throw new Error(`there is nothing to sign, but ${step.kind}`);
      const signature = await wallet.sign(step.message, '');
      expect(await connector.activate?.(operationId, { signature })).toMatchObject({ status: 'CONFIRMED' });
    },
    removeOutside: null,
  };
}

describeConnectorContract('Apple Wallet', aPass, ofPasses);
describeConnectorContract('self-custody', anAddress, ofAddresses);

it.each([
  ['apple-wallet', ofPasses],
  ['self-custody', ofAddresses],
] as const)('the README of %s names what of the contract does not apply, and why', async (style, leftOut) => {
  const readme = await readFile(join(__dirname, `styles/${style}/README.md`), 'utf8');
  const rows = contractClauses.flatMap((clause) => (leftOut[clause] ? [`| \`${clause}\` | ${leftOut[clause]} |`] : []));
  for (const row of rows) expect(readme.split('\n')).toContain(row);
  const named = contractClauses.filter((clause) => readme.includes(`| \`${clause}\` |`));
  expect(named).toEqual(contractClauses.filter((clause) => leftOut[clause] !== undefined));
});
