import { expect } from 'chai';
import type { AppSessionEvent } from '../../../src/machines/app-session.ts';
import '../../../src/elements/dev/dev-inspector.ts';
import type { DevInspector } from '../../../src/elements/dev/dev-inspector.ts';
import { Clinic } from '../case/clinic.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  press,
  settle,
  textOf,
  until,
  type Surroundings,
} from '../case/mount.ts';

/** Somebody who looks into David's work at the clinic. */
class Looking {
  constructor(
    readonly inspector: DevInspector,
    readonly clinic: Clinic,
  ) {}

  /** David has signed in and opened the visit of Amina. */
  static async atVisit(surroundings?: Surroundings): Promise<Looking> {
    const clinic = new Clinic();
    await until(() => clinic.state === 'signedOut');
    clinic.session.send({ type: 'signIn', username: 'david', password: 'right' });
    await until(() => clinic.state === 'browsing');
    const steps: AppSessionEvent[] = [
      { type: 'choose', id: 'm1' },
      { type: 'choose', id: 'm1-f0' },
      { type: 'select', id: 'p0' },
      { type: 'continue' },
    ];
    for (const step of steps) clinic.session.send(step);
    await until(() => clinic.state === 'entering');
    const looking = new Looking(
      await mount('dev-inspector', { actor: clinic.session }, surroundings),
      clinic,
    );
    return looking;
  }

  async choose(tab: string): Promise<Element> {
    part(this.inspector, `#tab-${tab}`).click();
    await settle(this.inspector);
    return part(this.inspector, `dev-${tab}`);
  }

  async type(source: string): Promise<Element> {
    const page = await this.choose('expression');
    const input = part<HTMLInputElement>(page, '#expression');
    input.focus();
    input.value = source;
    input.dispatchEvent(new Event('input'));
    await settle(page);
    return page;
  }

  async answer(value: string): Promise<void> {
    const { formEntry } = this.clinic.session.getSnapshot().children;
    formEntry?.send({ type: 'answer', ref: '/data/village', value });
    await settle(this.inspector);
    await settle(this.inspector);
  }
}

/** What stands beside the expression. */
function result(page: Element): string {
  return textOf(part(page, '[role=region]'));
}

describe('the inspector', () => {
  it('evaluates an expression over the form, the cases and the session, with its parts', async () => {
    const looking = await Looking.atVisit();
    const cases = await looking.type(
      "count(instance('casedb')/casedb/case[@case_type='patient']) + 1",
    );
    expect(result(cases))
      .to.match(/^Number = 3 /)
      .and.contain("count(instance('casedb')");
    expect(
      result(await looking.type("instance('commcaresession')/session/data/case_id")),
    ).to.contain('p0');
    await looking.answer('Kenema');
    expect(result(await looking.type('/data/village'))).to.contain('= Kenema');
  });

  it('evaluates anew when the form changes', async () => {
    const looking = await Looking.atVisit();
    const page = await looking.type('concat(/data/village, "!")');
    await looking.answer('Bo');
    await settle(page);
    expect(result(page)).to.contain('= Bo!');
  });

  it('says in words what is wrong with an expression', async () => {
    const looking = await Looking.atVisit();
    expect(result(await looking.type('1 +'))).to.contain('The expression ends where');
  });

  const suggestions = async (looking: Looking, source: string) =>
    parts(await looking.type(source), '[role=option]').map(textOf);

  it('completes functions, instances, paths of the form and properties of cases', async () => {
    const looking = await Looking.atVisit();
    expect(await suggestions(looking, 'coun'))
      .to.include('count(')
      .and.include('count-selected(');
    expect(await suggestions(looking, "instance('ca")).to.deep.equal(["casedb')"]);
    expect(await suggestions(looking, '1 + /data/vi')).to.deep.equal(['village']);
    const properties = await suggestions(
      looking,
      "count(instance('casedb')/casedb/case[@case_type = 'patient']/",
    );
    expect(properties).to.include.members(['village', 'case_name', '@case_id']);
  });

  it('takes a suggestion with the arrow keys and Enter', async () => {
    const looking = await Looking.atVisit();
    const page = await looking.type('count(/data/vi');
    const input = part<HTMLInputElement>(page, '#expression');
    press(input, 'ArrowDown');
    await settle(page);
    expect(input.getAttribute('aria-activedescendant')).to.equal('option-0');
    press(input, 'Enter');
    await settle(page);
    expect(input.value).to.equal('count(/data/village');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('hides the suggestions at Escape, and closes at the next', async () => {
    const looking = await Looking.atVisit();
    const closed = heard('dev-close');
    looking.inspector.addEventListener('dev-close', (event) => closed.push(event));
    const page = await looking.type('/data/');
    const input = part<HTMLInputElement>(page, '#expression');
    press(input, 'Escape');
    await settle(page);
    expect(closed).to.deep.equal([]);
    press(input, 'Escape');
    expect(closed.length).to.be.greaterThan(0);
  });

  it('shows the values of the form, and why a node is as it is', async () => {
    const looking = await Looking.atVisit();
    const page = await looking.choose('form');
    const node = parts(page, '.choose').find((each) => textOf(each).startsWith('village'));
    expect(textOf(node)).to.contain('required');
    node?.click();
    await settle(page);
    const chosen = textOf(page.shadowRoot?.querySelectorAll('section')[1]);
    expect(chosen).to.contain('/data/village').and.contain('Required').and.contain('true()');
    await looking.answer('Bo');
    await settle(page);
    expect(textOf(node)).to.contain('Bo');
  });

  it('finds nodes by name and by value', async () => {
    const looking = await Looking.atVisit();
    const page = await looking.choose('form');
    const search = part<HTMLInputElement>(page, '#search');
    search.value = 'VILL';
    search.dispatchEvent(new Event('input'));
    await settle(page);
    expect(parts(page, '.choose').map((each) => textOf(each).split(' ')[0])).to.deep.equal([
      '/data/village',
      '/data/case/update/village',
    ]);
  });

  it('shows a case with its properties, its owner and who holds it', async () => {
    const looking = await Looking.atVisit();
    const page = await looking.choose('cases');
    expect(parts(page, '.choose').map(textOf)).to.deep.equal([
      'Amina Diallo patient',
      'Binta Camara patient',
    ]);
    parts(page, '.choose')[0]?.click();
    await settle(page);
    const chosen = textOf(page.shadowRoot?.querySelectorAll('section')[1]);
    expect(chosen).to.contain('village Bo').and.contain('Village A').and.contain('case_id p0');
    expect(chosen).to.match(/Comes to whoever has one of these owners Village A/);
  });

  it('shows the steps of the session and what was chosen', async () => {
    const looking = await Looking.atVisit();
    const shown = textOf((await looking.choose('session')).shadowRoot);
    expect(shown).to.contain('case_id p0 (Amina Diallo)').and.contain('/session/user/data');
  });

  it('lists what changed, who caused it, and the values before and after', async () => {
    const looking = await Looking.atVisit();
    const page = await looking.choose('changes');
    expect(textOf(page.shadowRoot)).to.contain('Nothing has changed');
    await looking.answer('Bo');
    await looking.answer('Kenema');
    await settle(page);
    const [last] = parts(page, 'ol > li');
    expect(textOf(last)).to.contain('2. The person').and.contain('setValue /data/village “Kenema”');
    expect(textOf(last?.querySelector('tbody tr'))).to.equal('/data/village Bo Kenema');
  });

  it('moves along its tabs by the arrow keys', async () => {
    const looking = await Looking.atVisit();
    press(part(looking.inspector, '#tab-expression'), 'ArrowLeft');
    await until(() => parts(looking.inspector, 'dev-app').length === 1);
    expect(looking.inspector.shadowRoot?.activeElement?.id).to.equal('tab-app');
  });

  it('speaks French where the page does', async () => {
    const looking = await Looking.atVisit({ lang: 'fr' });
    expect(textOf(part(looking.inspector, 'h2'))).to.equal('Inspecteur');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe on every tab, in the ${theme} theme`, async () => {
      const looking = await Looking.atVisit({ theme });
      await looking.type("count(instance('casedb')/casedb/case) > 1");
      await expectAccessible(looking.inspector);
      for (const tab of ['form', 'cases', 'session', 'changes', 'recording', 'app']) {
        const page = await looking.choose(tab);
        parts(page, '.choose')[0]?.click();
        await settle(page);
        await expectAccessible(looking.inspector);
      }
    });
  }

  it('fits a narrow page', async () => {
    const looking = await Looking.atVisit({ width: '320px' });
    for (const tab of ['expression', 'form', 'cases', 'session', 'changes', 'recording', 'app']) {
      await looking.choose(tab);
      expectNoSidewaysScroll(looking.inspector);
    }
  });
});
