import { expect } from 'chai';
import { migrations } from '../../src/server/migrations/migrations.ts';
import { userCase } from '../../src/server/directory/user-case.ts';
import { selectCases } from '../../src/server/sql/cases.ts';
import { insertUsers } from '../../src/server/sql/users.ts';
import type { Database } from '../../src/server/sql/database.ts';
import { migrate, MigrationError } from '../../src/server/sql/migrate.ts';
import { databaseKinds } from './test-database.ts';

const PROJECT = {
  domain: 'clinic',
  name: 'Clinic',
  language: 'en',
};
const NAMELESS = { firstName: '', lastName: '' };
const USER = {
  passwordHash: 'x',
  role: 'worker',
  kind: 'mobile',
  active: true,
  language: 'fr',
  userData: { phone: '077', 'not a name': 'x' },
} as const;

for (const kind of databaseKinds) {
  describe(`database on ${kind.name}`, () => {
    let database: Database;

    beforeEach(async () => {
      database = await kind.open();
    });
    afterEach(() => database.close());

    const step = (number: number, sql: string) => ({ number, name: `step ${number}`, sql });

    async function errorOf(work: Promise<unknown>): Promise<Error> {
      return work.then(
        () => expect.fail('nothing was thrown'),
        (error: Error) => error,
      );
    }

    it('gives every kind of column back as the same JavaScript value', async () => {
      const time = new Date('2026-03-01T08:00:00.123Z');
      const [row] = await database.query(
        `select $1::bigint as number, $2::jsonb as object, $3::timestamptz as time, $4::text[] as texts, $5::bytea as bytes,
           $6::boolean as flag, $7::text as nothing`,
        [
          2 ** 40,
          JSON.stringify([{ a: null }]),
          time,
          ['a', 'b,"c'],
          new Uint8Array([0, 255]),
          true,
          null,
        ],
      );
      const { bytes, ...rest } = row as { bytes: Uint8Array };
      expect(rest).to.deep.equal({
        number: 2 ** 40,
        object: [{ a: null }],
        time,
        texts: ['a', 'b,"c'],
        flag: true,
        nothing: null,
      });
      expect([...bytes]).to.deep.equal([0, 255]);
    });

    it('refuses a bigint that a number cannot hold', async () => {
      const error = await errorOf(database.query('select 9007199254740993::bigint'));
      expect(error.message).to.contain('9007199254740993');
    });

    it('undoes a transaction that throws, and hands the error on', async () => {
      await database.exec('create table t (a integer)');
      const error = await errorOf(
        database.transaction(async (queries) => {
          await queries.query('insert into t values ($1)', [1]);
          throw new RangeError('no');
        }),
      );
      expect(error).to.be.instanceOf(RangeError);
      expect(await database.query('select * from t')).to.deep.equal([]);
    });

    it('goes on after a statement inside a transaction has failed', async () => {
      await errorOf(database.transaction((queries) => queries.query('select * from nowhere')));
      expect(await database.query('select 1 as a')).to.deep.equal([{ a: 1 }]);
    });

    it('applies each step of the schema once', async () => {
      expect(await migrate(database, migrations)).to.equal(migrations.length);
      expect(await migrate(database, migrations)).to.equal(0);
    });

    it('applies each step once when two servers start at the same time', async () => {
      const counts = await Promise.all([
        migrate(database, migrations),
        migrate(database, migrations),
      ]);
      expect(counts[0]! + counts[1]!).to.equal(migrations.length);
    });

    /** As it was before there were further settings. */
    async function insertOldProject(): Promise<number> {
      const { domain, name, language } = PROJECT;
      const rows = await database.query<{ projectId: number }>(
        'insert into projects (domain, name, language) values ($1, $2, $3) returning project_id as "projectId"',
        [domain, name, language],
      );
      return rows[0]!.projectId;
    }

    it('gives users who were there before the case that new users begin with', async () => {
      await migrate(database, migrations.slice(0, 3));
      const at = new Date('2026-03-01T08:00:00.123Z');
      const projectId = await insertOldProject();
      const names = [{ firstName: 'Amina', lastName: 'Bah' }, NAMELESS];
      const users = names.map((name, i) => ({
        ...USER,
        ...name,
        projectId,
        userId: `u${i}`,
        username: `w${i}`,
        createdAt: at,
      }));
      await insertUsers(database, projectId, users);
      await migrate(database, migrations);
      const rows = await database.query<{ id: string }>('select case_id as id from cases');
      const cases = await selectCases(
        database,
        projectId,
        rows.map(({ id }) => id),
      );
      const anonymous = cases.map((of) => ({ ...of, caseId: '' }));
      const expected = users.map((user) => ({ ...userCase(user, at), caseId: '' }));
      expect(anonymous).to.have.deep.members(expected);
    });

    it('leaves nothing of a step that fails, so that it can be tried again', async () => {
      const broken = step(1, 'create table t (a integer); create table t (a integer)');
      await errorOf(migrate(database, [broken]));
      expect(await migrate(database, [step(1, 'create table t (a integer)')])).to.equal(1);
    });

    it('refuses a schema of which an applied step was changed', async () => {
      await migrate(database, [step(1, 'create table t (a integer)')]);
      const error = await errorOf(migrate(database, [step(1, 'create table t (b integer)')]));
      expect(error).to.be.instanceOf(MigrationError);
      expect(error.message).to.contain('step 1');
    });

    it('refuses a database that a newer version has written', async () => {
      const first = step(1, 'create table t (a integer)');
      await migrate(database, [first, step(2, 'create table u (a integer)')]);
      const error = await errorOf(migrate(database, [first]));
      expect(error.message).to.contain('newer version').and.contain('Update');
    });

    it('numbers the steps of the schema without gaps', () => {
      const numbers = migrations.map(({ number }) => number);
      expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
    });
  });
}
