import type { Locale } from '@bindery/localisation';
import type { ActivationStep } from '../providers';
import { say } from './activation.words';
import { signsOurText, type StandingActivation } from './activation.rules';
import { ActivationStepType, BindingActivationType } from './activation.type';

const nothing = { url: null, sentTo: null, message: null, meaning: null, scheme: null };

/** Only of our own text it is known what it says. */
const meaningOf = (step: ActivationStep, locale: Locale): string | null =>
  signsOurText(step) ? say(locale, 'MEANING') : null;

const toStep = (step: ActivationStep, locale: Locale): ActivationStepType =>
  Object.assign(new ActivationStepType(), { ...nothing, meaning: meaningOf(step, locale), ...step });

export const toActivationType = ({ steps, until }: StandingActivation, locale: Locale): BindingActivationType =>
  Object.assign(new BindingActivationType(), { steps: steps.map((step) => toStep(step, locale)), until });
