export { FactorEnum } from './factor.enums';
export type { MessageState, Prover, ReadyFactor, Recipient } from './factor-module';
export { createReadyFactors as createFactors, type ReadyFactors } from './ready-factors';
export { factorWords, offeredFactors, type Factor } from './registry';
