import { expect } from 'chai';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { readZip, unpackEntry } from '../../src/suite/read-zip.ts';

const LONG = 'a form of many words. '.repeat(20_000);

describe('reading a zip archive', () => {
  it('its files come out as they went in, stored or deflated, with names in any script', () => {
    const archive = zipSync({
      'stored.txt': [strToU8('as it is'), { level: 0 }],
      'قائمة/deflated.txt': [strToU8(LONG), { level: 9 }],
      'empty.txt': new Uint8Array(),
    });
    const files = readZip(archive).map((entry) => [entry.name, textOf(entry)]);
    expect(files).to.deep.equal([
      ['stored.txt', 'as it is'],
      ['قائمة/deflated.txt', LONG],
      ['empty.txt', ''],
    ]);
  });

  it('a comment behind the archive is passed over', () => {
    const archive = [...zipSync({ 'a.txt': strToU8('a') }), ...strToU8('made by hand')];
    expect(readZip(new Uint8Array(archive)).map(textOf)).to.deep.equal(['a']);
  });

  it('sizes and places of 64 bits are read where they stand', () => {
    expect(readZip(withWideNumbers(zipSync({ 'a.txt': strToU8(LONG) }))).map(textOf)).to.deep.equal(
      [LONG],
    );
  });

  it('a file that is larger than it says is not unpacked', () => {
    const archive = changed(zipSync({ 'a.txt': strToU8(LONG) }), 24, 10);
    expect(readZip(archive).map(unpackEntry)).to.deep.equal([{ kind: 'larger' }]);
    const stored = changed(zipSync({ 'a.txt': [strToU8('as it is'), { level: 0 }] }), 24, 3);
    expect(readZip(stored).map(unpackEntry)).to.deep.equal([{ kind: 'larger' }]);
  });

  it('a file that was changed on its way is damaged', () => {
    const archive = zipSync({ 'a.txt': [strToU8('as it is'), { level: 0 }] });
    archive[Buffer.from(archive).indexOf('as it')] = 0x41;
    expect(readZip(archive).map(kindOf)).to.deep.equal(['damaged']);
    expect(
      readZip(changed(zipSync({ 'a.txt': strToU8(LONG) }), 24, 999_999)).map(kindOf),
    ).to.deep.equal(['damaged']);
  });

  it('a file packed in a way that nobody knows is damaged', () => {
    const archive = changed(zipSync({ 'a.txt': strToU8('a') }), 10, 99);
    expect(readZip(archive).map(kindOf)).to.deep.equal(['damaged']);
  });

  it('what is cut off is no archive', () => {
    const archive = zipSync({ 'a.txt': strToU8(LONG) });
    expect(() => readZip(archive.subarray(0, archive.length - 30))).to.throw(RangeError);
    expect(() => readZip(archive.subarray(100))).to.throw(RangeError);
    expect(() => readZip(new Uint8Array())).to.throw(RangeError);
  });
});

type Entry = ReturnType<typeof readZip>[number];

function textOf(entry: Entry): string {
  const unpacked = unpackEntry(entry);
  return unpacked.kind === 'unpacked' ? strFromU8(unpacked.bytes) : unpacked.kind;
}

function kindOf(entry: Entry): string {
  return unpackEntry(entry).kind;
}

/** The archive with a number of its first directory entry changed. */
function changed(archive: Uint8Array, offset: number, value: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  if (offset === 10) bytes.writeUInt16LE(value, entry + offset);
  else bytes.writeUInt32LE(value, entry + offset);
  return bytes;
}

/** The archive of one file with its sizes and its place moved into an extra field of its directory entry. */
function withWideNumbers(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = bytes.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [index, offset] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(bytes.readUInt32LE(entry + offset)), 4 + 8 * index);
    bytes.writeUInt32LE(0xffffffff, entry + offset);
  }
  bytes.writeUInt16LE(extra.length, entry + 30);
  return Buffer.concat([bytes.subarray(0, end), extra, bytes.subarray(end)]);
}
