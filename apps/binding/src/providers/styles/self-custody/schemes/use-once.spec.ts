import { verifySignedMessage } from '.';
import type { Chain } from '../../../kinds/crypto-address/chain.rules';
import { useOnce } from './use-once';

describe('useOnce', () => {
  it('looks at a signature of each kind, and finds it good', () => {
    const looked: string[] = [];
    const verify: typeof verifySignedMessage = (chain, signed) => {
      looked.push(chain.family);
      return verifySignedMessage(chain, signed);
    };
    useOnce(verify);
    expect(looked).toEqual(['EVM', 'BITCOIN', 'BITCOIN', 'SOLANA', 'SUBSTRATE']);
  });

  it('throws where one of them is not found good', () => {
    const verify = ({ family }: Chain) => (family === 'SOLANA' ? 'SIGNATURE_INVALID' : 'GOOD');
    expect(() => useOnce(verify)).toThrow(/^a good signature of solana:\w+ is found SIGNATURE_INVALID$/);
  });
});
