/** What is known of a place beside its address as a whole. ISO 3166 codes are without the country in front: `CA`, not `US-CA`. */
export interface AddressParts {
  readonly street?: string | undefined;
  readonly district?: string | undefined;
  readonly city?: string | undefined;
  readonly county?: string | undefined;
  readonly region?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly postcode?: string | undefined;
  readonly country?: string | undefined;
  /** Two letters. */
  readonly countryCode?: string | undefined;
}

/** An address that a geocoder has found; degrees of WGS 84. */
export interface FoundAddress {
  /** The whole address as people write it. */
  readonly text: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly parts: AddressParts;
}

/**
 * Finds the addresses that words may mean, the likeliest first. `signal` says that other words are there by now; rejects when nothing
 * can be looked up.
 */
export type Geocoder = (
  words: string,
  options: { readonly signal: AbortSignal; readonly language: string },
) => Promise<readonly FoundAddress[]>;
