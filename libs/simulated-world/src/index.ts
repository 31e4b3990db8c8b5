export * from './simulated-world';
