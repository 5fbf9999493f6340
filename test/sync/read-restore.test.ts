import { expect } from 'chai';
import { NO_PAUSES, WorkCancelled } from '../../src/sync/pace.ts';
import type { Pace } from '../../src/sync/pace.ts';
import { readRestore } from '../../src/sync/read-restore.ts';

const block = (n: number) =>
  `<case case_id="c${n}" date_modified="2026-01-01"><create><case_type>t</case_type><case_name>N</case_name></create></case>`;
const cases = Array.from({ length: 2000 }, (_, n) => block(n)).join('');
const plain = `<OpenRosaResponse>${cases}</OpenRosaResponse>`;
// A CDATA section is beyond the fast reader.
const careful = `<OpenRosaResponse>${cases}<message><![CDATA[Hello]]></message></OpenRosaResponse>`;

/** Due at every step. */
function restless(pause: () => Promise<void> = () => Promise.resolve()): Pace {
  return { isDue: () => true, pause };
}

describe('reading a restore at a pace', () => {
  for (const [name, text] of Object.entries({ plain, careful })) {
    it(`tells how far it is, reads every case once, and ends with all of it (${name})`, async () => {
      const told: number[] = [];
      const restore = await readRestore(text, 'r', restless(), (read) => told.push(read));
      expect(restore.cases.map(({ caseId }) => caseId)).to.have.lengthOf(2000);
      expect(new Set(restore.cases.map(({ caseId }) => caseId)).size).to.equal(2000);
      expect(told.length).to.be.above(3);
      expect(told.at(-1)).to.equal(1);
    });
  }

  it('tells nothing of what needs no pause', async () => {
    const told: number[] = [];
    await readRestore(plain, 'r', NO_PAUSES, (read) => told.push(read));
    expect(told).to.deep.equal([]);
  });

  it('ends when it is not wanted any more', async () => {
    const pace = restless(() => Promise.reject(new WorkCancelled()));
    const error = await readRestore(plain, 'r', pace, () => undefined).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(WorkCancelled);
  });
});
