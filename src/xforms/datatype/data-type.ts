/** The datatype of a node, as its bind's `type` says; `string` when it says nothing that is known. */
export type DataType =
  | 'string'
  | 'int'
  | 'long'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'select1'
  | 'select'
  | 'rank'
  | 'geopoint'
  | 'geotrace'
  | 'geoshape'
  | 'barcode'
  | 'binary'
  | 'intent';

const NAMES: Readonly<Record<string, DataType>> = {
  string: 'string',
  text: 'string',
  normalizedString: 'string',
  token: 'string',
  int: 'int',
  integer: 'int',
  nonNegativeInteger: 'int',
  positiveInteger: 'int',
  short: 'int',
  long: 'long',
  decimal: 'decimal',
  double: 'decimal',
  float: 'decimal',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  select1: 'select1',
  listItem: 'select1',
  select: 'select',
  listItems: 'select',
  'odk:rank': 'rank',
  rank: 'rank',
  geopoint: 'geopoint',
  geotrace: 'geotrace',
  geoshape: 'geoshape',
  barcode: 'barcode',
  binary: 'binary',
  intent: 'intent',
};

/** The datatype that a bind's `type` names, whatever its prefix; `undefined` for one that nobody defines. */
export function dataTypeNamed(type: string): DataType | undefined {
  return NAMES[type] ?? NAMES[type.slice(type.indexOf(':') + 1)];
}
