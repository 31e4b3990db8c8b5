import { createSmsCarrier } from '@bindery/delivery-channels';
import { countryOf, isMobileNumber, maskPhone } from '@bindery/values';
import { findNewestContactPoint, type ContactSeal } from '../../contacts';
import { deriveKey } from '../../keys';
import type { FactorDeps, FactorModule, FactorSending, ReadyFactor } from '../factor-module';
import { createSixDigitCode } from './six-digit-code';
import { createSmsDelivery } from './sms-delivery';
import { say } from './sms-code.words';

/** Six digits by SMS. */
export const smsCode: FactorModule<'SMS_CODE'> = {
  name: 'SMS_CODE',
  description: 'Six digits sent to a confirmed phone.',
  offer: {
    words: {
      waitingTitle: (locale) => say(locale, 'waiting'),
      answerForm: (locale) => say(locale, 'answerForm'),
    },
    create: createSmsCode,
  },
};

function createSmsCode({ config, contactSeal }: FactorDeps): ReadyFactor {
  const { CODE_KEY, SMS_CARRIER_URL: baseUrl, SMS_CARRIER_KEY: key, PHONE_COUNTRIES: countries } = config;
  const isServed = (phone: string) => isMobileNumber(phone, countries);
  const code = createSixDigitCode(deriveKey(CODE_KEY, 'code'));
  return {
    newState: async () => code.newSalt(),
    readAnswer: code.readAnswer,
    isRight: async (_tx, challenge, answer) => code.isRight(challenge, answer),
    sending: {
      findRecipient: createFindRecipient(contactSeal, isServed),
      maskRecipient: async ({ sealedContact }) => maskPhone(await contactSeal.open(sealedContact)),
      countryOf: async ({ sealedContact }) => countryOf(await contactSeal.open(sealedContact)),
      delivery: createSmsDelivery({ code, contactSeal, smsCarrier: createSmsCarrier({ baseUrl, key, isServed }) }),
    },
  };
}

/**
 * Who is signed in is reached at what they confirmed before, never at what they type now; a stranger at the number
 * they want to prove. Whether that number has an account plays no part. Neither is reached at a number that no message goes to: a country may
 * no longer be served.
 */
const createFindRecipient =
  ({ seal, open, digestOf }: ContactSeal, isServed: (phone: string) => boolean): FactorSending['findRecipient'] =>
  async (tx, prover) => {
    if ('phone' in prover)
      return isServed(prover.phone)
        ? { sealedContact: await seal(prover.phone), contactDigest: digestOf(prover.phone) }
        : undefined;
    const contact = await findNewestContactPoint(tx, prover.accountId, 'SMS');
    const isReached = contact && isServed(await open(contact.sealedAddress));
    return isReached ? { sealedContact: contact.sealedAddress, contactDigest: contact.contactDigest } : undefined;
  };
