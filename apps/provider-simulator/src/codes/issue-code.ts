import { randomInt } from 'node:crypto';
import { newId } from '@bindery/kernel';
import type { Provider } from '../providers/provider';
import type { HolderCode } from '../records/holder-code';
import { invitationKey } from '../records/holder-code';
import { operationKey } from '../records/operation';
import type { SimulatorState } from '../state/simulator-state';

const minuteMs = 60_000;
const smsCodeMs = 5 * minuteMs;
const invitationMs = 7 * 24 * 60 * minuteMs;
const digits = 6;

/** A new code in the place of an older one: only the last counts. */
export function inviteMember(state: SimulatorState, provider: Provider, token: string, now: Date): HolderCode {
  const invitation = { ...makeCode(provider, null, invitationMs, now), member: token };
  state.codes.put(invitationKey(provider.code, token), invitation);
  return invitation;
}

/** The bank writes to the phone that its customer has left with it. The text is the bank's, in the language of the bank. */
export function sendBankCode(
  state: SimulatorState,
  provider: Provider,
  operationId: string,
  phone: string,
  now: Date,
): HolderCode {
  const sent = makeCode(provider, maskPhone(phone), smsCodeMs, now);
  state.codes.put(operationKey(provider.code, operationId), sent);
  const id = newId('sms');
  state.messages.put(id, {
    id,
    channel: 'SMS',
    to: phone,
    from: provider.name.en,
    text: `【${provider.name['zh-CN']}】验证码 ${sent.code}，用于将您的银行卡添加到卡包，5 分钟内有效，请勿告知他人。`,
    at: now.toISOString(),
    delivery: { outcome: 'DELIVERED', settleAt: now.getTime() },
  });
  return sent;
}

function makeCode({ code: provider }: Provider, sentTo: string | null, livesMs: number, now: Date): HolderCode {
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  return { provider, code, sentTo, expiresAt: new Date(now.getTime() + livesMs).toISOString(), wrong: 0, used: false };
}

/** `+86138****8000`: enough to know one’s own phone by. */
const maskPhone = (phone: string): string => `${phone.slice(0, -8)}****${phone.slice(-4)}`;
