export { codeLifetimeMs, triesMax } from './code-life.rules';
export { FactorEnum } from './factor.enums';
export type { MessageState, Recipient } from './factor.rules';
export { createReadyFactors, type Beginning, type ReadyFactors } from './ready-factors';
export { factorWords, offeredFactors, type Factor } from './registry';
