import { expect } from 'chai';
import { freeFileName } from '../../../src/xforms/session/file-name.ts';

describe('freeFileName', () => {
  it('is the file’s own name where that is free and sound', () => {
    expect(freeFileName('photo.jpg', [])).to.equal('photo.jpg');
    expect(freeFileName('Zwölf Äpfel (2).png', [])).to.equal('Zwölf_Äpfel_2_.png');
  });

  it('has a number where another file has the name, in capitals or not', () => {
    expect(freeFileName('photo.jpg', ['photo.jpg'])).to.equal('photo-2.jpg');
    expect(freeFileName('photo.jpg', ['PHOTO.JPG', 'photo-2.jpg'])).to.equal('photo-3.jpg');
  });

  it('leads nowhere', () => {
    for (const name of ['../../etc/passwd', 'C:\\temp\\passwd', '/passwd', '..passwd']) {
      expect(freeFileName(name, []), name).to.equal('passwd');
    }
  });

  it('is never the name of the instance itself', () => {
    expect(freeFileName('xml_submission_file', [])).to.equal('xml_submission_file-2');
  });

  it('is there, and not too long, whatever the file is called', () => {
    expect(freeFileName('', [])).to.equal('file');
    expect(freeFileName('.jpg', [])).to.equal('jpg');
    expect(freeFileName(`${'a'.repeat(500)}.jpg`, [])).to.equal(`${'a'.repeat(80)}.jpg`);
  });
});
