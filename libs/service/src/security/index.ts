export { knowCaller, withCaller, type Caller } from './caller';
export { securityEvents, type SecurityAction } from './security-events';
export { createSecurityLog, type SecurityFacts, type SecurityLabel, type SecurityLog } from './security-log';
