import { findChain, type Chain } from '../../../kinds/crypto-address/chain.rules';
import { readAddress } from '../../../kinds/crypto-address/forms/read-address';
import { oneOfEach, type OtherWallet } from '../../../../testing/other-wallets';
import { readAnswer } from '../read-answer';
import { canSign, verifySignedMessage } from '.';

const message =
  'example.com wants you to sign in with your account:\nan address\n\nWith a few words – 几个字.\n\nNonce: 4711';
const nonce = '4711';

function chainOf({ chain }: OtherWallet): Chain {
  const found = findChain(chain);
  if (!found) throw new Error(`no chain ${chain}`);
  return found;
}

function normalOf(wallet: OtherWallet): string {
  const form = readAddress(chainOf(wallet), wallet.address);
  if (typeof form === 'string') throw new Error(`${wallet.address} is ${form}`);
  return form.normal;
}

function verify(wallet: OtherWallet, answer: string, changed: { message?: string; address?: string } = {}) {
  const read = readAnswer(answer);
  return (
    read && verifySignedMessage(chainOf(wallet), { address: normalOf(wallet), message, nonce, ...read, ...changed })
  );
}

describe('signatures of wallets that others made', () => {
  let wallets: Readonly<Record<string, OtherWallet>>;
  let others: Readonly<Record<string, OtherWallet>>;
  beforeAll(async () => {
    wallets = await oneOfEach();
    others = await oneOfEach();
  });

  it('prove their own addresses', async () => {
    for (const [name, wallet] of Object.entries(wallets)) {
      expect([name, canSign(chainOf(wallet), normalOf(wallet))]).toEqual([name, true]);
      expect([name, verify(wallet, await wallet.sign(message, nonce))]).toEqual([name, 'GOOD']);
    }
  });

  it('prove no other address, and no other message', async () => {
    for (const [name, wallet] of Object.entries(wallets)) {
      const other = others[name];
      if (!other) throw new Error(name);
      const answer = await wallet.sign(message, nonce);
      expect([name, verify(wallet, answer, { address: normalOf(other) })]).not.toEqual([name, 'GOOD']);
      expect([name, verify(wallet, answer, { message: `${message} ` })]).not.toEqual([name, 'GOOD']);
    }
  });
});
