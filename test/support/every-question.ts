const bind = (name: string, type: string, more = '') =>
  `<bind nodeset="/data/${name}" type="${type}" ${more}/>`;

const item = (value: string, label: string) =>
  `<item><label>${label}</label><value>${value}</value></item>`;

const fruits = [item('a', 'Apple'), item('b', 'Banana'), item('c', 'Cherry')].join('');

const many = Array.from({ length: 12 }, (_, n) => item(`v${n}`, `Village ${n}`)).join('');

/** A form with one question of every kind that a person may answer with a mouse and keys. */
export const everyQuestionForm = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/jr/xforms">
  <h:head><h:title>Every question</h:title><model>
    <instance><data xmlns="urn:caseload:test:every" version="1">
      <text/><lines/><whole>3</whole><fraction/><day/><hour/><moment/><one/><few/><village/><several/><read/><scale/><place/>
      <order/><photo/><child jr:template=""><name/><toy jr:template=""><what/></toy></child><sum/><locked>x</locked>
      <orx:meta><orx:instanceID/><orx:timeStart/></orx:meta>
    </data></instance>
    ${bind('text', 'string', 'constraint="string-length(.) &gt; 2"')}${bind('lines', 'string')}
    ${bind('whole', 'int', 'required="true()"')}${bind('fraction', 'decimal')}
    ${bind('day', 'date')}${bind('hour', 'time')}${bind('moment', 'dateTime')}
    ${bind('read', 'string')}${bind('scale', 'int')}${bind('place', 'geopoint')}${bind('photo', 'binary')}
    ${bind('locked', 'string', 'readonly="true()"')}
    ${bind('sum', 'int', 'calculate="count(/data/child)" readonly="true()"')}
    <bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid"/>
    <bind nodeset="/data/orx:meta/orx:timeStart" jr:preload="timestamp" jr:preloadParams="start"/>
    ${bind('few', 'string', `relevant="/data/one = 'b'"`)}
  </model></h:head>
  <h:body>
    <input ref="/data/text"><label>Text</label></input>
    <input ref="/data/lines" appearance="multiline"><label>Lines</label></input>
    <input ref="/data/whole"><label>Whole</label></input>
    <input ref="/data/fraction"><label>Fraction</label></input>
    <input ref="/data/day"><label>Day</label></input>
    <input ref="/data/hour"><label>Hour</label></input>
    <input ref="/data/moment"><label>Moment</label></input>
    <group><label>Choices</label>
      <select1 ref="/data/one"><label>One</label>${fruits}</select1>
      <select1 ref="/data/few" appearance="minimal"><label>Few</label>${fruits}</select1>
      <select1 ref="/data/village"><label>Village</label>${many}</select1>
      <select ref="/data/several"><label>Several</label>${fruits}</select>
    </group>
    <trigger ref="/data/read"><label>Please read this</label></trigger>
    <range ref="/data/scale" start="0" end="10" step="1"><label>Scale</label></range>
    <input ref="/data/place"><label>Place</label></input>
    <odk:rank xmlns:odk="http://www.opendatakit.org/xforms" ref="/data/order"><label>Order</label>${fruits}</odk:rank>
    <upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
    <group ref="/data/child"><label>Children</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"><label>Name</label></input>
      <group ref="/data/child/toy"><label>Toys</label><repeat nodeset="/data/child/toy">
        <input ref="/data/child/toy/what"><label>What</label></input>
      </repeat></group>
    </repeat></group>
    <input ref="/data/locked"><label>Locked</label></input>
  </h:body>
</h:html>`;

/** What somebody does with {@link everyQuestionForm}, as lines of a recording. */
export const everyQuestion: readonly object[] = [
  { user: 'ann' },
  { open: ['Every question'] },
  { answer: '/data/text', value: 'no', refused: 'constraint' },
  { answer: '/data/text', value: 'Grüße, “Anna” <3' },
  { answer: '/data/lines', value: 'one\ntwo' },
  { answer: '/data/whole', value: 'many', refused: 'badValue' },
  { clear: '/data/whole', refused: 'required' },
  { answer: '/data/whole', value: '-7' },
  { answer: '/data/fraction', value: '12.50' },
  { answer: '/data/day', value: '2026-02-29', refused: 'badValue' },
  { answer: '/data/day', value: '2026-02-28' },
  { answer: '/data/hour', value: '14:05:00.000' },
  { answer: '/data/one', value: 'q', refused: 'noSuchChoice' },
  { answer: '/data/few', value: 'a', refused: 'notRelevant' },
  { answer: '/data/one', value: 'a' },
  { clear: '/data/one' },
  { answer: '/data/one', value: 'b' },
  { answer: '/data/few', value: 'c' },
  { answer: '/data/village', value: 'v11' },
  { answer: '/data/several', value: ['a', 'b'] },
  { answer: '/data/several', value: ['b', 'c'] },
  { answer: '/data/read', value: 'OK' },
  { answer: '/data/scale', value: '4' },
  { clear: '/data/scale' },
  { answer: '/data/scale', value: '9' },
  { answer: '/data/place', value: '-3.38 36.68 0 12' },
  { answer: '/data/order', value: ['c', 'a', 'b'] },
  { attach: '/data/photo', name: 'rash.jpg', type: 'image/jpeg', base64: '/9j/2Q==' },
  { expect: '/data/photo', value: 'photo.jpg' },
  { addRepeat: '/data/child' },
  { answer: '/data/child[1]/name', value: 'Asha' },
  { addRepeat: '/data/child[1]/toy' },
  { answer: '/data/child[1]/toy[1]/what', value: 'Ball' },
  { addRepeat: '/data/child' },
  { answer: '/data/child[2]/name', value: 'Juma' },
  { addRepeat: '/data/child' },
  { answer: '/data/child[3]/name', value: 'Neema' },
  { removeRepeat: '/data/child[2]' },
  { expect: '/data/child[2]/name', value: 'Neema' },
  { expect: '/data/sum', value: '2' },
  { answer: '/data/locked', value: 'y', refused: 'readonly' },
  { back: true },
  { resume: 'Every question' },
  { submit: true },
];
