export * from './can-send-again';
export * from './mailer';
export * from './sms-carrier';
