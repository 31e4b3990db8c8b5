export * from './catalogue';
export * from './create-event';
export type { EventContract } from './define-event';
export * from './event';
export * from './parse-event';
export * from './topic-retention';
export * from './topics';
export { knownCardKinds } from './binding/binding-fact';
export { bindingPhases, bindingStatuses, holdOwners, syncStates } from './binding/binding-state';
