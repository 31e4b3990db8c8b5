import { unwrap } from '@bindery/kernel';
import { readLenderAccount } from '../../providers/kinds/lender-account/lender-account.rules';
import { agreeAtAlipay } from '@bindery/simulated-world';
import type { EnteredMembership } from '../../providers/kinds/access-card/access-card.rules';
import { CardDetails } from '../../providers/kinds/bank-card/card-details.rules';
import type { EnteredBankCard } from '../../providers/kinds/bank-card/bank-card.rules';
import type { EnteredWallet } from '../../providers/kinds/wallet/wallet.rules';
import { CardNumber } from '../../providers/kinds/bank-card/card-number.rules';
import type { ContractProvider } from './connector-contract';

type Cards = Pick<ContractProvider, 'card' | 'refusedCard' | 'operations' | 'activate'>;

const bankCard = (number: string): EnteredBankCard => ({ kind: 'BANK_CARD', number: unwrap(CardNumber.parse(number)) });
const member = (memberNumber: string): EnteredMembership => ({ kind: 'ACCESS_CARD', site: 'riverside', memberNumber });

const account = (name: string): EnteredWallet => ({ kind: 'WALLET', account: name });

/** Accounts of a wallet without an interface of its own. */
export const aWalletForTheContract: Cards = {
  card: { entered: account('13800001007'), told: { lastFour: '1007' } },
  refusedCard: { entered: account('13800000002'), reason: 'ACCOUNT_NOT_ACCEPTED' },
  operations: ['SUSPEND', 'RESUME', 'RESTORE'],
  activate: null,
};

/** Accounts at Alipay, whose holders agree there; which account it was is seen only then. */
export const anAlipayForTheContract: Cards & Pick<ContractProvider, 'boundByHolder' | 'setObligations'> = {
  card: { entered: account('reader@mail.example'), told: { lastFour: 'ader' } },
  refusedCard: null,
  operations: [],
  activate: async (_, activation) => {
    const link = activation?.steps.find(({ kind }) => kind === 'OPEN_LINK');
    if (link?.kind !== 'OPEN_LINK') throw new Error('there is no link to agree at');
    await agreeAtAlipay(link.url, 'reader@mail.example');
  },
  boundByHolder: true,
  setObligations: null,
};

/** Cards of a bank, as the contract suite tries them. */
export const aBankForTheContract: Cards = {
  card: { entered: bankCard('4111111111111111'), told: { brand: 'Visa', lastFour: '1111' } },
  refusedCard: { entered: bankCard('4000000000000002'), reason: 'CARD_NOT_ACCEPTED' },
  operations: ['SUSPEND', 'RESUME', 'RESTORE'],
  activate: null,
};

/** Memberships of an access-control system (requirement 1). */
export const anAccessSystemForTheContract: Cards = {
  card: {
    entered: member('RG-1001'),
    told: {
      lastFour: '1001',
      site: expect.objectContaining({ code: 'riverside', name: expect.objectContaining({ en: 'Riverside Gardens' }) }),
      doors: expect.arrayContaining([expect.objectContaining({ id: 'riverside-gate' })]),
    },
  },
  refusedCard: { entered: member('RG-2000'), reason: 'MEMBER_UNKNOWN' },
  operations: [],
  activate: null,
};

const compared = (phone: string): EnteredBankCard => ({
  ...bankCard('4111111111111111'),
  details: new CardDetails({ holderName: '李梅', idNumber: '11010519491231002X', phone }),
});

/** A bank that compares four elements and sends its customer a code. */
export const aComparingBankForTheContract: Omit<Cards, 'activate'> = {
  card: { entered: compared('+8613800138000'), told: { brand: 'Visa', lastFour: '1111' } },
  refusedCard: { entered: compared('+8613800130004'), reason: 'RESERVED_PHONE_DIFFERS' },
  operations: ['SUSPEND', 'RESUME', 'RESTORE'],
};

const invitedMember = { site: 'north-tower', memberNumber: 'NT-2001' };

/** A company’s site: its administrator invites, and suspends natively. */
export const anInvitingSiteForTheContract: Omit<Cards, 'activate'> = {
  card: {
    entered: { kind: 'ACCESS_CARD', ...invitedMember } as EnteredMembership,
    told: { lastFour: '2001', site: expect.objectContaining({ code: 'north-tower' }) },
  },
  refusedCard: {
    entered: { kind: 'ACCESS_CARD', ...invitedMember, memberNumber: 'NT-1001' } as EnteredMembership,
    reason: 'MEMBER_UNKNOWN',
  },
  operations: ['SUSPEND', 'RESUME'],
};

/** An account at a lender, which looks at name and identity number; its last place is as GB 11643 reckons it. */
export const aLenderForTheContract: Pick<Cards, 'card'> = {
  card: {
    entered: unwrap(
      readLenderAccount(
        { holderName: '李梅', idNumber: '110105199003070113' },
        { code: 'any-lender', sites: null, elements: [] },
        new Date('2026-11-30T00:00:00Z'),
      ),
    ).entered,
    told: {},
  },
};
