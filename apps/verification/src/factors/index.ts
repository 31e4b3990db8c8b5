export { FactorEnum } from './factor.enums';
export type { MessageState, Recipient } from './factor-module';
export { createReadyFactors, type ReadyFactors } from './ready-factors';
export { factorWords, offeredFactors, type Factor } from './registry';
