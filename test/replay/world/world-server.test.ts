import { expect } from 'chai';
import { WorldDirectory } from '../../../src/replay/world/world-directory.ts';
import { WorldServer } from '../../../src/replay/world/world-server.ts';

const DAY = '2026-06-15';

/** A server whose clock the test sets, and the forms of people with a device or two. */
class Intake {
  now = 0;
  readonly server = new WorldServer(new WorldDirectory(), () => this.now);
  #count = 0;

  /** A form that was filled in at one time of the day and received at another; what it says of the case. */
  receive(user: string, filledIn: string, received: string, block: string): void {
    this.now = Date.parse(`${DAY}T${received}:00Z`);
    const instanceId = `form-${(this.#count += 1)}`;
    const xml = `<data xmlns="urn:caseload:test"><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c" date_modified="${DAY}T${filledIn}:00Z" user_id="${user}">${block}</case>
      <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>${instanceId}</instanceID></meta></data>`;
    const outcome = this.server.submit(user, { xml, instanceId, attachments: [] });
    expect(outcome.kind).to.equal('accepted');
  }

  get properties() {
    return this.server.cases.get('c' as never)?.properties;
  }
}

const CREATE = `<create><case_name>Asha</case_name><case_type>patient</case_type><owner_id>a</owner_id></create>`;

const update = (properties: string) => `<update>${properties}</update>`;

describe('the project server of a recording', () => {
  let intake: Intake;

  beforeEach(() => {
    intake = new Intake();
    intake.receive('david', '08:00', '08:00', CREATE);
  });

  it('puts a late form of the same person before what they filled in later', () => {
    intake.receive('david', '10:00', '10:05', update('<visits>2</visits>'));
    intake.receive('david', '09:00', '11:00', update('<visits>1</visits><risk>high</risk>'));
    expect(intake.properties).to.deep.equal({ visits: '2', risk: 'high' });
  });

  it('gives the last word, among different people, to the form that arrives last', () => {
    intake.receive('david', '10:00', '10:05', update('<visits>2</visits>'));
    intake.receive('maria', '09:00', '11:00', update('<visits>1</visits>'));
    expect(intake.properties).to.deep.equal({ visits: '1' });
  });

  it('does not wait for a form that is later than twelve hours', () => {
    intake.receive('david', '10:00', '10:05', update('<visits>2</visits>'));
    intake.receive('david', '09:00', '22:30', update('<visits>1</visits>'));
    expect(intake.properties).to.deep.equal({ visits: '1' });
  });
});
