/** What the two sides of a provider's interface have: the platform in PROVIDERS, the simulated world in PROVIDER_KEYS. */
export interface ProviderKeys {
  readonly platform: Readonly<Record<string, unknown>>;
  readonly provider: Readonly<Record<string, unknown>>;
}

/** Makes the keys of one provider; its address comes with the start. */
export type MakeProviderKeys = (code: string) => ProviderKeys | Promise<ProviderKeys>;
