import { createTranslator, type Catalogue, type Locale } from '@bindery/localisation';
import type { AlertFacts } from './alert-facts.rules';

/** Names that messages are filled with. */

type HoldOwner =
  | 'HOLDER'
  | 'DEVICE_LOST'
  | 'PROVIDER'
  | 'RISK'
  | 'COMPLIANCE'
  | 'VALIDITY'
  | 'DOCUMENT'
  | 'ACCOUNT'
  | 'DISPUTE'
  | 'OTHER';

const holdOwners: Catalogue<HoldOwner> = {
  en: {
    HOLDER: 'you',
    DEVICE_LOST: 'the report of a lost device',
    PROVIDER: 'its provider',
    RISK: 'our security check',
    COMPLIANCE: 'our compliance team',
    VALIDITY: 'our check of its expiry date',
    DOCUMENT: 'our check of your documents',
    ACCOUNT: 'the lock of your account',
    DISPUTE: 'an open dispute',
    OTHER: 'our service',
  },
  'zh-CN': {
    HOLDER: '您本人',
    DEVICE_LOST: '设备挂失',
    PROVIDER: '服务机构',
    RISK: '安全检查',
    COMPLIANCE: '合规部门',
    VALIDITY: '有效期检查',
    DOCUMENT: '证件检查',
    ACCOUNT: '账户锁定',
    DISPUTE: '未结的申诉',
    OTHER: '平台',
  },
};

const isHoldOwner = (text: string): text is HoldOwner => text in holdOwners.en;
const translateHoldOwner = createTranslator(holdOwners);

export const nameHoldOwner = (owner: string | undefined, locale: Locale): string =>
  translateHoldOwner(locale, owner && isHoldOwner(owner) ? owner : 'OTHER');

/** A provider by the name that its event told; by its code where an older event told none. */
export const nameProvider = ({ provider = '', providerName }: AlertFacts, locale: Locale): string =>
  providerName?.[locale] ?? provider;

const sayMandate = createTranslator({
  en: { DATED: '{merchant} (next on {nextOn, date, wholeDay})', SEPARATOR: ', ' },
  'zh-CN': { DATED: '{merchant}（下次扣款日 {nextOn, date, wholeDay}）', SEPARATOR: '、' },
});

/** Who collects what did not go over, and when next where that is known: the start of that day, UTC. */
export const nameMandates = (
  mandates: readonly { readonly merchant: string; readonly nextOn: Date | null }[],
  locale: Locale,
): string =>
  mandates
    .map(({ merchant, nextOn }) => (nextOn ? sayMandate(locale, 'DATED', { merchant, nextOn }) : merchant))
    .join(sayMandate(locale, 'SEPARATOR'));
