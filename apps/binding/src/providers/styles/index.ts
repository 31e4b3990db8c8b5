import { accessControlStyle } from './access-control';
import { alipayStyle } from './alipay';
import { appleWalletStyle } from './apple-wallet';
import { genericStyle } from './generic';
import { selfCustodyStyle } from './self-custody';
import { weChatPayStyle } from './wechat-pay';
import type { ConnectorStyle } from '../connector-style';
import type { StyleAbilities } from '../style-abilities.rules';

/** Every way in which a provider is spoken with. A new one is a folder beside `generic` and a line here. */
const registered = [
  genericStyle,
  accessControlStyle,
  weChatPayStyle,
  alipayStyle,
  appleWalletStyle,
  selfCustodyStyle,
] as const;

export type ConnectorStyleCode = (typeof registered)[number]['code'];

export const connectorStyleCodes: readonly ConnectorStyleCode[] = registered.map(({ code }) => code);

/** What the protocol of a style can do. */
export const abilitiesOf = (code: string): StyleAbilities => connectorStyleOf(code).abilities;

/** Whether an unbind at providers of a style ends an agreement that was signed there. */
export const endsAgreement = (code: string): boolean => abilitiesOf(code).endsAgreement;

/** What a style asks of PROVIDERS is read by itself, so that here nobody has to know it. */
export function connectorStyleOf(code: string): ConnectorStyle {
  const style = registered.find((known) => known.code === code);
  if (!style) throw new Error(`there is no connector of the style ${code}`);
  return style as ConnectorStyle;
}
