import type { ActivationStep } from '../providers';
import type { StandingActivation } from './activation.rules';
import { ActivationStepType, BindingActivationType } from './activation.type';

const nothing = { url: null, sentTo: null, message: null, scheme: null };

const toStep = (step: ActivationStep): ActivationStepType =>
  Object.assign(new ActivationStepType(), { ...nothing, ...step });

export const toActivationType = ({ steps, until }: StandingActivation): BindingActivationType =>
  Object.assign(new BindingActivationType(), { steps: steps.map(toStep), until });
