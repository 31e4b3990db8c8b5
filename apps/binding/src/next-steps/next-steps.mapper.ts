import type { Locale } from '@bindery/localisation';
import type { BindingNextStepType } from './next-step.type';
import type { NextStep } from './next-steps.rules';
import { say } from './next-steps.words';

export const toNextStepType = ({ code, until }: NextStep, locale: Locale): BindingNextStepType => ({
  code,
  title: say(locale, code),
  until: until ?? null,
  url: null,
});
