import type { FoundAddress } from './geocoder.ts';

/** What a chosen address tells those who listen, by the names that CommCare's Web Apps give the fields; without those that are not known. */
export type AddressMessage = Readonly<Record<string, string | number>>;

/** The message of an address. It is also the answer of an address question, as JSON. */
export function addressMessage({ text, latitude, longitude, parts }: FoundAddress): AddressMessage {
  const { street, district, city, county, postcode, country, countryCode } = parts;
  const fields = {
    ...{ full: text, longitude, latitude, street, district, city, county, country },
    ...{ postcode, zipcode: postcode, country_short: countryCode, ...regionFields(parts) },
  };
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known) as AddressMessage;
}

function regionFields({ region, regionCode, countryCode }: FoundAddress['parts']) {
  const named = { region, state_long: region, state_short: regionCode };
  if (countryCode?.toLowerCase() !== 'us') return named;
  return { ...named, us_state: region, us_state_long: region, us_state_short: regionCode };
}

/** What a receiver listens to. */
export interface Reception {
  readonly topic: string;
  /** The first of them that the message has, or that is among the choices. */
  readonly fields: readonly string[];
}

/** `home-city` or `home-city||county`: a topic may have hyphens in it, a field has none. `undefined` for anything else. */
export function readReception(text: string): Reception | undefined {
  const [, topic, fields] = /^(.+)-([^-]+)$/.exec(text) ?? [];
  return topic === undefined || fields === undefined
    ? undefined
    : { topic, fields: fields.split('||') };
}

/** What the fields say, as texts, without those that are not known. */
export function receivedTexts({ fields }: Reception, message: AddressMessage): readonly string[] {
  return fields.flatMap((field) => {
    const text = Object.hasOwn(message, field) ? message[field] : '';
    return text === '' || text === undefined ? [] : [String(text)];
  });
}

/** The choice that one of the texts means, by its label or its value whatever the case; `''` for none. */
export function receivedChoice(
  texts: readonly string[],
  choices: readonly { readonly value: string; readonly label: string }[],
): string {
  for (const text of texts.map(fold)) {
    const choice = choices.find(({ value, label }) => fold(label) === text || fold(value) === text);
    if (choice !== undefined) return choice.value;
  }
  return '';
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
