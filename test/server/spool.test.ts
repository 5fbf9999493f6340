import { expect } from 'chai';
import { Spool, SpoolAbandonedError } from '../../src/server/restore/spool.ts';

const PIECE = 'é'.repeat(100_000);

describe('spool', () => {
  it('gives what was written in its order, however much waits for the reader', async () => {
    const spool = new Spool();
    const pieces = Array.from({ length: 40 }, (_, n) => `${n}${PIECE}`);
    for (const piece of pieces) await spool.write(piece);
    spool.end();
    expect(await new Response(spool.stream).text()).to.equal(pieces.join(''));
  });

  it('keeps the order when writer and reader take turns', async () => {
    const spool = new Spool();
    const reader = spool.stream.getReader();
    const decoder = new TextDecoder();
    let [written, read] = ['', ''];
    for (let round = 0; round < 60; round += 1) {
      const piece = `${round}${PIECE}`;
      written += piece;
      await spool.write(piece);
      if (round % 3 === 0) read += decoder.decode((await reader.read()).value, { stream: true });
    }
    spool.end();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      read += decoder.decode(next.value, { stream: true });
    }
    expect(read === written).to.equal(true);
  });

  it('lets a reader wait for what is still to be written', async () => {
    const spool = new Spool();
    const text = new Response(spool.stream).text();
    await spool.write('a');
    await new Promise((resolve) => setTimeout(resolve, 10));
    await spool.write('b');
    spool.end();
    expect(await text).to.equal('ab');
  });

  it('breaks off when the writing fails', async () => {
    const spool = new Spool();
    await spool.write('half');
    spool.fail(new Error('the database has gone'));
    const error = await new Response(spool.stream).text().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error);
  });

  it('tells the writer when the reader has gone', async () => {
    const spool = new Spool();
    await spool.write('a');
    await spool.stream.cancel();
    const error = await spool.write('b').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(SpoolAbandonedError);
  });
});
