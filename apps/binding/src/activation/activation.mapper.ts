import type { Locale } from '@bindery/localisation';
import type { ActivationStep } from '../providers';
import { say } from './activation.words';
import type { StandingActivation } from './activation.rules';
import { ActivationStepType, BindingActivationType } from './activation.type';

const nothing = { url: null, sentTo: null, message: null, meaning: null, scheme: null };

/** Only of our own text it is known what it says; whose it is says the style of its provider, never the text. */
const meaningOf = ({ kind }: ActivationStep, isOurText: boolean, locale: Locale): string | null =>
  kind === 'SIGN_MESSAGE' && isOurText ? say(locale, 'MEANING') : null;

export function toActivationType(
  { steps, until }: StandingActivation,
  isOurText: boolean,
  locale: Locale,
): BindingActivationType {
  const toStep = (step: ActivationStep): ActivationStepType =>
    Object.assign(new ActivationStepType(), { ...nothing, meaning: meaningOf(step, isOurText, locale), ...step });
  return Object.assign(new BindingActivationType(), { steps: steps.map(toStep), until });
}
