export type GuardName = string;
