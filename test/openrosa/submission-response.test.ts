import { expect } from 'chai';
import {
  readSubmissionResponse,
  writeSubmissionResponse,
} from '../../src/openrosa/submission-response.ts';

const kindOf = (status: number): string => readSubmissionResponse(status, '', null).kind;

describe('submission response', () => {
  it('carries its message there and back', () => {
    const body = writeSubmissionResponse('processing_failure', 'a <b> & c');
    expect(body).to.match(
      /^<OpenRosaResponse xmlns="http:\/\/openrosa.org\/http\/response"><message nature="processing_failure">/,
    );
    expect(readSubmissionResponse(422, body, null)).to.deep.equal({
      kind: 'rejected',
      message: 'a <b> & c',
    });
  });

  it('is accepted with 201 and 202 only', () => {
    expect([201, 202].map(kindOf)).to.deep.equal(['accepted', 'accepted']);
    expect([200, 204, 302].map(kindOf)).to.deep.equal(['retry', 'retry', 'retry']);
  });

  it('asks to sign in with 401 and 403', () => {
    expect([401, 403].map(kindOf)).to.deep.equal(['signIn', 'signIn']);
  });

  it('is rejected for what is wrong with the form', () => {
    for (const status of [400, 409, 413, 415, 422])
      expect(kindOf(status), String(status)).to.equal('rejected');
  });

  it('is to be tried again when the server is at fault, after the time that it names', () => {
    for (const status of [404, 408, 425, 429, 500, 502, 503, 504])
      expect(kindOf(status), String(status)).to.equal('retry');
    expect(readSubmissionResponse(503, '', ' 120 ')).to.include({ afterSeconds: 120 });
    expect(readSubmissionResponse(503, '', 'Wed, 21 Oct 2026 07:28:00 GMT')).to.include({
      afterSeconds: undefined,
    });
  });

  it('says the status when the body says nothing', () => {
    for (const body of ['', '<html><message>x</message></html>', '<broken', 'plain']) {
      expect(readSubmissionResponse(500, body, null).message).to.equal(
        'The server answered with status 500',
      );
    }
  });
});
