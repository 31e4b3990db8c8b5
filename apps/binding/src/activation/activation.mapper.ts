import type { Activation, ActivationStep } from '../providers';
import { ActivationStepType, BindingActivationType } from './activation.type';

const nothing = { url: null, sentTo: null, message: null, scheme: null };

const toStep = (step: ActivationStep): ActivationStepType =>
  Object.assign(new ActivationStepType(), { ...nothing, ...step });

export const toActivationType = ({ steps, until }: Activation, deadline: Date | null): BindingActivationType =>
  Object.assign(new BindingActivationType(), {
    steps: steps.map(toStep),
    until: until === undefined ? deadline : new Date(until),
  });
