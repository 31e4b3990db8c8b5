import type { RequestContext } from '@bindery/subgraph';
import { checkedDays, type EmergencyCheck } from './emergency.rules';
import { say } from './emergency.words';
import type { EmergencyCheckType } from './report-emergency.result';

export const toEmergencyCheckType = (
  { code, count }: EmergencyCheck,
  { locale, supportUrl }: Pick<RequestContext, 'locale' | 'supportUrl'>,
): EmergencyCheckType => ({
  code,
  title: say(locale, `${code}.title`),
  text: say(locale, `${code}.text`, { count: count ?? 0, days: checkedDays }),
  count,
  url: code === 'CONTACT_SUPPORT' ? supportUrl : null,
});
