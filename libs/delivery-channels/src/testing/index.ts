export * from './sms-carrier-server';
