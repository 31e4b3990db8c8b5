import { accessControlStyle } from './access-control';
import { alipayStyle } from './alipay';
import { appleWalletStyle } from './apple-wallet';
import { genericStyle } from './generic';
import { selfCustodyStyle } from './self-custody';
import { weChatPayStyle } from './wechat-pay';
import type { Activation } from '../connector.rules';
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

/** Whether a text that providers of a style have signed is written here. */
export const signsOurText = (code: string): boolean => abilitiesOf(code).step?.signsOurText === true;

/**
 * What a provider of a style waits for, as far as its protocol has it: whatever else it says is shown to nobody. Undefined where nothing is left, as where it
 * does not say what it waits for.
 */
export function boundActivation(code: string, { steps, ...more }: Activation): Activation | undefined {
  const known = abilitiesOf(code).step?.kinds ?? [];
  const kept = steps.filter(({ kind }) => known.includes(kind));
  return kept.length > 0 ? { steps: kept, ...more } : undefined;
}

/** What a style asks of PROVIDERS is read by itself, so that here nobody has to know it. */
export function connectorStyleOf(code: string): ConnectorStyle {
  const style = registered.find((known) => known.code === code);
  if (!style) throw new Error(`there is no connector of the style ${code}`);
  return style as ConnectorStyle;
}
