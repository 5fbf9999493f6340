import { expect } from 'chai';
import type { FormSession } from '../../src/xforms/session/form-session.ts';
import { aForm, aSession, begin } from '../support/a-session.ts';

const parts = {
  data: '<asked>yes</asked><photo/><visit><sound/></visit>',
  binds: `<bind nodeset="/data/photo" type="binary" relevant="/data/asked = 'yes'"/>`,
  body: `<input ref="/data/asked"/><upload ref="/data/photo" mediatype="image/*"/>
    <repeat nodeset="/data/visit"><upload ref="/data/visit/sound" mediatype="audio/*"/></repeat>`,
};

const photo = (text = 'a photo', name = 'photo.jpg') =>
  new File([text], name, { type: 'image/jpeg' });

function named(session: FormSession): string[] {
  return session.attachments().map(({ ref, name }) => `${ref} ${name}`);
}

describe('a file that is given to a question', () => {
  it('is kept as it is, and its name is the answer', () => {
    const session = aSession(parts);
    const file = photo();
    expect(session.setValue('/data/photo', file)).to.equal(undefined);
    expect(session.node('/data/photo')?.value).to.equal('photo.jpg');
    const [attachment] = session.attachments();
    expect(attachment).to.deep.equal({
      ref: '/data/photo',
      name: 'photo.jpg',
      type: 'image/jpeg',
      size: 7,
      data: file,
      submitted: false,
    });
    expect(attachment?.data).to.equal(file);
  });

  it('may be bytes with a name', () => {
    const session = aSession(parts);
    const data = new Uint8Array([1, 2, 3]);
    session.setValue('/data/photo', { name: 'a.png', type: 'image/png', data });
    expect(session.attachments()[0]).to.include({
      name: 'a.png',
      type: 'image/png',
      size: 3,
      data,
    });
  });

  it('never takes the name of another one', () => {
    const session = aSession(parts);
    session.setValue('/data/photo', photo());
    session.setValue('/data/visit[1]/sound', photo('another'));
    session.addRepeat('/data/visit', 0);
    session.setValue('/data/visit[1]/sound', photo('a third'));
    expect(named(session)).to.deep.equal([
      '/data/photo photo.jpg',
      '/data/visit[1]/sound photo-3.jpg',
      '/data/visit[2]/sound photo-2.jpg',
    ]);
  });

  it('is replaced by the next, and gone when the question is cleared', () => {
    const session = aSession(parts);
    session.setValue('/data/photo', photo('first'));
    session.setValue('/data/photo', photo('second'));
    expect(session.attachments()).to.have.length(1);
    expect(session.attachments()[0]?.size).to.equal(6);
    session.setValue('/data/photo', null);
    expect(session.attachments()).to.be.empty;
  });

  it('goes with the item that it belongs to', () => {
    const session = aSession(parts);
    session.setValue('/data/visit[1]/sound', photo());
    session.removeRepeat('/data/visit', 0);
    expect(session.attachments({ includeIrrelevant: true })).to.be.empty;
  });

  it('does not go out while its question is not relevant, and comes back with it', () => {
    const session = aSession(parts);
    session.setValue('/data/photo', photo());
    session.setValue('/data/asked', 'no');
    expect(named(session)).to.deep.equal([]);
    expect(session.attachments({ includeIrrelevant: true })).to.have.length(1);
    session.setValue('/data/asked', 'yes');
    expect(session.attachments()[0]?.size).to.equal(7);
  });

  it('is not kept when it is refused', () => {
    const session = aSession(parts);
    session.setValue('/data/photo', photo('old'));
    session.setValue('/data/asked', 'no');
    expect(session.setValue('/data/photo', photo('new one'))?.reason).to.equal('notRelevant');
    session.setValue('/data/asked', 'yes');
    expect(session.attachments()[0]?.size).to.equal(3);
  });

  it('is there for those who are told of its name', () => {
    const session = aSession(parts);
    let size: number | undefined;
    session.onChange(() => (size = session.attachments()[0]?.size));
    session.setValue('/data/photo', photo());
    expect(size).to.equal(7);
  });

  it('has no business in other questions', () => {
    const session = aSession(parts);
    expect(() => session.setValue('/data/asked', photo())).to.throw(RangeError, 'takes no file');
  });
});

describe('files of a saved instance', () => {
  const form = aForm(parts);

  function saved(): FormSession {
    const session = begin(form);
    session.setValue('/data/photo', photo());
    session.setValue('/data/visit[1]/sound', photo('sound', 'sound.mp3'));
    return session;
  }

  it('come back under their names with a draft', () => {
    const session = saved();
    const files = session
      .attachments()
      .map(({ name, type, data = new Uint8Array() }) => ({ name, type, data }));
    const restored = begin(form, {
      mode: 'restore',
      instanceXml: session.serialize(),
      attachments: files,
    });
    expect(restored.attachments()).to.deep.equal(session.attachments());
  });

  it('are sent under the name that the submission has for them, however it was spelt', () => {
    const name = 'cafe\u0301.jpg';
    const instanceXml = saved().serialize().replace('photo.jpg', name);
    const session = begin(form, { mode: 'restore', instanceXml, attachments: [photo('x', name)] });
    const { parts: sent } = session.submission.prepare();
    expect(sent[0]?.files.map((file) => file.name)).to.include('caf\u00e9.jpg');
    expect(session.submission.xml).to.contain('<photo>caf\u00e9.jpg</photo>');
  });

  it('are known to the server when the instance is edited, and are not sent again', () => {
    const session = saved();
    const edit = begin(form, {
      mode: 'edit',
      instanceXml: session.serialize(),
      attachments: [photo()],
    });
    expect(
      edit.attachments().map(({ name, size, submitted }) => [name, size, submitted]),
    ).to.deep.equal([
      ['photo.jpg', 7, true],
      ['sound.mp3', undefined, true],
    ]);
    expect(edit.submission.prepare().parts[0]?.files).to.have.length(1);
  });

  it('are not overwritten on the server by one that replaces them', () => {
    const session = saved();
    const edit = begin(form, { mode: 'edit', instanceXml: session.serialize() });
    edit.setValue('/data/photo', photo('better'));
    expect(named(edit)[0]).to.equal('/data/photo photo-2.jpg');
    const [, sent] = edit.submission.prepare().parts[0]?.files ?? [];
    expect(sent?.name).to.equal('photo-2.jpg');
  });

  it('are given once each', () => {
    const instanceXml = saved().serialize();
    const options = { mode: 'restore', instanceXml, attachments: [photo(), photo()] } as const;
    expect(() => begin(form, options)).to.throw(RangeError, 'Two attachments are called photo.jpg');
  });
});
